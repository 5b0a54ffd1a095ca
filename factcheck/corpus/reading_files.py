"""Reads the files that a path names: a corpus, one of its sources, or a table."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from factcheck.corpus.files import Files, MissingPath, TableFile
from factcheck.corpus.folder import (
    MAP,
    corpus_in,
    depth_in_sources,
    files_in,
    folder_of,
    is_table,
    source_files,
)
from factcheck.corpus.plain_files import CannotRead, TooLarge, opened, plain_file, shown
from factcheck.corpus.tables.engines import NoEngine
from factcheck.model import Diagnostic, Location


def read_files(path: Path, engine: str = "", mapping: Path | None = None) -> Files:
    """The files of the corpus in the folder `path`; of a single source or a table, it and the
    registries. Of a large table, those rows that are looked at in full.

    `engine` is what screens a table in Parquet, NAME or NAME=ADDRESS; `mapping` names its columns,
    None for the file beside it. Raises MissingPath where there is no such path, or no corpus,
    UnusableBaseline where a baseline cannot be read, and factcheck.corpus.tables.engines.NoEngine.
    """
    if not os.path.lexists(path):
        raise MissingPath(f"there is no file or folder '{path}'; `factcheck init` begins a corpus")
    if engine and not is_table(path):
        raise NoEngine(f"'{path}' is no table: an engine works on one in Parquet")
    if path.is_dir():
        return files_in(path, tuple(source_files(corpus_in(path) / "sources")))
    if is_table(path):
        return _with_table(path, engine, mapping)
    if not depth_in_sources(path):
        raise MissingPath(
            f"'{path}' is not a source: give the folder of a corpus, a file of its 'sources', "
            "or a table that ends in .csv, .tsv, .jsonl or .parquet"
        )
    return files_in(folder_of(path), (path,), partial=True)


def _with_table(path: Path, engine: str, named: Path | None) -> Files:
    """A table and the corpus files that belong to it; other files of its folder are ignored."""
    files = files_in(path.parent, (), alone=True)
    beside = path.with_suffix(MAP) if named is None else named
    diagnostics = list(files.diagnostics)
    content = mapping = None
    whole = True
    try:
        if named is not None or os.path.lexists(beside):
            mapping = plain_file(beside)
    except CannotRead as error:
        diagnostics.append(Diagnostic(Location(shown(beside), 1, 1), *error.args))
    try:
        content, whole = _given(path)
    except CannotRead as error:
        diagnostics.append(Diagnostic(Location(shown(path), 1, 1), *error.args))
    table = TableFile(shown(path), content, shown(beside), mapping)
    files = replace(files, diagnostics=tuple(diagnostics), table=table)
    if whole and not engine:
        return files
    from factcheck.corpus.tables.screening import screened

    return screened(files, path, engine)


def _given(path: Path) -> tuple[bytes | None, bool]:
    """The bytes of a table, None of one that is read row by row, and which it is; or CannotRead."""
    if path.suffix.lower() == ".parquet":
        with opened(path):
            return None, False
    try:
        return plain_file(path), True
    except TooLarge:
        return None, False
