"""`factcheck check`: the gate."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.commands import options
from factcheck.commands.configured import archive_in, base_in, chosen, gate_in, is_set, settings_in
from factcheck.commands.faults import FAULTY_FILES, FOUND, NOTHING, STALE
from factcheck.commands.output import append, echo, rendered, write_all
from factcheck.commands.targets import Target, parse_targets
from factcheck.model import Diagnostic
from factcheck.reports.base import appends, formats

if TYPE_CHECKING:
    from factcheck.model import Claim
    from factcheck.pipeline import Looked
    from factcheck.reporting import ReportView

SAYS_FAULTS = ("text", "concise")
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
    targets = _targets(context, path, asked)
    looked = _looked(context, path, against, today)
    view = _view(context, looked, path)
    write_all(((rendered(view, t.format), t.file) for t in targets), _colors(color))
    _append_summaries(context, view, targets)
    _say_unsaid_faults(view, targets)
    drafts_fail = _say_drafts(context, looked.compared.drafts)
    return exit_code(view, chosen(context, "stale") == "error", drafts_fail)


def _view(context: click.Context, looked: Looked, path: Path) -> ReportView:
    """What is told of the run: stale records, too, unless the settings that hold ignore them."""
    from factcheck.pipeline import told
    from factcheck.reporting.lazy import altered

    view = told(looked, str(path))
    return altered(view, stale=()) if chosen(context, "stale") == "ignore" else view


def _targets(context: click.Context, path: Path, asked: tuple[str, ...]) -> Sequence[Target]:
    """What is written where: as typed, else as set, else as usual."""
    output = asked or (settings_in(context).get("output") or _usual(),)
    return parse_targets(output, formats(), path, archive_in(context))


def _say_drafts(context: click.Context, drafts: Sequence[Claim]) -> bool:
    """Name the claims that nobody has confirmed, where that is asked for; whether they fail."""
    from factcheck.reports.text import fault

    wanted = chosen(context, "drafts")
    for claim in drafts if wanted != "ignore" else ():
        about = f"{claim.subject_text}, {claim.attribute.id}: “{claim.text}”"
        message = f"a draft, which is compared with nothing: {about}"
        echo(
            fault(Diagnostic(claim.at("draft"), message, "delete 'draft' to confirm it")), err=True
        )
    return bool(drafts) and wanted == "fail"


def _say_unsaid_faults(view: ReportView, targets: Iterable[Target]) -> None:
    if not any(t.format in SAYS_FAULTS and t.file is None for t in targets):
        say_faults(view)


def _looked(context: click.Context, path: Path, against: str | None, today: date) -> Looked:
    from factcheck.loading import read_files
    from factcheck.pipeline import look

    archive, settings = archive_in(context), settings_in(context)
    files = read_files(path, context.params["engine"])
    base, there = base_in(context, path, against)
    return look(files, archive, gate_in(context, today), settings, base, there)


def _usual() -> str:
    """Frames for people; lines for whatever else reads standard output."""
    return "text" if sys.stdout.isatty() else "concise"


def _colors(choice: str) -> bool | None:
    """What becomes of colours; None: as the terminal and the environment have it."""
    return None if choice == "auto" else choice == "always"


def _append_summaries(context: click.Context, view: ReportView, targets: Iterable[Target]) -> None:
    """What a CI system shows beside its log."""
    wanted = {want for t in targets if (want := appends(t.format)) is not None}
    for variable, summary_format in sorted(wanted):
        if is_set(context, variable):
            append(rendered(view, summary_format), variable, context.obj)


def say_faults(view: ReportView) -> None:
    """The faults of files, to people."""
    from factcheck.reports.text import fault

    for diagnostic in view.diagnostics:
        echo(fault(diagnostic), err=True)


def exit_code(view: ReportView, stale_fails: bool = False, drafts_fail: bool = False) -> int:
    """Faults of files weigh most, then an empty corpus, then what was found, then stale records."""
    if view.diagnostics:
        return FAULTY_FILES
    if dict(view.summary)["claims"] == 0:
        echo("There is nothing to check: no claims were found.", err=True)
        return NOTHING
    if drafts_fail or any(f.fails for f in view.findings):
        return FOUND
    return STALE if stale_fails and view.stale else 0
