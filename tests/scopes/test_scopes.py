"""What is compared with what, and what the claims of a scope say together."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from factcheck.comparing import Compared, collate
from factcheck.comparing.scopes.scope_steps import steps_of
from factcheck.model import Reason, Scope
from factcheck.report.rulebook import claims_of
from factcheck.rules.base import Example, Statement

POST, WIRE, MOLO = "Harbour Post", "Quay Wire", "Molo Oggi"


def corpus(*stated: Statement) -> Compared:
    return collate(claims_of(Example("a test", stated)))


def budget(outlet: str, value: str, period: str | None = "2025", **keys: object) -> Statement:
    return Statement(
        outlet, "Northwind", "budget", value, keys | ({"period": period} if period else {})
    )


def scopes(corpus: Compared) -> Iterator[Scope]:
    for topic in corpus.topics:
        yield from topic


def steps(scope: Scope) -> list[str]:
    return [str(step) for step in steps_of(scope, scope.claims[0].attribute)]


def stated(corpus: Compared) -> list[tuple[str, str, list[str]]]:
    return [
        (str(s.label), s.verdict.value, [str(p.label) for p in s.positions]) for s in scopes(corpus)
    ]


def reasons(corpus: Compared) -> dict[str, Reason]:
    return {u.claim.source.outlet: u.reason for u in corpus.unmatched}


def test_a_coarse_value_stands_on_both_sides_and_hides_no_conflict() -> None:
    described = corpus(
        budget(POST, "85 million euros"),
        budget(WIRE, "150 million euros"),
        budget(MOLO, "between 80 and 160 million euros"),
    )
    (scope,) = scopes(described)
    assert scope.verdict == "contradicts"
    assert [p.sources for p in scope.positions] == [
        ("harbour-post", "molo-oggi"),
        ("molo-oggi", "quay-wire"),
    ]


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("4,125", "more than 4,125", "consistent"),
        ("4,125", "less than 4,125", "consistent"),
        ("more than 4,125", "less than 4,125", "contradicts"),
        ("4,124", "more than 4,125", "contradicts"),
        ("703,885", "703.88 thousand", "consistent"),
        ("703,885", "703,880", "undetermined"),
        (
            "1,000,000,000,000,000,000,000,001",
            "more than 1,000,000,000,000,000,000,000,000",
            "consistent",
        ),
    ],
)
def test_two_counts(a: str, b: str, verdict: str) -> None:
    stated_ = (Statement(POST, "Northwind", "staff", a), Statement(WIRE, "Northwind", "staff", b))
    (scope,) = scopes(corpus(*stated_))
    assert scope.verdict == verdict


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("150 million euros", "150 million euros", "agree"),
        ("about 150 million euros", "148 million euros", "consistent"),
        ("more than 100 million euros", "259 million euros", "consistent"),
        ("150 million euros", "152 million euros", "undetermined"),  # rounding, perhaps
        ("150 million euros", "160 million euros", "contradicts"),
        ("150 million euros", "150 billion euros", "contradicts"),
    ],
)
def test_two_amounts(a: str, b: str, verdict: str) -> None:
    (scope,) = scopes(corpus(budget(POST, a), budget(WIRE, b)))
    assert scope.verdict == verdict


def test_sides_are_called_by_what_tells_them_apart() -> None:
    described = corpus(
        Statement(POST, "Northwind", "sales", "100", {"period": "2025", "place": "Rome"}),
        Statement(WIRE, "Northwind", "sales", "101", {"period": "2025", "place": "Rome"}),
        Statement(MOLO, "Northwind", "sales", "103", {"period": "2025", "place": "Rome"}),
    )
    (scope,) = scopes(described)
    assert scope.verdict == "contradicts"
    assert [str(p.label) for p in scope.positions] == ["101", "103"]
    assert any("101 and 103 have no number in common" in step for step in steps(scope))


def test_a_source_that_gives_both_sides_is_named() -> None:
    described = corpus(
        budget(POST, "85 million euros", id="one"),
        budget(POST, "150 million euros", id="two"),
        budget(WIRE, "85 million euros"),
    )
    (scope,) = scopes(described)
    assert scope.verdict == "contradicts"
    stated = "Harbour Post itself gives both 85 mn EUR and 150 mn EUR."
    assert stated in steps(scope)


def test_one_source_with_two_values_contradicts_itself() -> None:
    (scope,) = scopes(corpus(budget(POST, "85 million euros"), budget(POST, "150 million euros")))
    assert scope.verdict == "self-contradicts"


def test_a_plan_and_a_fact_are_not_compared() -> None:
    described = corpus(
        budget(POST, "85 million euros", status="planned"),
        budget(WIRE, "150 million euros", status="actual"),
    )
    assert [v for _, v, _ in stated(described) if v == "contradicts"] == []
    assert {u.claim.source.outlet for u in described.unmatched} <= {POST, WIRE}


def test_an_estimate_is_compared_with_a_fact() -> None:
    described = corpus(
        budget(POST, "85 million euros", status="estimate"), budget(WIRE, "150 million euros")
    )
    assert [v for _, v, _ in stated(described)] == ["contradicts"]


def test_a_clash_without_periods_is_undetermined_and_says_what_to_add() -> None:
    described = corpus(
        budget(POST, "85 million euros", None), budget(WIRE, "150 million euros", None)
    )
    (scope,) = scopes(described)
    assert scope.verdict == "undetermined"
    assert str(scope.todo) == "Add period to these claims to decide."


def test_a_claim_without_period_that_fits_no_period_is_undetermined() -> None:
    described = corpus(
        budget(POST, "85 million euros", None, id="vague"), budget(WIRE, "150 million euros")
    )
    across = [s for t in described.topics for s in t.across]
    assert [s.verdict for s in across] == ["undetermined"]
    assert str(across[0].todo) == "Add period to harbour-post/vague to decide."


def test_a_claim_without_period_that_fits_one_is_left_alone() -> None:
    described = corpus(
        budget(POST, "85 million euros", None),
        budget(WIRE, "150 million euros"),
        budget(MOLO, "85 million euros", "2024"),
    )
    assert "undetermined" not in {v for _, v, _ in stated(described)}


def test_sources_that_speak_of_different_years_differ_in_scope() -> None:
    described = corpus(budget(POST, "85 million euros", "2024"), budget(WIRE, "150 million euros"))
    across = [s for t in described.topics for s in t.across]
    assert [s.verdict for s in across] == ["scope-differs"]
    assert [str(p.label) for p in across[0].positions] == ["85 mn EUR · 2024", "150 mn EUR · 2025"]


def test_a_time_line_of_one_source_is_no_difference() -> None:
    described = corpus(
        budget(POST, "85 million euros", "2024"),
        budget(POST, "150 million euros"),
        budget(WIRE, "150 million euros"),
    )
    assert {v for _, v, _ in stated(described)} == {"agree"}


def test_a_family_meets_its_member() -> None:
    described = corpus(
        Statement(POST, "Lantern", "licence", "open-source"),
        Statement(WIRE, "Northwind's models", "licence", "proprietary"),
    )
    assert ("", "contradicts", ["open source", "proprietary"]) in stated(described)
    assert reasons(described) == {}


def test_figures_of_a_family_are_not_those_of_its_member() -> None:
    described = corpus(
        Statement(POST, "Lantern", "staff", "20"),
        Statement(WIRE, "Northwind's models", "staff", "300"),
    )
    assert reasons(described) == {POST: Reason.ALONE, WIRE: Reason.ALONE}


def test_what_is_set_aside_says_why() -> None:
    described = corpus(
        budget(POST, "n/a"),
        budget(WIRE, "85 million euros", status="denied"),
        budget(MOLO, "85 million euros", ignore=True),
    )
    assert reasons(described) == {
        POST: Reason.NO_VALUE,
        WIRE: Reason.DENIAL,
        MOLO: Reason.IGNORED,
    }
    assert list(scopes(described)) == []


def test_claims_that_each_leave_out_another_qualifier_are_undetermined() -> None:
    described = corpus(
        Statement(POST, "Northwind", "sales", "10", {"period": "2025"}),
        Statement(WIRE, "Northwind", "sales", "77", {"place": "Rome"}),
    )
    across = [s for t in described.topics for s in t.across]
    assert {s.verdict for s in across} == {"undetermined"}
    assert len(across) == 1, "one disagreement, one card"
    todo = str(across[0].todo)
    assert "period to quay-wire/" in todo
    assert "place to harbour-post/" in todo


def test_a_condition_that_is_not_written_is_none() -> None:
    described = corpus(
        Statement(POST, "Northwind", "orders", "10", {"conditions": "if sales are allowed"}),
        Statement(WIRE, "Northwind", "orders", "77", {"period": "2025"}),
    )
    assert [s.verdict for t in described.topics for s in t.across] == []


def test_two_currencies_compare_through_the_rate_of_the_day() -> None:
    same, other = budget(WIRE, "100 million dollars"), budget(WIRE, "150 million dollars")
    (agreeing,) = scopes(corpus(budget(POST, "86 million euros"), same))
    assert agreeing.verdict == "consistent"
    (clashing,) = scopes(corpus(budget(POST, "86 million euros"), other))
    assert clashing.verdict == "contradicts"
    assert any("ECB" in step for step in steps(clashing))


def test_a_currency_without_a_rate_is_not_compared() -> None:
    described = corpus(
        budget(POST, "86 million euros"), budget(WIRE, "100 million Vietnamese dong")
    )
    assert reasons(described) == {POST: Reason.ALONE, WIRE: Reason.NO_RATE}


def test_undated_figures_that_each_fit_a_dated_one_clash_with_nobody() -> None:
    described = corpus(
        budget(POST, "85 million euros", None),
        budget(WIRE, "150 million euros", None),
        budget(MOLO, "85 million euros", "2024"),
        budget("Dock News", "150 million euros", "2025"),
    )
    undated = next(s for s in scopes(described) if str(s.label) == "")
    assert undated.verdict == "scope-differs"
    assert "Each fits a value that states its period." in steps(undated)


def test_undated_figures_that_clash_make_one_card_also_beside_dated_ones() -> None:
    described = corpus(
        budget(POST, "85 million euros", None),
        budget(WIRE, "150 million euros", None),
        budget(MOLO, "610 million euros", "2024"),
    )
    assert [str(s.verdict) for s in scopes(described)].count("undetermined") == 1
