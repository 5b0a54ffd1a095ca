"""`factcheck baseline`: known findings from the day when the gate was set up."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli_support import options
from factcheck.cli_support.configured import archive_in, settings_in
from factcheck.cli_support.exits import FAULTY_FILES, NOTHING, UsageError
from factcheck.cli_support.file_writing import PendingWrite, save

if TYPE_CHECKING:
    from factcheck.pipeline import Looked


@click.group()
def command() -> None:
    """Keep the findings that are there already from failing the check.

    The baseline is the file baseline.jsonl of a corpus, a line for each finding. It should only
    shrink: what is new is decided with `factcheck resolve`, or corrected.
    """


@command.command()
@options.corpus
@options.today
@options.archive
@click.pass_context
def create(context: click.Context, /, path: Path, today: date, **_: object) -> int:
    """Write the baseline of PATH (default: claims): all findings that nobody has decided.

    Never overwrites one that is there. Notes are left out: they never fail.
    """
    from factcheck.judging.baseline import to_keep, write_lines

    file = _file(path)
    if os.path.lexists(file):
        raise UsageError(
            f"{file} is there already, and is never overwritten: "
            "`factcheck baseline prune` takes out what is no longer found. "
            "To start over, delete the file first."
        )
    looked, before = _looked(context, path, today)
    if (code := _incomplete(looked)) is not None:
        return code
    kept = to_keep(looked.judged)
    save(path, [PendingWrite(file, before, write_lines(kept))])
    click.echo(f"{file}: {_findings(len(kept))}")
    return 0


@command.command()
@options.corpus
@options.today
@options.archive
@click.pass_context
def prune(context: click.Context, /, path: Path, today: date, **_: object) -> int:
    """Take out of the baseline of PATH what is no longer found, and what was decided.

    Never adds a line.
    """
    from factcheck.judging.baseline import still_needed, write_lines

    file = _there(path)
    looked, before = _looked(context, path, today)
    if (code := _incomplete(looked)) is not None:
        return code
    known = looked.record.known
    kept = still_needed(known, looked.judged)
    if len(kept) < len(known):
        save(path, [PendingWrite(file, before, write_lines(kept))])
    click.echo(f"{file}: {_findings(len(kept))}, {len(known) - len(kept)} taken out")
    return 0


@command.command()
@options.corpus
@options.today
@options.archive
@click.pass_context
def renew(context: click.Context, /, path: Path, today: date, **_: object) -> int:
    """Have the lines of PATH's baseline say what their findings rest on today.

    For lines that earlier versions wrote: each claim gets a digest of what it means, so that the
    finding fails again where its status, conditions or credit changes. What has changed since the
    baseline was written stays as it is.
    """
    from factcheck.judging.baseline import renewed, write_lines

    file = _there(path)
    looked, before = _looked(context, path, today)
    if (code := _incomplete(looked)) is not None:
        return code
    known = looked.record.known
    kept = renewed(known, looked.judged)
    changed = sum(a.values != b.values for a, b in zip(known, kept, strict=True))
    if changed:
        save(path, [PendingWrite(file, before, write_lines(kept))])
    click.echo(f"{file}: {_findings(len(kept))}, {changed} renewed")
    return 0


@command.command()
@options.corpus
def show(path: Path) -> None:
    """Print what the baseline of PATH holds, a line for each finding."""
    from factcheck.corpus import read_files
    from factcheck.judging.baseline import read
    from factcheck.text.hostile import inert, visible

    _there(path)
    baseline = read_files(path).baseline
    lines = () if baseline is None else read(*baseline)
    for known in sorted(lines, key=lambda one: (one.rule, one.topic, one.id)):
        values = " / ".join(v.value for v in known.values)
        stated = f"{known.id}  {known.rule}  {known.topic}: {values}"
        click.echo(inert(visible(stated)))


def _file(path: Path) -> Path:
    """The baseline of a corpus. Raises UsageError if PATH is only a part of one."""
    from factcheck.corpus.files import BASELINE

    if path.exists() and not path.is_dir():
        raise UsageError(f"A baseline is that of a whole corpus: give its folder, not '{path}'.")
    return path / BASELINE


def _there(path: Path) -> Path:
    file = _file(path)
    if path.exists() and not os.path.lexists(file):
        raise UsageError(f"There is no {file}. Type: factcheck baseline create")
    return file


def _looked(context: click.Context, path: Path, today: date) -> tuple[Looked, bytes | None]:
    """The run, and the baseline that it read: only that content is replaced."""
    from factcheck.corpus import read_files
    from factcheck.pipeline import look

    settings, files = settings_in(context), read_files(path)
    looked = look(files, archive_in(context), settings.gate(today), settings)
    return looked, None if files.baseline is None else files.baseline[1]


def _incomplete(looked: Looked) -> int | None:
    """The exit code if the check is incomplete; nothing is written then."""
    from factcheck.report.terminal_lines import error_line

    for diagnostic in looked.diagnostics:
        click.echo(error_line(diagnostic), err=True)
    if looked.diagnostics:
        click.echo("Nothing is written: mend these files first.", err=True)
        return FAULTY_FILES
    if not looked.compared.claims:
        click.echo("Nothing is written: no claims were found.", err=True)
        return NOTHING
    return None


def _findings(count: int) -> str:
    return f"{count} finding{'' if count == 1 else 's'}"
