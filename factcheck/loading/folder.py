"""A corpus folder to the bytes of its files, and a kept copy of a source to its text.

What lies in a corpus is hostile: only plain files are read, and nothing outside its folder.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Protocol

from factcheck.model import Archive, Diagnostic, Location

REGISTRIES = ("subjects", "attributes", "origins", "relations")
_REGISTRY_FILES = ", ".join(f"{name}.yaml" for name in REGISTRIES)
RESOLUTIONS = "resolutions"
BASELINE = "baseline.jsonl"
LARGEST = 64 * 1024 * 1024  # bytes


class MissingPath(Exception):
    """There is no corpus at the path that the user gave. The message is a sentence."""


class UnusableBaseline(Exception):
    """The baseline cannot be used as it is. The message is a sentence with its place."""


@dataclass(frozen=True, slots=True)
class Files:
    """The YAML files of a corpus, by the path that the user is shown, and what could not be read.

    `partial` where the files of other sources were left out: naming one of them is no fault.
    `baseline` is the path and the content of the baseline, None where there is none.
    """

    texts: Mapping[str, bytes]
    diagnostics: tuple[Diagnostic, ...] = field(default=())
    partial: bool = False
    baseline: tuple[str, bytes] | None = None


def read_files(path: Path) -> Files:
    """The files of the corpus in the folder `path`; of a single source, it and the registries.

    Raises MissingPath where there is no such path, or no corpus, and UnusableBaseline where there
    is a baseline that cannot be read.
    """
    if not os.path.lexists(path):
        raise MissingPath(f"there is no file or folder '{path}'; `factcheck init` begins a corpus")
    if path.is_dir():
        return _read(path, tuple(_yaml_files(_corpus(path) / "sources")))
    if path.parent.absolute().name != "sources":
        raise MissingPath(
            f"'{path}' is not a source: give the folder of a corpus, or a file of its 'sources'"
        )
    return _read(folder_of(path), (path,), partial=True)


def folder_of(path: Path) -> Path:
    """The folder of the corpus that `path` is, or of which it is a source."""
    if path.is_dir():
        return path
    parent = path.parent
    return parent.parent if parent.name else parent / ".."


def _corpus(folder: Path) -> Path:
    expected = [folder / "sources", *(folder / f"{name}.yaml" for name in REGISTRIES)]
    if any(os.path.lexists(path) for path in expected):
        return folder
    raise MissingPath(
        f"'{folder}' holds no corpus: a folder 'sources', and beside it subjects.yaml, "
        "attributes.yaml and origins.yaml, are expected there"
    )


def _yaml_files(folder: Path) -> Iterator[Path]:
    """Everything in it that looks as if it were meant to be read; hidden files never are."""
    try:
        names = sorted(path.name for path in folder.iterdir())
    except FileNotFoundError:
        return
    except OSError as error:
        raise MissingPath(f"'{folder}' cannot be read: {_reason(error)}") from None
    for name in names:
        if not name.startswith(".") and name.lower().endswith((".yaml", ".yml")):
            yield folder / name


def _read(folder: Path, sources: tuple[Path, ...], partial: bool = False) -> Files:
    texts: dict[str, bytes] = {}
    faults: list[Diagnostic] = []
    registries = [folder / f"{name}.yaml" for name in REGISTRIES]
    resolutions = _yaml_files(folder / RESOLUTIONS)
    for path in (*(path for path in registries if os.path.lexists(path)), *sources, *resolutions):
        try:
            texts[shown(path)] = _content(path, folder)
        except CannotRead as error:
            faults.append(Diagnostic(Location(shown(path), 1, 1), *error.args))
    found = (*faults, *_unread(folder))
    return Files(dict(sorted(texts.items())), found, partial, _baseline(folder))


def _baseline(folder: Path) -> tuple[str, bytes] | None:
    path = folder / BASELINE
    if not os.path.lexists(path):
        return None
    try:
        return shown(path), _content(path, folder)
    except CannotRead as error:
        message, hint = error.args
        raise UnusableBaseline(f"{shown(path)}: {message}: {hint}.") from None


def _unread(folder: Path) -> Iterator[Diagnostic]:
    """Files beside the registries that nobody reads, though their author seems to expect it."""
    try:
        beside = sorted(folder.iterdir())
    except OSError:  # a folder that may not be listed: its files were asked for by name
        return
    for path in beside:
        name, stem = path.name, path.stem
        if name.startswith(".") or path.suffix.lower() not in (".yaml", ".yml"):
            continue
        if path.suffix != ".yaml" or stem not in REGISTRIES:
            yield Diagnostic(
                Location(shown(path), 1, 1),
                f"'{name}' is not read: beside 'sources' stand {_REGISTRY_FILES}",
                f"rename it to {stem}.yaml"
                if stem in REGISTRIES
                else "rename it, or move it to the folder 'sources' if it is a source",
            )


def shown(path: Path) -> str:
    """The path for terminals and reports: names that are not text are escaped."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in text)


