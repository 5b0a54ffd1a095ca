"""`factcheck report`: the page that an editor opens."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.commands import options
from factcheck.commands.check import exit_code, say_faults
from factcheck.commands.configured import archive_in, base_in, settings_in
from factcheck.commands.faults import UsageFault
from factcheck.commands.output import write
from factcheck.commands.targets import refuse_checked_file

if TYPE_CHECKING:
    from factcheck.judging.since import EarlierRun


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
@click.option(
    "--against",
    metavar="REF",
    help="Say what is new since HEAD and REF parted, as origin/main.",
)
@click.option(
    "--since",
    metavar="OLD.json",
    type=click.Path(path_type=Path),
    help="Say what is new since an earlier run wrote OLD.json, with `check -o json:OLD.json`.",
)
@options.today
@options.archive
@click.pass_context
def command(
    context: click.Context,
    /,
    path: Path,
    file: str,
    against: str | None,
    since: Path | None,
    today: date,
    **_: object,
) -> int:
    """Write an HTML report on the claims in PATH (default: claims), and print where it is.

    Findings do not fail this command; faults in files do (exit code 3), and an empty corpus (5).
    """
    from factcheck.loading import read_files
    from factcheck.pipeline import look, told
    from factcheck.reports.base import renderer

    if against is not None and since is not None:
        raise UsageFault("Give --against or --since: a report is held against one of them.")

    archive, settings = archive_in(context), settings_in(context)
    target = None if file == "-" else file
    refuse_checked_file(target, path, archive)
    files = read_files(path)
    base, there = base_in(context, path, against)
    earlier = base if since is None else _earlier(since, target)
    gate = settings_in(context).gate(today, "never")
    view = told(look(files, archive, gate, settings, earlier, there), str(path))
    write(renderer("html")(view), target)
    say_faults(view)
    if target is not None:
        click.echo(Path(target).resolve())
    return exit_code(view)


def _earlier(file: Path, target: str | None) -> EarlierRun:
    """What an earlier run found. Raises UsageFault."""
    from factcheck.judging.since import UnusableRun, read
    from factcheck.loading.folder import CannotRead, plain_file, shown

    if target is not None and Path(target).resolve() == file.resolve():
        raise UsageFault(f"{shown(file)} is read: give another file for the report.")
    try:
        return read(shown(file), plain_file(file))
    except CannotRead as why:
        message, hint = why.args
        raise UsageFault(f"{shown(file)}: {message}: {hint}.") from None
    except UnusableRun as why:
        raise UsageFault(str(why)) from None
