"""`factcheck report`: the page that an editor opens."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from factcheck.commands import options
from factcheck.commands.check import exit_code, say_faults
from factcheck.commands.configured import archive_in, settings_in
from factcheck.commands.output import write
from factcheck.commands.targets import refuse_checked_file


@click.command()
@options.corpus
@click.option(
    "-o",
    "--output",
    "file",
    default="report.html",
    show_default=True,
    help="The file to write; - for standard output.",
)
@options.today
@options.archive
@click.pass_context
def command(context: click.Context, /, path: Path, file: str, today: date, **_: object) -> int:
    """Write an HTML report on the claims in PATH (default: claims), and print where it is.

    Findings do not fail this command; faults in files do (exit code 3), and an empty corpus (5).
    """
    from factcheck.pipeline import run
    from factcheck.reports.base import renderer

    archive, settings = archive_in(context), settings_in(context)
    target = None if file == "-" else file
    refuse_checked_file(target, path, archive)
    view = run(path, archive, settings.gate(today, "never"), settings)
    write(renderer("html")(view), target)
    say_faults(view)
    if target is not None:
        click.echo(Path(target).resolve())
    return exit_code(view)
