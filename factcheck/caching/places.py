"""What a run looks at in the world, and how to tell later whether it is still the same.

A place is looked at twice over: by its marks (names, sizes, times, inodes), which cost little, and
by its contents, which decide.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

SLACK = 2_000_000_000
"""Nanoseconds in which a file may change again and bear the same marks: the coarsest file systems
tell times two seconds apart."""
LARGEST = 64 * 1024 * 1024  # bytes; what is larger is known by its marks alone
MOST_FILES = 20_000
"""Files of a tree; to look at more, as at somebody's whole home, would take too long each time."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One thing that a run looked at; `names` says more, as its kind has it."""

    kind: str
    path: str
    names: tuple[str, ...] = ()


def file(path: str | os.PathLike[str]) -> Place:
    """A file, which need not be there."""
    return Place("file", os.fspath(path))


def folder(path: str | os.PathLike[str], *endings: str) -> Place:
    """The files of a folder, not of those inside it, that have one of these endings in any case."""
    return Place("folder", os.fspath(path), endings)


def tree(path: str | os.PathLike[str], *left_out: str) -> Place:
    """All files of a folder and of those inside it, but for folders of these names."""
    return Place("tree", os.fspath(path), left_out)


def existence(path: str | os.PathLike[str]) -> Place:
    """Whether there is anything at this path."""
    return Place("existence", os.fspath(path))


def target(path: str | os.PathLike[str]) -> Place:
    """The file that a path leads to when links are followed; nothing of what is in it."""
    return Place("target", os.fspath(path))


def variable(name: str) -> Place:
    """Whether a variable of the environment is set."""
    return Place("variable", name)


def unknowable(name: str) -> Place:
    """Something of which nobody can tell whether it is the same: such a run is not kept."""
    return Place("unknowable", name)


@dataclass(frozen=True, slots=True)
class Marks:
    """What tells that a place was not touched; `newest` is the last time that it bears, in ns."""

    digest: bytes
    newest: int = 0

    def steady(self, started: int) -> bool:
        """Whether a change after `started` would surely show in the marks."""
        return self.newest < started - SLACK


class Unsteady(Exception):
    """Nobody can tell whether it stays the same, as with a large file that was touched just now."""


UNSTEADY = Marks(b"unsteady", 2**63)


class Looker:
    """Looks at places, in a run that began at `started` (nanoseconds)."""

    def __init__(self, environment: Mapping[str, str], started: int) -> None:
        self._environment, self.started = environment, started

    def marks(self, place: Place) -> Marks:
        """What tells that a place was not touched."""
        told, newest = hashlib.sha256(), 0
        try:
            for said, path in self._things(place):
                told.update(_bytes(said))
                if path is not None:
                    thing = _Thing(path)
                    told.update(_bytes(thing.marks))
                    newest = max(newest, thing.newest)
        except Unsteady:
            return UNSTEADY
        return Marks(told.digest(), newest)

    def contents(self, place: Place) -> bytes:
        """A digest of all that is in a place. Raises Unsteady."""
        told = hashlib.sha256()
        for said, path in self._things(place):
            told.update(_bytes(said))
            if path is not None:
                told.update(_bytes(_Thing(path).contents(self.started)))
        return told.digest()

    def _things(self, place: Place) -> Iterator[tuple[str, str | None]]:
        """What can be said of a place at once, and the files of it that are to be looked at."""
        match place.kind:
            case "variable":
                yield f"variable {bool(self._environment.get(place.path))}", None
            case "unknowable":
                raise Unsteady
            case "existence":
                yield f"existence {os.path.lexists(place.path)}", None
            case _:
                yield f"{place.kind} {os.path.realpath(place.path)}", None
                yield from _files(place)


def _files(place: Place) -> Iterator[tuple[str, str | None]]:
    try:
        match place.kind:
            case "file":
                yield "it", place.path
            case "folder":
                for entry in _entries(place.path):
                    if entry.name.lower().endswith(place.names):
                        yield f"name {entry.name}", entry.path
            case "tree":
                for number, thing in enumerate(_below(place.path, place.names)):
                    if number > MOST_FILES:
                        raise Unsteady
                    yield thing
    except OSError as why:
        yield f"cannot be listed: {why.errno}", None


def _below(path: str, left_out: tuple[str, ...]) -> Iterator[tuple[str, str | None]]:
    for entry in _entries(path):
        if not entry.is_dir(follow_symlinks=False):
            yield f"name {entry.name}", entry.path
        elif entry.name not in left_out:
            yield f"into {entry.name}", None
            yield from _below(entry.path, left_out)
            yield "out", None


def _entries(path: str) -> list[os.DirEntry[str]]:
    with os.scandir(path) as found:
        return sorted(found, key=lambda entry: entry.name)


class _Thing:
    """A file or whatever else is at a path, links followed."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._leads = ""
        try:
            self._status: os.stat_result | None = os.lstat(path)
            if stat.S_ISLNK(self._status.st_mode):
                self._leads = f"to {os.path.realpath(path)}"
                self._status = Path(path).stat()
            self._missing = ""
        except OSError as why:
            self._status, self._missing = None, f"cannot be seen: {why.errno}"

    @property
    def marks(self) -> str:
        """All that changes when somebody touches it."""
        s = self._status
        if s is None:
            return self._leads + self._missing
        times = f"{s.st_mtime_ns} {s.st_ctime_ns}"
        return f"{self._leads} {s.st_mode} {s.st_size} {times} {s.st_ino} {s.st_dev}"

    @property
    def newest(self) -> int:
        """When it was touched last; 0 where there is nothing."""
        s = self._status
        return 0 if s is None else max(s.st_mtime_ns, s.st_ctime_ns)

    def contents(self, started: int) -> str:
        """A digest of its bytes, or what it is instead of a plain file. Raises Unsteady."""
        if self._status is None:
            return self._leads + self._missing
        if not stat.S_ISREG(self._status.st_mode):
            return f"{self._leads} {stat.S_IFMT(self._status.st_mode)}"
        if self._status.st_size > LARGEST:
            if self.newest >= started - SLACK:
                raise Unsteady
            return self.marks
        return self._leads + self._digest()

    def _digest(self) -> str:
        told = hashlib.sha256()
        try:
            # A pipe that has just taken the place of the file must not stop us.
            descriptor = os.open(self._path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
            try:
                while block := os.read(descriptor, 1024 * 1024):
                    told.update(block)
            finally:
                os.close(descriptor)
        except OSError as why:
            return f"cannot be read: {why.errno}"
        return told.hexdigest()


def _bytes(text: str) -> bytes:
    """One item, its end marked; names that are no text are taken as they are."""
    return text.encode("utf-8", "surrogateescape") + b"\0"
