"""Reads rows from the text of a table, one after another: CSV, TSV and JSONL, of any length.

A row stores the line in which it begins, and every cell the number of its column: a place in a
table is path:line:column as a spreadsheet counts them.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any, TextIO

from factcheck.corpus.tables.cells import undefused
from factcheck.corpus.yaml.characters import UNSEEN, unseen_sentence
from factcheck.corpus.yaml.documents import Diagnostics
from factcheck.model import Location
from factcheck.model.frozen import dataclass

REQUIRED = ("source", "subject", "attribute", "value", "published", "language")

Cell = str | bool | list[str] | None

Opened = Callable[[str], TextIO]
"""The text from its beginning; the argument says what ends a line, as that of `open`."""


def opened(text: str) -> Opened:
    """Open a text that is in memory already."""
    return lambda newline: io.StringIO(text, newline=newline)


MOST = 131_072
"""How many characters a cell may have."""

_NEVER_CLOSED = 4_000_000
"""After so many characters, a quotation mark that is not closed is taken for one that never is."""

_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the line in which it begins, and its cells as (name or number, column, cell)."""

    line: int
    cells: Sequence[tuple[str, int, Cell]]


@dataclass(frozen=True, slots=True)
class Picked:
    """The rows of a table that become claims, and counts of the others.

    `heads` are rows that only describe their source. `keys` are the qualifiers that narrow an
    undeclared attribute, in all rows of the table.
    """

    rows: Iterable[Row] = ()
    heads: Iterable[Row] = ()
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def header_of(text: Opened, delimiter: str) -> tuple[str, ...]:
    """The first row of a CSV, without outer spaces; empty if there is none."""
    with text("") as lines:
        try:
            return tuple(cell.strip() for cell in next(_reader(lines, delimiter), []))
        except csv.Error:
            return ()


def separated_rows(
    path: str, text: Opened, delimiter: str, keys: Sequence[str | None], diagnostics: Diagnostics
) -> Iterator[Row]:
    """The rows below the header with a cell for each column, under its key.

    Columns whose key is None and empty cells are left out, except for required keys.
    """
    with text("") as lines:
        yield from _below(path, _reader(lines, delimiter), keys, diagnostics)


def _below(
    path: str, reader: Any, keys: Sequence[str | None], diagnostics: Diagnostics
) -> Iterator[Row]:
    next(reader)
    plan = [(key, column, key in REQUIRED) for column, key in enumerate(keys, 1)]
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if not _goes_on(path, line, str(error), diagnostics):
                return
            continue
        if not any(cells):
            continue
        if max(map(len, cells)) > MOST:
            column = next(number for number, cell in enumerate(cells, 1) if len(cell) > MOST)
            count = f"{len(cells[column - 1]):,} characters"
            message = f"the cell has {count}, and {MOST:,} are the most"
            diagnostics.add(Location(path, line, column), message, "shorten it, or split the row")
            continue
        if len(cells) != len(keys):
            diagnostics.add(
                Location(path, line, min(len(cells), len(keys)) + 1),
                f"the row has {_count(len(cells), 'cell')}, the header "
                f"{_count(len(keys), 'column')}",
                "write a cell for each column; a text that holds the delimiter goes in quotes",
            )
            continue
        named = [
            (key, column, undefused(cell) or None)
            for (key, column, needed), cell in zip(plan, cells, strict=True)
            if key is not None and (cell or needed)
        ]
        whole = "".join(cells)
        if (whole.isascii() and whole.isprintable()) or _is_seen(path, line, named, diagnostics):
            yield Row(line, named)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _reader(lines: TextIO, delimiter: str) -> Any:
    csv.field_size_limit(_NEVER_CLOSED)  # else a long cell ends the reading of all below it
    return csv.reader(lines, delimiter=delimiter, strict=True)


def _goes_on(path: str, line: int, why: str, diagnostics: Diagnostics) -> bool:
    """Report a row that the parser refused; False if the start of the next row is unknown."""
    if "expected after" in why:
        message = "text stands behind a closing quotation mark"
        hint = 'inside quotes, write a quotation mark twice: "say ""yes"" to it"'
        diagnostics.add(Location(path, line, 1), message, hint)
        return True
    message = "the row that begins here has a quotation mark that is never closed"
    if "field larger" in why:
        message = f"a cell of this row has more than {_NEVER_CLOSED:,} characters"
    diagnostics.add(
        Location(path, line, 1),
        f"{message}; no row from here on is read",
        'close it; a quotation mark that is meant is written twice, inside quotes: "5"" disk"',
    )
    return False


def json_rows(path: str, text: Opened, diagnostics: Diagnostics) -> Iterator[Row]:
    """The lines that contain an object of texts, lists of texts, true and false."""
    with text("\n") as lines:
        yield from _objects(path, lines, diagnostics)


def _objects(path: str, lines: TextIO, diagnostics: Diagnostics) -> Iterator[Row]:
    for line, ended in enumerate(lines, 1):
        written = ended.removesuffix("\n")
        if not written.strip():
            continue
        try:
            found = _DECODER.decode(written)
        except (ValueError, RecursionError) as error:
            column = error.colno if isinstance(error, json.JSONDecodeError) else 1
            diagnostics.add(
                Location(path, line, column),
                "the line is not JSON",
                'write one object in each line: {"source": "…", "subject": "…", …}',
            )
            continue
        if not isinstance(found, _Object):
            diagnostics.add(Location(path, line, 1), "the line is no object", "write it in { }")
        elif _is_plain(path, line, found, diagnostics):
            yield Row(line, found)


class _Object(list[tuple[str, int, Cell]]):
    """The object of a line with its keys in order, repeated ones included."""

    def __init__(self, pairs: Sequence[tuple[str, Cell]]) -> None:
        super().__init__((name, column, cell) for column, (name, cell) in enumerate(pairs, 1))


# Numbers stay the texts that they are: 1.10 is not 1.1.
_DECODER = json.JSONDecoder(
    object_pairs_hook=_Object, parse_float=str, parse_int=str, parse_constant=str
)


def _is_plain(path: str, line: int, found: _Object, diagnostics: Diagnostics) -> bool:
    names: set[str] = set()
    for name, column, cell in found:
        texts: Any = [cell] if cell.__class__ is not list else cell
        if name in names:
            sentence = (f"the key '{name[:60]}' is written twice", "keep one of the two")
        elif any(isinstance(text, list) for text in texts):
            sentence = (
                f"'{name[:60]}' holds more than a text or a list of texts",
                "write a text; docs/tables.md shows what each column takes",
            )
        else:
            names.add(name)
            continue
        diagnostics.add(Location(path, line, column), *sentence)
        return False
    return _is_seen(path, line, found, diagnostics)


def seen(path: str, rows: Iterable[Row], diagnostics: Diagnostics) -> Iterator[Row]:
    """The rows whose characters are all visible."""
    yield from (row for row in rows if _is_seen(path, row.line, row.cells, diagnostics))


def _is_seen(
    path: str, line: int, cells: Sequence[tuple[str, int, Cell]], diagnostics: Diagnostics
) -> bool:
    """Whether all characters of a row are visible."""
    for _, column, cell in cells:
        for text in cell if isinstance(cell, list) else (cell,):
            if not isinstance(text, str) or (text.isascii() and text.isprintable()):
                continue
            if unseen := UNSEEN.search(text):
                diagnostics.add(Location(path, line, column), *unseen_sentence(unseen[0]))
                return False
            if half := _HALF.search(text):
                message = f"half a character: U+{ord(half[0]):04X}"
                diagnostics.add(Location(path, line, column), message, "write the whole character")
                return False
    return True
