"""Words behind a number that may multiply it, or change its currency, without being known."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.values.base import ReadingError
from factcheck.values.currencies import COUNTRIES
from factcheck.values.language import Language
from factcheck.values.scanning import Item, short

SHORTHAND = 4
"""An unknown word of at most so many letters, some of them capitals, may be a magnitude."""


def refuse_unsure(after: Sequence[Item], is_money: bool, text: str, language: Language) -> None:
    """Raises ReadingError for "5.4 L" of rupees, "7 Bn €" in French, "5 Ruritanian dollars"."""
    unsure = set(language.data.get("refused", {}).get("units", ()))
    for item in after:
        if item.text in unsure:
            raise _refusal(item, text)
    if not after or not is_money:
        return
    first = after[0]
    is_known = bool(first.parts) and not ("unit" in first and "currency" not in first)
    if is_known or not any(c.isalpha() for c in first.text):
        return
    named = next((i.parts["currency"] for i in after[1:] if "currency" in i), "")
    if not first.parts and named in COUNTRIES:
        raise _refusal(first, text)
    if len(first.text) <= SHORTHAND and any(c.isupper() for c in first.text):
        raise _refusal(first, text)


def _refusal(item: Item, text: str) -> ReadingError:
    return ReadingError(
        f'"{short(text)}" has "{short(item.text)}" after its number, which may multiply it or '
        "change its currency: write the amount in full with read_as"
    )
