"""Reads so many in a round number of others: "12 per 1,000", "5 per 100,000 people"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.text.numbers.numeral import Numeral
from factcheck.text.numbers.scanning import ScannedItem
from factcheck.text.units import COUNTED

SIZES = {Decimal(10) ** power: f"per_{10**power}" for power in range(2, 7)}
"""The units of units.txt, by the number of others."""
ARTICLES = frozenset(["a", "an", "al", "à", "ao", "l'", "i", "om", "am", "op"])
"""Words for "per" that are articles and prepositions as well: between two numbers they say less."""


def per_many(between: Sequence[ScannedItem], high: Numeral) -> tuple[int, str] | None:
    """Where "per" stands among the items between two numbers, and the unit; None without it."""
    unit = SIZES.get(high.number, "") if high.whole and high.top is None else ""
    at = next((i for i, item in enumerate(between) if _is_per(item)), None)
    if at is None or not unit:
        return None
    if any("currency" in i or i.parts.get("unit", "person") not in COUNTED for i in between[:at]):
        return None
    links = {"per", "filler", "article"}
    return (at, unit) if all(links & i.parts.keys() for i in between[at:]) else None


def _is_per(item: ScannedItem) -> bool:
    return "per" in item and item.text.casefold() not in ARTICLES
