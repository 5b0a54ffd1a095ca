"""Scopes that lie in one another: halves of a year, parts of a whole, states on two days."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparing import Compared, collate
from factcheck.comparing.scopes.scope_steps import steps_of
from factcheck.corpus import Files
from factcheck.corpus.load import load
from factcheck.model import Scope

SUBJECTS = """
subjects:
  - {id: tower, label: Tower}
  - {id: land, label: Land, names: {it: Terra}}
  - {id: town, label: Town, part_of: land}
"""
ATTRIBUTES = """
attributes:
  - {id: spending, label: spending, kind: money, unit: EUR, measure: flow, key: [period]}
  - {id: profit, label: profit, kind: money, unit: EUR, measure: net, key: [period]}
  - {id: share, label: share, kind: quantity, unit: "%", measure: flow, key: [period]}
  - {id: people, label: people, kind: quantity, measure: stock, key: [as_of, place]}
  - {id: age, label: age, kind: quantity, unit: yr, measure: stock, key: [place]}
  - {id: staff, label: staff, kind: quantity, measure: stock, key: [as_of], drift: 5 %}
  - {id: price, label: price, kind: money, unit: EUR, measure: stock, key: [as_of]}
  - id: chips
    label: chips
    kind: quantity
    measure: flow
    key: [covers]
    coverages:
      - {id: all, label: all}
      - {id: ours, label: ours, part_of: all}
      - {id: best, label: best of ours, part_of: [ours]}
      - {id: old, label: old}
