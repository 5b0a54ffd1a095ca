"""Interval arithmetic (Moore 1966): a result contains every number that the inputs allow.

Ends are rounded outwards. An end is open only where no input reaches it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from functools import reduce

from factcheck.model import Interval

INFINITY = Decimal("Infinity")
EVERYTHING = Interval(-INFINITY, INFINITY, True, True)
ZERO = Interval(Decimal(0), Decimal(0))
ONE = Interval(Decimal(1), Decimal(1))

_DIGITS = 50
_DOWN = Context(prec=_DIGITS, rounding=ROUND_FLOOR)
_UP = Context(prec=_DIGITS, rounding=ROUND_CEILING)

_End = tuple[Decimal, bool]  # a number, and whether it is left out


def total(terms: Iterable[Interval]) -> Interval:
    """The sum of all terms; 0 of none."""
    return reduce(_plus, terms, ZERO)


def difference(a: Interval, b: Interval) -> Interval:
    """a - b."""
    return _plus(a, Interval(-b.high, -b.low, b.high_open, b.low_open))


def product(factors: Iterable[Interval]) -> Interval:
    """The product of all factors; 1 of none."""
    return reduce(_times, factors, ONE)


def quotient(a: Interval, b: Interval) -> Interval:
    """a / b for every b except 0; unbounded if b has numbers on both sides of 0."""
    if b.low > 0 or b.high < 0:
        return _among(a, b, _ratio)
    over = _reciprocal(b)
    return EVERYTHING if over is None else _times(a, over)


def scaled(interval: Interval, factor: Decimal, offset: Decimal = Decimal(0)) -> Interval:
    """interval × factor + offset, for a factor above 0."""
    return Interval(
        _DOWN.add(_DOWN.multiply(interval.low, factor), offset),
        _UP.add(_UP.multiply(interval.high, factor), offset),
        interval.low_open,
        interval.high_open,
    )


def at_most(limit: Interval) -> Interval:
    """Every number up to some number of `limit`."""
    return Interval(-INFINITY, limit.high, True, limit.high_open)


def at_least(limit: Interval) -> Interval:
    """Every number from some number of `limit` upwards."""
    return Interval(limit.low, INFINITY, limit.low_open, True)


def hull(intervals: Iterable[Interval]) -> Interval:
    """The shortest interval that contains all of one or more intervals."""
    reaches = list(intervals)
    low, low_open = min((r.low, r.low_open) for r in reaches)
    high, shut = max((r.high, not r.high_open) for r in reaches)
    return Interval(low, high, low_open, not shut)


def is_closed(interval: Interval) -> bool:
    """Whether the interval has two finite ends."""
    return interval.low.is_finite() and interval.high.is_finite()


def common(intervals: Iterable[Interval]) -> Interval | None:
    """The intersection of one or more intervals; None if it is empty."""
    reaches = list(intervals)
    low, low_open = max((r.low, r.low_open) for r in reaches)
    high, shut = min((r.high, not r.high_open) for r in reaches)
    if low > high or (low == high and (low_open or not shut)):
        return None
    return Interval(low, high, low_open, not shut)


def _plus(a: Interval, b: Interval) -> Interval:
    return Interval(
        _DOWN.add(a.low, b.low),
        _UP.add(a.high, b.high),
        a.low_open or b.low_open,
        a.high_open or b.high_open,
    )


def _times(a: Interval, b: Interval) -> Interval:
    return _among(a, b, _corner)


def _among(a: Interval, b: Interval, corner: Callable[[_End, _End, Context], _End]) -> Interval:
    """The shortest interval that contains `corner` of every pair of ends."""
    lows, highs = (
        [corner(x, y, rounded) for x in _ends(a) for y in _ends(b)] for rounded in (_DOWN, _UP)
    )
    low, low_open = min(lows)
    high, shut = max((number, not is_open) for number, is_open in highs)
    return Interval(low, high, low_open, not shut)


def _ends(interval: Interval) -> tuple[_End, _End]:
    return (interval.low, interval.low_open), (interval.high, interval.high_open)


def _corner(a: _End, b: _End, rounded: Context) -> _End:
    """The product of two ends; 0 times infinity is 0."""
    if a[0] == 0 or b[0] == 0:
        reached = any(number == 0 and not is_open for number, is_open in (a, b))
        return Decimal(0), not reached
    return rounded.multiply(a[0], b[0]), a[1] or b[1]


def _ratio(a: _End, b: _End, rounded: Context) -> _End:
    """The quotient of two ends, the second of which is not 0; of two infinite ends, 0."""
    if a[0] == 0 or b[0].is_infinite():
        return Decimal(0), a[0] != 0 or a[1]
    return rounded.divide(a[0], b[0]), a[1] or b[1]


def _reciprocal(b: Interval) -> Interval | None:
    """1 / b if 0 is one end of b; None if b has numbers on both sides of 0."""
    if b.low < 0 < b.high or b.low == b.high == 0:
        return None
    low, low_open = _inverse(b.high, b.high_open, -INFINITY, _DOWN)
    high, high_open = _inverse(b.low, b.low_open, INFINITY, _UP)
    return Interval(low, high, low_open, high_open)


def _inverse(end: Decimal, is_open: bool, at_zero: Decimal, rounded: Context) -> _End:
    return (at_zero, True) if end == 0 else (rounded.divide(Decimal(1), end), is_open)