class CannotRead(Exception):
    """Why a file cannot be read: message and hint."""


def _content(path: Path, folder: Path) -> bytes:
    """The bytes of a plain file that lies in `folder` even when links are followed."""
    if path.suffix != ".yaml" and path.name != BASELINE:
        raise CannotRead("the file is not read: its name does not end in .yaml", "rename it")
    try:
        inside = path.resolve(strict=True).is_relative_to(folder.resolve(strict=True))
    except FileNotFoundError:
        raise CannotRead("the link points to nothing", "mend the link or delete it") from None
    except (OSError, RuntimeError):  # before Python 3.13, a circle of links is a RuntimeError
        raise CannotRead("the link leads nowhere", "mend the link or delete it") from None
    if not inside:
        raise CannotRead(
            "the link leaves the folder of the corpus", "copy the file there in place of the link"
        )
    return plain_file(path)


def plain_file(path: Path) -> bytes:
    """The bytes of a plain file. Raises CannotRead."""
    # Opening a pipe would block for ever, but for O_NONBLOCK; then it is seen for what it is.
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        hint = "make it readable, as with 'chmod u+r', or delete it"
        raise CannotRead(f"the file cannot be read: {_reason(error)}", hint) from None
    try:
        status = os.fstat(descriptor)
        if stat.S_ISDIR(status.st_mode):
            raise CannotRead("this is a folder, where a file is expected", "rename the folder")
        if not stat.S_ISREG(status.st_mode):
            raise CannotRead("this is not a plain file", "put a file with its content in its place")
        refuse_large(status.st_size)
        with os.fdopen(os.dup(descriptor), "rb") as file:
            return file.read(LARGEST)
    finally:
        os.close(descriptor)


def refuse_large(size: int) -> None:
    """Raises CannotRead where a file has more bytes than are read."""
    if size > LARGEST:
        message = f"the file is {size / 1024 / 1024:,.0f} MB large; at most 64 MB are read"
        raise CannotRead(message, "split it into several files")


def _reason(error: OSError) -> str:
    return os.strerror(error.errno).lower() if error.errno else str(error)


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
    """The kept copies of a folder, or why one cannot be used."""
    found: dict[Archive, KeptCopy | ArchiveFault] = {}
    for archive in archives:
        try:
            found[archive] = read_archive(folder, archive)
        except ArchiveFault as fault:
            found[archive] = fault
    return found


def read_archive(folder: Path, archive: Archive) -> KeptCopy:
    """The kept copy of a source. Raises ArchiveFault where it cannot be used."""
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
            "put the kept copy there, or correct its name",
        )
    try:
        content = plain_file(path)
    except CannotRead as error:
        raise ArchiveFault(f"'{archive.file}': {error.args[0]}", error.args[1]) from None
    return kept_copy(archive, content)


def kept_copy(archive: Archive, content: bytes) -> KeptCopy:
    """What the bytes of a kept copy say. Raises ArchiveFault where they are no text."""
    digest = hashlib.sha256(content).hexdigest()
    kept = digest if archive.sha256 is None else archive.sha256.lower()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ArchiveFault(f"'{archive.file}' is not UTF-8", "save it as UTF-8") from None
    return KeptCopy(archive.file, text, None if kept == digest else digest)


class ArchiveFault(Exception):
    """Why a kept copy cannot be used: message and hint."""


class Archives(Protocol):
    """Kept copies that lie elsewhere than in a folder."""

    def copies(self, archives: Iterable[Archive]) -> Mapping[Archive, KeptCopy | ArchiveFault]:
        """Each kept copy, or why it cannot be used."""
