"""`factcheck read`: shows how a text is read as a value."""

from __future__ import annotations

import json
from datetime import datetime

import click

from factcheck.cli_support import options
from factcheck.cli_support.exits import FAULTY_FILES


@click.command(context_settings={"ignore_unknown_options": True})  # "-0.3%" is a text
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
    parts = [(name, str(words)) for name, words in kind_of(kind).parts(value)]
    notes = [str(note) for note in value.notes]
    spans = [{"kind": s.kind, "text": s.text, "start": s.start, "end": s.end} for s in value.spans]
    if output == "json":
        found = {"parts": dict(parts), "notes": notes, "spans": spans}
        click.echo(json.dumps(asked | found, ensure_ascii=False))
    else:
        words = [("words", ", ".join(f'"{s.text}" {s.kind}' for s in value.spans))] if spans else []
        lines = (*parts, *words, *(("note", note) for note in notes))
        width = max(len(name) for name, _ in (*lines, ("note", "")))
        for name, stated in lines:
            click.echo(f"{name:{width}}  {stated}")
    return 0


def refuse(why: str, asked: dict[str, str], output: str) -> None:
    """Say why a text could not be read: to people on standard error, to programs in the
    document.
    """
    if output == "json":
        click.echo(json.dumps(asked | {"refused": why}, ensure_ascii=False))
    else:
        click.echo(why, err=True)
