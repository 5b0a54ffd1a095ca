"""`factcheck config`: every setting, its value, and its file."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli_support import options
from factcheck.cli_support.configured import settings_in, typed

NAMES = {
    "path": "claims",
    "archive": "archive",
    "fail_on": "fail-on",
    "stale": "stale",
    "drafts": "drafts",
}
"""The settings that the command line may say something of, by their options."""


@click.command()
@options.corpus
@options.fail_on
@options.stale
@options.drafts
@options.archive
@options.output
@click.pass_context
def command(context: click.Context, /, path: Path, output: str, **_: object) -> None:
    """Print every setting for PATH (default: claims), its value, and where that comes from.

    Settings lie in factcheck.toml, or in pyproject.toml under [tool.factcheck], in the folder of
    the claims or above it, up to the repository's. The command line goes before them.
    """
    from factcheck.cli_support.output import write
    from factcheck.formats.json import written
    from factcheck.settings.settings_table import rows
    from factcheck.text.hostile import inert, visible

    settings = settings_in(context)
    given = {key: context.params[name] for name, key in NAMES.items() if typed(context, name)}
    found = rows(settings, given)
    if output == "json":
        listed = [{"key": r.key, "value": r.value, "from": r.origin} for r in found]
        write(written({"version": 1, "file": settings.file, "settings": listed}), None)
        return
    widths = [
        max(len(cell) for cell in column)
        for column in zip(*((r.key, r.value) for r in found), strict=True)
    ]
    wide = min(widths[1], 40)
    lines = (f"{r.key:{widths[0]}}  {r.value:{wide}}  {r.origin}" for r in found)
    write(inert("".join(f"{visible(line)}\n" for line in lines)), None)
