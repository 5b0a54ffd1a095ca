"""The only module that writes files; a file has its old or its new content, never a part of one.

It writes a file under a temporary name in the same folder, flushes it to the disk, and renames it.
A report replaces a link; for a file that people edit, a link is refused. A missing folder is made
under a temporary name with all its files, and renamed as a whole.
"""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from factcheck.cli_support.exits import UsageError

_PREFIX = ".factcheck-"
_locked_here: set[Path] = set()  # by this process: a lock may be nested


class PendingWrite(NamedTuple):
    """A file that people edit: its content when it was read, None for a new one, and its new
    text.
    """

    file: Path
    before: bytes | None
    text: str


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other commands from writing to a corpus between this command's reading and writing.

    It uses the system's lock on the folder, which leaves no file behind and ends with the process.
    On a system without locks, `save` still refuses a file that was changed meanwhile.
    """
    place = folder.resolve()
    while not place.is_dir() and place != place.parent:
        place = place.parent  # a corpus that is begun: nobody else may begin it
    if place in _locked_here:
        yield
        return
    with contextlib.ExitStack() as unlock:
        _lock(place, unlock)
        _locked_here.add(place)
        unlock.callback(_locked_here.discard, place)
        yield


def _lock(place: Path, unlock: contextlib.ExitStack) -> None:
    try:
        import fcntl
    except ImportError:  # not a POSIX system
        return
    try:
        handle = os.open(place, os.O_RDONLY)
    except OSError:
        return  # a folder that may not be read: reading it says so
    unlock.callback(os.close, handle)
    with contextlib.suppress(OSError):  # a file system without locks
        fcntl.flock(handle, fcntl.LOCK_EX)


def save(folder: Path, changes: Iterable[PendingWrite]) -> None:
    """Write files in a folder and those below it: all of them or none.

    Raises UsageError if a file is a link, lies behind one that leaves the folder, or was changed by
    somebody else since it was read.
    """
    changes = tuple(changes)
    with locked(folder), contextlib.ExitStack() as undo:
        for change in changes:
            _refuse_other(folder, change.file, change.before)
        staged = [*_staged([(c.file, c.text) for c in changes], undo)]
        for change in changes:
            _refuse_other(folder, change.file, change.before)
        _put(staged)


def create(texts: Iterable[tuple[Path, str]]) -> None:
    """Write new files, with their folders: all of them or none.

    Raises UsageError if one of them exists already.
    """
    wanted = tuple(texts)
    with contextlib.ExitStack() as undo:
        for folder in sorted({_existing(file.parent) for file, _ in wanted}):
            undo.enter_context(locked(folder))
        for file, _ in wanted:
            _refuse_there(file)
        staged = [*_staged(wanted, undo)]
        for file, _ in wanted:
            _refuse_there(file)
        _put(staged)


def _refuse_there(file: Path) -> None:
    _refuse_outside(file)
    if os.path.lexists(file):
        raise UsageError(f"{file} stands there already, and nothing is written: move it away.")


def replace(texts: Iterable[tuple[Path, str | bytes]], make_folders: bool = False) -> None:
    """Write files that only factcheck writes, such as reports: all or none; a link is replaced.

    Raises UsageError if one cannot be written, or its folder lies behind a link that leaves the
    working directory.
    """
    wanted = tuple(texts)
    with contextlib.ExitStack() as undo:
        for file, _ in wanted:
            _refuse_outside(file)
            with stated(file):
                if file.is_dir() and not file.is_symlink():
                    raise IsADirectoryError(errno.EISDIR, "it is a folder")
                if not make_folders and not file.parent.is_dir():
                    raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        _put([*_staged(wanted, undo)])


def delete(folder: Path, file: Path, before: bytes) -> None:
    """Delete a file that has not changed since it was read. Raises UsageError."""
    with locked(folder):
        _refuse_other(folder, file, before)
        with stated(file, "deleted"):
            file.unlink()


def append(file: Path, text: str) -> None:
    """Append to a file that other programs write too. Raises UsageError."""
    with stated(file):
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        handle = os.open(file, flags, 0o666)
        with os.fdopen(handle, "a", encoding="utf-8", newline="\n") as out:
            out.write(text)


def is_stream(file: Path) -> bool:
    """Whether the path is a device or a pipe, which is written to and never replaced.

    A link in the working directory is none: whoever committed it chose where it leads.
    """
    if file.is_symlink() and _inside_here(file):
        return False
    return file.exists() and not file.is_file() and not file.is_dir()


def write_stream(file: Path, content: str | bytes) -> None:
    """Write to a device or a pipe. Raises UsageError."""
    with stated(file):
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))


@contextlib.contextmanager
def stated(place: object, done: str = "written") -> Iterator[None]:
    """A system error as a sentence: a UsageError."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as why:
        raise UsageError(f"{place} cannot be {done}: {why.strerror or why}.") from why


