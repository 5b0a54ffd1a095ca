"""DuckDB, on this machine, for tables that are larger than its memory."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import duckdb
import narwhals as nw

from factcheck.engines.base import Columns, Engine


class DuckDB(Engine):
    """A database in memory that spills to disk."""

    name = "duckdb"
    failures = (OSError, duckdb.Error)

    def __init__(self, at: str = "") -> None:
        super().__init__(at)
        self._base = duckdb.connect(":memory:")
        self._tables = 0

    def scan(self, path: str, names: Sequence[str]) -> Any:
        # By position: of two names that differ in capitals alone, DuckDB renames one.
        read = self._base.from_parquet(_literally(path))
        columns = ", ".join(
            f'CAST("{_quoted(there)}" AS VARCHAR) AS c{number}'
            for number, there in enumerate(read.columns)
        )
        return nw.from_native(read.project(columns))

    def table(self, columns: Columns) -> Any:
        name = self._new()
        texts = {n: any(isinstance(v, str) for v in values) for n, values in columns.items()}
        types = ", ".join(f'"{n}" {"VARCHAR" if t else "BIGINT"}' for n, t in texts.items())
        self._base.execute(f"CREATE TABLE {name} ({types})")
        self._fill(name, columns, texts)
        return nw.from_native(self._base.table(name))

    def kept(self, frame: Any) -> Any:
        name = self._new()
        frame.to_native().create(name)
        return nw.from_native(self._base.table(name))

    def rows(self, frame: Any) -> list[tuple[Any, ...]]:
        return list(frame.to_native().fetchall())

    def close(self) -> None:
        self._base.close()

    def _new(self) -> str:
        self._tables += 1
        return f"table_{self._tables}"

    def _fill(self, name: str, columns: Columns, texts: dict[str, bool]) -> None:
        """Lists as parameters: a row at a time would take longer than all the rest."""
        lists = ", ".join(f"unnest(?::{'VARCHAR' if t else 'BIGINT'}[])" for t in texts.values())
        self._base.execute(
            f"INSERT INTO {name} SELECT {lists}", [list(v) for v in columns.values()]
        )


def _quoted(name: str) -> str:
    return name.replace('"', '""')


def _literally(path: str) -> str:
    """The path without what DuckDB would take for a pattern."""
    return "".join(f"[{c}]" if c in "*?[" else c for c in path)
