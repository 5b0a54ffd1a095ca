"""Reads and writes Parquet as rows of texts. With engines/polars.py, the only importer of
polars.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import polars as pl

from factcheck.model.frozen import dataclass

Cell = str | bool | list[str] | None

ROW = "factcheck: row"
"""A name that no column has."""

TEXTS = (pl.String, pl.Categorical, pl.Enum)
FIGURES = (*pl.datatypes.group.INTEGER_DTYPES, pl.Boolean, pl.Date, pl.Decimal)
"""Types of columns whose text is the same for every engine."""


class NotParquet(Exception):
    """The file is not readable Parquet: a sentence."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The columns of a Parquet file, and the number of its rows.

    `unfit` are columns whose type has no textual form, each with the name of its type; `lists` are
    those of lists of texts.
    """

    names: tuple[str, ...]
    rows: int
    unfit: Mapping[str, str]
    lists: frozenset[str]


def shape_of(path: Path) -> Shape:
    """The shape of a Parquet file. Raises NotParquet."""
    try:
        schema = pl.read_parquet_schema(path)
        rows = pl.scan_parquet(path, glob=False).select(pl.len()).collect().item()
    except (pl.exceptions.PolarsError, OSError) as error:
        raise NotParquet(str(error).strip().splitlines()[0]) from None
    unfit = {name: str(kind) for name, kind in schema.items() if not _is_fit(kind)}
    lists = frozenset(name for name, kind in schema.items() if isinstance(kind, pl.List))
    return Shape(tuple(schema), rows, unfit, lists)


def _is_fit(kind: pl.DataType) -> bool:
    if isinstance(kind, pl.List):
        return isinstance(kind.inner, pl.String)
    return isinstance(kind, (*TEXTS, pl.Null)) or kind.base_type() in FIGURES


def rows_of(path: Path) -> Iterator[tuple[Cell, ...]]:
    """The rows of a Parquet file: texts, lists of texts, true and false."""
    for batch in pl.scan_parquet(path, glob=False).collect_batches(maintain_order=True):
        for row in batch.iter_rows():
            yield tuple(map(as_cell, row))


def rows_at(path: Path, numbers: Sequence[int]) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    """Some of the rows by their numbers from 0, in their order."""
    wanted = pl.LazyFrame({ROW: sorted(numbers)}, schema={ROW: pl.UInt32})
    scanned = pl.scan_parquet(path, glob=False, row_index_name=ROW)
    found = scanned.join(wanted, on=ROW, how="semi").sort(ROW).collect(engine="streaming")
    names = [name for name in found.columns if name != ROW]
    for number, row in zip(found[ROW], found.select(names).iter_rows(), strict=True):
        yield number, tuple(map(as_cell, row))


def as_cell(value: object) -> Cell:
    """A value as a cell of a text table."""
    match value:
        case None | bool() | str():
            return value
        case list():
            return [str(text) for text in value if text is not None]
        case date():
            return value.isoformat()
        case Decimal():
            return f"{value:f}"
        case _:
            return str(value)


def written(columns: Mapping[str, str], rows: Sequence[Mapping[str, object]]) -> bytes:
    """A Parquet file of these rows; columns are of a kind: text, texts, truth or number."""
    made = {
        name: pl.Series(name, [row[name] for row in rows], _KINDS[kind], strict=True)
        for name, kind in columns.items()
    }
    out = io.BytesIO()
    pl.DataFrame(made).write_parquet(out, compression="zstd")
    return out.getvalue()


_KINDS: Mapping[str, pl.DataType | type[pl.DataType]] = {
    "text": pl.String,
    "texts": pl.List(pl.String),
    "truth": pl.Boolean,
    "number": pl.Int64,
}
