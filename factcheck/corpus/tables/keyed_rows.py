"""The rows of a table under the keys of files.md, however its columns are named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.corpus.files import TableFile
from factcheck.corpus.tables.cells import SEVERAL, joined
from factcheck.corpus.tables.mapping import Columns, read_columns
from factcheck.corpus.tables.table_rows import (
    REQUIRED,
    Cell,
    Opened,
    Picked,
    Row,
    header_of,
    json_rows,
    opened,
    separated_rows,
)
from factcheck.corpus.yaml.characters import decode_table
from factcheck.corpus.yaml.documents import Diagnostics
from factcheck.model import Location


def every_row_of(table: TableFile) -> Iterable[Row]:
    """The rows of a table under its own column names; malformed rows are left out."""
    diagnostics = Diagnostics()
    columns = read_columns(table.mapping_path, table.mapping, diagnostics)
    return (table.picked or whole_of(table, columns, diagnostics)).rows


def whole_of(table: TableFile, columns: Columns, diagnostics: Diagnostics) -> Picked:
    """All rows of a table in memory."""
    text, found = decode_table(table.path, table.content or b"")
    diagnostics.extend(found)
    if found:
        return Picked()
    if not text.strip():
        hint = f"begin it with a row of names, as {','.join(REQUIRED)}"
        diagnostics.add(Location(table.path, 1, 1), "the table is empty", hint)
        return Picked()
    return Picked(rows_of(table.path, opened(text), columns, diagnostics))


def rows_of(path: str, text: Opened, columns: Columns, diagnostics: Diagnostics) -> Iterator[Row]:
    """The rows of a text, their cells under the keys of files.md."""
    if path.lower().endswith(".jsonl"):
        for row in keyed(path, json_rows(path, text, diagnostics), columns, diagnostics):
            yield Row(row.line, [(key, at, _whole(key, cell)) for key, at, cell in row.cells])
        return
    delimiter = columns.delimiter or _delimiter(path, text, columns)
    header = header_of(text, delimiter)
    if not header:
        hint = f"begin the table with a row of names, as {','.join(REQUIRED)}"
        diagnostics.add(Location(path, 1, 1), "the first row gives no names of columns", hint)
        return
    if len(header) == 1 and (other := re.search("[;\t|,]", header[0])):
        written = "tab" if other[0] == "\t" else other[0]
        diagnostics.add(
            Location(path, 1, 1),
            f"the header is a single column: '{header[0][:60]}'",
            f"say what parts its columns, in {columns.path}: delimiter: '{written}'",
        )
        return
    keys = columns.keys(path, header, diagnostics)
    if keys is not None:
        plan = [keys.get(name) for name in header]
        yield from separated_rows(path, text, delimiter, plan, diagnostics)


def _delimiter(path: str, text: Opened, columns: Columns) -> str:
    """What parts the columns: that by which the header has the most names that are known.

    Spreadsheets write semicolons where the comma is in numbers. The usual one wins a tie.
    """
    usual = "\t" if path.lower().endswith(".tsv") else ","
    known = {
        delimiter: sum(columns.key(name) is not None for name in header_of(text, delimiter))
        for delimiter in (usual, *(other for other in ",;\t|" if other != usual))
    }
    return max(known, key=known.__getitem__)


def _whole(key: str, cell: Cell) -> Cell:
    """A cell of JSON, which has lists: a text is never several, whatever is in it."""
    return joined((cell,)) if key in SEVERAL and isinstance(cell, str) else cell


def keyed(
    path: str, rows: Iterable[Row], columns: Columns, diagnostics: Diagnostics
) -> Iterator[Row]:
    """The rows under the keys of files.md; an unknown column is reported once."""
    refused: set[str] = set()
    for row in rows:
        cells: dict[str, tuple[str, int, Cell]] = {}
        twice = False
        for name, column, cell in row.cells:
            key = columns.key(name)
            if name in columns.left_out:
                continue
            if key is None:
                if name not in refused:
                    columns.refuse(name, Location(path, row.line, column), diagnostics)
                refused.add(name)
            elif key in cells:
                twice = True
                message = f"two keys of the line are '{key}'"
                diagnostics.add(Location(path, row.line, column), message, "keep one of the two")
            else:
                cells[key] = (key, column, cell)
        if not twice:
            yield Row(row.line, tuple(cells.values()))
