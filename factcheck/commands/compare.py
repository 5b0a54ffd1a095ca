"""`factcheck compare`: the verdict on two texts."""

from __future__ import annotations

import json
from datetime import datetime

import click

from factcheck.cli_support import options
from factcheck.cli_support.exits import FAULTY_FILES
from factcheck.commands.read import refuse


@click.command(context_settings={"ignore_unknown_options": True})  # "-0.3%" is a text
@click.argument("a")
@click.argument("b")
@options.kind
@options.language
@options.on
@options.output
def command(a: str, b: str, kind: str, language: str, on: datetime | None, output: str) -> int:
    """Say what A and B, said of the same thing, have to do with each other, and why."""
    import factcheck

    asked = {"a": a, "b": b, "kind": kind, "language": language}
    try:
        day = on.date() if on else None
        comparison = factcheck.compare(a, b, kind=kind, language=language, on=day)
    except factcheck.ReadingError as why:
        refuse(str(why), asked, output)
        return FAULTY_FILES
    steps = [str(step) for step in comparison.steps]
    if output == "json":
        stated = {"verdict": comparison.verdict, "steps": steps}
        click.echo(json.dumps(asked | stated, ensure_ascii=False))
    else:
        click.echo(comparison.verdict)
        for step in steps:
            click.echo(f"  {step}")
    return 0
