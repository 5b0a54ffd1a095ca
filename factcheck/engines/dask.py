"""Dask, on this machine or on the workers of a scheduler."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import dask.dataframe
import narwhals as nw
import pandas

from factcheck.engines.base import Columns, Engine, NoEngine


class Dask(Engine):
    """Partitions of a table, on threads here or on workers elsewhere, that read the same path."""

    name = "dask"
    addresses = r"(tcp|tls|ws|wss|ucx)://[\w.\-\[\]:]+:\d{1,5}"
    example = "tcp://HOST:8786"
    failures = (OSError, RuntimeError)  # of distributed, lost workers and comms are either

    def __init__(self, at: str = "") -> None:
        super().__init__(at)
        self._client = _client(at) if at else None

    def scan(self, path: str, names: Sequence[str]) -> Any:
        read = dask.dataframe.read_parquet(path, split_row_groups=True)
        read = read.rename(columns={name: f"c{number}" for number, name in enumerate(names)})
        return nw.from_native(read.astype("string[pyarrow]"))

    def table(self, columns: Columns) -> Any:
        frame = pandas.DataFrame(
            {n: pandas.array(list(v), dtype=_type(v)) for n, v in columns.items()}
        )
        return nw.from_native(dask.dataframe.from_pandas(frame, npartitions=1))

    def kept(self, frame: Any) -> Any:
        return nw.from_native(frame.to_native().persist())

    def rows(self, frame: Any) -> list[tuple[Any, ...]]:
        found = frame.to_native().compute()
        columns = (_plain(found[name]) for name in found.columns)
        return list(zip(*columns, strict=True))

    def close(self) -> None:
        if self._client is not None:
            self._client.close()


def _client(at: str) -> Any:
    """The workers of a scheduler. Raises NoEngine."""
    try:
        from distributed import Client
    except ImportError:
        raise NoEngine("a scheduler of Dask needs the package distributed") from None
    try:
        return Client(at, timeout="10s")
    except (OSError, ValueError, TimeoutError) as error:
        raise NoEngine(f"no scheduler of Dask answers at '{at}': {error}") from None


def _type(values: Sequence[int | str]) -> str:
    return "string[pyarrow]" if any(isinstance(v, str) for v in values) else "Int64"


def _plain(column: Any) -> list[Any]:
    return [None if pandas.isna(v) else v for v in column.tolist()]
