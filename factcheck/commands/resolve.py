"""`factcheck resolve`: records a decision on a finding in a file of its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from factcheck.cli_support import options
from factcheck.cli_support.asking import MEANINGS, ask
from factcheck.cli_support.configured import archive_in, settings_in, settled
from factcheck.cli_support.exits import UsageError
from factcheck.cli_support.file_writing import PendingWrite, delete, save
from factcheck.cli_support.output import write

if TYPE_CHECKING:
    from factcheck.judging.policy import Policy
    from factcheck.model import JudgedFinding
    from factcheck.pipeline import Looked

DECISIONS = tuple(MEANINGS)
F = TypeVar("F", bound=Callable[..., Any])

SAYING = (
    click.option(
        "--decision",
        type=click.Choice(DECISIONS),
        metavar="WORD",
        help=f"What is decided: {', '.join(DECISIONS)}.",
    ),
    click.option("--prefer", help="The value that is preferred, with --decision=prefer."),
    click.option("--reason", help="Why: a sentence that a colleague can follow."),
    click.option("--by", help="Who decides; default: git's user."),
    click.option("--expires", metavar="DAY", help="The last day on which the decision holds."),
    click.option("--evidence", help="Where it can be checked: an address, a letter."),
    click.option("--ticket", help="The address of a ticket."),
)
"""What a decision says, as flags; without them it is asked for."""


DOING = (
    click.option("--replace", is_flag=True, help="Replace a decision that is there already."),
    click.option("--reopen", is_flag=True, help="Withdraw the decision on this finding."),
    click.option(
        "--renew",
        is_flag=True,
        help="Record what decisions that hold rest on today: digests of claims, and names that "
        "were changed. Without ID, in all of them.",
    ),
    click.option("--list", "listed", is_flag=True, help="List what is open, and what is decided."),
)
"""What is done with a decision, or with all of them."""


def _flags(command: F) -> F:
    for option in reversed((*SAYING, *DOING)):
        command = option(command)
    return command


@click.command()
@click.argument("id", required=False)
@options.corpus
@_flags
@options.today
@options.archive
@click.pass_context
def command(
    context: click.Context,
    /,
    id: str | None,
    path: Path,
    replace: bool,
    reopen: bool,
    renew: bool,
    listed: bool,
    today: date,
    archive: Path | None,
    **stated: str | None,
) -> None:
    """Decide on the finding ID of the corpus in PATH (default: claims).

    The beginning of an id will do. On a terminal, what is not given is asked for; elsewhere nothing
    is. The decision goes to a file in PATH/resolutions; no claim is ever changed.
    """
    if (listed or renew) and id is not None and (listed or Path(id).is_dir()):
        path, id = settled(context, Path(id)), None  # these two need none: it is the folder
    elif id is None and not (listed or renew):
        raise UsageError("Which finding? Give its id; `factcheck resolve --list` lists them.")
    desk = _desk(context, path, today)
    if listed:
        write("".join(f"{line}\n" for line in _listing(desk)), None)
        return
    _say_diagnostics(desk)
    if renew or id is None:
        _renew(desk, id)
    elif reopen:
        _reopen(desk, id)
    else:
        _decide(desk, id, stated, replace)


class ResolveDialog(NamedTuple):
    """A corpus to decide findings of, with the day of the decision."""

    path: Path
    today: date
    looked: Looked
    policy: Policy

    def file(self, id: str) -> Path:
        """The file of the decision on a finding."""
        from factcheck.corpus.files import RESOLUTIONS

        return self.path / RESOLUTIONS / f"{id}.yaml"

    def finding(self, id: str) -> JudgedFinding:
        """The finding that an id means. Raises UsageError."""
        by_id = {j.id: j for j in self.looked.judged.findings}
        return by_id[_meant(id, by_id)]

    def decided(self) -> dict[str, Path]:
        """The decided findings, each with its file."""
        return {r.finding: Path(r.location.path) for r in self.looked.record.resolutions}


def _desk(context: click.Context, path: Path, today: date) -> ResolveDialog:
    from factcheck.corpus import folder_of, is_table, read_files
    from factcheck.pipeline import look

    folder = folder_of(path) if path.exists() else path
    files = read_files(path if is_table(path) else folder)
    settings = settings_in(context)
    gate = settings.gate(today)
    looked = look(files, archive_in(context), gate, settings)
    return ResolveDialog(folder, today, looked, gate.policy)


def _say_diagnostics(desk: ResolveDialog) -> None:
    """Print the diagnostics of the files: the finding may lack a position because of them."""
    from factcheck.report.terminal_lines import error_line

    for diagnostic in desk.looked.diagnostics:
        click.echo(error_line(diagnostic), err=True)


def _meant(id: str, ids: dict[str, JudgedFinding] | dict[str, Path]) -> str:
    from factcheck.judging.resolving import Unknown, meant

    try:
        return meant(id, ids)
    except Unknown as why:
        raise UsageError(f"{why} `factcheck resolve --list` lists them.") from None


def _decide(desk: ResolveDialog, id: str, stated: dict[str, str | None], replace: bool) -> None:
    from factcheck.corpus.revisions.git_tree import user_name
    from factcheck.judging.resolving import text_of

    judged = desk.finding(id)
    file = desk.decided().get(judged.id, desk.file(judged.id))
    there = os.path.lexists(file)
    asking = sys.stdin.isatty() and None in (stated["decision"], stated["reason"])
    if there and not (replace or asking):
        raise UsageError(
            f"{file} decides on this finding already: give --replace to write another decision."
        )
    if asking:
        _show(desk, judged)
        if there and not replace:
            click.confirm(f"{file} is there already. Replace it?", abort=True)
        stated = ask(judged.finding, stated, user_name(desk.path), DECISIONS)
    given: dict[str, object] = dict(stated) | {"on": desk.today}
    given["by"] = stated["by"] or user_name(desk.path)
    _refuse_gaps(given)
    before = _read(file) if there else None
    text = text_of(judged.id, judged.finding, given, before)
    _refuse_diagnostics(desk, judged, file, text)
    save(desk.path, [PendingWrite(file, before, text)])
    click.echo(file)


def _read(file: Path) -> bytes:
    """The content of a decision's file. Raises UsageError."""
    from factcheck.corpus.plain_files import CannotRead, plain_file

    try:
        return plain_file(file)
    except CannotRead as why:
        message, hint = why.args
        raise UsageError(f"{file}: {message}: {hint}.") from None


