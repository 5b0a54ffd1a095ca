"""Converts a table to the YAML files of a corpus, and collects the bad rows separately."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from factcheck.corpus.files import REGISTRIES, Files, TableFile
from factcheck.corpus.load import load, registries_of
from factcheck.corpus.tables.cells import escaped, joined
from factcheck.corpus.tables.keyed_rows import every_row_of
from factcheck.corpus.tables.table_documents import read_table
from factcheck.corpus.tables.table_rows import Row
from factcheck.corpus.yaml.documents import Diagnostics
from factcheck.corpus.yaml.forms import ClaimForm, SourceForm
from factcheck.corpus.yaml.places import Document, Written
from factcheck.corpus.yaml.yaml_text import dump
from factcheck.model import Diagnostic, Loaded
from factcheck.model.frozen import dataclass

REASONS = ("row", "column", "message", "hint")


@dataclass(frozen=True, slots=True)
class Imported:
    """What a table becomes: the text of each file of the corpus by its path in it, how many claims
    these hold, and the faults of the rows that are left out.

    `unusable` are faults that no row alone bears: then there are no files.
    """

    texts: Mapping[str, str]
    claims: int = 0
    bad: tuple[Diagnostic, ...] = ()
    unusable: tuple[Diagnostic, ...] = ()

    @property
    def bad_rows(self) -> int:
        """The number of rows that are left out."""
        return len({diagnostic.location.line for diagnostic in self.bad})


def imported(files: Files) -> Imported:
    """Convert a table to a corpus, together with the registries beside the table."""
    table = files.table
    assert table is not None
    loaded = load(files)
    first = 0 if table.path.lower().endswith((".jsonl", ".parquet")) else 1  # the header's line
    bad = tuple(
        d for d in loaded.diagnostics if d.location.path == table.path and d.location.line > first
    )
    others = tuple(d for d in loaded.diagnostics if d not in set(bad))
    if others or not loaded.claims:
        return Imported({}, bad=bad, unusable=others)
    texts = {**_registries(files), **_sources(files, table, {d.location.line for d in bad})}
    claims, diagnostics = _read_again(texts)
    if diagnostics:
        return Imported({}, bad=bad, unusable=diagnostics)
    return Imported(dict(sorted(texts.items())), len(claims.claims), bad)


def _sources(files: Files, table: TableFile, left_out: set[int]) -> dict[str, str]:
    """A file for each source with at least one valid claim."""
    _, declared = registries_of(files)
    texts, written = {}, Written(table.path, "")
    for document in read_table(table, declared, Diagnostics()).sources:
        data: Any = document.data
        marks: Any = document.marks
        kept = [
            _ordered(claim, ClaimForm.model_fields)
            for claim, mark in zip(data["claims"], marks["claims"][:-1], strict=True)
            if written.location(mark).line not in left_out
        ]
        if kept:
            header = _ordered(data["source"], SourceForm.model_fields)
            for claim in kept:
                if claim.get("language") == header.get("language"):
                    del claim["language"]
            whole = {"source": header, "claims": kept}
            texts[f"sources/{header['id']}.yaml"] = dump(whole)
    return texts


def _ordered(data: dict[str, Any], keys: Iterable[str]) -> dict[str, Any]:
    """The keys in the order of docs/files.md, `id` first."""
    order = {key: number for number, key in enumerate(dict.fromkeys(("id", *keys)))}
    return dict(sorted(data.items(), key=lambda item: order.get(item[0], len(order))))


def _registries(files: Files) -> dict[str, str]:
    """The existing registries unchanged, and new ones made from the table's words."""
    assert files.table is not None
    made = read_table(files.table, registries_of(files)[1], Diagnostics()).registries
    texts = {f"{name}.yaml": _dumped(document) for name, document in made.items()}
    for path, content in files.texts.items():
        if PurePosixPath(path).stem in REGISTRIES and PurePosixPath(path).parent.name != "sources":
            texts[PurePosixPath(path).name] = content.decode("utf-8")
    return texts


def _dumped(document: Document) -> str:
    return dump(document.data)


def _read_again(texts: Mapping[str, str]) -> tuple[Loaded, tuple[Diagnostic, ...]]:
    """The result of checking these files."""
    loaded = load(Files({path: text.encode() for path, text in texts.items()}))
    return loaded, loaded.diagnostics


def bad_rows(files: Files, diagnostics: Sequence[Diagnostic]) -> str:
    """The bad rows as a CSV: a line for each diagnostic, with the cells of its row."""
    assert files.table is not None
    rows = {row.line: row for row in every_row_of(files.table)}
    keys = list(dict.fromkeys(key for diagnostic in diagnostics for key in _keys(rows, diagnostic)))
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow((*REASONS, *keys))
    for diagnostic in diagnostics:
        place = diagnostic.location
        cells: dict[str, str] = defaultdict(str)
        if place.line in rows:
            cells.update(_cells(rows[place.line]))
        stated = (str(place.line), str(place.column), diagnostic.message, diagnostic.hint)
        writer.writerow([escaped(text) for text in (*stated, *(cells[key] for key in keys))])
    return out.getvalue()


def _keys(rows: Mapping[int, Row], diagnostic: Diagnostic) -> list[str]:
    row = rows.get(diagnostic.location.line)
    return [] if row is None else list(_cells(row))


def _cells(row: Row) -> dict[str, str]:
    """The cells of a row as texts."""
    return {
        key: joined(cell) if isinstance(cell, list) else "" if cell is None else str(cell)
        for key, _, cell in row.cells
    }
