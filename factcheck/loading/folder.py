"""A corpus folder to the bytes of its files, and a table to its own.

What lies in a corpus is hostile: only plain files are read, and nothing outside its folder.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from factcheck.engines import NoEngine
from factcheck.loading.files import (
    BASELINE,
    REGISTRIES,
    RESOLUTIONS,
    TABLES,
    Files,
    MissingPath,
    TableFile,
    UnusableBaseline,
)
from factcheck.model import Diagnostic, Location

_REGISTRY_FILES = ", ".join(f"{name}.yaml" for name in REGISTRIES)
MAP = ".map.yaml"
LARGEST = 64 * 1024 * 1024  # bytes


def is_table(path: Path) -> bool:
    """Whether the path is that of a table of claims."""
    return path.suffix.lower() in TABLES and path.name != BASELINE and not path.is_dir()


def read_files(path: Path, engine: str = "", mapping: Path | None = None) -> Files:
    """The files of the corpus in the folder `path`; of a single source or a table, it and the
    registries. Of a large table, those rows that are looked at in full.

    `engine` is what sifts a table in Parquet, NAME or NAME=ADDRESS; `mapping` names its columns,
    None for the file beside it. Raises MissingPath where there is no such path, or no corpus,
    UnusableBaseline where a baseline cannot be read, and factcheck.engines.NoEngine.
    """
    if not os.path.lexists(path):
        raise MissingPath(f"there is no file or folder '{path}'; `factcheck init` begins a corpus")
    if engine and not is_table(path):
        raise NoEngine(f"'{path}' is no table: an engine works on one in Parquet")
    if path.is_dir():
        return _read(path, tuple(_yaml_files(_corpus(path) / "sources")))
    if is_table(path):
        return _with_table(path, engine, mapping)
    if path.parent.absolute().name != "sources":
        raise MissingPath(
            f"'{path}' is not a source: give the folder of a corpus, a file of its 'sources', "
            "or a table that ends in .csv, .tsv, .jsonl or .parquet"
        )
    return _read(folder_of(path), (path,), partial=True)


def folder_of(path: Path) -> Path:
    """The folder of the corpus that `path` is, or of which it is a source or a table."""
    if path.is_dir():
        return path
    if is_table(path):
        return path.parent
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


def _read(
    folder: Path, sources: tuple[Path, ...], partial: bool = False, alone: bool = False
) -> Files:
    texts: dict[str, bytes] = {}
    faults: list[Diagnostic] = []
    registries = [folder / f"{name}.yaml" for name in REGISTRIES]
    resolutions = _yaml_files(folder / RESOLUTIONS)
    for path in (*(path for path in registries if os.path.lexists(path)), *sources, *resolutions):
        try:
            texts[shown(path)] = _content(path, folder)
        except CannotRead as error:
            faults.append(Diagnostic(Location(shown(path), 1, 1), *error.args))
    found = (*faults, *(() if alone else _unread(folder)))
    return Files(dict(sorted(texts.items())), found, partial, _baseline(folder))


def _with_table(path: Path, engine: str, named: Path | None) -> Files:
    """A table, and what of a corpus stands beside it; other files of its folder are not ours."""
    files = _read(path.parent, (), alone=True)
    beside = path.with_suffix(MAP) if named is None else named
    faults = list(files.diagnostics)
    content = mapping = None
    whole = True
    try:
        if named is not None or os.path.lexists(beside):
            mapping = plain_file(beside)
    except CannotRead as error:
        faults.append(Diagnostic(Location(shown(beside), 1, 1), *error.args))
    try:
        content, whole = _held(path)
    except CannotRead as error:
        faults.append(Diagnostic(Location(shown(path), 1, 1), *error.args))
    table = TableFile(shown(path), content, shown(beside), mapping)
    files = replace(files, diagnostics=tuple(faults), table=table)
    if whole and not engine:
        return files
    from factcheck.loading.sifting import sifted

    return sifted(files, path, engine)


def _held(path: Path) -> tuple[bytes | None, bool]:
    """The bytes of a table, None of one that is read row by row, and which it is; or CannotRead."""
    if path.suffix.lower() == ".parquet":
        with _plain(path):
            return None, False
    try:
        return plain_file(path), True
    except TooLarge:
        return None, False


def _baseline(folder: Path) -> tuple[str, bytes] | None:
    path = folder / BASELINE
    if not os.path.lexists(path):
        return None
    try:
        return shown(path), _content(path, folder)
    except CannotRead as error:
        message, hint = error.args
        raise UnusableBaseline(f"{shown(path)}: {message}: {hint}.") from None


def maps_in(folder: Path) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """The files in it that say how the columns of tables are called, and what cannot be read."""
    found: dict[str, bytes] = {}
    faults = []
    for path in _yaml_files(folder):
        if path.name.endswith(MAP):
            try:
                found[shown(path)] = plain_file(path)
            except CannotRead as error:
                faults.append(Diagnostic(Location(shown(path), 1, 1), *error.args))
    return found, tuple(faults)


def _unread(folder: Path) -> Iterator[Diagnostic]:
    """Files beside the registries that nobody reads, though their author seems to expect it."""
    try:
        beside = sorted(folder.iterdir())
    except OSError:  # a folder that may not be listed: its files were asked for by name
        return
    for path in beside:
        name, stem = path.name, path.stem
        if (
            name.startswith(".")
            or name.endswith(MAP)
            or path.suffix.lower() not in (".yaml", ".yml")
        ):
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


class TooLarge(CannotRead):
    """A file has more bytes than are held; a table of that size is read row by row."""


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
    with _plain(path) as file:
        refuse_large(os.fstat(file.fileno()).st_size)
        return file.read(LARGEST)


@contextmanager
def _plain(path: Path) -> Iterator[BinaryIO]:
    """A plain file, opened. Raises CannotRead."""
    # Opening a pipe would block for ever, but for O_NONBLOCK; then it is seen for what it is.
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        hint = "make it readable, as with 'chmod u+r', or delete it"
        raise CannotRead(f"the file cannot be read: {_reason(error)}", hint) from None
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
    """Raises TooLarge where a file has more bytes than are read."""
    if size > LARGEST:
        message = f"the file is {size / 1024 / 1024:,.0f} MB large; at most 64 MB are read"
        raise TooLarge(message, "split it into several files")


def _reason(error: OSError) -> str:
    return os.strerror(error.errno).lower() if error.errno else str(error)
