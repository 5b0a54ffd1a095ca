"""The day of an exchange rate: that of the amount's period, else that of publication."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.values.money import Money
from tests.scopes.small_corpus import SmallCorpus, compared

FLOW = "\n  - {id: cost, label: cost, kind: money, unit: EUR, measure: flow, key: [period]}\n"
DEBT = "\n  - {id: debt, label: debt, kind: money, unit: EUR, measure: stock, key: [as_of]}\n"


def converted(attribute: str, claim: str, published: str = "2024-06-01") -> Decimal:
    """What the amount is in euros."""
    corpus = SmallCorpus(attribute, days=(published,))
    known = compared(corpus, [f"value: '€1'{_days(claim)}", claim])
    (scope,) = known.topics[0].scopes
    (value,) = [s.value for s in scope.stated if s.claims[0].id == "c1"]
    assert isinstance(value, Money) and value.unit == "EUR"
    return value.number


def _days(claim: str) -> str:
    return "".join(f", {part}" for part in claim.split(", ")[1:] if "relative_to" not in part)


@pytest.mark.parametrize("amount", ["$10 million", "£10 million", "¥10 bn"])
def test_the_clock_of_a_copied_passage_moves_no_rate(amount: str) -> None:
    plain = converted(FLOW, f"value: {amount}, period: 2030")
    moved = converted(FLOW, f"value: {amount}, period: 2030, relative_to: 2015-03-01")
    assert plain == moved
    assert plain != converted(FLOW, f"value: {amount}, period: 2030", published="2015-03-01")


@pytest.mark.parametrize("amount", ["$10 million", "£10 million", "¥10 bn"])
def test_a_state_converts_at_its_own_day(amount: str) -> None:
    stated = converted(DEBT, f"value: {amount}, as_of: 2015-03-01")
    assert stated == converted(DEBT, f"value: {amount}, as_of: 2015-03-01", published="2020-02-01")
    assert stated != converted(DEBT, f"value: {amount}, as_of: 2022-03-01")
