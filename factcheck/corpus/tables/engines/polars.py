"""The polars engine, on this machine: the default."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import narwhals as nw
import polars as pl

from factcheck.corpus.tables.engines.base import Columns, Engine
from factcheck.corpus.tables.parquet_files import ROW


class Polars(Engine):
    """Uses all cores of this machine."""

    name = "polars"
    failures = (OSError, pl.exceptions.PolarsError)

    def scan(self, path: str, names: Sequence[str]) -> Any:
        return nw.from_native(texts_of(pl.scan_parquet(path, glob=False), names))

    def numbered(self, path: str, names: Sequence[str]) -> Any:
        """The same, each row with its number from 0 as `row`."""
        read = pl.scan_parquet(path, glob=False, row_index_name=ROW)
        texts = (_text(name, number) for number, name in enumerate(names))
        return nw.from_native(read.select(*texts, pl.col(ROW).cast(pl.Int64).alias("row")))

    def table(self, columns: Columns) -> Any:
        return nw.from_native(pl.LazyFrame(columns))

    def kept(self, frame: Any) -> Any:
        return nw.from_native(_collected(frame).lazy())

    def rows(self, frame: Any) -> list[tuple[Any, ...]]:
        return _collected(frame).rows()

    def all_rows(self, frames: Sequence[Any]) -> list[list[tuple[Any, ...]]]:
        native = [frame.to_native() for frame in frames]
        return [found.rows() for found in pl.collect_all(native, engine="streaming")]


def texts_of(frame: pl.LazyFrame, names: Sequence[str]) -> pl.LazyFrame:
    """The columns c0, c1, … as texts."""
    return frame.select(_text(name, number) for number, name in enumerate(names))


def _text(name: str, number: int) -> pl.Expr:
    return pl.col(name).cast(pl.String, strict=False).alias(f"c{number}")


def _collected(frame: Any) -> pl.DataFrame:
    native = frame.to_native()
    found = native.collect(engine="streaming")
    assert isinstance(found, pl.DataFrame)
    return found
