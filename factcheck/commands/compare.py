"""`factcheck compare`: what two texts have to do with each other."""

from __future__ import annotations

from datetime import datetime

import click

from factcheck.commands.faults import FAULTY_FILES
from factcheck.commands.read import KINDS


@click.command()
@click.argument("a")
@click.argument("b")
@click.option("--kind", type=click.Choice(KINDS), default="quantity", show_default=True)
@click.option("--language", default="en", show_default=True, help="The language of A and B.")
@click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), help="The day of exchange rates and relative words."
)
def command(a: str, b: str, kind: str, language: str, on: datetime | None) -> int:
    """Say what A and B, said of the same thing, have to do with each other."""
    import factcheck

    try:
        day = on.date() if on else None
        comparison = factcheck.compare(a, b, kind=kind, language=language, on=day)
    except factcheck.ReadingError as why:
        click.echo(str(why), err=True)
        return FAULTY_FILES
    click.echo(comparison.verdict)
    for step in comparison.steps:
        click.echo(f"  {step}")
    return 0
