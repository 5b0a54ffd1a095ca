"""A archived copy of a source to its text. Its path comes from a corpus, and is hostile."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Protocol

from factcheck.corpus.plain_files import CannotRead, plain_file, shown
from factcheck.model import Archive
from factcheck.model.frozen import dataclass


def leaves_folder(file: str) -> bool:
    """Whether a path of an archive could lead out of the archive folder."""
    path = PurePosixPath(file)
    return path.is_absolute() or ".." in path.parts or "\\" in file or ":" in file or "\0" in file


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """The text of a source as kept; `changed` is its digest where another one was written down."""

    file: str
    text: str
    changed: str | None = None


def kept_in(folder: Path, archives: Iterable[Archive]) -> dict[Archive, KeptCopy | ArchiveFault]:
    """The archived copies of a folder, or why one cannot be used."""
    found: dict[Archive, KeptCopy | ArchiveFault] = {}
    for archive in archives:
        try:
            found[archive] = read_archive(folder, archive)
        except ArchiveFault as fault:
            found[archive] = fault
    return found


def read_archive(folder: Path, archive: Archive) -> KeptCopy:
    """The archived copy of a source. Raises ArchiveFault where it cannot be used."""
    path = folder
    for part in PurePosixPath(archive.file).parts:
        path = path / part
        if path.is_symlink():
            raise ArchiveFault(
                f"'{archive.file}' is a link, and links are not followed in an archive",
                "put the file itself there",
            )
    if not os.path.lexists(path):
        raise ArchiveFault(
            f"'{archive.file}' is not in the archive '{shown(folder)}'",
            "put the archived copy there, or correct its name",
        )
    try:
        content = plain_file(path)
    except CannotRead as error:
        raise ArchiveFault(f"'{archive.file}': {error.args[0]}", error.args[1]) from None
    return kept_copy(archive, content)


def kept_copy(archive: Archive, content: bytes) -> KeptCopy:
    """What the bytes of a archived copy say. Raises ArchiveFault where they are no text."""
    digest = hashlib.sha256(content).hexdigest()
    kept = digest if archive.sha256 is None else archive.sha256.lower()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ArchiveFault(f"'{archive.file}' is not UTF-8", "save it as UTF-8") from None
    return KeptCopy(archive.file, text, None if kept == digest else digest)


class ArchiveFault(Exception):
    """Why a archived copy cannot be used: message and hint."""


class Archives(Protocol):
    """Kept copies that lie elsewhere than in a folder."""

    def copies(self, archives: Iterable[Archive]) -> Mapping[Archive, KeptCopy | ArchiveFault]:
        """Each archived copy, or why it cannot be used."""
