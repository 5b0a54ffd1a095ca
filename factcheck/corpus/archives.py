"""Reads the text of a source from its archived copy. The path comes from a corpus and is
hostile.
"""

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
class ArchivedCopy:
    """The archived text of a source; `changed` is its digest if the source records another one."""

    file: str
    text: str
    changed: str | None = None


def archived_in(
    folder: Path, archives: Iterable[Archive]
) -> dict[Archive, ArchivedCopy | ArchiveError]:
    """Read the archived copies of a folder: each is a copy, or the reason why it is unusable."""
    found: dict[Archive, ArchivedCopy | ArchiveError] = {}
    for archive in archives:
        try:
            found[archive] = read_archive(folder, archive)
        except ArchiveError as diagnostic:
            found[archive] = diagnostic
    return found


def read_archive(folder: Path, archive: Archive) -> ArchivedCopy:
    """The archived copy of a source. Raises ArchiveError where it cannot be used."""
    path = folder
    for part in PurePosixPath(archive.file).parts:
        path = path / part
        if path.is_symlink():
            raise ArchiveError(
                f"'{archive.file}' is a link, and links are not followed in an archive",
                "put the file itself there",
            )
    if not os.path.lexists(path):
        raise ArchiveError(
            f"'{archive.file}' is not in the archive '{shown(folder)}'",
            "put the archived copy there, or correct its name",
        )
    try:
        content = plain_file(path)
    except CannotRead as error:
        raise ArchiveError(f"'{archive.file}': {error.args[0]}", error.args[1]) from None
    return archived_copy(archive, content)


def archived_copy(archive: Archive, content: bytes) -> ArchivedCopy:
    """Decode the bytes of an archived copy. Raises ArchiveFault if they are not text."""
    digest = hashlib.sha256(content).hexdigest()
    kept = digest if archive.sha256 is None else archive.sha256.lower()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ArchiveError(f"'{archive.file}' is not UTF-8", "save it as UTF-8") from None
    return ArchivedCopy(archive.file, text, None if kept == digest else digest)


class ArchiveError(Exception):
    """The reason why an archived copy cannot be used: message and hint."""


class Archives(Protocol):
    """Archived copies that are not in a folder, such as those of a commit."""

    def copies(self, archives: Iterable[Archive]) -> Mapping[Archive, ArchivedCopy | ArchiveError]:
        """Each archived copy, or the reason why it is unusable."""
