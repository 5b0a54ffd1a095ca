"""Interval arithmetic against exact fractions: whatever the inputs allow lies in the result."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparing.relations.intervals import (
    EVERYTHING,
    INFINITY,
    ONE,
    difference,
    hull,
    product,
    quotient,
    scaled,
    total,
)
from factcheck.model import Interval

numbers = st.decimals(min_value=-1000, max_value=1000, places=2) | st.sampled_from(
    [Decimal(0), Decimal("1e-40"), Decimal("7e30"), Decimal("-3e25")]
)


@st.composite
def members(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    """An interval, closed, open or without an end, and a number in it."""
    low, point, high = sorted(draw(st.tuples(numbers, numbers, numbers)))
    low_open = low < point and draw(st.booleans())
    high_open = point < high and draw(st.booleans())
    if draw(st.booleans()):
        low, low_open = -INFINITY, True
    if draw(st.booleans()):
        high, high_open = INFINITY, True
    return Interval(low, high, low_open, high_open), Fraction(point)


def holds(interval: Interval, point: Fraction) -> bool:
    above = interval.low.is_infinite() or Fraction(interval.low) < point
    below = interval.high.is_infinite() or point < Fraction(interval.high)
    at_low = interval.low.is_finite() and Fraction(interval.low) == point
    at_high = interval.high.is_finite() and Fraction(interval.high) == point
    return (above or (at_low and not interval.low_open)) and (
        below or (at_high and not interval.high_open)
    )


Exact = Callable[[Fraction, Fraction], Fraction]


@given(members(), members())
def test_sums_and_products_hold_every_exact_result(
    a: tuple[Interval, Fraction], b: tuple[Interval, Fraction]
) -> None:
    (x, p), (y, q) = a, b
    assert holds(total([x, y]), p + q)
    assert holds(difference(x, y), p - q)
    assert holds(product([x, y]), p * q)
    if q:
        assert holds(quotient(x, y), p / q)


@given(members(), st.decimals(min_value="0.001", max_value=1000, places=3), numbers)
def test_a_scaled_interval_holds_the_scaled_number(
    a: tuple[Interval, Fraction], factor: Decimal, offset: Decimal
) -> None:
    interval, point = a
    assert holds(scaled(interval, factor, offset), point * Fraction(factor) + Fraction(offset))


@given(members(), members())
def test_a_hull_holds_all_of_what_it_is_made_of(
    a: tuple[Interval, Fraction], b: tuple[Interval, Fraction]
) -> None:
    (x, p), (y, q) = a, b
    assert holds(hull([x, y]), p)
    assert holds(hull([x, y]), q)


def between(low: str, high: str, low_open: bool = False, high_open: bool = False) -> Interval:
    return Interval(Decimal(low), Decimal(high), low_open, high_open)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (total([between("1", "2"), between("10", "20")]), between("11", "22")),
        (difference(between("10", "20"), between("1", "2")), between("8", "19")),
        (product([between("-2", "3"), between("4", "5")]), between("-10", "15")),
        (
            product([between("0", "3"), between("2", "Infinity", high_open=True)]),
            between("0", "Infinity", high_open=True),
        ),
        (quotient(between("6", "12"), between("2", "3")), between("2", "6")),
        (quotient(between("1", "1"), between("0", "4")), between("0.25", "Infinity", False, True)),
        (quotient(between("1", "1"), between("-1", "1")), EVERYTHING),
        (
            product([between("1", "2", high_open=True), between("3", "4")]),
            between("3", "8", high_open=True),
        ),
    ],
)
def test_results_reach_no_further_than_they_must(found: Interval, expected: Interval) -> None:
    assert found == expected


def test_ends_without_an_end_of_digits_are_rounded_outwards() -> None:
    third = quotient(ONE, between("3", "3"))
    rounded = (
        (third, Fraction(1, 3)),
        (quotient(ONE, between("-7", "-7")), Fraction(-1, 7)),
        (scaled(third, Decimal(5), Decimal(-4)), Fraction(-7, 3)),
    )
    for found, exact in rounded:
        assert Fraction(found.low) < exact < Fraction(found.high)
        assert found.high - found.low < Decimal("1E-45")
