"""The file in which runs are kept. The only door to SQLite.

SQLite's journal makes it safe against a crash at any moment and against two processes at once. What
its pages do not guard, a checksum on every run does: what was damaged is never taken for an answer.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

NAME = "runs-1.sqlite"
"""With the version of its form: another version of the program has a file of its own."""
MOST = 256 * 1024 * 1024
"""Bytes of all runs together; those that were not used for longest leave."""
LARGEST = 64 * 1024 * 1024
"""Bytes of one run; a larger one is not kept."""
MOST_ALIKE = 16
"""Runs that were asked the same, as on branches between which somebody changes."""

_WAIT = 0.2  # seconds for another process that writes; then the run goes on without the cache
_DAY = 24 * 60 * 60 * 1_000_000_000  # nanoseconds
_FORM = """
CREATE TABLE IF NOT EXISTS runs (
  asked BLOB, places BLOB, contents BLOB, marks BLOB, outcome BLOB, checksum BLOB,
  used INTEGER, size INTEGER, PRIMARY KEY (asked, places, contents)
)
"""


class Damaged(Exception):
    """The file is not what was written there."""


class Unavailable(Exception):
    """The file cannot be used now. The message says why, and nothing where another uses it."""


@dataclass(frozen=True, slots=True)
class Row:
    """What tells one kept run from another. `marks` is empty where only contents can tell."""

    asked: bytes
    places: bytes
    contents: bytes
    marks: bytes

    def checksum(self, outcome: bytes) -> bytes:
        told = hashlib.sha256()
        for part in (self.asked, self.places, self.contents, self.marks, outcome):
            told.update(len(part).to_bytes(8, "big"))
            told.update(part)
        return told.digest()


class Store:
    """The runs kept in a folder. To read and to keep raise Damaged or Unavailable."""

    def __init__(self, folder: Path, now: int) -> None:
        self.file, self._now = folder / NAME, now

    def rows(self, asked: bytes) -> tuple[Row, ...]:
        """The runs that were asked the same, the one used last first."""
        if not os.path.lexists(self.file):
            return ()
        wanted = "SELECT asked, places, contents, marks FROM runs WHERE asked = ?"
        with self._open() as runs:
            found = runs.execute(f"{wanted} ORDER BY used DESC, rowid DESC", (asked,)).fetchall()
        if not all(isinstance(part, bytes) for row in found for part in row):
            raise Damaged
        return tuple(Row(*row) for row in found)

    def outcome(self, row: Row) -> bytes:
        """What came of a run. That it was of use is noted once a day: most finds write nothing."""
        which = (row.asked, row.places, row.contents)
        where = "WHERE asked = ? AND places = ? AND contents = ?"
        wanted = f"SELECT outcome, checksum, used FROM runs {where}"
        with self._open() as runs:
            found = runs.execute(wanted, which).fetchone()
            if found is None:
                raise Unavailable  # another process has just taken it out
            outcome, checksum, used = found
            if not isinstance(outcome, bytes) or row.checksum(outcome) != checksum:
                raise Damaged
            if not isinstance(used, int) or used < self._now - _DAY:
                runs.execute(f"UPDATE runs SET used = ? {where}", (self._now, *which))
        return outcome

    def keep(self, row: Row, outcome: bytes) -> None:
        """Put a run in, or in place of the same run with other marks; the oldest make room."""
        size = len(outcome) + len(row.places)
        if size > LARGEST:
            return
        given = (row.asked, row.places, row.contents, row.marks, outcome, row.checksum(outcome),
                 self._now, size)  # fmt: skip
        with self._open() as runs:
            runs.execute("INSERT OR REPLACE INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?)", given)
            _make_room(runs, row.asked)

    def begin_anew(self) -> bool:
        """Take the file away; whether that could be done."""
        try:
            for end in ("", "-journal"):
                Path(f"{self.file}{end}").unlink(missing_ok=True)
        except OSError:
            return False
        return True

    @contextlib.contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """The file in one transaction: kept whole if all goes well, else not at all."""
        try:
            _prepare(self.file)
            runs = sqlite3.connect(self.file, timeout=_WAIT)
            try:
                _form(runs)
                with runs:
                    yield runs
            finally:
                runs.close()
        except sqlite3.Error as why:
            raise _trouble(why) from why
        except OSError as why:
            raise Unavailable(why.strerror or str(why)) from why


def _prepare(file: Path) -> None:
    """The file as a plain one that nobody else may read."""
    flags = os.O_RDWR | os.O_CREAT | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC
    descriptor = os.open(file, flags, 0o600)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise Damaged
    finally:
        os.close(descriptor)


def _form(runs: sqlite3.Connection) -> None:
    """The table, in a file that is new.

    Nothing waits for the disk: a crash of the machine may damage the file, and is seen then.
    """
    runs.execute("PRAGMA synchronous = OFF")
    if runs.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
        runs.execute("PRAGMA auto_vacuum = FULL")  # what leaves makes the file smaller
        runs.execute(_FORM)


def _make_room(runs: sqlite3.Connection, asked: bytes) -> None:
    """Take out what was not used for longest, until the rest is small enough."""
    alike = "SELECT rowid FROM runs WHERE asked = ? ORDER BY used DESC, rowid DESC"
    too_many = f"{alike} LIMIT -1 OFFSET {MOST_ALIKE}"
    runs.execute(f"DELETE FROM runs WHERE rowid IN ({too_many})", (asked,))
    total: int = runs.execute("SELECT coalesce(sum(size), 0) FROM runs").fetchone()[0]
    for row, size in runs.execute("SELECT rowid, size FROM runs ORDER BY used, rowid").fetchall():
        if total <= MOST:
            return
        runs.execute("DELETE FROM runs WHERE rowid = ?", (row,))
        total -= size


def _trouble(why: sqlite3.Error) -> Exception:
    """What an error of SQLite means to us. A column that is not there is damage, too."""
    code = getattr(why, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    damage = (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB,
              sqlite3.SQLITE_FORMAT, sqlite3.SQLITE_MISMATCH, sqlite3.SQLITE_SCHEMA)  # fmt: skip
    if code in damage:
        return Damaged()
    busy = code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
    return Unavailable("" if busy else str(why))
