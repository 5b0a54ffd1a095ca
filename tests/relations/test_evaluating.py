"""Whether a relation holds of what is said, what would mend it, and that nothing is told twice."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparing import collate, compare, steps
from factcheck.comparing.hints import Hints
from factcheck.comparing.relations import Evaluation, evaluate
from factcheck.comparing.relations.evaluating import MOST_COMBINATIONS
from factcheck.comparing.relations.reconciling import changes
from factcheck.comparing.scopes import group
from factcheck.model import Loaded, Tolerance
from factcheck.rules import every_rule
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


def only(world: Loaded, kind: str) -> Evaluation:
    (found,) = evaluations(world, {kind})
    return found


def budget(whole: str, wages: str, material: str) -> Loaded:
    return corpus(
        of(POST, "budget", whole), of(POST, "wages", wages), of(WIRE, "material", material)
    )


@pytest.mark.parametrize(
    ("whole", "wages", "material", "outcome"),
    [
        ("100 million euros", "60 million euros", "40 million euros", "holds"),
        ("101 million euros", "60 million euros", "40 million euros", "holds"),
        ("about 110 million euros", "60 million euros", "40 million euros", "holds"),
        ("more than 90 million euros", "60 million euros", "40 million euros", "holds"),
        ("more than 110 million euros", "60 million euros", "40 million euros", "broken"),
        ("150 million euros", "60 million euros", "40 million euros", "broken"),
        ("155 million euros", "110 million euros", "50 million euros", "undetermined"),
        ("110 million dollars", "60 million euros", "40 million euros", "holds"),
    ],
)
def test_a_sum_holds_as_far_as_its_texts_reach(
    whole: str, wages: str, material: str, outcome: str
) -> None:
    assert only(budget(whole, wages, material), "sum").outcome == outcome


@given(
    st.lists(st.integers(1, 10**6), min_size=2, max_size=2),
    st.sampled_from(["about {} million euros", "{} million euros", "up to {} million euros"]),
)
def test_what_follows_exactly_is_never_called_broken(parts: list[int], words: str) -> None:
    described = budget(
        words.format(sum(parts)), f"{parts[0]} million euros", f"{parts[1]} million euros"
    )
    assert [o for *_, o in results(described, {"sum"})] == ["holds"]


def test_a_term_of_which_one_side_fits_makes_no_finding_but_a_hint() -> None:
    described = corpus(
        of(POST, "budget", "150 million euros"),
        of(WIRE, "budget", "100 million euros"),
        of(POST, "wages", "60 million euros"),
        of(MOLO, "material", "40 million euros"),
    )
    assert only(described, "sum").outcome == "divided"
    compared = compare(described, every_rule())
    (finding,) = compared.findings
    assert (finding.rule, finding.verdict) == ("quantity-mismatch", "contradicts")
    assert "“budget = wages + material” fits 100 mn EUR, not 150 mn EUR." in map(
        str, Hints(compared.claims, compared.relations).of(finding)
    )


def test_sides_of_which_none_fits_are_one_finding() -> None:
    described = corpus(
        of(POST, "budget", "150 million euros"),
        of(WIRE, "budget", "250 million euros"),
        of(MOLO, "budget", "150 million euros"),
        of(POST, "wages", "60 million euros"),
        of(MOLO, "wages", "20 million euros"),
        of(MOLO, "material", "40 million euros"),
    )
    found = only(described, "sum")
    assert (found.outcome, found.tried) == ("broken", 4)
    rules = [f.rule for f in compare(described, every_rule()).findings]
    assert sorted(rules) == ["quantity-mismatch", "quantity-mismatch", "sum-mismatch"]


def test_claims_that_agree_are_one_side() -> None:
    described = corpus(
        of(POST, "budget", "about 150 million euros"),
        of(WIRE, "budget", "150 million euros"),
        of(MOLO, "budget", "more than 149 million euros"),
        of(POST, "wages", "60 million euros"),
        of(MOLO, "material", "40 million euros"),
    )
    (whole, *_) = only(described, "sum").nearest
    assert len(whole.claims) == 3
    assert (whole.strict.low, whole.strict.high) == (Decimal(149500000), Decimal(150500000))


def test_of_figures_within_the_tolerance_each_may_be_right() -> None:
    def described(tolerance: str) -> str:
        world = corpus(
            of(POST, "budget", "150.0 million euros"),
            of(WIRE, "budget", "150.4 million euros"),
            of(POST, "wages", "60.0 million euros"),
            of(MOLO, "material", "90.0 million euros"),
        )
        budgets = world.vocabulary.attributes["budget"]
        assert not budgets.tolerance
        loose = replace(budgets, tolerance=Tolerance(Decimal(tolerance)))
        claims = tuple(
            replace(c, attribute=loose) if c.attribute.id == "budget" else c for c in world.claims
        )
        known = {**world.vocabulary.attributes, "budget": loose}
        vocabulary = replace(world.vocabulary, attributes=known)
        again = Loaded(vocabulary, world.sources, claims, {}, ())
        return only(again, "sum").outcome

    assert described("0.004") == "holds"
    assert described("0") == "divided"


def test_what_each_input_would_have_to_be_comes_supported_first() -> None:
    described = corpus(
        of(POST, "budget", "150 million euros"),
        of(POST, "wages", "60 million euros"),
        of(WIRE, "material", "40 million euros"),
        of(MOLO, "material", "90 million euros", "2024"),
    )
    found = changes(only(described, "sum"), collate(described).relations.topics)
    assert [(c.slot.attribute.id, c.figure) for c in found] == [
        ("material", Decimal(90_000_000)),
        ("budget", Decimal(100_000_000)),
        ("wages", Decimal(110_000_000)),
    ]
    first, *others = (c.support for c in found)
    assert first is not None and first.source.outlet == MOLO
    assert others == [None, None]


@given(st.integers(1, 999), st.integers(1, 999), st.integers(1, 9999))
def test_with_any_one_change_the_rest_holds(pieces: int, price: int, value: int) -> None:
    described = corpus(
        of(POST, "orders", str(pieces)),
        of(POST, "unit-price", f"{price} euros", None),
        of(WIRE, "order-value", f"{value} euros"),
    )
    found = only(described, "product")
    for change in changes(found, collate(described).relations.topics):
        stated = [s.figure for s in found.nearest]
        index = [i.slot for i in found.binding.inputs].index(change.slot)
        stated[index] = change.figure
        whole, *factors = map(Fraction, stated)
        miss = whole / (factors[0] * factors[1]) - 1
        assert abs(miss) < Fraction(1, 10**30)


def test_a_bound_from_which_growth_was_reckoned_is_open() -> None:
    def described(earlier: str, value: str = "up to 150 million euros") -> str:
        world = corpus(
            of(POST, "budget", value, "2026"),
            of(POST, "rise-in-budget", "18%", "2026"),
            of(WIRE, "budget", earlier),
        )
        return only(world, "growth").outcome

    assert described("85 million euros") == "open"
    assert described("127 million euros") == "holds"
    assert described("85 million euros", "150 million euros") == "broken"


def test_a_part_is_at_most_its_whole_without_a_relation() -> None:
    described = corpus(of(POST, "wages", "9 million euros"), of(WIRE, "budget", "5 million euros"))
    described = with_relation(described, "at-most", value="budget", limit="wages")
    assert results(described, {"part-of"}) == [("wages/budget", "2025", "broken")]
    assert results(described, {"at-most"}) == [("tested", "2025", "holds")]


def test_very_many_sides_are_taken_as_a_hull_and_invent_nothing() -> None:
    words = [f"{n} million euros" for n in range(101, 101 + 2 * 40, 2)]
    described = corpus(
        *(of(f"Post {n}", "budget", w) for n, w in enumerate(words)),
        *(of(f"Wire {n}", "wages", w) for n, w in enumerate(words)),
        of(MOLO, "material", "3 million euros"),
    )
    found = only(described, "sum")
    assert found.tried <= MOST_COMBINATIONS
    assert found.outcome in ("holds", "divided"), "103 + 3 is within the hull of the budgets"


def test_the_order_of_sources_decides_nothing() -> None:
    stated = [
        of(POST, "budget", "150 million euros"),
        of(WIRE, "budget", "250 million euros"),
        of(POST, "wages", "60 million euros"),
        of(MOLO, "material", "40 million euros"),
    ]

    def found(*stated: Statement) -> list[tuple[object, ...]]:
        compared = compare(corpus(*stated), every_rule())
        return [
            (f.anchor, str(f.message), tuple(map(str, steps(compared, f))))
            for f in compared.findings
        ]

    assert found(*stated) == found(*stated[::-1])


def test_dates_of_one_year_are_in_no_order() -> None:
    def described(begun: str, opened: str) -> list[str]:
        bridge = "Harbour Bridge"
        world = corpus(
            Statement(POST, bridge, "begun", begun), Statement(WIRE, bridge, "opened", opened)
        )
        return [o for *_, o in results(world)]

    assert described("2020", "March 2020") == ["holds"]
    assert described("2021", "March 2020") == ["broken"]
    assert described("March 2020", "March 2020") == ["holds"]


def test_evaluate_is_what_comparing_keeps() -> None:
    found = only(budget("150 million euros", "60 million euros", "40 million euros"), "sum")
    assert evaluate(found.binding) == found


def test_growth_says_nothing_of_losses() -> None:
    described = corpus(
        of(POST, "budget", "minus 5 million euros", "2026"),
        of(POST, "rise-in-budget", "50%", "2026"),
        of(WIRE, "budget", "minus 10 million euros"),
    )
    assert only(described, "growth").outcome == "holds"


def test_a_claim_that_a_relation_binds_was_checked() -> None:
    described = budget("100 million euros", "60 million euros", "40 million euros")
    assert [u.claim.attribute.id for u in group(described).unmatched] == [
        "budget",
        "wages",
        "material",
    ]
    assert compare(described, every_rule()).unmatched == ()
    alone = corpus(of(POST, "material", "40 million euros"))
    assert [u.claim.attribute.id for u in compare(alone, every_rule()).unmatched] == ["material"]
