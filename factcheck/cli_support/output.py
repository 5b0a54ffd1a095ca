"""Where rendered reports go: standard output, or files that are written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import click

from factcheck.cli_support.exits import UsageError

Content = tuple[str | bytes, str | None]
"""What is written, and the file; None is standard output."""


def write(text: str, file: str | None, color: bool | None = None) -> None:
    """Write to `file`, or to standard output where it is None or "-"."""
    write_all(((text, file),), color)


def write_all(texts: Iterable[Content], color: bool | None = None) -> None:
    """Write each text to its file: all of them or none; then those that go to no plain file.

    `color` is what becomes of colours: kept if True, taken off if False; None keeps them only on a
    terminal. Raises UsageFault where something cannot be written.
    """
    streams, renames = [], []
    with contextlib.ExitStack() as undo:
        for text, file in texts:
            if file is None or _is_stream(Path(file)):
                streams.append((text, file))
            else:
                plain = text if color or isinstance(text, bytes) else _plain(text)
                with _stated(file):
                    renames.append((_staged(plain, Path(file).resolve(), undo), file))
        for temporary, file in renames:
            with _stated(file):
                temporary.replace(Path(file).resolve())
    for text, file in streams:
        with _stated(file):
            if isinstance(text, bytes):
                Path(file or "/dev/stdout").write_bytes(text)
            elif file is None:
                click.echo(text, nl=False, color=color)
            else:
                Path(file).write_text(text if color else _plain(text), encoding="utf-8")


def echo(text: object, err: bool = False) -> None:
    """Print a line on standard output, or on standard error."""
    click.echo(text, err=err)


class PendingWrite(NamedTuple):
    """A file that people write: what was read of it, None where it is begun, and its new text."""

    file: Path
    before: bytes | None
    text: str


def save(folder: Path, changes: Iterable[PendingWrite]) -> None:
    """Write files in a folder and those below it: all of them or none.

    Raises UsageFault where a file is a link, lies behind one that leaves the folder, or is no
    longer what was read of it: then somebody else wrote it.
    """
    staged = []
    with contextlib.ExitStack() as undo:
        for change in changes:
            with _stated(str(change.file)):
                _refuse_other(folder, change)
                staged.append((_staged(change.text, change.file, undo), change))
        for temporary, change in staged:
            with _stated(str(change.file)):
                _refuse_other(folder, change)
                temporary.replace(change.file)


def _refuse_other(folder: Path, change: PendingWrite) -> None:
    """Raise UsageFault where the file is not the one that was read."""
    file = change.file
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
    if not os.path.lexists(file):
        if change.before is not None:
            raise UsageError(f"{file} is no longer there. Nothing is written: try again.")
    elif change.before is None:
        raise UsageError(f"{file} is there already. Nothing is written.")
    elif file.read_bytes() != change.before:
        raise UsageError(f"{file} was changed meanwhile. Nothing is written: try again.")


def append(text: str, variable: str, environment: Mapping[str, str]) -> None:
    """Add to the end of the file that a variable names, to which others write as well.

    That it cannot be written is said, and is no fault of the run.
    """
    try:
        _append(text, environment[variable])
    except UsageError as why:
        click.echo(f"The summary is missing: {why}", err=True)


def _append(text: str, file: str) -> None:
    with _stated(file), Path(file).open("a", encoding="utf-8", newline="\n") as out:
        out.write(text)


def _plain(text: str) -> str:
    return click.unstyle(text) if "\x1b" in text else text  # most texts have no colours


def _is_stream(path: Path) -> bool:
    """A device or a pipe is written to, never replaced."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _staged(text: str | bytes, path: Path, undo: contextlib.ExitStack) -> Path:
    """The text under a temporary name beside the file: readers of the file never see a part."""
    import tempfile

    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "it is a folder")
    handle, name = tempfile.mkstemp(prefix=".factcheck-", dir=path.parent)
    undo.callback(Path(name).unlink, missing_ok=True)
    with os.fdopen(handle, "wb") as out:
        out.write(text if isinstance(text, bytes) else text.encode("utf-8"))
    Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
    return Path(name)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextlib.contextmanager
def _stated(file: str | None) -> Iterator[None]:
    """What the system refuses, as a sentence."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as why:
        place = "standard output" if file is None else file
        raise UsageError(f"{place} cannot be written: {why.strerror or why}.") from why
