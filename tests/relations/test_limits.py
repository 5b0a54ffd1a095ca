"""A part and its whole: each pair of claims is held, whatever else is in dispute."""

from __future__ import annotations

import pytest

from factcheck.comparing import compare
from factcheck.corpus import Files
from factcheck.corpus.load import load
from factcheck.model import Finding
from factcheck.rules import every_rule

SUBJECTS = """subjects:
  - {id: coast, label: the Coast}
  - {id: bay, label: the Bay, part_of: coast}
  - {id: quay, label: the Quay, part_of: bay}
"""
ATTRIBUTES = """attributes:
  - {id: dead, label: dead, kind: quantity, measure: stock, key: [as_of]}
  - {id: cost, label: cost, kind: money, unit: EUR, measure: flow, key: [period]}
  - {id: hulls, label: cost of the hulls, kind: money, unit: EUR, measure: flow, key: [period],
     part_of: cost}
  - {id: wind, label: wind, kind: quantity, unit: km/h, measure: stock, key: [as_of]}
"""


def found(*claims: str, rule: str = "part-exceeds-whole") -> list[Finding]:
    """What a rule finds in these claims, each in a source of its own."""
    texts = {"subjects.yaml": SUBJECTS, "attributes.yaml": ATTRIBUTES}
    for number, claim in enumerate(claims):
        head = f"id: s{number}, outlet: O{number}, title: T, published: 2026-03-0{number + 1}"
        texts[f"sources/s{number}.yaml"] = (
            f"source: {{{head}, language: en}}\nclaims:\n  - {{{claim}}}\n"
        )
    loaded = load(Files({path: text.encode() for path, text in texts.items()}))
    assert loaded.diagnostics == ()
    return [f for f in compare(loaded, every_rule(), every_rule()).findings if f.rule == rule]


def dead(subject: str, value: str, day: str = "2026-03-01") -> str:
    return f'subject: {subject}, attribute: dead, value: "{value}", as_of: {day}'


def cost(attribute: str, value: str, more: str = "") -> str:
    return f"subject: coast, attribute: {attribute}, value: {value}, period: 2026{more}"


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_a_part_speaks_against_one_of_two_disputed_wholes(order: tuple[int, ...]) -> None:
    claims = [dead("coast", "3,688"), dead("coast", "5,801"), dead("bay", "4,400")]
    (finding,) = found(*(claims[n] for n in order))
    assert finding.verdict == "impossible"
    assert "dead of the Bay" in str(finding.message)
    assert "3,688" in str(finding.message)


def test_a_part_below_every_whole_is_no_finding() -> None:
    assert found(dead("coast", "3,688"), dead("coast", "5,801"), dead("bay", "3,000")) == []


def test_a_part_of_a_part_is_a_part() -> None:
    (finding,) = found(dead("coast", "300"), dead("quay", "400"))
    assert finding.verdict == "impossible"


def test_two_days_are_not_held_against_each_other() -> None:
    assert found(dead("coast", "300"), dead("bay", "400", "2026-03-05")) == []


def test_what_does_not_add_up_over_parts_is_no_part() -> None:
    wind = [
        f"subject: {subject}, attribute: wind, value: {value} km/h, as_of: 2026-03-01"
        for subject, value in (("coast", 60), ("bay", 90))
    ]
    assert found(*wind) == []


@pytest.mark.parametrize("ceiling", ["up to 6 million euros", "less than 6 million euros"])
def test_a_ceiling_that_would_exceed_the_whole_is_undetermined(ceiling: str) -> None:
    (finding,) = found(cost("hulls", ceiling), cost("cost", "5 million euros"))
    assert finding.verdict == "undetermined"
    assert "If the ceiling is reached" in str(finding.todo)


def test_a_ceiling_below_the_whole_is_no_finding() -> None:
    assert found(cost("hulls", "up to 4 million euros"), cost("cost", "5 million euros")) == []


def test_more_than_says_nothing_of_how_much_more() -> None:
    assert found(cost("hulls", "4 million euros"), cost("cost", "more than 3 million euros")) == []
