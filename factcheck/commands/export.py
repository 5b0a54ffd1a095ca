"""`factcheck export`: claims, positions and findings as tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli_support import options
from factcheck.cli_support.configured import archive_in, settings_in
from factcheck.cli_support.exits import FAULTY_FILES, UsageError
from factcheck.cli_support.output import echo, write_all
from factcheck.cli_support.targets import refuse_checked_file

if TYPE_CHECKING:
    from factcheck.model import Diagnostic

NAME = re.compile(r"(claims|positions|findings)\b[^/]*\.(csv|tsv|jsonl|parquet)")


files_option = click.option(
    "-o",
    "--output",
    "files",
    metavar="FILE",
    multiple=True,
    required=True,
    help="The file to write: claims, positions or findings, ending in .csv, .tsv, .jsonl or "
    ".parquet. May be repeated.",
)


@click.command()
@options.corpus_or_table
@files_option
@options.today
@options.archive
@click.pass_context
def command(
    context: click.Context, /, path: Path, files: tuple[str, ...], today: date, **_: object
) -> int:
    """Write the claims in PATH (default: claims), or what was found, as tables.

    The name of FILE says what it holds and how, as in claims.csv or findings-2026.jsonl. What a
    spreadsheet would run as a formula gets an apostrophe in front. Findings do not fail this
    command; faults in files do (exit code 3).
    """
    from factcheck.corpus import read_files
    from factcheck.export import TABLES, written
    from factcheck.pipeline import look

    archive, settings = archive_in(context), settings_in(context)
    asked = _asked(files, path, archive)
    looked = look(
        read_files(path, context.params["engine"]), archive, settings.gate(today, "never"), settings
    )
    write_all(
        (written(format, TABLES[name], looked.compared, looked.judged), file)
        for name, format, file in asked
    )
    _say_diagnostics(looked.diagnostics)
    for file in files:
        echo(Path(file).resolve())
    return FAULTY_FILES if looked.diagnostics else 0


def _say_diagnostics(diagnostics: Iterable[Diagnostic]) -> None:
    from factcheck.report.terminal_lines import error_line

    for diagnostic in diagnostics:
        echo(error_line(diagnostic), err=True)


def _asked(
    files: tuple[str, ...], corpus: Path, archive: Path | None
) -> list[tuple[str, str, str]]:
    """Table, format and file of each argument. Raises UsageError."""
    if len({Path(file).resolve() for file in files}) < len(files):
        raise UsageError("Two tables go to one file: give each a name of its own.")
    return [(*_meant(file, corpus, archive), file) for file in files]


def _meant(file: str, corpus: Path, archive: Path | None) -> tuple[str, str]:
    """The table and the format in a file's name. Raises UsageError."""
    refuse_checked_file(file, corpus, archive)
    named = NAME.fullmatch(Path(file).name)
    if named is None:
        raise UsageError(
            f"'{file}' does not say what to write: name it claims, positions or findings, "
            "and end it in .csv, .tsv, .jsonl or .parquet."
        )
    return named[1], named[2]
