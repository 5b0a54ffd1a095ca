"""`factcheck check`: the gate."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli_support import options
from factcheck.cli_support.configured import (
    archive_in,
    base_in,
    chosen,
    gate_in,
    is_set,
    settings_in,
)
from factcheck.cli_support.exits import FAULTY_FILES, FOUND, NOTHING, STALE
from factcheck.cli_support.output import append, echo, write_all
from factcheck.cli_support.targets import Target, parse_targets
from factcheck.formats.base import appends, formats

if TYPE_CHECKING:
    from factcheck.model import Claim
    from factcheck.report.build import Report
    from factcheck.report.summary import Summary

SAYS_DIAGNOSTICS = ("text", "concise")
"""Formats that say the faults of files themselves; beside the others, standard error does."""


@click.command()
@options.corpus_or_table
@options.outputs
@options.against
@options.fail_on
@options.stale
@options.drafts
@options.today
@options.archive
@options.color
@click.pass_context
def command(
    context: click.Context,
    /,
    path: Path,
    asked: tuple[str, ...],
    against: str | None,
    today: date,
    color: str,
    **_: object,
) -> int:
    """Compare the claims in PATH (default: claims) and say what clashes.

    PATH is a folder, one of its sources, or a table: .csv, .tsv, .jsonl or .parquet.

    Exits with 0 if nothing fails, 1 on failing findings (with --drafts=fail, on drafts, too), 2 on
    wrong usage, an unusable baseline, a missing REF or engine, 3 if a file has a fault, 4 on stale
    records alone (with --stale=error), 5 if there is nothing to check, 70 on a fault of our own.
    """
    output = asked or (settings_in(context).get("output") or _usual(),)
    targets = parse_targets(output, formats(), path, archive_in(context))
    report = _report(context, path, against, today)
    if (stale := chosen(context, "stale")) == "ignore":  # with --against, as the base has it
        report = replace(report, summary=replace(report.summary, stale=()))
    _write(context, report, targets, _colors(color))
    _say_unstated_diagnostics(report.summary, targets)
    drafts_fail = _say_drafts(context, report.run.look.compared.drafts)
    return exit_code(report.summary, stale == "error", drafts_fail)


def _say_drafts(context: click.Context, drafts: Sequence[Claim]) -> bool:
    """Name the unconfirmed claims, if asked to; returns whether they fail the check."""
    from factcheck.model import Diagnostic
    from factcheck.report.terminal_lines import error_line

    wanted = chosen(context, "drafts")
    for claim in drafts if wanted != "ignore" else ():
        about = f"{claim.subject_text}, {claim.attribute.id}: “{claim.text}”"
        message = f"a draft, which is compared with nothing: {about}"
        echo(
            error_line(Diagnostic(claim.at("draft"), message, "delete 'draft' to confirm it")),
            err=True,
        )
    return bool(drafts) and wanted == "fail"


def _write(
    context: click.Context, report: Report, targets: Iterable[Target], color: bool | None
) -> None:
    """Write all requested reports; then what a CI system shows beside its log."""
    from factcheck.formats.base import rendered

    appended = _appended(context, targets)
    texts = rendered(report, (*(t.format for t in targets), *appended.values()))
    write_all(((texts[t.format], t.file) for t in targets), color)
    for variable, format in appended.items():
        append(texts[format], variable, context.obj)


def _say_unstated_diagnostics(summary: Summary, targets: Iterable[Target]) -> None:
    if not any(t.format in SAYS_DIAGNOSTICS and t.file is None for t in targets):
        say_diagnostics(summary)


def _report(context: click.Context, path: Path, against: str | None, today: date) -> Report:
    from factcheck.corpus import read_files
    from factcheck.pipeline import described, look

    archive, settings = archive_in(context), settings_in(context)
    files = read_files(path, context.params["engine"])
    base, there = base_in(context, path, against)
    looked = look(files, archive, gate_in(context, today), settings, base, there)
    return described(looked, str(path))


def _usual() -> str:
    """The default format: text for a terminal, concise for anything else."""
    return "text" if sys.stdout.isatty() else "concise"


def _colors(choice: str) -> bool | None:
    """Whether output has colours; None: the terminal and the environment decide."""
    return None if choice == "auto" else choice == "always"


def _appended(context: click.Context, targets: Iterable[Target]) -> Mapping[str, str]:
    """The summaries for a CI system: formats, by the variable that names the file."""
    wanted = {want for t in targets if (want := appends(t.format)) is not None}
    return {variable: format for variable, format in sorted(wanted) if is_set(context, variable)}


def say_diagnostics(summary: Summary) -> None:
    """Print the diagnostics for people."""
    from factcheck.report.terminal_lines import error_line

    for diagnostic in summary.diagnostics:
        echo(error_line(diagnostic), err=True)


def exit_code(summary: Summary, stale_fails: bool = False, drafts_fail: bool = False) -> int:
    """The exit code. Diagnostics come first, then an empty corpus, then findings, then stale
    records.
    """
    if summary.diagnostics:
        return FAULTY_FILES
    if summary.count("claims") == 0:
        echo("There is nothing to check: no claims were found.", err=True)
        return NOTHING
    if drafts_fail or any(f.fails for f in summary.findings):
        return FOUND
    return STALE if stale_fails and summary.stale else 0
