"""A claim that met no other says which one qualifier would bring it beside another source's."""

from __future__ import annotations

import pytest

from factcheck.comparing import collate
from factcheck.report.rulebook import claims_of
from factcheck.rules.base import Example, Statement


def sales(outlet: str, **keys: object) -> Statement:
    return Statement(outlet, "Northwind", "sales", "100", {"id": "sales", **keys})


def lacks(*stated: Statement) -> dict[str, str]:
    return {
        u.claim.source.id: u.lacks for u in collate(claims_of(Example("alone", stated))).unmatched
    }


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ({"period": "2025", "place": "Oslo"}, {"place": "oslo"}, {"b": "period"}),
        ({"period": "2025", "place": "Oslo"}, {"period": "2025"}, {"b": "place"}),
        ({"period": "2025", "place": "Oslo"}, {}, {}),
        ({"period": "2025"}, {"place": "Oslo"}, {}),
        ({"period": "2025"}, {"period": "2024"}, {}),
        ({"period": "2025", "status": "planned"}, {"period": "2025"}, {}),
    ],
)
def test_the_qualifier_that_is_left_out(
    a: dict[str, object], b: dict[str, object], expected: dict[str, str]
) -> None:
    found = lacks(sales("A", **a), sales("B", **b))
    assert {source: q for source, q in found.items() if q} == expected


def test_a_source_is_no_other_one() -> None:
    stated = (sales("A", period="2025"), sales("A", id="again"))
    assert {u.lacks for u in collate(claims_of(Example("alone", stated))).unmatched} == {""}
