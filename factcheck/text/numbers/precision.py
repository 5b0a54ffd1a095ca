"""How far a number reaches: what its written digits and its bound word say, as two intervals."""

from __future__ import annotations

from dataclasses import replace
from decimal import Context, Decimal, localcontext

from factcheck.model import Interval
from factcheck.text.numbers.numeral import Numeral

Reaches = tuple[Decimal, ...]

REACHES: Reaches = tuple(map(Decimal, ("0.1", "0.05", "0.01", "0.001")))
"""How far "about", "nearly" and "just over" reach, as a share of a number of 1, 2, 3, 4 digits.

Zeros at the end of a whole number are no digits: whoever writes "about 40,000" counts in tens of
thousands, and whoever writes "about 4,132" has counted. No reach is shorter than what the last
digit is worth, and none is longer than that of one digit.
"""
ROUGH_STRICT = Decimal("0.01")
ROUGH_LOOSE = Decimal("0.05")
"""What the last digit of a fraction in words ("a third") is worth, for each of the two readings."""
ROUGH_SHARE = Decimal("0.1")
"""But no more than this share of it, or "1 in 10 million" would reach below nothing."""
SIGNIFICANT = 2
"""Trailing zeros are never taken as rounding beyond this many leading digits."""
INFINITY = Decimal("Infinity")
SHORT = Context(prec=3)

WIDENED = frozenset({"about", "nearly", "just over"})
CEILINGS = frozenset({"up to", "less than"})
"""Bounds that name the most that a figure may be: it may be less, and it may be all of that."""
OPEN_ENDED = CEILINGS | {"more than", "at least"}


def intervals(
    numeral: Numeral, bound: str, counted: bool, reaches: Reaches = REACHES
) -> tuple[Interval, Interval]:
    """The strict and the loose interval of one number with its bound.

    `reaches` says how far a word like "about" reaches, by the digits that are written.
    `counted` says that it counts things: then a number written out in full is meant to the unit.
    """
    with localcontext() as context:
        context.prec = 80
        n = numeral.number
        if numeral.top is not None:
            vague = _bounded(Interval(n, numeral.top), n, bound, n * reaches[0])
            return vague, vague
        step, rounded = _strict_step(numeral, counted), _loose_step(numeral)
        if numeral.about and bound == "exact":
            bound = "about"
        if bound in OPEN_ENDED:
            # The bound is meant at its very number; its digits widen the loose reading alone.
            loose = _around(n, max(step, rounded))
            return _bounded(Interval(n, n), n, bound, step), _bounded(loose, n, bound, step)
        reach = Decimal(0) if bound == "exact" else reach_of(numeral, reaches)
        strict = _bounded(_around(n, step), n, bound, reach)
        if rounded <= step:
            return strict, _either_way(strict, step) if bound == "exact" else strict
        return strict, _bounded(_around(n, rounded), n, bound, reach)


def _either_way(around: Interval, step: Decimal) -> Interval:
    """7.75 is told as 7.7 and as 7.8: what ends half a step away may be rounded up or down.

    Figures of one digit are not taken so: 3 and 4 million are two figures to any reader.
    """
    fine = step * 10 <= abs(around.low + around.high) / 2
    return replace(around, high_open=False) if fine else around


def _strict_step(numeral: Numeral, counted: bool) -> Decimal:
    if numeral.rough:
        return min(ROUGH_STRICT.scaleb(numeral.magnitude), abs(numeral.number) * ROUGH_SHARE)
    if counted and numeral.whole and not numeral.magnitude:
        return Decimal(0)
    return numeral.step


def _loose_step(numeral: Numeral) -> Decimal:
    """Trailing zeros as rounding: 150 to the ten, 20,000 to the thousand; 20 as it stands."""
    if numeral.rough:
        loose = ROUGH_LOOSE.scaleb(numeral.magnitude)
        return min(loose, abs(numeral.number) * ROUGH_SHARE * ROUGH_LOOSE / ROUGH_STRICT)
    if not numeral.whole or numeral.number == 0 or numeral.step == 0:
        return numeral.step
    digits = str(int(abs(numeral.number) / numeral.step))
    zeros = len(digits) - len(digits.rstrip("0"))
    rounded = min(zeros, max(0, len(digits) - SIGNIFICANT))
    return numeral.step.scaleb(rounded) if rounded else Decimal(0)


def _around(number: Decimal, step: Decimal) -> Interval:
    half = step / 2
    return Interval(number - half, number + half, high_open=step != 0)


def reach_of(numeral: Numeral, reaches: Reaches = REACHES) -> Decimal:
    """How far the number reaches under a word like "about", by the digits that are written."""
    number = abs(numeral.number)
    longest = number * reaches[0]
    if numeral.rough or numeral.about or not numeral.step or not number:
        return longest
    last = numeral.step
    if numeral.whole:
        written = str(int(number / last))
        last = last.scaleb(len(written) - len(written.rstrip("0")))
    digits = number.adjusted() - last.adjusted() + 1
    share = reaches[min(max(digits, 1), len(reaches)) - 1]
    return min(longest, max(number * share, last))


def share_of_reach(numeral: Numeral, bound: str, reaches: Reaches = REACHES) -> Decimal:
    """The same as a share of the number, in three digits; 0 of nothing, and under no such word."""
    if bound not in WIDENED:
        return Decimal(0)
    number = abs(numeral.number)
    return SHORT.divide(reach_of(numeral, reaches), number).normalize() if number else Decimal(0)


def _bounded(around: Interval, number: Decimal, bound: str, widening: Decimal) -> Interval:
    if bound == "exact":
        return around
    match bound:
        case "about":
            low, high = min(around.low, number - widening), max(around.high, number + widening)
            return Interval(low, high, high_open=high == around.high and around.high_open)
        case "nearly":
            low = min(around.low, number - widening)
            return Interval(low, number, high_open=low < number)
        case "just over":
            high = max(around.high, number + widening)
            return Interval(number, high, low_open=number < high)
        case "more than":
            return Interval(around.low, INFINITY, True, True)
        case "at least":
            return Interval(around.low, INFINITY, False, True)
        case "up to":
            return Interval(-INFINITY, around.high, True, around.high_open)
        case "less than":
            return Interval(-INFINITY, around.high, True, True)
    return around
