"""Bounds and conditions in arithmetic: two claims never become a bound that fits all."""

from __future__ import annotations

import pytest

from factcheck.comparing import compare
from factcheck.rules import every_rule
from tests.relations.small_world import MOLO, POST, WIRE, corpus, of, results

GROWTH = {"growth"}
PART = {"part-of"}


@pytest.mark.parametrize("bound", ["up to 9 million euros", "at least 9 million euros"])
@pytest.mark.parametrize("outlet", [POST, WIRE])
@pytest.mark.parametrize("turned", [False, True])
def test_a_bound_beside_its_figure_says_nothing_for_it(
    bound: str, outlet: str, turned: bool
) -> None:
    stated = [
        of(POST, "budget", "9 million euros"),
        of(outlet, "budget", bound),
        of(POST, "budget", "5 million euros", "2024"),
        of(POST, "rise-in-budget", "20%"),
    ]
    world = corpus(*(reversed(stated) if turned else stated))
    assert results(world, GROWTH) == [("budget-by-the-year", "2025", "broken")]


def test_two_bounds_hold_together() -> None:
    stated = [
        of(POST, "budget", "at least 9 million euros"),
        of(WIRE, "budget", "up to 11 million euros"),
        of(MOLO, "rise-in-budget", "20%"),
    ]
    assert results(corpus(*stated, of(MOLO, "budget", "5 million euros", "2024")), GROWTH) == [
        ("budget-by-the-year", "2025", "broken")
    ]
    assert results(corpus(*stated, of(MOLO, "budget", "8 million euros", "2024")), GROWTH) == [
        ("budget-by-the-year", "2025", "holds")
    ]


@pytest.mark.parametrize(
    ("whole", "part", "outcome"),
    [
        ("50 million euros", "up to 60 million euros", "ceiling"),
        ("50 million euros", "less than 60 million euros", "ceiling"),
        ("50 million euros", "up to 50 million euros", "holds"),
        ("more than 50 million euros", "up to 60 million euros", "holds"),
        ("50 million euros", "at least 60 million euros", "broken"),
    ],
)
def test_a_part_with_a_ceiling(whole: str, part: str, outcome: str) -> None:
    world = corpus(of(POST, "budget", whole), of(WIRE, "fuel-budget", part))
    assert results(world, PART) == [("fuel-budget/budget", "2025", outcome)]


def test_parts_that_may_exceed_their_sum() -> None:
    stated = [of(POST, "budget", "100 million euros"), of(WIRE, "wages", "70 million euros")]
    world = corpus(*stated, of(MOLO, "material", "fino a 41 milioni di euro", language="it"))
    assert ("all-of-the-budget", "2025", "ceiling") in results(world)
    (finding,) = compare(world, every_rule()).findings
    assert finding.verdict.value == "undetermined"
    assert "ceiling" in str(finding.todo)


def test_a_part_speaks_against_one_of_two_wholes() -> None:
    world = corpus(
        of(POST, "budget", "41 million euros"),
        of(WIRE, "budget", "88 million euros"),
        of(MOLO, "fuel-budget", "63 milioni di euro", language="it"),
    )
    found = [f for f in compare(world, every_rule()).findings if f.rule == "part-exceeds-whole"]
    assert [[c.text for c in f.claims] for f in found] == [
        ["41 million euros", "63 milioni di euro"]
    ]
