"""`factcheck report`: writes the HTML report for an editor."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli_support import options
from factcheck.cli_support.configured import archive_in, base_in, settings_in
from factcheck.cli_support.exits import UsageError
from factcheck.cli_support.output import echo, write
from factcheck.cli_support.targets import refuse_checked_file
from factcheck.commands.check import exit_code, say_diagnostics

if TYPE_CHECKING:
    from factcheck.judging.earlier_run import EarlierRun
    from factcheck.pipeline import Looked


@click.command()
@options.corpus_or_table
@options.report_file
@options.news_against
@options.since
@options.today
@options.archive
@options.report_language
@click.pass_context
def command(
    context: click.Context,
    /,
    path: Path,
    file: str,
    against: str | None,
    since: Path | None,
    today: date,
    language: str,
    **_: object,
) -> int:
    """Write an HTML report on the claims in PATH (default: claims), and print where it is.

    Findings do not fail this command; faults in files do (exit code 3), and an empty corpus (5).
    """
    from factcheck.formats.base import render
    from factcheck.pipeline import described

    if against is not None and since is not None:
        raise UsageError("Give --against or --since: a report is held against one of them.")
    target = None if file == "-" else file
    refuse_checked_file(target, path, archive_in(context))
    run = None if since is None else _earlier(context, since, target)
    looked = _looked(context, path, against, run, today)
    report = described(looked, str(path), language)
    write(render(report, "html"), target)
    say_diagnostics(report.summary)
    if target is not None:
        echo(Path(target).resolve())
    return exit_code(report.summary)


def _looked(
    context: click.Context, path: Path, against: str | None, run: EarlierRun | None, today: date
) -> Looked:
    from factcheck.corpus import read_files
    from factcheck.pipeline import look

    archive, settings = archive_in(context), settings_in(context)
    files = read_files(path, context.params["engine"])
    base, there = base_in(context, path, against)
    gate = settings_in(context).gate(today, "never")
    return look(files, archive, gate, settings, base or run, there)


def _earlier(context: click.Context, file: Path, target: str | None) -> EarlierRun:
    """The findings of an earlier run. Raises UsageError."""
    from factcheck.corpus.plain_files import CannotRead, plain_file, shown
    from factcheck.judging.earlier_run import UnusableRun, read

    if target is not None and Path(target).resolve() == file.resolve():
        raise UsageError(f"{shown(file)} is read: give another file for the report.")
    try:
        return read(shown(file), plain_file(file))
    except CannotRead as why:
        message, hint = why.args
        raise UsageError(f"{shown(file)}: {message}: {hint}.") from None
    except UnusableRun as why:
        raise UsageError(str(why)) from None
