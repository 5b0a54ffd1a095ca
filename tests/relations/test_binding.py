"""Which claims a relation binds: what is of one scope, and nothing that may be of another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from factcheck.comparing.relations.slots import before, frame_of
from factcheck.model import Period
from factcheck.rules.base import Statement
from tests.relations.small_world import (
    MOLO,
    POST,
    WIRE,
    corpus,
    evaluations,
    of,
    results,
    with_relation,
)

SUM = {"sum"}
GROWTH = {"growth"}
BROKEN = [("all-of-the-budget", "2025", "broken")]


def test_claims_of_several_sources_on_one_period_are_bound() -> None:
    described = corpus(
        of(POST, "budget", "150 million euros"),
        of(WIRE, "wages", "60 million euros"),
        of(MOLO, "material", "40 million euros"),
    )
    assert results(described, SUM) == BROKEN


def test_another_period_place_basis_or_group_of_statuses_is_not_bound() -> None:
    for keys in (
        {"period": "2024"},
        {"period": "H1 2025"},
        {"place": "Norway"},
        {"basis": "gross"},
        {"status": "planned"},
    ):
        described = corpus(
            of(POST, "budget", "150 million euros"),
            of(POST, "wages", "60 million euros"),
            of(WIRE, "material", "40 million euros", **keys),
        )
        assert results(described, SUM) == [], keys


def test_coverages_part_terms_where_they_part_claims() -> None:
    [claim] = corpus(of(POST, "budget", "150 million euros")).claims
    stated = replace(claim, coverage="Ferries")
    assert frame_of(stated, False).coverage == "", "it is not in the key"
    keyed = replace(claim.attribute, key=("period", "covers"))
    assert frame_of(replace(stated, attribute=keyed), False).coverage == "ferries"


def test_plans_are_bound_to_plans() -> None:
    described = corpus(
        of(POST, "budget", "150 million euros", status="planned"),
        of(WIRE, "wages", "60 million euros", status="projected"),
        of(MOLO, "material", "40 million euros", status="trial"),
    )
    assert results(described, SUM) == [("all-of-the-budget", "2025, planned", "broken")]


def test_an_undated_claim_is_bound_in_its_own_source_only() -> None:
    dated = [of(POST, "budget", "150 million euros"), of(POST, "wages", "60 million euros")]
    here = corpus(*dated, of(POST, "material", "40 million euros", None))
    assert results(here, SUM) == [("all-of-the-budget", "2025 in harbour-post", "broken")]
    elsewhere = corpus(*dated, of(WIRE, "material", "40 million euros", None))
    assert results(elsewhere, SUM) == []


def test_an_undated_claim_beside_two_periods_is_of_neither() -> None:
    described = corpus(
        of(POST, "budget", "150 million euros"),
        of(POST, "wages", "60 million euros"),
        of(POST, "budget", "250 million euros", "2026"),
        of(POST, "wages", "90 million euros", "2026"),
        of(POST, "material", "40 million euros", None),
    )
    assert results(described, SUM) == []


def test_a_source_without_any_period_binds_nothing() -> None:
    described = corpus(
        of(POST, "budget", "150 million euros", None),
        of(POST, "wages", "60 million euros", None),
        of(POST, "material", "40 million euros", None),
    )
    assert results(described, SUM) == []


@pytest.mark.parametrize("outlet", [POST, WIRE])
def test_what_depends_on_a_condition_is_bound_among_what_is_planned(outlet: str) -> None:
    condition = {"status": "conditional", "conditions": "if the bridge is built"}
    material = of(outlet, "material", "40 million euros", **condition)
    for status, expected in (
        ("planned", [("all-of-the-budget", "2025, planned", "broken")]),
        ("actual", []),
    ):
        world = corpus(
            of(POST, "budget", "150 million euros", status=status),
            of(POST, "wages", "60 million euros", status=status),
            material,
        )
        assert results(world, SUM) == expected


def test_growth_is_bound_to_the_year_before() -> None:
    described = corpus(
        of(POST, "budget", "150 million euros", "H1 2026"),
        of(POST, "rise-in-budget", "18%", "H1 2026"),
        of(WIRE, "budget", "85 million euros", "H1 2025"),
        of(WIRE, "budget", "127 million euros", "H2 2025"),
    )
    assert results(described, GROWTH) == [("budget-by-the-year", "H1 2026", "broken")]


def test_a_plan_is_measured_against_the_fact_of_the_year_before_and_never_the_reverse() -> None:
    def described(value: str, earlier: str) -> list[tuple[str, str, str]]:
        return results(
            corpus(
                of(POST, "budget", "150 million euros", "2026", status=value),
                of(POST, "rise-in-budget", "18%", "2026", status=value),
                of(WIRE, "budget", "85 million euros", "2025", status=earlier),
            ),
            GROWTH,
        )

    assert described("planned", "actual") == [("budget-by-the-year", "2026, planned", "broken")]
    assert described("planned", "planned") == [("budget-by-the-year", "2026, planned", "broken")]
    assert described("actual", "planned") == []


def test_a_price_of_a_day_goes_with_the_orders_of_its_year() -> None:
    def described(day: str) -> list[tuple[str, str, str]]:
        return results(
            corpus(
                of(POST, "orders", "20,000"),
                of(POST, "unit-price", "20,000 euros", None, as_of=day),
                of(WIRE, "order-value", "4 billion euros"),
            )
        )

    assert described("2025-05-02") == [("orders-and-price", "2025", "broken")]
    assert described("2024-05-02") == []


def test_a_term_may_name_its_subject() -> None:

    described = with_relation(
        corpus(
            Statement(POST, "Northwind", "staff", "400"),
            Statement(POST, "Lantern", "staff", "300"),
            Statement(WIRE, "Birch", "staff", "200"),
        ),
        "sum",
        whole="northwind/staff",
        parts="lantern/staff, birch/staff",
    )
    (found,) = evaluations(described, SUM)
    assert found.outcome == "broken"
    assert found.binding.anchor == ("tested", "northwind", "lantern", "birch", "")


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ((date(2025, 1, 1), date(2025, 12, 31)), (date(2024, 1, 1), date(2024, 12, 31))),
        ((date(2024, 1, 1), date(2024, 2, 29)), (date(2023, 1, 1), date(2023, 2, 28))),
        ((date(2025, 2, 1), date(2025, 2, 28)), (date(2024, 2, 1), date(2024, 2, 29))),
        ((date(2025, 7, 1), date(2025, 12, 31)), (date(2024, 7, 1), date(2024, 12, 31))),
        ((date(2024, 1, 1), date(2024, 2, 28)), (date(2023, 1, 1), date(2023, 2, 28))),
        ((date(2024, 3, 1), date(2025, 2, 28)), (date(2023, 3, 1), date(2024, 2, 29))),
        ((date(2025, 2, 28), date(2025, 2, 28)), (date(2024, 2, 29), date(2024, 2, 29))),
        ((date(2024, 2, 28), date(2024, 2, 28)), (date(2023, 2, 28), date(2023, 2, 28))),
        ((date(2024, 2, 29), date(2024, 2, 29)), (date(2023, 2, 28), date(2023, 2, 28))),
        ((date(2025, 2, 27), date(2025, 2, 27)), (date(2024, 2, 27), date(2024, 2, 27))),
        ((date(2025, 2, 24), date(2025, 2, 28)), (date(2024, 2, 24), date(2024, 2, 29))),
        ((date(2024, 2, 29), date(2024, 6, 30)), (date(2023, 2, 28), date(2023, 6, 30))),
        ((date(2025, 1, 30), date(2025, 4, 30)), (date(2024, 1, 30), date(2024, 4, 30))),
        ((date(1, 3, 1), date(1, 5, 31)), None),
        ((date(2024, 1, 1), date(2024, 12, 31)), (date(2023, 1, 1), date(2023, 12, 31))),
        ((date(2023, 12, 31), date(2024, 12, 31)), None),
        ((date(2019, 1, 1), date(2020, 12, 31)), None),
        ((date(2019, 1, 1), date.max), None),
        ((date.min, date(2019, 1, 1)), None),
    ],
)
def test_the_period_before(period: tuple[date, date], expected: tuple[date, date] | None) -> None:
    assert before(Period(*period)) == (None if expected is None else Period(*expected))


def test_a_growth_is_held_against_the_end_of_february_a_year_back() -> None:
    described = corpus(
        of(POST, "budget", "110 million euros", "2025-02-28"),
        of(POST, "budget", "100 million euros", "2024-02-29"),
        of(POST, "rise-in-budget", "30 %", "2025-02-28"),
    )
    (found,) = evaluations(described, GROWTH)
    assert found.outcome == "broken"


def test_what_all_sources_break_is_not_told_again_of_one() -> None:
    described = corpus(
        of(POST, "budget", "150 million euros"),
        of(POST, "wages", "60 million euros"),
        of(POST, "material", "40 million euros", None),
        of(WIRE, "material", "40 million euros"),
    )
    assert results(described, SUM) == BROKEN
