"""Reads plain files as bytes; refuses other and oversized files with a message that offers a way
out.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

LARGEST = 64 * 1024 * 1024  # bytes


class CannotRead(Exception):
    """The reason why a file cannot be read: message and hint."""


class TooLarge(CannotRead):
    """A file exceeds the size limit in bytes; a table of that size is read row by row."""


def plain_file(path: Path) -> bytes:
    """The bytes of a plain file. Raises CannotRead."""
    with opened(path) as file:
        refuse_large(os.fstat(file.fileno()).st_size)
        return file.read(LARGEST)


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a plain file. Raises CannotRead."""
    # Opening a pipe would block for ever, but for O_NONBLOCK; then it is seen for what it is.
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        hint = "make it readable, as with 'chmod u+r', or delete it"
        raise CannotRead(f"the file cannot be read: {reason_of(error)}", hint) from None
    try:
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(mode):
            raise CannotRead("this is a folder, where a file is expected", "rename the folder")
        if not stat.S_ISREG(mode):
            raise CannotRead("this is not a plain file", "put a file with its content in its place")
        with os.fdopen(os.dup(descriptor), "rb") as file:
            yield file
    finally:
        os.close(descriptor)


def refuse_large(size: int) -> None:
    """Raise TooLarge if a file exceeds the size limit."""
    if size > LARGEST:
        message = f"the file is {size / 1024 / 1024:,.0f} MB large; at most 64 MB are read"
        raise TooLarge(message, "split it into several files")


def shown(path: Path) -> str:
    """The path for terminals and reports, with undecodable bytes escaped."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in text)


def reason_of(error: OSError) -> str:
    return os.strerror(error.errno).lower() if error.errno else str(error)
