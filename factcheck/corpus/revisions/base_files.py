"""Reads a corpus as it was at a commit: the files that `folder.py` reads, from git's tree.

A file that cannot be read there gives a diagnostic of the commit: its content is unknown, and is
not guessed.
"""

from __future__ import annotations

import hashlib
import os
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from factcheck.corpus.archives import ArchivedCopy, ArchiveError, Archives, archived_copy
from factcheck.corpus.files import BASELINE, REGISTRIES, RESOLUTIONS, Base, Files
from factcheck.corpus.folder import folder_of, is_table
from factcheck.corpus.plain_files import CannotRead, plain_file, refuse_large, shown
from factcheck.corpus.revisions.git_tree import (
    GitEntry,
    GitRevision,
    NoBase,
    merge_bases,
)
from factcheck.model import Archive, Diagnostic, Location
from factcheck.model.frozen import dataclass

_LFS = re.compile(
    rb"version https://git-lfs\.github\.com/spec/.*?^oid sha256:([0-9a-f]{64})$",
    re.DOTALL | re.MULTILINE,
)
_MOST_LINKS = 40
_NO_FILES = {
    "040000": (
        "it is a folder, or a link to one, where a file is expected",
        "put the files themselves there",
    ),
    "160000": (
        "it is a submodule, whose files this repository does not hold",
        "keep the claims in one repository",
    ),
}
"""What is no file, by its mode: message and hint."""


def base_of(path: Path, ref: str, archives: Path | None, environment: Mapping[str, str]) -> Base:
    """Find the base of the corpus at `path`, which is given as to `read_files`. Raises NoBase."""
    if is_table(path):
        raise NoBase(f"'{shown(path)}' is a table: only a folder is compared with a commit.")
    folder = folder_of(path)
    revisions = merge_bases(folder.resolve(), ref, environment)
    if len(revisions) == 2:
        return _at(ref, revisions[0], path, archives)
    first, *others, tip = (_at(ref, revision, path, archives) for revision in revisions)
    return replace(first, others=tuple(others), tip=tip)


def _at(ref: str, revision: GitRevision, path: Path, archives: Path | None) -> Base:
    return Base(ref, revision, _files(revision, path), _archives(revision, archives))


def _files(revision: GitRevision, path: Path) -> Files | None:
    folder = folder_of(path)
    tree = _Tree(revision, folder)
    single = None if path.is_dir() else os.path.relpath(path, folder)
    texts: dict[str, bytes] = {}
    diagnostics: list[Diagnostic] = []
    baseline = None
    sources, decisions = tree.source_files(single), tree.yaml_files(RESOLUTIONS)
    wanted = (*tree.registries(), *sources, *decisions, *tree.baseline())
    found = tree.read(wanted)
    for name in wanted:
        place = shown(folder / name)
        match found[name]:
            case bytes(content) if name != BASELINE:
                texts[place] = content
            case bytes(content):
                baseline = (place, content)
            case CannotRead() as why:
                diagnostics.append(Diagnostic(Location(place, 1, 1), *why.args))
    if not texts and not diagnostics:
        return None
    partial = single is not None
    return Files(
        dict(sorted(texts.items())), tuple(diagnostics), partial, baseline, is_earlier=True
    )


