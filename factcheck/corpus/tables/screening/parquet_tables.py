"""Reads a Parquet table: all rows of a small one; a large one is screened by an engine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from factcheck.corpus.files import Files
from factcheck.corpus.load import registries_of
from factcheck.corpus.tables.engines import NoEngine, engine_of, needs
from factcheck.corpus.tables.mapping import Columns
from factcheck.corpus.tables.screening.limits import MOST_LOOKED_AT
from factcheck.corpus.tables.screening.texts import Texts
from factcheck.corpus.tables.table_rows import Picked, seen
from factcheck.corpus.yaml.documents import Diagnostics
from factcheck.model import Location, Screened


def parquet(
    files: Files, path: Path, engine: str, columns: Columns, diagnostics: Diagnostics
) -> tuple[Picked, Screened | None]:
    """The rows that become claims; of a small table all of them. Raises NoEngine."""
    try:
        from factcheck.corpus.tables.parquet_files import NotParquet, rows_of, shape_of
    except ImportError as error:
        raise NoEngine(needs("polars", error)) from None
    from factcheck.corpus.tables.screening.columnar import ColumnTable, screen

    assert files.table is not None
    shown = files.table.path
    if files.diagnostics and any(one.location.path == shown for one in files.diagnostics):
        return Picked(), None  # it cannot be opened, which is said already
    try:
        shape = shape_of(path)
    except NotParquet as why:
        diagnostics.add(Location(shown, 1, 1), f"the file is no Parquet: {why}", "write it anew")
        return Picked(), None
    keys = columns.keys(shown, shape.names, diagnostics)
    if keys is None or not _fits(shown, shape.names, keys, shape.unfit, diagnostics):
        return Picked(), None
    table = ColumnTable(path, shape.names, keys, shape.rows, columns)
    if shape.rows <= MOST_LOOKED_AT and not engine:
        rows = (table.row(number, cells) for number, cells in enumerate(rows_of(path)))
        return Picked(tuple(seen(shown, rows, diagnostics))), None
    _refuse_lists(keys, shape.lists)
    worker = engine_of(engine or "polars")
    try:
        picked, described = screen(table, Texts(*registries_of(files), columns), worker)
    except worker.failures as error:
        reason = (str(error).strip().splitlines() or [type(error).__name__])[0]
        raise NoEngine(f"{worker.name} failed at '{shown}': {reason[:300]}") from error
    finally:
        worker.close()
    rows_seen = tuple(seen(shown, picked.rows, diagnostics))
    return Picked(rows_seen, picked.heads, picked.keys), described


def _fits(
    path: str,
    names: Iterable[str],
    keys: dict[str, str],
    unfit: Mapping[str, str],
    diagnostics: Diagnostics,
) -> bool:
    """Whether all columns in use have a textual form; reports each that has none."""
    fits = True
    for column, name in enumerate(names, 1):
        if name in keys and name in unfit:
            fits = False
            diagnostics.add(
                Location(path, 1, column),
                f"the column '{name[:60]}' holds {unfit[name]}, which is not what its source wrote",
                "write it as text, as whole numbers or as days: 0.1 has no exact floating-point "
                "number",
            )
    return fits


def _refuse_lists(keys: dict[str, str], lists: frozenset[str]) -> None:
    """Raise NoEngine if a column that engines read contains lists."""
    for name in sorted(lists):
        if keys.get(name) in ("value", "read_as"):
            raise NoEngine(
                f"the column '{name[:60]}' holds lists, which engines do not read: part its texts "
                "by ' | '"
            )
