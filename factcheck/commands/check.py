"""`factcheck check`: the gate."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.commands import options
from factcheck.commands.faults import FAULTY_FILES, FOUND, NOTHING
from factcheck.commands.output import parse_targets, write

if TYPE_CHECKING:
    from factcheck.reporting import ReportView

FAIL_ON = ("error", "warning", "never")


@click.command()
@options.corpus
@click.option(
    "-o",
    "--output",
    "targets",
    multiple=True,
    metavar="FORMAT[:FILE]",
    help="text (default), json or html; to FILE, or to standard output. May be repeated.",
)
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    default="error",
    show_default=True,
    help="The least severity with which a finding fails the check.",
)
@options.archive
@options.color
def command(
    path: Path, targets: tuple[str, ...], fail_on: str, archive: Path | None, color: str
) -> int:
    """Compare the claims in PATH (default: claims) and say what clashes.

    Exits with 0 if nothing fails, 1 on failing findings, 2 on wrong usage, 3 if a file has a fault,
    5 if there is nothing to check, 70 on a fault of our own.
    """
    from factcheck.judging import Gate
    from factcheck.model import Severity
    from factcheck.pipeline import run
    from factcheck.reports.base import formats, renderer

    chosen = parse_targets(targets or ("text",), formats())
    gate = Gate(fail_on=None if fail_on == "never" else Severity(fail_on))
    view = run(path, archive, gate)
    for name, file in chosen:
        write(renderer(name)(view), file, _colors(color))
    if not any(name == "text" and file is None for name, file in chosen):
        for diagnostic in view.diagnostics:
            click.echo(str(diagnostic), err=True)
    return exit_code(view)


def _colors(choice: str) -> bool | None:
    """What click should do with colours; None: as the terminal and the environment have it."""
    return None if choice == "auto" else choice == "always"


def exit_code(view: ReportView) -> int:
    """Faults of files weigh most, then an empty corpus, then what was found."""
    if view.diagnostics:
        return FAULTY_FILES
    if dict(view.summary)["claims"] == 0:
        click.echo("There is nothing to check: no claims were found.", err=True)
        return NOTHING
    return FOUND if any(f.fails for f in view.findings) else 0
