"""Reads `NAME.map.yaml`: the key of each column of a table, and values that apply to all rows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field

from factcheck.corpus.tables.table_rows import REQUIRED
from factcheck.corpus.yaml.documents import Diagnostics, report
from factcheck.corpus.yaml.forms import ClaimForm, MapForm, SourceForm
from factcheck.corpus.yaml.old_names import COLUMNS
from factcheck.corpus.yaml.places import Document
from factcheck.corpus.yaml.schema import read
from factcheck.corpus.yaml.suggestions import suggest
from factcheck.corpus.yaml.yaml_text import parse
from factcheck.model import Location
from factcheck.model.frozen import dataclass

OF_CLAIMS = (*ClaimForm.model_fields, "prefix", "suffix", "reason", "coverage", "excluded")
OF_SOURCES = tuple(
    k for k in SourceForm.model_fields if k not in (*OF_CLAIMS, "archive", "skipped")
)
KNOWN = ("source", *OF_CLAIMS, *OF_SOURCES)


@dataclass(frozen=True, slots=True)
class Columns:
    """How to read a table: the key of each column, values for every row, kinds of attributes."""

    path: str  # of the file that says so, whether or not it is there
    named: Mapping[str, str] = field(default_factory=dict)  # column -> key
    every_row: Mapping[str, str] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    kinds: Mapping[str, str] = field(default_factory=dict)
    delimiter: str | None = None

    def keys(
        self, path: str, header: tuple[str, ...], diagnostics: Diagnostics
    ) -> dict[str, str] | None:
        """The key of each column; None, with a diagnostic, if no row can be read."""
        found: dict[str, str] = {}
        for column, name in enumerate(header, 1):
            place = Location(path, 1, column)
            key = self.key(name)
            if name in self.left_out:
                continue
            if not name:
                diagnostics.add(
                    place, f"column {column} has no name", f"name it; {self._or_leave('')}"
                )
            elif key is None:
                self.refuse(name, place, diagnostics)
            elif key in found.values():
                first = next(n for n, k in found.items() if k == key)
                diagnostics.add(
                    place,
                    f"two columns are '{key}': column {header.index(first) + 1} is the other",
                    self._or_leave("rename one of them"),
                )
                return None
            else:
                found[name] = key
        missing = [k for k in REQUIRED if k not in found.values() and k not in self.every_row]
        for key in missing:
            self._missing(key, path, header, diagnostics)
        return None if missing else found

    def key(self, name: str) -> str | None:
        """The key that a column holds, None where nobody knows it."""
        plain = re.sub(r"[\s-]+", "_", name.strip().casefold())  # as spreadsheets title a column
        now = COLUMNS.get(plain, plain)
        return self.named.get(name) or (now if now in KNOWN else None)

    def refuse(self, name: str, place: Location, diagnostics: Diagnostics) -> None:
        """Report an unknown column."""
        hint = suggest(name, KNOWN, self._or_leave("name its key"))
        diagnostics.add(place, f"unknown column '{name[:60]}'", hint)

    def _or_leave(self, what: str) -> str:
        begin = f"{what}, or " if what else ""
        return f"{begin}list it under leave_out in {self.path}"

    def _missing(
        self, key: str, path: str, header: tuple[str, ...], diagnostics: Diagnostics
    ) -> None:
        like = suggest(key, (name for name in header if name and self.key(name) is None), "")
        what = "columns" if key in ("source", "subject", "attribute", "value") else "every_row"
        hint = like or f"add it, or give it in {self.path}: {what}: {{{key}: …}}"
        diagnostics.add(Location(path, 1, 1), f"the table has no column '{key}'", hint)


def read_columns(path: str, content: bytes | None, diagnostics: Diagnostics) -> Columns:
    """Read a mapping file and report its errors; without a file the mapping is empty."""
    if content is None:
        return Columns(path)
    document, found = parse(path, content)
    diagnostics.extend(found)
    if document is None or document.data is None:
        return Columns(path)
    form = read(MapForm, document.data)
    if isinstance(form, list):
        report(document, (), form, diagnostics)
        return Columns(path)
    _check_keys(document, form, diagnostics)
    delimiter = "\t" if form.delimiter == "tab" else form.delimiter
    return Columns(
        path,
        {column: COLUMNS.get(key, key) for key, column in (form.columns or {}).items()},
        {COLUMNS.get(key, key): text for key, text in (form.every_row or {}).items()},
        frozenset(form.leave_out or ()),
        form.kinds or {},
        delimiter,
    )


def _check_keys(document: Document, form: MapForm, diagnostics: Diagnostics) -> None:
    for group in ("columns", "every_row"):
        for key in getattr(form, group) or {}:
            if COLUMNS.get(key, key) not in KNOWN:
                hint = suggest(key, KNOWN, "docs/tables.md lists what a table may hold")
                diagnostics.add(
                    document.places.key(group, key), f"unknown key '{key}' in '{group}'", hint
                )