def _refuse_other(folder: Path, file: Path, before: bytes | None) -> None:
    """Raise UsageError if the file has changed since it was read."""
    if file.is_symlink():
        raise UsageError(
            f"{file} is a link, and no link is written through: edit the file that it leads to, "
            "or put a copy in its place."
        )
    if not file.parent.resolve().is_relative_to(folder.resolve()):
        raise UsageError(
            f"{file} lies behind a link that leaves {folder}, and no link is written through: "
            "put a folder in its place."
        )
    with stated(file):
        there = file.read_bytes() if os.path.lexists(file) else None
    if there == before:
        return
    if there is None:
        raise UsageError(f"{file} is no longer there. Nothing is written: try again.")
    if before is None:
        raise UsageError(f"{file} is there already. Nothing is written.")
    raise UsageError(f"{file} was changed meanwhile. Nothing is written: try again.")


def _refuse_outside(file: Path) -> None:
    """Raise UsageError if a link in the working directory leads the file out of it."""
    if _inside_here(file) and not file.parent.resolve().is_relative_to(Path.cwd().resolve()):
        raise UsageError(
            f"{file} lies behind a link that leaves the working directory, and no link is written "
            "through: put a folder in its place, or name the folder that it leads to."
        )


def _inside_here(file: Path) -> bool:
    """Whether the path, as written, stays in the working directory."""
    return Path(os.path.normpath(file.absolute())).is_relative_to(Path.cwd())


class _Staged(NamedTuple):
    """A file or a whole folder under a temporary name, and its final place."""

    temporary: Path
    place: Path


def _staged(
    texts: Iterable[tuple[Path, str | bytes]], undo: contextlib.ExitStack
) -> Iterator[_Staged]:
    """Each file under a temporary name beside its place, and each missing folder whole; folders
    come first, so that no file refers to one that does not exist yet.
    """
    folders: dict[Path, list[tuple[Path, str | bytes]]] = {}
    files = []
    for file, text in texts:
        if file.parent.is_dir():
            files.append((file, text))
        else:
            folders.setdefault(_topmost_missing(file), []).append((file, text))
    for place, inside in sorted(folders.items()):
        yield _staged_folder(place, inside, undo)
    for file, text in files:
        yield _staged_file(file, text, undo)


def _staged_folder(
    place: Path, inside: list[tuple[Path, str | bytes]], undo: contextlib.ExitStack
) -> _Staged:
    import shutil
    import tempfile

    with stated(inside[0][0].parent, "made"):
        if os.path.lexists(place):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        temporary = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=place.parent))
    undo.callback(shutil.rmtree, temporary, ignore_errors=True)
    for file, text in inside:
        with stated(file):
            there = temporary / file.relative_to(place)
            there.parent.mkdir(parents=True, exist_ok=True)
            with there.open("xb") as out:
                _fill(out.fileno(), text)
    temporary.chmod(0o777 & ~_umask())
    return _Staged(temporary, place)


def _staged_file(file: Path, text: str | bytes, undo: contextlib.ExitStack) -> _Staged:
    import tempfile

    with stated(file):
        handle, name = tempfile.mkstemp(prefix=_PREFIX, dir=file.parent)
        temporary = Path(name)
        undo.callback(temporary.unlink, missing_ok=True)
        try:
            _fill(handle, text)
        finally:
            os.close(handle)
        kept = file.exists() and not file.is_symlink()
        temporary.chmod(file.stat().st_mode & 0o777 if kept else 0o666 & ~_umask())
    return _Staged(temporary, file)


def _fill(handle: int, text: str | bytes) -> None:
    """Write all of the content, and flush it to the disk before the file is renamed."""
    rest = memoryview(text.encode("utf-8") if isinstance(text, str) else text)
    while rest:
        rest = rest[os.write(handle, rest) :]
    os.fsync(handle)


def _put(staged: Iterable[_Staged]) -> None:
    """Rename each to its final name; each rename is atomic."""
    for temporary, place in staged:
        with stated(place):
            temporary.replace(place)


def _existing(folder: Path) -> Path:
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    return folder


def _topmost_missing(file: Path) -> Path:
    """The highest missing folder on the file's path."""
    place = file
    while not place.parent.is_dir() and place.parent != place.parent.parent:
        place = place.parent
    return place


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
