"""`factcheck read`: how a text is read."""

from __future__ import annotations

from datetime import datetime

import click

from factcheck.commands import options
from factcheck.commands.faults import FAULTY_FILES


@click.command()
@click.argument("text")
@options.kind
@options.language
@options.on
def command(text: str, kind: str, language: str, on: datetime | None) -> int:
    """Say how TEXT is read as a value, or why it cannot be."""
    import factcheck
    from factcheck.values import kind_of

    try:
        value = factcheck.read(text, kind=kind, language=language, on=on.date() if on else None)
    except factcheck.ReadingError as why:
        click.echo(str(why), err=True)
        return FAULTY_FILES
    click.echo(kind_of(kind).describe(value))
    for note in value.notes:
        click.echo(f"  {note}")
    return 0
