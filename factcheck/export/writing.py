"""Writes rows to a file: CSV and TSV for spreadsheets, JSONL and Parquet for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence

from factcheck.comparing import Compared
from factcheck.corpus.tables.cells import SEVERAL, escaped, joined
from factcheck.corpus.tables.engines import NoEngine, needs
from factcheck.export.rows import Cell, Row
from factcheck.export.table_names import ExportTable
from factcheck.model import Judged

TRUTHS = frozenset({"fails", "ignore", "ours"})
"""Columns that are true or false."""


def written(format: str, table: ExportTable, compared: Compared, judged: Judged) -> str | bytes:
    """A file that holds this table in this format, one of FORMATS. Raises NoEngine for Parquet
    where the library that writes it is missing.
    """
    return FORMATS[format](table.columns, table.rows(compared, judged))


def _separated(columns: Sequence[str], rows: Iterable[Row], delimiter: str) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_text(column, row[column]) for column in columns] for row in rows)
    return out.getvalue()


def _text(column: str, cell: Cell) -> str:
    """The cell as a text; only what is true is said."""
    match cell:
        case str() if column in SEVERAL:
            return escaped(joined((cell,)))
        case None | False:
            return ""
        case True:
            return "true"
        case tuple():
            return escaped(joined(cell))
        case _:
            return escaped(str(cell))


def _jsonl(columns: Sequence[str], rows: Iterable[Row]) -> str:
    """A line for each row; empty values are left out."""
    return "".join(
        json.dumps({c: row[c] for c in columns if _is_stated(row[c])}, ensure_ascii=False) + "\n"
        for row in rows
    )


def _is_stated(cell: Cell) -> bool:
    return cell is not None and cell is not False and cell != "" and cell != ()


def _parquet(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    try:
        from factcheck.corpus.tables import parquet_files
    except ImportError as error:
        raise NoEngine(needs("polars", error)) from None
    kinds = {column: _kind(column) for column in columns}
    return parquet_files.written(kinds, [{c: _typed(c, row[c]) for c in columns} for row in rows])


def _kind(column: str) -> str:
    """What a column of Parquet holds, in whichever export, so that two of them can be joined."""
    if column in TRUTHS:
        return "truth"
    if column == "side":
        return "number"
    return "texts" if column in SEVERAL and column != "value" else "text"


def _typed(column: str, cell: Cell) -> Cell:
    """The cell for Parquet, None if it is empty. A value of several texts becomes one."""
    if isinstance(cell, bool):
        return cell
    if not _is_stated(cell):
        return None
    texts = cell if isinstance(cell, tuple) else (str(cell),)
    return joined(texts) if column == "value" else texts if column in SEVERAL else cell


FORMATS: Mapping[str, Callable[[Sequence[str], Iterable[Row]], str | bytes]] = {
    "csv": lambda columns, rows: _separated(columns, rows, ","),
    "tsv": lambda columns, rows: _separated(columns, rows, "\t"),
    "jsonl": _jsonl,
    "parquet": _parquet,
}
