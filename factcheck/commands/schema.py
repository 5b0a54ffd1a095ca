"""`factcheck schema`: the shape of the JSON output."""

from __future__ import annotations

from importlib.resources import files

import click


@click.command()
def command() -> None:
    """Print the JSON Schema of `check -o json`."""
    click.echo(files("factcheck").joinpath("schemas/check.json").read_text("utf-8"), nl=False)
