"""What it means that two figures have a number in common, by the definition and not by its ends."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Interval

INFINITY = Decimal("Infinity")
POINTS = st.integers(-3, 3).map(Decimal)


def over(low: Decimal, high: Decimal, low_open: bool, high_open: bool) -> Interval:
    """An interval that holds at least one number; open where it has no end."""
    low, high = sorted((low, high))
    if low == high:
        return Interval(low, high)
    return Interval(low, high, low_open or low.is_infinite(), high_open or high.is_infinite())


INTERVALS = st.builds(
    over,
    st.one_of(POINTS, st.just(-INFINITY)),
    st.one_of(POINTS, st.just(INFINITY)),
    st.booleans(),
    st.booleans(),
)
EVERY_HALF = [Decimal(n) / 2 for n in range(-8, 9)]
"""Whole ends part the line into points and gaps: one number in each stands for all of them."""


def holds(interval: Interval, number: Decimal) -> bool:
    above = number > interval.low or (number == interval.low and not interval.low_open)
    below = number < interval.high or (number == interval.high and not interval.high_open)
    return above and below


def bounds(interval: Interval, number: Decimal) -> bool:
    """Whether the number is an end, in the interval or not."""
    return number in (interval.low, interval.high)


@given(INTERVALS, INTERVALS)
def test_two_meet_in_a_number_or_where_a_single_one_stands_at_a_bound(
    a: Interval, b: Interval
) -> None:
    common = any(holds(a, n) and holds(b, n) for n in EVERY_HALF)
    at_bound = any(
        one.low == one.high and bounds(other, one.low) for one, other in ((a, b), (b, a))
    )
    assert a.meets(b) == b.meets(a) == (common or at_bound)


@given(INTERVALS, INTERVALS)
def test_one_contains_another_that_has_no_number_outside_it(a: Interval, b: Interval) -> None:
    assert a.contains(b) == all(holds(a, n) for n in EVERY_HALF if holds(b, n))


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [
        (Interval(Decimal(4125), Decimal(4125)), Interval(Decimal(4125), INFINITY, True), True),
        (
            Interval(-INFINITY, Decimal(4125), False, True),
            Interval(Decimal(4125), INFINITY, True),
            False,
        ),
        (Interval(Decimal(1), Decimal(2)), Interval(Decimal(2), Decimal(3)), True),
        (Interval(Decimal(1), Decimal(2)), Interval(Decimal(2), Decimal(3), True), False),
    ],
    ids=["the number itself", "two bounds", "a shared end", "an end left out"],
)
def test_a_bound_and_its_number_are_one_fact_and_two_bounds_are_two(
    a: Interval, b: Interval, meet: bool
) -> None:
    assert a.meets(b) is b.meets(a) is meet