"""


def corpus(*claims: str) -> Compared:
    """One source a claim; a claim is the inside of a YAML flow mapping."""
    files = {"subjects.yaml": SUBJECTS.encode(), "attributes.yaml": ATTRIBUTES.encode()}
    for number, claim in enumerate(claims):
        head = f"{{outlet: Outlet {number}, title: T, published: 2026-01-05, language: en}}"
        text = f"source: {head}\nclaims: [{{id: c, subject: Tower, {claim}}}]"
        files[f"sources/s{number}.yaml"] = text.encode()
    loaded = load(Files(files, ()))
    assert loaded.diagnostics == ()
    return collate(loaded)


def between(*claims: str) -> list[tuple[str, str]]:
    """What lies between the scopes of these claims: label and verdict."""
    return [(str(s.label), s.verdict.value) for t in corpus(*claims).topics for s in t.across]


def unmet(*claims: str) -> int:
    return len(corpus(*claims).unmatched)


def test_a_half_spends_at_most_what_the_year_does() -> None:
    half = "attribute: spending, value: 90 million euros, period: H1 2025"
    year = "attribute: spending, value: 61 million euros, period: 2025"
    assert between(half, year) == [("H1 2025 in 2025", "impossible")]
    more = "attribute: spending, value: 180 million euros, period: 2025"
    assert between(half, more) == []
    assert unmet(half, more) == 0, "they were compared, and fit"


def test_rounding_is_no_impossibility() -> None:
    half = "attribute: spending, value: 152 million euros, period: H1 2025"
    year = "attribute: spending, value: 150 million euros, period: 2025"
    assert between(half, year) == []


@pytest.mark.parametrize("attribute", ["profit", "share"])
def test_losses_and_shares_do_not_add_up(attribute: str) -> None:
    value = {"profit": "{} million euros", "share": "{} %"}[attribute]
    half = f"attribute: {attribute}, value: {value.format(90)}, period: H1 2025"
    year = f"attribute: {attribute}, value: {value.format(61)}, period: 2025"
    assert between(half, year) == [("", "scope-differs")]


def test_a_coverage_is_at_most_every_whole_above_it() -> None:
    best = "attribute: chips, value: 905, covers: best"
    assert between(best, "attribute: chips, value: 611, covers: all") == [
        ("best in all", "impossible")
    ]
    assert between(best, "attribute: chips, value: 611, covers: old") == [("", "scope-differs")]
    assert between(best, "attribute: chips, value: 1011, covers: all") == []


def test_a_coverage_that_is_not_stated_matters_where_figures_clash() -> None:
    part = "attribute: chips, value: 905, covers: best"
    assert between(part, "attribute: chips, value: 611") == [("", "undetermined")]
    assert between(part, "attribute: chips, value: 905") == []


def test_a_place_lies_in_its_whole_by_any_name() -> None:
    town = "attribute: people, value: 90313, as_of: 2025, place: Town"
    land = "attribute: people, value: 61412, as_of: 2025, place: Terra"
    assert between(town, land) == [("2025, Town in Terra", "impossible")]


def test_what_does_not_count_things_is_not_summed_over_places() -> None:
    town = "attribute: age, value: 82 years, place: Town"
    land = "attribute: age, value: 77 years, place: Land"
    assert between(town, land) == [("", "scope-differs")]


def test_a_place_under_two_names_is_one_scope() -> None:
    described = corpus(
        "attribute: people, value: 90313, as_of: 2025, place: Land",
        "attribute: people, value: 61412, as_of: 2025, place: Terra",
    )
    assert [s.verdict.value for t in described.topics for s in t.scopes] == ["contradicts"]


def spent(*times: str, values: tuple[str, ...] = ("90", "61")) -> list[tuple[str, str]]:
    """Verdict and what to add, for amounts of the same thing at these times."""
    described = corpus(
        *(
            f"attribute: spending, value: {value} million euros, period: {time}"
            for value, time in zip(values, times, strict=True)
        )
    )
    return [(s.verdict.value, str(s.todo or "")) for t in described.topics for s in t]


def test_an_approximate_period_is_the_same_period_where_the_figures_agree() -> None:
    assert spent("2025~", "2025", values=("90", "90")) == [("agree", "")]


def test_an_approximate_period_decides_nothing_where_they_clash() -> None:
    assert spent("2025~", "2025") == [("undetermined", "Give the exact time of s0/c to decide.")]
    assert spent("2025~", "2025~") == [("contradicts", "")]
    # The two exact ones clash whatever the third one speaks of.
    assert spent("2025~", "2025", "2025", values=("90", "61", "72")) == [("contradicts", "")]


def test_an_undeclared_fiscal_year_may_not_be_the_calendar_year() -> None:
    (found,) = spent("FY 2025", "2025")
    assert found == (
        "undetermined",
        "Add fiscal_year_starts to tower in subjects.yaml to decide.",
    )
    assert spent("FY 2025", "FY 2025") == [("contradicts", "")]


def test_of_a_part_within_a_vague_year_nothing_is_impossible() -> None:
    assert [v for v, _ in spent("H1 2025", "FY 2025")] == ["agree", "agree", "scope-differs"]
    assert [v for v, _ in spent("H1 2025", "2025")] == ["agree", "agree", "impossible"]


def test_a_day_within_a_year_is_undetermined_where_states_clash() -> None:
    day = "attribute: price, value: 91 euros, as_of: 2025-06-30"
    year = "attribute: price, value: 64 euros, as_of: 2025"
    assert between(day, year) == [("2025-06-30 in 2025", "undetermined")]
    assert between(day, "attribute: price, value: 64 euros, as_of: 2024") == [("", "scope-differs")]


def test_a_stock_tells_of_the_period_that_is_given() -> None:
    described = corpus(
        "attribute: staff, value: 9032, period: 2025", "attribute: staff, value: 6141, as_of: 2025"
    )
    assert [s.verdict.value for t in described.topics for s in t] == ["contradicts"]


def test_a_stock_drifts_as_far_as_is_declared() -> None:
    first = "attribute: staff, value: 9032, as_of: 2024-01-01"
    assert between(first, "attribute: staff, value: 9411, as_of: 2025-01-01") == []
    assert between(first, "attribute: staff, value: 9901, as_of: 2025-01-01") == [
        ("2024-01-01 to 2025-01-01", "contradicts")
    ]
    assert between(first, "attribute: staff, value: 9901, as_of: 2026-01-01") == []


def test_drift_is_asked_between_one_day_and_the_next_one_known() -> None:
    days = [
        f"attribute: staff, value: {v}, as_of: {y}-01-01"
        for v, y in ((9032, 2020), (9911, 2022), (10871, 2024))
    ]
    assert between(*days) == []
    assert unmet(*days) == 0


@st.composite
def times(draw: st.DrawFn) -> tuple[date, date]:
    start = date(2020, 1, 1) + timedelta(days=draw(st.integers(0, 40)))
    return start, start + timedelta(days=draw(st.integers(0, 40)))


@given(
    described=st.lists(
        st.tuples(times(), st.integers(1, 999)), max_size=8, unique_by=lambda t: t[0]
    )
)
def test_exactly_the_parts_that_exceed_their_wholes_are_impossible(
    described: list[tuple[tuple[date, date], int]],
) -> None:
    claims = [
        f"attribute: spending, value: {value}.5 euros, period: {start}/{end}"
        for (start, end), value in described
    ]
    scopes = [s for t in corpus(*claims).topics for s in t.across if s.verdict == "impossible"]
    expected = {
        (part, whole)
        for part, small in described
        for whole, large in described
        if part != whole and whole[0] <= part[0] and part[1] <= whole[1] and small > large
    }
    assert {bounds(s) for s in scopes} == expected


def bounds(scope: Scope) -> tuple[tuple[date, date], tuple[date, date]]:
    part, whole = (next(iter(p.claims)).period for p in scope.positions)
    assert part is not None and whole is not None
    return (part.start, part.end), (whole.start, whole.end)


def test_shown_reach_of_drift() -> None:
    described = corpus(
        "attribute: staff, value: 9032, as_of: 2024-01-01",
        "attribute: staff, value: 19901, as_of: 2026-01-01",
    )
    (scope,) = [s for t in described.topics for s in t.across]
    assert [str(step) for step in steps_of(scope, scope.claims[0].attribute)] == [
        "staff is declared to move by at most 5 % a year, and 2.0 years at most lie between the"
        " two."
    ]
    assert Decimal("0.05") == described.topics[0].attribute.drift