class _Tree:
    """A folder as of a commit; a file is named by its path in it."""

    def __init__(self, revision: GitRevision, folder: Path) -> None:
        inside = revision.inside(folder)
        if inside is None:
            raise NoBase(
                f"'{shown(folder)}' leads out of its repository, '{shown(revision.root)}'."
            )
        self._revision, self._folder = revision, folder
        start = inside + b"/" if inside else b""
        self._entries = {
            path.removeprefix(start): entry
            for path, entry in revision.entries(inside).items()
            if path.startswith(start)
        }

    def registries(self) -> Iterator[str]:
        return (n for name in REGISTRIES if (n := f"{name}.yaml").encode() in self._entries)

    def baseline(self) -> Iterator[str]:
        return (name for name in (BASELINE,) if name.encode() in self._entries)

    def source_files(self, single: str | None) -> Iterator[str]:
        """The sources, those in folders below their own as well, or a single one of them."""
        for path in self.yaml_files("sources", deep=True):
            if single in (None, path) or path == "sources":
                yield path

    def yaml_files(self, folder: str, deep: bool = False) -> Iterator[str]:
        """What is in the folder and is meant to be read; the folder itself where it is none."""
        entry = self._entries.get(folder.encode())
        if entry is not None and entry.mode != "040000":
            yield folder
        start = folder.encode() + b"/"
        for path in sorted(self._entries):
            below = path.removeprefix(start).split(b"/")
            if path.startswith(start) and (deep or len(below) == 1):
                is_hidden = any(part.startswith(b".") for part in below)
                if path.endswith(b".yaml") and not is_hidden:
                    yield os.fsdecode(path)

    def read(self, names: Iterable[str]) -> dict[str, bytes | CannotRead]:
        """Read each file: its content, or the reason why it cannot be read."""
        found: dict[str, bytes | CannotRead] = {}
        entries: dict[str, GitEntry] = {}
        for name in names:
            try:
                entries[name] = self._file(os.fsencode(name))
            except CannotRead as why:
                found[name] = why
        contents = self._revision.contents(entry.id for entry in entries.values())
        for name, entry in entries.items():
            try:
                found[name] = self._whole(contents.get(entry.id), name)
            except CannotRead as why:
                found[name] = why
        return found

    def _file(self, path: bytes) -> GitEntry:
        """The plain file at a path, after following links inside the folder."""
        for _ in range(_MOST_LINKS):
            entry = self._entries.get(path)
            if entry is None:
                raise CannotRead("it is not there", "commit the file")
            if entry.mode == "120000":
                path = self._target(path, entry)
                continue
            if entry.mode in _NO_FILES:
                raise CannotRead(*_NO_FILES[entry.mode])
            refuse_large(entry.size)
            return entry
        raise CannotRead("the link leads nowhere", "mend the link or delete it")

    def _target(self, path: bytes, link: GitEntry) -> bytes:
        target = self._revision.contents((link.id,)).get(link.id, b"")
        reached = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
        if reached.startswith((b"/", b"..")):
            raise CannotRead(
                "the link leaves the folder of the corpus",
                "copy the file there in place of the link",
            )
        return reached

    def is_empty(self) -> bool:
        """Whether the commit has no files there."""
        return not self._entries

    def _whole(self, content: bytes | None, name: str) -> bytes:
        """The real content of a file: an LFS pointer is replaced by its file on the disk, if
        present.
        """
        if content is None:
            raise CannotRead(
                "its content is not in this clone, which leaves files out (a partial clone)",
                "type: git fetch --refetch --no-filter",
            )
        pointer = _LFS.match(content) if len(content) < 1024 else None
        if pointer is None:
            return content
        try:
            there = plain_file(self._folder / name)
        except CannotRead:
            there = b""
        if hashlib.sha256(there).hexdigest() == pointer[1].decode():
            return there
        raise CannotRead(
            "Git LFS keeps it elsewhere: the commit holds a pointer to its content",
            "keep this file in git itself",
        )


def _archives(revision: GitRevision, folder: Path | None) -> Path | Archives | None:
    """The archived copies of a commit, or those on the disk if git does not track them."""
    if folder is None or revision.inside(folder) is None:
        return folder
    tree = _Tree(revision, folder)
    return folder if tree.is_empty() else _KeptThere(tree)


@dataclass(frozen=True, slots=True)
class _KeptThere:
    """The archived copies that git tracks in a commit."""

    tree: _Tree

    def copies(self, archives: Iterable[Archive]) -> dict[Archive, ArchivedCopy | ArchiveError]:
        named = {archive: posixpath.normpath(archive.file) for archive in archives}
        found: dict[Archive, ArchivedCopy | ArchiveError] = {}
        contents = self.tree.read(sorted(set(named.values())))
        for archive, name in named.items():
            try:
                content = contents[name]
                if isinstance(content, CannotRead):
                    message, hint = content.args
                    raise ArchiveError(f"'{archive.file}': {message}", hint)
                found[archive] = archived_copy(archive, content)
            except ArchiveError as diagnostic:
                found[archive] = diagnostic
        return found
