"""The interface of an engine: one module each in this folder, all used through narwhals."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

Columns = Mapping[str, Sequence[int | str]]
"""Columns by name, of one length; each of whole numbers or of texts."""


class NoEngine(Exception):
    """An engine cannot be used: a sentence on what is missing, and what to do."""


class Engine(ABC):
    """Processes the columns of a Parquet file, on this machine or on a cluster.

    `at` is where it is reached: Spark's master; empty for this machine.
    """

    name: ClassVar[str]
    addresses: ClassVar[str] = ""
    """A pattern of what `at` may be; none where the engine runs on this machine alone."""
    example: ClassVar[str] = ""
    """One such address."""
    failures: ClassVar[tuple[type[Exception], ...]] = (OSError,)
    """What its library raises where it fails at its work: a worker lost, a disk full."""

    def __init__(self, at: str = "") -> None:
        self.at = at

    @abstractmethod
    def scan(self, path: str, names: Sequence[str]) -> Any:
        """The columns of a Parquet file as texts, as a lazy frame of narwhals.

        `names` are those of all its columns, in order; the frame's columns are c0, c1, …, as some
        engines take `M` and `m` for one name.
        """

    @abstractmethod
    def table(self, columns: Columns) -> Any:
        """A small table of our own, as a lazy frame of narwhals."""

    @abstractmethod
    def kept(self, frame: Any) -> Any:
        """The frame, computed once for several uses."""

    @abstractmethod
    def rows(self, frame: Any) -> list[tuple[Any, ...]]:
        """Collect the rows of a frame in this process."""

    def all_rows(self, frames: Sequence[Any]) -> list[list[tuple[Any, ...]]]:
        """Collect the rows of several frames; some engines read shared columns only once."""
        return [self.rows(frame) for frame in frames]

    def close(self) -> None:
        """Release the engine's resources."""
        return
