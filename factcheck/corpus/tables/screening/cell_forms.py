"""Checks whether a cell of a table has the form of its key, with the loader's forms."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from factcheck.corpus.tables.cells import split
from factcheck.corpus.tables.mapping import OF_SOURCES
from factcheck.corpus.tables.table_documents import YES_OR_NO
from factcheck.corpus.tables.table_rows import Cell
from factcheck.corpus.yaml.characters import UNSEEN
from factcheck.corpus.yaml.forms import ClaimForm, SourceForm
from factcheck.corpus.yaml.schema import read

_CLAIM = {"subject": "x", "attribute": "x", "value": "1"}
_SOURCE = {"outlet": "x", "title": "x", "published": "2026-01-01", "language": "en"}


def listed(cell: Cell) -> str | list[str]:
    """A value as the loader reads it from its cell."""
    if isinstance(cell, str):
        texts = split(cell)
        return texts if len(texts) > 1 else texts[0]
    return cell if isinstance(cell, list) else ""


def fits(key: str, cell: Cell) -> bool:
    """Whether a cell has the form of its key."""
    return _texts_fit(key, tuple(cell)) if isinstance(cell, list) else _fits_once(key, cell)


def _texts_fit(key: str, texts: tuple[str, ...]) -> bool:
    return not any(map(UNSEEN.search, texts)) and _is_valid(key, list(texts))


@lru_cache(maxsize=100_000)
def _fits_once(key: str, cell: str | bool | None) -> bool:
    if isinstance(cell, str):
        if key in YES_OR_NO:
            return cell.lower() in ("true", "false")
        if UNSEEN.search(cell):
            return False
    return _is_valid(key, listed(cell) if key == "value" else cell)


def _is_valid(key: str, written: object) -> bool:
    whole: Mapping[str, object] = _SOURCE if key in OF_SOURCES else _CLAIM
    form = SourceForm if key in OF_SOURCES else ClaimForm
    return not isinstance(read(form, {**whole, key: written}), list)
