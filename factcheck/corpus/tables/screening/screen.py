"""Reduces a large table to the rows that rules need, by comparing the intervals of its values.

If all intervals of a topic meet one another, its rows can give no mismatch: they are counted, and
become no claims. docs/tables.md says which checks this leaves out.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TextIO

from factcheck.corpus.files import Files, TableFile
from factcheck.corpus.load import registries_of
from factcheck.corpus.tables.engines import NoEngine
from factcheck.corpus.tables.keyed_rows import rows_of
from factcheck.corpus.tables.mapping import Columns, read_columns
from factcheck.corpus.tables.screening.limits import MOST_BAD, MOST_LOOKED_AT, Few
from factcheck.corpus.tables.screening.streaming import Rows, screen
from factcheck.corpus.tables.screening.texts import Texts
from factcheck.corpus.tables.table_rows import Picked, Row
from factcheck.corpus.yaml.documents import Diagnostics
from factcheck.model import Diagnostic, Location, Screened

LONGEST = 4_000_000
"""Characters of a line: a file without line ends would else be held whole."""


def screened(files: Files, path: Path, engine: str = "") -> Files:
    """The files of a table with only those rows that must be checked in full.

    `engine` is NAME or NAME=ADDRESS; without one, texts are streamed, and polars works on Parquet.
    Raises NoEngine.
    """
    table, diagnostics = files.table, Few()
    assert table is not None
    columns = read_columns(table.mapping_path, table.mapping, Diagnostics())
    if path.suffix.lower() == ".parquet":
        from factcheck.corpus.tables.screening.parquet_tables import parquet

        picked, described = parquet(files, path, engine, columns, diagnostics)
    elif engine:
        raise NoEngine(
            f"'{table.path}' is text, which is read row by row: leave --engine out, or write the "
            "table as Parquet"
        )
    else:
        texts = Texts(*registries_of(files), columns)
        picked, described = screen(_streamed(table, path, columns), texts, columns, diagnostics)
    return _with(files, table, picked, described, diagnostics)


def _with(
    files: Files, table: TableFile, picked: Picked, described: Screened | None, diagnostics: Few
) -> Files:
    """The files with these rows; `told` is None where they are all that there are."""
    found = (*files.diagnostics, *diagnostics.all())
    table = replace(table, picked=picked)
    if described is None:
        return replace(files, diagnostics=found, table=table)
    found += tuple(_beyond(table.path, described, diagnostics.more))
    return replace(files, diagnostics=found, partial=True, table=table, screened=described)


def _streamed(table: TableFile, path: Path, columns: Columns) -> Rows:
    """The rows of a text table, read from the file itself."""

    def opened(newline: str) -> Any:
        return _Lines(path.open(encoding="utf-8-sig", newline=newline))

    def rows(diagnostics: Diagnostics) -> Iterator[Row]:
        with path.open("rb") as file:
            begin = file.read(2)
        if begin in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) or b"\x00" in begin:
            hint = "save it as UTF-8; in a spreadsheet: 'CSV UTF-8'"
            diagnostics.add(Location(table.path, 1, 1), "the file is written in UTF-16", hint)
            return
        last = 1
        try:
            for row in rows_of(table.path, opened, columns, diagnostics):
                last = row.line
                yield row
        except _TooLong:
            diagnostics.add(
                Location(table.path, last + 1, 1),
                f"a line of more than {LONGEST:,} characters begins here; no row from here on is "
                "read",
                "end each row with a line end; a quotation mark that is meant is written twice",
            )
        except UnicodeDecodeError as error:
            byte = error.object[error.start : error.start + 1].hex().upper()
            diagnostics.add(
                Location(table.path, last + 1, 1),
                f"the file is not UTF-8: the byte 0x{byte} stands here or further down; no row "
                "from here on is read",
                "save the file as UTF-8 (in the editor: 'Save with encoding')",
            )

    return rows


class _TooLong(Exception):
    """A line exceeds the limit of characters."""


class _Lines:
    """The lines of a text, none of them longer than LONGEST. Iterating raises _TooLong."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def __enter__(self) -> _Lines:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __iter__(self) -> Iterator[str]:
        while line := self._file.readline(LONGEST):
            if len(line) == LONGEST:
                raise _TooLong
            yield line


def _beyond(path: str, described: Screened, more: int) -> Iterator[Diagnostic]:
    """The numbers of diagnostics and topics beyond the limits."""
    unnamed = more + max(described.bad - MOST_BAD, 0)
    if unnamed:
        yield Diagnostic(
            Location(path, 1, 1),
            f"{unnamed:,} more rows cannot be read, and are not named one by one",
            "mend those that are named, and check again",
        )
    if described.left:
        yield Diagnostic(
            Location(path, 1, 1),
            f"{described.disagreeing:,} topics disagree; {described.left:,} of their rows are not "
            "looked at: "
            f"at most {MOST_LOOKED_AT:,} are in one run",
            "split the table by subject, or settle the first ones and check again",
        )
