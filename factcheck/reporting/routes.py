"""The lines of a graph between boxes in columns, in pixels, and where each bears its label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.reporting.layers import Key, Layout

BOX = (216, 42)
"""Width and height of a box."""

GAP, ROW, BEND = 150, 9, 18
"""Between two columns, between two boxes, and the height that a passing line takes."""

MARGIN, SIDE = 8, 90
"""Round the picture; and left and right of it, where lines of a circle turn."""

TURN = 70
"""How far a line between two boxes of one column swings out."""

LABEL = (64, 14)
"""Width and height that a label takes."""

ALONG = (60, 70, 50, 40, 30, 80)
"""Where along a line its label may stand, in percent, the best first."""

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Route:
    """A line and its arrowhead as SVG's path data, and the middle of its label."""

    path: str
    head: str
    x: int
    y: int


class Routes:
    """The pixels of a layout. Labels are placed as routes are asked for, and keep apart."""

    def __init__(self, found: Layout) -> None:
        self._ways = found.ways
        heights = [sum(_height(key) for key in column) - ROW for column in found.columns]
        tallest = max(heights, default=0)
        turns = any(len(w) == 2 and _beside(w, found) for w in found.ways.values())
        side = SIDE if turns else MARGIN
        self.height = tallest + 2 * MARGIN
        self.width = len(found.columns) * (BOX[0] + GAP) - GAP + 2 * side
        self._left: dict[Key, Point] = {}  # the middle of the left side
        for number, column in enumerate(found.columns):
            top = MARGIN + (tallest - heights[number]) // 2
            for key in column:
                inner = _height(key) - ROW
                self._left[key] = (side + number * (BOX[0] + GAP), top + inner // 2)
                top += inner + ROW
        self._labels: list[Point] = []

    def corner(self, node: str) -> Point:
        """The upper left corner of a box."""
        x, y = self._left[(node,)]
        return x, y - BOX[1] // 2

    def route(self, start: str, end: str) -> Route:
        """The line from one box to another."""
        way = self._ways[start, end]
        places = [self._left[key] for key in way]
        if places[0][0] == places[-1][0]:
            return self._turning(places[0], places[-1])
        parts = [f"M{places[0][0] + BOX[0]} {places[0][1]}"]
        for (x, y), (to, down) in pairwise(places):
            middle = (x + BOX[0] + to) // 2
            parts.append(f"C{middle} {y} {middle} {down} {to} {down}")
            if (to, down) != places[-1]:
                parts.append(f"H{to + BOX[0]}")
        x, y = places[-1]
        last = places[-2]
        label = self._free(tuple(_along((last[0] + BOX[0], last[1]), places[-1])))
        return Route("".join(parts), f"M{x} {y}l-9-4v8Z", *label)

    def _turning(self, start: Point, end: Point) -> Route:
        """Between two boxes of a column: downwards at its right, upwards at its left."""
        right = start[1] <= end[1]
        x = start[0] + BOX[0] if right else start[0]
        out = x + TURN if right else x - TURN
        path = f"M{x} {start[1] + 6}C{out} {start[1] + 6} {out} {end[1] - 6} {x} {end[1] - 6}"
        head = f"M{x} {end[1] - 6}l{'9-4v8' if right else '-9-4v8'}Z"
        near = x + TURN * 3 // 4 if right else x - TURN * 3 // 4
        return Route(path, head, *self._free([(near, (start[1] + end[1]) // 2)]))

    def _free(self, places: Sequence[Point]) -> Point:
        """The first place at which no other label stands; if there is none, the first."""
        free = (p for p in places if not any(_close(p, other) for other in self._labels))
        found = next(free, places[0])
        self._labels.append(found)
        return found


def _height(key: Key) -> int:
    return (BOX[1] if len(key) == 1 else BEND - ROW) + ROW


def _beside(way: Sequence[Key], found: Layout) -> bool:
    """Whether both ends of a line stand in one column."""
    return any(way[0] in column and way[-1] in column for column in found.columns)


def _along(start: Point, end: Point) -> Iterator[Point]:
    """Points of the curve with level ends, in the order in which a label may take them."""
    for t in ALONG:
        rest = 100 - t
        level = rest**3 + 3 * rest**2 * t  # share of the start's height, in millionths
        middle = 3 * rest**2 * t + 3 * rest * t**2
        x = rest**3 * start[0] + middle * (start[0] + end[0]) // 2 + t**3 * end[0]
        yield x // 10**6, (level * start[1] + (10**6 - level) * end[1]) // 10**6


def _close(a: Point, b: Point) -> bool:
    return abs(a[0] - b[0]) < LABEL[0] and abs(a[1] - b[1]) < LABEL[1]
