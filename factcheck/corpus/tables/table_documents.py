"""Converts a table to documents in the shape of YAML files, so that one loader reads both.

Each source of the table becomes a document with its header and its claims. A missing registry is
made from the table's own words: a subject for each name, an attribute for each stated kind.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from factcheck.corpus.files import TableFile
from factcheck.corpus.tables.cells import SEVERAL, split
from factcheck.corpus.tables.keyed_rows import whole_of
from factcheck.corpus.tables.mapping import OF_SOURCES, Columns, read_columns
from factcheck.corpus.tables.table_rows import REQUIRED, Cell, Row
from factcheck.corpus.yaml.documents import Diagnostics
from factcheck.corpus.yaml.patterns import ID
from factcheck.corpus.yaml.places import Document, Written, start
from factcheck.corpus.yaml.suggestions import suggest, word_for
from factcheck.values import KINDS

QUALIFIERS = ("period", "as_of", "place", "basis", "conditions")
"""What narrows the claims of an attribute that no file declares, where its rows have it."""

_LISTS = ("attributed_to", "cites")
YES_OR_NO = ("ignore", "ours", "primary", "draft")
_TRUE_OR_FALSE = {"true": True, "false": False}
_GROUPS = {
    "prefix": ("quote", "exact"),
    "suffix": ("quote", "exact"),
    "reason": ("read_as", "value"),
    "coverage": ("covers", "text"),
    "excluded": ("excludes", "text"),
}


@dataclass(slots=True)
class Tabled:
    """The documents made from a table: one for each source, and registries by name."""

    sources: tuple[Document, ...] = ()
    registries: Mapping[str, Document] = field(default_factory=dict)


def read_table(table: TableFile, declared: frozenset[str], diagnostics: Diagnostics) -> Tabled:
    """Convert a table; `declared` are the registries that exist beside it."""
    columns = read_columns(table.mapping_path, table.mapping, diagnostics)
    picked = table.picked or whole_of(table, columns, diagnostics)
    builder = _Builder(table.path, columns, declared, diagnostics, picked.keys)
    for row in picked.heads:
        builder.add(row, claims=False)
    for row in picked.rows:
        builder.add(row)
    return builder.made()


class _Builder:
    """Sorts rows by source, and collects the registry entries that they need."""

    def __init__(
        self,
        path: str,
        columns: Columns,
        declared: frozenset[str],
        diagnostics: Diagnostics,
        keys: Mapping[str, tuple[str, ...]],
    ) -> None:
        self._path, self._columns, self._diagnostics = path, columns, diagnostics
        self._keys = keys  # of attributes of which not all rows are here
        self._declared = declared
        self._sources: dict[str, Any] = {}  # id -> [header, its marks, claims, their marks]
        self._ids: dict[str, dict[str, tuple[str, int]]] = {}  # what -> id -> (text, line)
        self._entries: dict[str, dict[str, Any]] = {"subjects": {}, "attributes": {}}
        self._unkind: set[str] = set()

    def add(self, row: Row, claims: bool = True) -> None:
        """Add a row as a claim of its source; without `claims`, only its description of the
        source.
        """
        data, marks = self._data(row)
        named = data.pop("source", None)
        if not isinstance(named, str):
            message = "'source' is empty" if "source" in marks else "a claim needs 'source'"
            self._diagnostic(marks.get("source", marks[None]), message, "write who says so")
            return
        source_mark = marks.pop("source")
        id = self._id("source", named, row.line, source_mark)
        header = {key: data.pop(key) for key in OF_SOURCES if key in data}
        header_marks = {key: marks.pop(key) for key in OF_SOURCES if key in marks}
        if id is None or (claims and not self._names(data, marks, row.line)):
            return
        if id not in self._sources:
            first = {"id": id, "outlet": named, "title": named}
            known = {"language": data["language"]} if "language" in data else {}
            given = {**first, **known, **header}
            places = {key: header_marks.get(key, source_mark) for key in given}
            self._sources[id] = [given, {None: marks[None], **places}, [], []]
        elif not self._fits(named, self._sources[id], header, header_marks):
            return
        if claims:
            self._sources[id][2].append(data)
            self._sources[id][3].append(marks)

    def made(self) -> Tabled:
        """The documents made from all rows."""
        sources = []
        for header, header_marks, claims, marks in self._sources.values():
            here = header_marks[None]
            data = {"source": header, "claims": claims}
            all_marks = {None: here, "source": header_marks, "claims": [*marks, here]}
            sources.append(Document(self._path, "", data, all_marks))
        return Tabled(
            tuple(sources),
            {
                name: self._registry(name, entries)
                for name, entries in self._entries.items()
                if name not in self._declared
            },
        )

    def _data(self, row: Row) -> tuple[dict[str, Any], dict[str | None, Any]]:
        """The cells of a row by key with their places, and the values that apply to every row."""
        here = row.line - 1 << 52 | 1
        data: dict[str, Any] = {}
        marks: dict[str | None, Any] = {None: here}
        cells = {key: (column, cell) for key, column, cell in row.cells}
        for key, text in self._columns.every_row.items():
            column, cell = cells.get(key, (1, None))
            cells[key] = (column, text if cell in (None, "") else cell)
        for key, (column, cell) in cells.items():
            if cell not in (None, "") or key in REQUIRED:
                value = _value(key, cell)
                mark = here | column - 1 << 26
                data[key], marks[key] = value, _marks(value, mark)
        for key, (group, first) in _GROUPS.items():
            if key in data:
                _into(group, first, data, marks)
                inner = "coverage" if key == "excluded" else key
                data[group][inner], marks[group][inner] = data.pop(key), marks.pop(key)
        for key in ("covers", "excludes"):
            if isinstance(covers := data.get(key), dict) and "text" not in covers:
                covers["text"] = covers["coverage"]  # which stands for the source's words, too
                marks[key]["text"] = marks[key]["coverage"]
        if "read_as" in data:
            _into("read_as", "value", data, marks)
        return data, marks

    def _names(self, data: dict[str, Any], marks: dict[str | None, Any], line: int) -> bool:
        """Declare the subject and the attribute of a row if no file does."""
        subject, attribute = data.get("subject"), data.get("attribute")
        if "subjects" not in self._declared and isinstance(subject, str):
            id = self._id("subject", subject, line, marks["subject"])
            if id is None:
                return False
            entry = {"id": id, "label": self._ids["subject"][id][0]}
            self._entries["subjects"].setdefault(id, (entry, marks["subject"]))
        if "attributes" not in self._declared and isinstance(attribute, str):
            id = self._id("attribute", attribute, line, marks["attribute"])
            if id is None:
                return False
            data["attribute"] = id
            return self._attribute(id, attribute, data, marks["attribute"])
        return True

    def _attribute(self, id: str, label: str, data: Mapping[str, Any], mark: int) -> bool:
        """Declare an attribute; False, reported once, if its kind of value is unknown."""
        kinds = self._columns.kinds
        kind = kinds.get(label) or kinds.get(id)
        if kind is None:
            if id not in self._unkind:
                self._unkind.add(id)
                self._diagnostic(mark, *_no_kind(label, id, self._columns, self._path))
            return False
        entry = {"id": id, "label": label, "kind": kind, "key": list(self._keys.get(id, ()))}
        made = self._entries["attributes"].setdefault(id, (entry, mark))[0]
        for key in QUALIFIERS:
            if key in data and key not in made["key"]:
                made["key"].append(key)
        return True

    def _fits(self, named: str, known: Any, header: Any, marks: Any) -> bool:
        """Whether a row describes its source as the rows above do; new facts are added."""
        given, places = known[0], known[1]
        for key, value in header.items():
            if key not in places or (key in ("outlet", "title") and places[key] == places["id"]):
                given[key], places[key] = value, marks[key]
            elif given[key] != value and value is not None:
                line = start(places[key]) >> 52
                self._diagnostic(
                    marks[key],
                    f"'{key}' of the source '{named}' is another one than in line {line + 1}",
                    "write the same in all of its rows; two editions are two sources",
                )
                return False
        return True

    def _id(self, what: str, text: str, line: int, mark: int) -> str | None:
        """The id for a cell's name: the text itself, or else a word made from it."""
        id = text if re.fullmatch(ID, text) else word_for(text)
        if not id:
            hint = "write a word of letters" if what == "source" else "declare it in a file"
            self._diagnostic(mark, f"no id can be made of '{text[:60]}'", hint)
            return None
        first, at = self._ids.setdefault(what, {}).setdefault(id, (text, line))
        if first.casefold() != text.casefold() and id not in (first, text):
            self._diagnostic(
                mark,
                f"'{text}' and '{first}' in line {at} would both be '{id}'",
                "write one of them in all rows where the same is meant, and else a longer name",
            )
            return None
        return id

    def _registry(self, name: str, entries: Mapping[str, Any]) -> Document:
        items = [entry for entry, _ in entries.values()]
        places = [{None: mark, **dict.fromkeys(entry, mark)} for entry, mark in entries.values()]
        for entry, place in zip(items, places, strict=True):
            place |= {
                k: [place[None]] * (len(v) + 1) for k, v in entry.items() if isinstance(v, list)
            }
        return Document(self._path, "", {name: items}, {None: 1, name: [*places, 1]})

    def _diagnostic(self, mark: Any, message: str, hint: str) -> None:
        location = Written(self._path, "").location(mark)
        self._diagnostics.add(location, message, hint)