def _show(desk: ResolveDialog, judged: JudgedFinding) -> None:
    from factcheck.formats.text import frame
    from factcheck.pipeline import described

    click.echo(frame(described(desk.looked, str(desk.path)).finding(judged.id)))


def _refuse_gaps(given: dict[str, object]) -> None:
    needed = {"decision": "--decision", "reason": "--reason", "by": "--by"}
    missing = [flag for key, flag in needed.items() if not str(given.get(key) or "").strip()]
    if missing:
        raise UsageError(f"A decision needs {' and '.join(missing)}.")


def _refuse_diagnostics(desk: ResolveDialog, judged: JudgedFinding, file: Path, text: str) -> None:
    """Raise UsageError with the file's diagnostics, so that nothing is written."""
    from factcheck.judging.resolving import check
    from factcheck.text.hostile import visible

    diagnostics = check(str(file), text, judged.id, judged.finding, desk.today, desk.policy)
    if diagnostics:
        stated = (f.message + (f" ({f.hint})" if f.hint else "") for f in diagnostics)
        raise UsageError("Nothing is written: " + visible("; ".join(stated)) + ".")


def _reopen(desk: ResolveDialog, id: str) -> None:
    decided = desk.decided()
    if not decided:
        raise UsageError(f"Nothing is decided in {desk.path}.")
    file = decided[_meant(id, decided)]
    delete(desk.path, file, _read(file))
    click.echo(f"{file} is deleted: the finding is open again.")


def _renew(desk: ResolveDialog, id: str | None) -> None:
    """Write current digests into the valid decisions, and name each changed file."""
    from factcheck.corpus.yaml.yaml_editor import CannotEdit
    from factcheck.judging.resolving import renewed
    from factcheck.model import State

    wanted = None if id is None else _meant(id, desk.decided())
    for judged in desk.looked.judged.findings:
        decision = judged.resolution
        if decision is None or wanted not in (None, judged.id):
            continue
        if judged.state is not State.RESOLVED:
            click.echo(f"{decision.location.path}: {judged.why!s} Decide again.", err=True)
            continue
        file = Path(decision.location.path)
        before = _read(file)
        try:
            text = renewed(before, judged.finding, decision)
        except CannotEdit as why:
            raise UsageError(f"{file} is left as it is: {why}") from None
        if text.encode() != before:
            save(desk.path, [PendingWrite(file, before, text)])
            click.echo(file)


def _listing(desk: ResolveDialog) -> Iterator[str]:
    """The open findings, then the decided ones, then decisions without a finding."""
    from factcheck.text.hostile import inert, visible

    found = desk.looked.judged.findings
    for judged in found:
        if judged.resolution is None:
            stated = f"{judged.severity}: {judged.finding.rule}  {judged.finding.message!s}"
            yield inert(visible(f"{judged.id}  {judged.state}  {stated}"))
    states = dict.fromkeys(desk.looked.judged.excluded_by, "left-out")
    states |= {j.id: j.state.value for j in found}
    for resolution in desk.looked.record.resolutions:
        state = states.get(resolution.finding, "gone")
        until = "" if resolution.expires is None else f", until {resolution.expires}"
        who = f"{resolution.decision} ({resolution.by}, {resolution.on}{until})"
        stated = f"{resolution.rule}  {resolution.topic}: {who}"
        yield inert(visible(f"{resolution.finding}  {state}  {stated}"))
