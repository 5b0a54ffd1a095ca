"""Compares what rows say about their source: it must be equal in all of them, or empty."""

from __future__ import annotations

from factcheck.corpus.tables.mapping import OF_SOURCES
from factcheck.corpus.tables.table_rows import Cell

HEADER = ("language", *OF_SOURCES)


def adds(cells: dict[str, Cell], known: dict[str, Cell]) -> bool:
    """Whether a row adds something about its source to the rows before it."""
    adds = False
    for key in HEADER:
        cell = cells.get(key)
        if cell not in (None, "", []) and (key not in known or known[key] != cell):
            adds = adds or key != "language" or key not in known
            known.setdefault(key, cell)
    return adds
