"""Screens a large Parquet table with an engine: columns in, rows to check in full out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from factcheck.corpus.tables.columns import Flags, coded, flags, keyed
from factcheck.corpus.tables.engines import Engine, engine_of
from factcheck.corpus.tables.mapping import Columns
from factcheck.corpus.tables.parquet_files import rows_at
from factcheck.corpus.tables.screening.dictionaries import Meanings, meanings
from factcheck.corpus.tables.screening.heads import HEADER, adds
from factcheck.corpus.tables.screening.limits import MOST_BAD, chosen
from factcheck.corpus.tables.screening.texts import LOOKED_UP, RowState, Texts
from factcheck.corpus.tables.table_documents import QUALIFIERS
from factcheck.corpus.tables.table_rows import REQUIRED, Cell, Picked, Row
from factcheck.model import Screened
from factcheck.model.frozen import dataclass

NEEDED = frozenset({*REQUIRED, *LOOKED_UP, *QUALIFIERS, "read_as", "coverage"})
"""Keys of which an engine reads the columns."""

STATES = (RowState.COMPARED, RowState.FULL, RowState.BAD)


@dataclass(frozen=True, slots=True)
class ColumnTable:
    """A Parquet file: the names of all its columns, the key of each that has one, its rows."""

    path: Path
    names: tuple[str, ...]
    keys: Mapping[str, str]  # name -> key
    rows: int
    columns: Columns

    def keyed(self, frame: Any, wanted: Collection[str]) -> Any:
        """A frame of these keys; keys without a column are left out."""
        every_row = {k: text for k, text in self.columns.every_row.items() if k in wanted}
        named = {
            f"c{number}": key
            for number, name in enumerate(self.names)
            if (key := self.keys.get(name)) in wanted and key is not None
        }
        return keyed(frame, named, every_row)

    def row(self, number: int, cells: Iterable[Cell]) -> Row:
        """A row in the loader's form; its place is its number from 1."""
        named = zip(self.names, range(1, len(self.names) + 1), cells, strict=True)
        known = [(self.keys.get(name), column, cell) for name, column, cell in named]
        return Row(
            number + 1,
            [
                (key, column, cell if cell != "" else None)
                for key, column, cell in known
                if key is not None and (cell not in (None, "") or key in REQUIRED)
            ],
        )


def flagged(table: ColumnTable, texts: Texts, engine: Engine) -> tuple[Flags, Meanings]:
    """The conflicting topics of a raw table."""
    frame = table.keyed(engine.scan(str(table.path), table.names), NEEDED)
    known = meanings(frame, frame.collect_schema().names(), texts, engine)
    rows = coded(frame, known.dictionaries, engine, RowState.BAD)
    return flags(rows, engine, known.spans, STATES), known


def screen(table: ColumnTable, texts: Texts, engine: Engine) -> tuple[Picked, Screened]:
    """The rows of a table to check in full, and the number of the others."""
    found, known = flagged(table, texts, engine)
    named = {known.topic(number): number for number in found.disagreeing}
    taken = chosen({topic: found.disagreeing[number] for topic, number in named.items()})
    looked = sum(found.disagreeing[named[topic]] for topic in taken)
    picked = _picked(table, known, sorted(named[topic] for topic in taken))
    left = sum(found.disagreeing.values()) - looked
    bad = table.rows - found.rows
    return picked, Screened(table.rows, found.topics, len(named), looked, bad, left)


def _picked(table: ColumnTable, known: Meanings, topics: list[int]) -> Picked:
    """The rows of these topics, the bad rows, and rows that describe their sources.

    All rows are read from the file here, with their numbers, wherever the flags were computed.
    """
    from factcheck.corpus.tables.columns import either
    from factcheck.corpus.tables.engines.polars import Polars

    here = engine_of("polars")
    assert isinstance(here, Polars)
    frame = table.keyed(here.numbered(str(table.path), table.names), {*NEEDED, *HEADER})
    rows = coded(frame, known.dictionaries, here, RowState.BAD)
    found = here.rows(either(rows, topics, RowState.BAD, here))
    bad = sorted(number for number, state, _ in found if state == RowState.BAD)[:MOST_BAD]
    good = [number for number, state, _ in found if state != RowState.BAD]
    sources = {source for _, _, source in found if source}
    kept = [table.row(*one) for one in rows_at(table.path, [*good, *bad])]
    return Picked(tuple(kept), tuple(_heads(table, frame, here, sources)), known.keys)


def _heads(table: ColumnTable, frame: Any, engine: Engine, sources: set[str]) -> Iterable[Row]:
    """For sources with uneven descriptions: the rows that say something new about them."""
    from factcheck.corpus.tables.columns import uneven

    keys = tuple(key for key in HEADER if key in frame.collect_schema().names())
    known: dict[str, dict[str, Cell]] = {}
    numbers = []
    for number, source, *cells in sorted(engine.rows(uneven(frame, keys, sources, engine))):
        stated: dict[str, Cell] = dict(zip(keys, cells, strict=True))
        if adds(stated, known.setdefault(source, {})):
            numbers.append(number)
    return [table.row(*one) for one in rows_at(table.path, numbers)] if numbers else ()
