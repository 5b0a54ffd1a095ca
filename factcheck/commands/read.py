"""`factcheck read`: how a text is read."""

from __future__ import annotations

import json
from datetime import datetime

import click

from factcheck.commands import options
from factcheck.commands.faults import FAULTY_FILES


@click.command()
@click.argument("text")
@options.kind
@options.language
@options.on
@options.output
def command(text: str, kind: str, language: str, on: datetime | None, output: str) -> int:
    """Say, step by step, how TEXT is read as a value, or why it cannot be."""
    import factcheck
    from factcheck.values import kind_of

    asked = {"text": text, "kind": kind, "language": language}
    try:
        value = factcheck.read(text, kind=kind, language=language, on=on.date() if on else None)
    except factcheck.ReadingError as why:
        refuse(str(why), asked, output)
        return FAULTY_FILES
    parts = kind_of(kind).parts(value)
    notes = [str(note) for note in value.notes]
    if output == "json":
        click.echo(json.dumps(asked | {"parts": dict(parts), "notes": notes}, ensure_ascii=False))
    else:
        width = max(len(name) for name, _ in (*parts, ("note", "")))
        for name, said in (*parts, *(("note", note) for note in notes)):
            click.echo(f"{name:{width}}  {said}")
    return 0


def refuse(why: str, asked: dict[str, str], output: str) -> None:
    """Say why a text was not read: to people on standard error, to programs in the document."""
    if output == "json":
        click.echo(json.dumps(asked | {"refused": why}, ensure_ascii=False))
    else:
        click.echo(why, err=True)
