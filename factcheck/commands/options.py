"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

corpus = click.argument("path", type=click.Path(path_type=Path), default=Path("claims"))

archive = click.option(
    "--archive",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The folder with the texts that sources name under archive; quotes are looked for there.",
)

on = click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day by which relative words and exchange rates are understood.",
)

language = click.option(
    "--language", default="en", show_default=True, help="The language of what is read."
)

kind = click.option(
    "--kind",
    type=click.Choice(("quantity", "money", "period", "date", "time", "name", "text")),
    default="quantity",
    show_default=True,
)

color = click.option(
    "--color",
    type=click.Choice(("auto", "always", "never")),
    default="auto",
    show_default=True,
    help="Colours in text output.",
)

output = click.option(
    "-o", "--output", type=click.Choice(("text", "json")), default="text", show_default=True
)
