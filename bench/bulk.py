"""How long a table of millions of claims takes, from raw Parquet to the topics that disagree.

`python -m bench.bulk [ROWS …]`. Each step is held against a peer in the same run and engine: the
kernel against a plain equality group-by (which topics have two values in one period), and all of it
against merely reading the same columns.
"""

from __future__ import annotations

import resource
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

import narwhals as nw
import polars as pl

from bench.many_rows import write
from factcheck.corpus.files import Files
from factcheck.corpus.load import registries_of
from factcheck.corpus.tables.columns import coded, flags
from factcheck.corpus.tables.engines import engine_of
from factcheck.corpus.tables.mapping import read_columns
from factcheck.corpus.tables.parquet_files import shape_of
from factcheck.corpus.tables.screening.columnar import NEEDED, STATES, ColumnTable, flagged
from factcheck.corpus.tables.screening.dictionaries import meanings
from factcheck.corpus.tables.screening.texts import RowState, Texts
from factcheck.corpus.yaml.documents import Diagnostics

SIZES = (1_000_000, 10_000_000)


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Print two lines for each size: raw Parquet to flags, and the kernel alone."""
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="factcheck-bench-") as name:
            path = Path(name) / "claims.parquet"
            write(path, size)
            _measure(path, size)


def _measure(path: Path, size: int) -> None:
    table, texts = _opened(path)
    engine = engine_of("polars")
    (found, _), whole = _timed(lambda: flagged(table, texts, engine))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / 1024
    _, read = _timed(lambda: pl.scan_parquet(path).select(pl.all().hash().sum()).collect())
    print(
        f"{size:>11,} claims: raw Parquet to flags {whole:5.1f} s, {whole / read:4.1f} x reading "
        f"them; {len(found.disagreeing):,} of {found.topics:,} topics; peak {peak:.1f} GB",
        flush=True,
    )
    rows, known = _coded(path, engine)
    _, kernel = _timed(lambda: flags(rows, engine, known.spans, STATES), 3)
    equal, peer = _timed(lambda: _unequal(rows), 3)
    print(
        f"{'':>11} the kernel {kernel:5.2f} s, {kernel / peer:4.2f} x a plain equality group-by, "
        f"which flags {equal:,} topics",
        flush=True,
    )


def _opened(path: Path) -> tuple[ColumnTable, Texts]:
    mapping = path.with_suffix(".map.yaml")
    columns = read_columns(str(mapping), mapping.read_bytes(), Diagnostics())
    shape = shape_of(path)
    keys = columns.keys(str(path), shape.names, Diagnostics())
    assert keys is not None
    table = ColumnTable(path, shape.names, keys, shape.rows, columns)
    return table, Texts(*registries_of(Files({})), columns)


def _coded(path: Path, engine: Any) -> tuple[Any, Any]:
    """The rows as numbers, held in memory, so that only the groupings are timed."""
    table, texts = _opened(path)
    frame = table.keyed(engine.scan(str(path), table.names), NEEDED)
    known = meanings(frame, frame.collect_schema().names(), texts, engine)
    rows = coded(frame, known.dictionaries, engine, RowState.BAD)
    wanted = ("topic", "span", "state", "low", "high", "unit")
    given = engine.kept(rows.select(*wanted)).to_native()
    value = (pl.col("low") * len(given.collect()) + pl.col("high")).alias("value")
    return engine.kept(nw.from_native(given.with_columns(value))), known


def _unequal(rows: Any) -> int:
    """Topics with two figures in one period: what equality alone would flag."""
    frame: pl.LazyFrame = rows.to_native()
    unequal = (
        frame.group_by("topic", "span")
        .agg(pl.col("value").n_unique().alias("values"))
        .filter(pl.col("values") > 1)
        .select(pl.col("topic").n_unique())
    )
    return int(unequal.collect(engine="streaming").item())


def _timed(task: Callable[[], Any], times: int = 1) -> tuple[Any, float]:
    """What a task gives, and the shortest of its times."""
    taken = []
    for _ in range(times):
        start = perf_counter()
        result = task()
        taken.append(perf_counter() - start)
    return result, min(taken)


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
