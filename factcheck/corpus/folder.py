"""Reads the bytes of the files in a corpus folder, and those of a table.

The files of a corpus are hostile: this module reads only plain files inside its folder.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from factcheck.corpus.files import (
    BASELINE,
    REGISTRIES,
    RESOLUTIONS,
    TABLES,
    Files,
    MissingPath,
    UnusableBaseline,
)
from factcheck.corpus.plain_files import CannotRead, plain_file, reason_of, shown
from factcheck.model import Diagnostic, Location

_REGISTRY_FILES = ", ".join(f"{name}.yaml" for name in REGISTRIES)
MAP = ".map.yaml"
_LIKE_A_SOURCE = re.compile(rb"^source:(?:\s[\s\S]*)?^claims:", re.MULTILINE)


def is_table(path: Path) -> bool:
    """Whether the path names a table of claims."""
    return path.suffix.lower() in TABLES and path.name != BASELINE and not path.is_dir()


def folder_of(path: Path) -> Path:
    """The folder of the corpus at `path`; `path` may be the folder itself, a source or a table."""
    if path.is_dir():
        return path
    if is_table(path):
        return path.parent
    up = depth_in_sources(path) or 1
    parents = path.parents
    return parents[up] if len(parents) > up else path.parent / Path(*[".."] * up)


def depth_in_sources(path: Path) -> int:
    """How many folders up from a file's own the corpus is of which it is a source; 0 if of none."""
    above = (folder.name for folder in path.absolute().parents)
    return next((depth for depth, name in enumerate(above, 1) if name == "sources"), 0)


def corpus_in(folder: Path) -> Path:
    expected = [folder / "sources", *(folder / f"{name}.yaml" for name in REGISTRIES)]
    if any(os.path.lexists(path) for path in expected):
        return folder
    raise MissingPath(
        f"'{folder}' holds no corpus: a folder 'sources', and beside it subjects.yaml, "
        "attributes.yaml and origins.yaml, are expected there"
    )


def source_files(folder: Path) -> Iterator[Path]:
    """The sources in it and in the folders below it; a folder that is a link counts as a file."""
    yield from yaml_files(folder)
    if not folder.is_dir():
        return
    for below in sorted(folder.iterdir()):
        if below.name.startswith(".") or not below.is_dir() or below.name.endswith(".yaml"):
            continue
        if below.is_symlink():
            yield below
        else:
            yield from source_files(below)


def yaml_files(folder: Path) -> Iterator[Path]:
    """Every YAML file in the folder that belongs to a corpus; hidden files are ignored."""
    try:
        names = sorted(path.name for path in folder.iterdir())
    except FileNotFoundError:
        return
    except OSError as error:
        raise MissingPath(f"'{folder}' cannot be read: {reason_of(error)}") from None
    for name in names:
        if not name.startswith(".") and name.lower().endswith((".yaml", ".yml")):
            yield folder / name


def files_in(
    folder: Path, sources: tuple[Path, ...], partial: bool = False, alone: bool = False
) -> Files:
    texts: dict[str, bytes] = {}
    diagnostics: list[Diagnostic] = []
    registries = [folder / f"{name}.yaml" for name in REGISTRIES]
    resolutions = yaml_files(folder / RESOLUTIONS)
    for path in (*(path for path in registries if os.path.lexists(path)), *sources, *resolutions):
        try:
            texts[shown(path)] = _content(path, folder)
        except CannotRead as error:
            diagnostics.append(Diagnostic(Location(shown(path), 1, 1), *error.args))
    found = (*diagnostics, *(() if alone else _unread(folder)))
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


def maps_in(folder: Path) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """The column maps of tables in the folder, and the files that cannot be read."""
    found: dict[str, bytes] = {}
    diagnostics = []
    for path in yaml_files(folder):
        if path.name.endswith(MAP):
            try:
                found[shown(path)] = plain_file(path)
            except CannotRead as error:
                diagnostics.append(Diagnostic(Location(shown(path), 1, 1), *error.args))
    return found, tuple(diagnostics)


def _unread(folder: Path) -> Iterator[Diagnostic]:
    """Files beside the registries that the loader ignores, although their author seems to expect
    it.
    """
    try:
        beside = sorted(folder.iterdir())
    except OSError:  # a folder that may not be listed: its files were asked for by name
        return
    for path in beside:
        name, stem = path.name, path.stem
        yield from _misplaced(path)
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


def _misplaced(folder: Path) -> Iterator[Diagnostic]:
    """Sources in a folder of another name than 'sources'; only what looks like one is named."""
    name = folder.name
    if name.startswith(".") or name in ("sources", RESOLUTIONS) or not folder.is_dir():
        return
    try:
        inside = tuple(yaml_files(folder))
    except MissingPath:
        return
    for path in inside:
        try:
            is_source = _LIKE_A_SOURCE.search(plain_file(path)) is not None
        except CannotRead:
            continue
        if is_source:
            yield Diagnostic(
                Location(shown(path), 1, 1),
                f"the file is not read: sources lie in the folder 'sources', not in '{name}'",
                "move it there; folders below 'sources' are read as well",
            )


def _content(path: Path, folder: Path) -> bytes:
    """The bytes of a plain file that lies in `folder` even when links are followed."""
    if path.is_dir() and path.is_symlink():
        raise CannotRead(
            "the folder is a link, and its files are not read",
            "put the folder itself in its place",
        )
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
