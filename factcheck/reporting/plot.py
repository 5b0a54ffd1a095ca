"""Where the sides of a disagreement about figures lie on one axis, for readers who look first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.model import Interval, Position, Verdict
from factcheck.reporting.view import BarView, PlotView
from factcheck.values.measured import Measured, describe_measured

CLASHES = (Verdict.CONTRADICTS, Verdict.SELF_CONTRADICTS, Verdict.UNDETERMINED)
WIDTH = 1000
"""The length of the axis in steps: coordinates are whole numbers, the same on every machine."""

TOP, MIDDLE, BOTTOM, ARROW = 2, 10, 18, 18
"""The height of a bar in its box, and the length of the arrow at an end beyond the axis."""

NARROWEST = 8
"""A figure without any play is still drawn, this many steps wide."""

ROOM = Decimal("0.06")
"""Space beyond the outermost figure, as a part of the axis; an open end reaches to its edge."""

FAR = Decimal("0.2")
"""Figures that differ by a fifth of the largest are drawn from zero, so that lengths are true."""


def plot(verdict: Verdict, positions: Sequence[Position]) -> PlotView | None:
    """The picture of a clash of figures in one unit; None where there is none to draw."""
    values = [p.value for p in positions if isinstance(p.value, Measured)]
    reaches = [v.strict for v in values if v.strict is not None]
    if verdict not in CLASHES or len(set(reaches)) < 2 or len(reaches) < len(positions):
        return None
    axis = _axis(reaches)
    attributes = {c.attribute.id for p in positions for c in p.claims}
    if axis is None or len({v.unit for v in values}) > 1 or len(attributes) > 1:
        return None
    from_zero = axis.low == 0
    return PlotView(
        caption="On one scale, which begins at zero." if from_zero else "On one scale.",
        bars=tuple(
            _bar(position.label, describe_measured(value), reach, axis)
            for position, value, reach in zip(positions, values, reaches, strict=True)
        ),
    )


def _axis(reaches: Sequence[Interval]) -> Interval | None:
    """From the lowest to the highest end with some room beyond; None if all ends are one point."""
    ends = [end for r in reaches for end in (r.low, r.high) if end.is_finite()]
    if not ends or min(ends) == max(ends):
        return None
    low, high = min(ends), max(ends)
    if low >= 0 and high - low >= FAR * high:
        low = Decimal(0)
    room = (high - low) * ROOM
    return Interval(low if low == 0 else low - room, high + room)


def _bar(label: str, reach: str, interval: Interval, axis: Interval) -> BarView:
    left, right = _step(interval.low, axis), _step(interval.high, axis)
    if right - left < NARROWEST:
        left = max(0, min((left + right - NARROWEST) // 2, WIDTH - NARROWEST))
        right = left + NARROWEST
    return BarView(label, reach, tuple(_corners(left, right, interval)))


def _corners(left: int, right: int, interval: Interval) -> Iterator[tuple[int, int]]:
    tail = left + ARROW if interval.low.is_infinite() else left
    head = right - ARROW if interval.high.is_infinite() else right
    yield from ((tail, TOP), (head, TOP))
    if head != right:
        yield right, MIDDLE
    yield from ((head, BOTTOM), (tail, BOTTOM))
    if tail != left:
        yield left, MIDDLE


def _step(number: Decimal, axis: Interval) -> int:
    inside = min(max(number, axis.low), axis.high)
    return int((inside - axis.low) * WIDTH / (axis.high - axis.low))
