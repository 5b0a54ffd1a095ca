"""The folder with the runs that were kept, as a run may use it: no trouble with it stops a run."""

from __future__ import annotations

from pathlib import Path

from factcheck.caching import refuge
from factcheck.caching.store import Damaged, Row, Store, Unavailable


class Cache:
    """The runs in a folder. What the user should know of the folder is added to `notes`.

    `named` says whether somebody chose the folder: then they want to know where it cannot be used.
    """

    def __init__(self, folder: Path, started: int, named: bool) -> None:
        self.notes: list[str] = []
        self._folder, self._named = folder, named
        self._store = Store(folder, started)
        self._usable = True

    def rows(self, asked: bytes) -> tuple[Row, ...]:
        """The runs that were asked the same, the one used last first."""
        try:
            if self._usable and self._folder.exists():
                refuge.refuse_unsafe(self._folder)
                return self._store.rows(asked)
        except (Damaged, Unavailable, refuge.Refused, OSError) as why:
            self._heed(why)
        return ()

    def outcome(self, row: Row) -> bytes | None:
        """What came of a run; None where that cannot be told any more."""
        try:
            return self._store.outcome(row)
        except (Damaged, Unavailable) as why:
            self._heed(why)
            return None

    def keep(self, row: Row, outcome: bytes) -> None:
        """Keep what came of a run, if that can be."""
        try:
            if self._usable:
                refuge.make(self._folder)
                self._store.keep(row, outcome)
        except (Damaged, Unavailable, refuge.Refused, OSError) as why:
            self._heed(why)

    def _heed(self, why: Exception) -> None:
        """Go on without the cache, or with an empty one."""
        match why:
            case Damaged():
                self.notes.append(f"The cache {self._store.file} was damaged, and begins anew.")
                self._usable = self._store.begin_anew()
                return
            case refuge.Refused():
                self.notes.append(f"The cache folder {self._folder} is not used: {why}.")
            case _ if self._named and str(why):
                said = getattr(why, "strerror", None) or str(why)
                self.notes.append(f"The cache folder {self._folder} cannot be used: {said}.")
        self._usable = False
