"""Places the labels of a time line so that none overlap.

The room is measured as on a phone, the narrowest picture; wider ones have more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.report.pictures.picture_parts import MarkView, TickView

PHONE = 340
"""The width of the picture on a phone, in pixels."""

LETTER, LINE = 8, 14
"""A letter's width and a line's height at most, in pixels."""

DOT = 7
"""How far the sign of a figure reaches from its middle."""

Box = tuple[int, int, int, int]  # left, top, right, bottom, in pixels
Place = tuple[Decimal, int, str]


def labelled(
    marks: Sequence[MarkView], rows: Sequence[TickView], height: int
) -> tuple[MarkView, ...]:
    """The marks with a place for each label that fits; earlier marks have priority.

    `rows` are the lines of the scale, whose labels are at the left end.
    """
    taken = [_dot(mark) for mark in marks]
    taken += [_box(row.label, (Decimal(0), int(row.at) - 4, "start")) for row in rows]
    placed: list[MarkView] = []
    for mark in marks:
        for place in _places(mark):
            box = _box(mark.label, place)
            if _inside(box, height) and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                mark = replace(mark, label_at=place)
                break
        placed.append(mark)
    return tuple(placed)


def _places(mark: MarkView) -> Iterator[Place]:
    """Above, below, to the right and to the left of the sign."""
    yield mark.x, mark.y - DOT - 4, "middle"
    yield mark.x, mark.y + DOT + LINE - 1, "middle"
    yield min(mark.x + 3, Decimal(100)), mark.y - 4, "start"
    yield max(mark.x - 3, Decimal(0)), mark.y - 4, "end"


def _dot(mark: MarkView) -> Box:
    x = int(mark.x * PHONE / 100)
    return x - DOT, mark.y - DOT, x + DOT, mark.y + DOT


def _box(label: str, place: Place) -> Box:
    x, y, anchor = place
    width = (len(label) + 2) * LETTER  # the sign of a conflict stands before it
    left = int(x * PHONE / 100) - {"start": 0, "middle": width // 2, "end": width}[anchor]
    return left, y - LINE, left + width, y


def _inside(box: Box, height: int) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= PHONE and box[3] <= height


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
