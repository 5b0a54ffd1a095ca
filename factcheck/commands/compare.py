"""`factcheck compare`: what two texts have to do with each other."""

from __future__ import annotations

from datetime import datetime

import click

from factcheck.commands import options
from factcheck.commands.faults import FAULTY_FILES


@click.command()
@click.argument("a")
@click.argument("b")
@options.kind
@options.language
@options.on
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
