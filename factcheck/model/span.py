"""One stretch of a text, and the part that it plays in the reading."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Characters `start` to before `end` of the text that was read, and what they were read as.

    `kind` is a word for people: "number", "unit", "bound", "day", "month", "filler", "note". The
    spans of a reading stand in their order, do not overlap, and leave out nothing but blanks and
    signs.
    """

    kind: str
    text: str
    start: int
    end: int
