"""Screens a large table row by row in plain Python: reads it twice, and never stores it whole.

The first pass finds the conflicting topics; the second collects their rows, and the bad ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field

from factcheck.corpus.tables.mapping import OF_SOURCES, Columns
from factcheck.corpus.tables.screening.heads import adds
from factcheck.corpus.tables.screening.limits import MOST_BAD, Few, chosen
from factcheck.corpus.tables.screening.texts import (
    CONTINGENT,
    LOOKED_UP,
    CellMeaning,
    RowState,
    TextMeaning,
    Texts,
)
from factcheck.corpus.tables.table_documents import QUALIFIERS
from factcheck.corpus.tables.table_rows import Cell, Picked, Row
from factcheck.corpus.yaml.documents import Diagnostics
from factcheck.model import Screened
from factcheck.values.measures.kernel import ALWAYS, Cells

Group = tuple[str, str]  # ids of subject and attribute
Rows = Callable[[Diagnostics], Iterable[Row]]
"""The rows of a table, read anew each time; what is wrong with their form is noted."""
Key = tuple[object, ...]


@dataclass(slots=True)
class Screening:
    """The results of the first pass over a table."""

    texts: Texts
    columns: Columns
    counts: dict[Group, int] = field(default_factory=lambda: defaultdict(int))
    full: set[Group] = field(default_factory=set)
    bad: int = 0
    rows: int = 0
    keys: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _cells: Cells = field(default_factory=Cells)
    _units: dict[Group, str] = field(default_factory=dict)
    _known: dict[Key, object] = field(default_factory=dict)
    _headers: dict[str, int] = field(default_factory=dict)
    uneven: set[str] = field(default_factory=set)
    """Sources of which not every row says the same."""

    def look(self, row: Row) -> None:
        """Process a row in the first pass."""
        self.rows += 1
        cells = self.cells(row)
        state, group, described, stated = self.placed(cells)
        if group is None or state is RowState.BAD:
            self.bad += 1
            return
        self._note_header(cells)
        self.counts[group] += 1
        if described is not None and not described.declared:
            self.keys[described.id].update(key for key in QUALIFIERS if cells.get(key))
        if state is RowState.FULL:
            self.full.add(group)
        if stated is None or state is RowState.EXCLUDED or stated.state is not RowState.COMPARED:
            return
        if self._units.setdefault(group, stated.unit) != stated.unit:
            self.full.add(group)
        assert described is not None
        start, end = self._days(described, cells)
        self._cells.add(group, start, end, *stated.ends)

    def _note_header(self, cells: dict[str, Cell]) -> None:
        """Note whether a row describes its source as the previous one does."""
        source = str(cells["source"])
        stated = hash(tuple(_plain(cells.get(key)) for key in OF_SOURCES))
        is_same = self._headers.setdefault(source, stated) == stated
        if not is_same or cells.get("replaces") or not cells.get("language"):
            self.uneven.add(source)

    def disagreeing(self) -> set[Group]:
        """The topics whose rows must be checked in full."""
        found: set[Hashable] = set()
        both = {id for id, keys in self.keys.items() if {"period", "as_of"} <= keys}
        if both:  # of two times, neither says which rows are of one scope
            found |= self._cells.without_days(lambda group: group[1] in both).disagreeing()
        found |= self._cells.disagreeing()
        twice = self.texts.twice
        return {g for g in self.counts if g in found or g in self.full or g[0] in twice}

    def cells(self, row: Row) -> dict[str, Cell]:
        """The cells of a row by key, with the values that apply to every row."""
        cells: dict[str, Cell] = {key: cell for key, _, cell in row.cells}
        for key, text in self.columns.every_row.items():
            if cells.get(key) in (None, ""):
                cells[key] = text
        return cells

    def placed(
        self, cells: dict[str, Cell]
    ) -> tuple[RowState, Group | None, TextMeaning | None, CellMeaning | None]:
        """The state of a row, its topic, and its value."""
        source, subject = cells.get("source"), cells.get("subject")
        attribute = cells.get("attribute")
        if not (isinstance(source, str) and isinstance(subject, str) and source and subject):
            return RowState.BAD, None, None, None
        if not (isinstance(attribute, str) and attribute):
            return RowState.BAD, None, None, None
        described, id = self.texts.attribute(attribute), self.texts.subject(subject)
        if described is None or id is None:
            return RowState.BAD, None, described, None
        language = cells.get("language") or ""
        if not isinstance(language, str):
            return RowState.BAD, None, described, None
        stated = self._stated(described, language, cells)
        state = max(stated.state, self._state(described, language, cells))
        return state, (id, described.id), described, stated

    def _stated(self, described: TextMeaning, language: str, cells: dict[str, Cell]) -> CellMeaning:
        value, read_as = cells.get("value"), cells.get("read_as")
        key = (described.id, language, _plain(value), _plain(read_as))
        stated = self._known.get(key)
        if stated is None:
            stated = self._known[key] = self.texts.value(described, language, value, read_as)
        assert isinstance(stated, CellMeaning)
        return stated

    def _state(self, described: TextMeaning, language: str, cells: dict[str, Cell]) -> RowState:
        """The row state that the other cells cause."""
        state = RowState.FULL if described.bound else RowState.COMPARED
        for key, cell in cells.items():
            if cell in (None, "") or key not in LOOKED_UP:
                continue
            known = (key, _plain(cell), language if key not in ("subject",) else "")
            fine = self._known.get(known)
            if fine is None:
                fine = self._known[known] = self.texts.is_fine(key, cell, language)
            if not fine:
                return RowState.BAD
            if key == "status" and cell in CONTINGENT:
                state = max(state, RowState.FULL)
            elif (key in ("ignore", "draft") and str(cell).lower() == "true") or key == "retracted":
                state = max(state, RowState.EXCLUDED)
        for key in ("period", "as_of"):
            text = cells.get(key)
            if text and (not isinstance(text, str) or self._span(text, language) is None):
                return RowState.BAD
        if cells.get("published") in (None, ""):
            return RowState.BAD
        if (coverage := cells.get("coverage")) and described.attribute is not None:
            known_ones = {p.id for p in described.attribute.coverages}
            if coverage not in known_ones:
                return RowState.BAD
        return state

    def _days(self, described: TextMeaning, cells: dict[str, Cell]) -> tuple[int, int]:
        for key in described.times:
            text = cells.get(key)
            if isinstance(text, str) and text:
                return self._span(text, str(cells.get("language") or "")) or ALWAYS
        return ALWAYS

    def _span(self, text: str, language: str) -> tuple[int, int] | None:
        key = ("days", text, language)
        if key not in self._known:
            self._known[key] = self.texts.days(text, language)
        found = self._known[key]
        assert found is None or isinstance(found, tuple)
        return found


def screen(
    rows: Rows, texts: Texts, columns: Columns, diagnostics: Diagnostics
) -> tuple[Picked, Screened]:
    """The rows of a table to check in full, and the number of the others."""
    screening = Screening(texts, columns)
    for row in rows(Few()):
        screening.look(row)
    found = screening.disagreeing()
    taken = chosen({group: screening.counts[group] for group in found})
    picked = _picked(rows(diagnostics), screening, taken)
    looked = sum(screening.counts[group] for group in taken)
    left = sum(screening.counts[group] for group in found) - looked
    described = Screened(
        screening.rows, len(screening.counts), len(found), looked, screening.bad, left
    )
    return picked, described


def _picked(rows: Iterable[Row], screening: Screening, taken: set[Group]) -> Picked:
    """The rows of these topics, the bad rows, and rows that describe their sources."""
    kept: list[Row] = []
    heads: dict[str, list[Row]] = defaultdict(list)
    known: dict[str, dict[str, Cell]] = defaultdict(dict)
    bad = 0
    for row in rows:
        cells = screening.cells(row)
        state, group, _, _ = screening.placed(cells)
        is_bad = state is RowState.BAD or group is None
        bad += is_bad
        if (is_bad and bad <= MOST_BAD) or group in taken:
            kept.append(row)
        source = cells.get("source")
        if source in screening.uneven and not is_bad and adds(cells, known[str(source)]):
            heads[str(source)].append(row)
    wanted = {
        source for row in kept if isinstance(source := screening.cells(row).get("source"), str)
    }
    stated = [
        r
        for source, some in heads.items()
        for r in some
        if source in wanted or known[source].get("replaces")
    ]
    keys = {id: tuple(k for k in QUALIFIERS if k in keys) for id, keys in screening.keys.items()}
    return Picked(tuple(kept), tuple(sorted(stated, key=lambda row: row.line)), keys)


def _plain(cell: Cell) -> object:
    return tuple(cell) if isinstance(cell, list) else cell
