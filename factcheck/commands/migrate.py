"""`factcheck migrate`: rewrites the corpus of an earlier version to the current keys."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli_support import options
from factcheck.cli_support.configured import settings_in
from factcheck.cli_support.exits import FAULTY_FILES
from factcheck.cli_support.file_writing import PendingWrite, save

if TYPE_CHECKING:
    from factcheck.corpus import Files
    from factcheck.corpus.revisions.migrating_files import Migrated
    from factcheck.model import Diagnostic


@click.command()
@options.corpus
@click.option("--dry-run", is_flag=True, help="Say what would change, and write nothing.")
@click.option("--diff", is_flag=True, help="Show the lines that would change; write nothing.")
@click.pass_context
def command(context: click.Context, /, path: Path, dry_run: bool, diff: bool) -> int:
    """Rewrite the corpus in PATH (default: claims) from the keys of earlier versions.

    `modality` becomes `status`; `perimeter` becomes a part of `covers`, and an attribute's
    `perimeters` its `coverages`. Rules get their new names in decisions, the baseline and the
    settings. All else in the files stays byte for byte. A file that cannot be rewritten is named
    with the reason, and left (exit code 3).
    """
    from factcheck.corpus import folder_of, read_files
    from factcheck.corpus.revisions.migrating_files import migrated_files

    files = read_files(path)
    folder = folder_of(path)
    settings = _settings(context)
    maps, unread = _maps(files, folder)
    found = migrated_files(files, maps, settings)
    diagnostics = [
        *files.diagnostics,
        *unread,
        *(diagnostic for one in found for diagnostic in one.diagnostics),
    ]
    changed = [one for one in found if one.text is not None]
    if not (dry_run or diff):
        _write([one for one in changed if one.path in settings], None)
        _write([one for one in changed if one.path not in settings], folder)
    click.echo("".join(_shown(changed, diff)), nl=False)
    if not changed and not diagnostics:
        click.echo("Nothing is to be changed: all keys are those of today.")
    _say_diagnostics(diagnostics)
    return FAULTY_FILES if diagnostics else 0


def _maps(files: Files, folder: Path) -> tuple[Mapping[str, bytes], tuple[Diagnostic, ...]]:
    """The column maps of tables, and those that cannot be read."""
    from factcheck.corpus.folder import maps_in

    if files.table is None:
        return maps_in(folder)
    table = files.table
    return ({} if table.mapping is None else {table.mapping_path: table.mapping}), ()


def _settings(context: click.Context) -> Mapping[str, bytes]:
    """The settings file in effect, by its path; empty without one."""
    from factcheck.corpus.plain_files import plain_file

    file = settings_in(context).file
    return {file: plain_file(Path(file))} if file else {}


def _write(changed: list[Migrated], folder: Path | None) -> None:
    changes = [PendingWrite(Path(one.path), one.before, one.text or "") for one in changed]
    for change in changes if folder is None else ():
        save(change.file.parent, [change])
    if folder is not None:
        save(folder, changes)


def _shown(changed: list[Migrated], diff: bool) -> Iterator[str]:
    from factcheck.text.hostile import inert, visible

    for one in changed:
        counts = ", ".join(f"{count} × {what}" for what, count in one.counts.items())
        yield inert(visible(f"{one.path}: {counts}")) + "\n"
        for line in _lines(one) if diff else ():
            yield inert(visible(line)) + "\n"


def _lines(one: Migrated) -> Iterator[str]:
    before, after = one.before.decode().split("\n"), (one.text or "").split("\n")
    for line in difflib.unified_diff(before, after, one.path, one.path, lineterm=""):
        yield line.removesuffix("\r")


def _say_diagnostics(diagnostics: list[Diagnostic]) -> None:
    from factcheck.report.terminal_lines import error_line

    for one in sorted(set(diagnostics)):
        click.echo(error_line(one), err=True)
    if diagnostics:
        click.echo("These files are left as they are: mend them, and migrate again.", err=True)