def _no_kind(label: str, id: str, columns: Columns, path: str) -> tuple[str, str]:
    """The error that an attribute's kind of value is unknown, and where to state it."""
    file = PurePosixPath(path).with_name("attributes.yaml")
    declare = (
        f"write it in {columns.path}: kinds: {{{id}: …}}, one of {', '.join(KINDS)}; "
        f"or declare it in {file}"
    )
    near = suggest(label, columns.kinds, "")
    message = f"nothing says what kind of values '{label}' has; its rows are not read"
    return message, f"{near} If not, {declare}" if near else declare


def _value(key: str, cell: Cell) -> object:
    """The cell in the form of its key."""
    match cell:
        case str() if key in YES_OR_NO:
            return _TRUE_OR_FALSE.get(cell.lower(), cell)
        case str() if key in _LISTS:
            return split(cell)
        case str() if key in SEVERAL and cell:
            texts = split(cell)
            return texts if len(texts) > 1 else texts[0]
        case "":
            return None
        case _:
            return cell


def _marks(value: object, mark: int) -> Any:
    return [mark] * (len(value) + 1) if isinstance(value, list) else mark


def _into(group: str, first: str, data: dict[str, Any], marks: dict[str | None, Any]) -> None:
    """Move the value under `group` to the first of several keys."""
    if isinstance(data.get(group), dict):
        return
    here = marks.get(group, marks[None])
    data[group] = {first: data[group]} if group in data else {}
    marks[group] = {None: start(here), **({first: here} if data[group] else {})}
