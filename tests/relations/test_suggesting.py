"""What is proposed: relations that claims can be put to, and none that only their units admit."""

from __future__ import annotations

from dataclasses import replace

from factcheck.comparing import collate
from factcheck.comparing.relations.relation_list import listed, proposed
from factcheck.comparing.relations.suggesting import Suggestion, suggestions
from factcheck.corpus.yaml import yaml_text
from factcheck.model import Loaded
from factcheck.rules.base import Statement
from tests.relations.small_world import MOLO, POST, WIRE, corpus, of, with_relation


def undeclared(*stated: Statement) -> Loaded:
    """The claims in a world without relations."""
    described = corpus(*stated)
    return replace(described, vocabulary=replace(described.vocabulary, relations={}))


def seen(found: tuple[Suggestion, ...]) -> list[tuple[str, str, int, int]]:
    return [
        (
            s.relation.kind,
            ", ".join(f"{term} {attribute}" for term, attribute in s.relation.terms),
            s.fits,
            len(s.evaluations),
        )
        for s in found
    ]


PIECES = [of(POST, "orders", "20,000"), of(WIRE, "unit-price", "20,000 euros", None)]


def test_pieces_and_a_price_that_make_a_value_are_a_product() -> None:
    described = undeclared(*PIECES, of(MOLO, "order-value", "400 million euros"))
    terms = "product order-value, factors orders, factors unit-price"
    assert seen(suggestions(collate(described).relations.topics)) == [("product", terms, 1, 1)]


def test_a_percentage_that_part_and_whole_make_is_a_share() -> None:
    described = undeclared(
        of(POST, "budget", "150 million euros"),
        of(WIRE, "wages", "60 million euros"),
        of(MOLO, "share", "40%"),
    )
    assert seen(suggestions(collate(described).relations.topics)) == [
        ("share", "part wages, whole budget, share share", 1, 1)
    ]


def test_what_only_units_admit_and_the_claims_deny_is_not_proposed() -> None:
    described = undeclared(
        of(POST, "budget", "150 million euros"),
        of(WIRE, "wages", "60 million euros"),
        of(MOLO, "share", "17%"),
    )
    assert suggestions(collate(described).relations.topics) == ()


def test_a_figure_without_an_end_speaks_for_nothing() -> None:
    described = undeclared(
        of(POST, "budget", "more than 1 million euros"),
        of(WIRE, "wages", "60 million euros"),
        of(MOLO, "share", "17%"),
    )
    assert suggestions(collate(described).relations.topics) == ()


def test_growth_whose_id_tells_it_is_proposed_even_where_it_does_not_fit() -> None:
    described = undeclared(
        of(POST, "budget", "150 million euros", "2026"),
        of(WIRE, "budget", "85 million euros"),
        of(MOLO, "rise-in-budget", "18%", "2026"),
    )
    assert seen(suggestions(collate(described).relations.topics)) == [
        ("growth", "value budget, growth rise-in-budget", 0, 1)
    ]


def test_what_is_declared_or_not_spoken_of_is_not_proposed() -> None:
    described = corpus(*PIECES, of(MOLO, "order-value", "400 million euros"))
    assert suggestions(collate(described).relations.topics) == ()
    assert suggestions(collate(undeclared(*PIECES)).relations.topics) == ()


def test_parts_of_a_whole_are_a_sum() -> None:
    described = corpus(
        of(POST, "budget", "100 million euros"),
        of(WIRE, "wages", "60 million euros"),
        of(MOLO, "material", "40 million euros"),
    )
    attributes = dict(described.vocabulary.attributes)
    attributes["material"] = replace(attributes["material"], part_of="budget")
    vocabulary = replace(described.vocabulary, attributes=attributes, relations={})
    found = suggestions(collate(replace(described, vocabulary=vocabulary)).relations.topics)
    assert seen(found) == [("sum", "whole budget, parts material, parts wages", 1, 1)]


def test_proposals_are_yaml_that_says_what_the_claims_say() -> None:
    described = undeclared(*PIECES, of(MOLO, "order-value", "400 million euros"))
    text = "\n".join(proposed(collate(described).relations.topics))
    assert "# Northwind (2025): 400 mn EUR = 20,000 × 20,000 EUR: holds" in text
    document, diagnostics = yaml_text.parse("relations.yaml", text.encode())
    assert diagnostics == ()
    assert document is not None
    assert document.data == {
        "relations": [
            {
                "id": "order-value-by-the-piece",
                "kind": "product",
                "holds": "expected",
                "terms": {"product": "order-value", "factors": ["orders", "unit-price"]},
            }
        ]
    }


def test_the_list_counts_what_was_checked_and_says_why_nothing_was() -> None:
    described = with_relation(
        corpus(
            of(POST, "budget", "150 million euros"),
            of(WIRE, "wages", "60 million euros"),
            of(MOLO, "material", "40 million euros", "2024"),
        ),
        "sum",
        whole="budget",
        parts="wages, material",
    )
    assert list(listed(collate(described).relations)) == [
        "tested: sum, must hold",
        "  budget = wages + material",
        "  combinations: 0; no claims on its terms are of one subject and one scope",
        "wages is part of budget: must hold",
        "  - Northwind (2025): 60 mn EUR ≤ 150 mn EUR: holds",
        "  combinations: 1 (1 holds)",
    ]
    silent = with_relation(described, "at-most", value="budget", limit="dollar-loan")
    assert "  combinations: 0; nobody speaks of dollar-loan" in listed(collate(silent).relations)
