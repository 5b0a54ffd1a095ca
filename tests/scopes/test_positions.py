"""The sweep over intervals, held against the plain definition of a side."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.comparing.scopes.positions import clash
from factcheck.comparing.scopes.sweep import by_pairs, sweep
from factcheck.model import Interval, Stated, Value, Verdict
from factcheck.text.context import Context
from factcheck.values import kind_of
from factcheck.values.base import meeting_of


class Plain(Value):
    """A value that is nothing but its interval."""


numbers = st.integers(0, 12).map(Decimal)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(numbers), draw(numbers)))
    if low == high:
        return Interval(low, high)
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


def stated(spans: list[Interval]) -> list[Stated]:
    return [Stated(Plain(str(i), strict=s, loose=s), ()) for i, s in enumerate(spans)]


def positions_by_definition(spans: list[Interval]) -> set[frozenset[int]]:
    """Every set whose members meet pairwise and to which nothing can be added."""
    met = [
        frozenset(group)
        for size in range(1, len(spans) + 1)
        for group in combinations(range(len(spans)), size)
        if all(spans[i].meets(spans[j]) for i, j in combinations(group, 2))
    ]
    return {g for g in met if not any(g < other for other in met)}


UP_TO_ONE = Interval(Decimal(0), Decimal(1), high_open=True)
ONE = Interval(Decimal(1), Decimal(1))
FROM_ONE = Interval(Decimal(1), Decimal(2))


@example([UP_TO_ONE, FROM_ONE, ONE])  # the number meets both bounds, and these not each other
@given(st.lists(intervals(), min_size=1, max_size=7))
def test_the_sweep_finds_every_side_and_no_other(spans: list[Interval]) -> None:
    positions = sweep(stated(spans), lambda h: spans[int(h.value.text)])
    found = [
        frozenset(int(h.value.text) for h in positions.members(n))
        for n in range(len(positions.positions))
    ]
    assert len(found) == len(set(found))
    assert set(found) == positions_by_definition(spans)


@given(st.lists(intervals(), min_size=1, max_size=7))
def test_the_search_over_pairs_finds_the_same(spans: list[Interval]) -> None:
    verdicts = {
        (i, j): Verdict.CONSISTENT if spans[i].meets(spans[j]) else Verdict.CONTRADICTS
        for i, j in combinations(range(len(spans)), 2)
    }
    positions = by_pairs(stated(spans), meeting_of(len(spans), verdicts, Verdict.CONTRADICTS))
    found = {
        frozenset(int(h.value.text) for h in positions.members(n))
        for n in range(len(positions.positions))
    }
    assert found == positions_by_definition(spans)


def test_the_smallest_difference_parts_two_numbers() -> None:
    tiny = [Interval(n, n) for n in (Decimal("6.6E-40"), Decimal("9.9E-40"))]
    assert len(sweep(stated(tiny), lambda h: tiny[int(h.value.text)]).positions) == 2


TEXTS = [
    "100",
    "about 100",
    "more than 100",
    "less than 100",
    "up to 100",
    "at least 120",
    "119.7",
    "90 to 110",
    "100 km",
    "120 km",
    "0",
    "-3",
    "12,000",
    "12,400",
    "nearly 12,000",
]


@pytest.mark.parametrize(("one", "other"), [*combinations(TEXTS, 2)])
def test_a_clash_is_what_a_comparison_calls_a_contradiction(one: str, other: str) -> None:
    kind = kind_of("quantity")
    a, b = (kind.read(text, Context("en")) for text in (one, other))
    loosely = a.loose is not None and b.loose is not None and a.loose.meets(b.loose)
    described = not loosely and kind.compare(a, b).verdict is Verdict.CONTRADICTS
    assert clash(a, b, kind) is described
    assert clash(b, a, kind) is described
