"""Tells things that are counted from words that measure: "5m doses" are millions, "5m deep" not."""

from __future__ import annotations

from functools import cache

from factcheck.text.language import fold, language_of
from factcheck.text.numbers.numeral import Numeral
from factcheck.text.numbers.word_roles import Account
from factcheck.text.units import COUNTED

LONGEST = 6
"""The items behind an "m" that are looked at for what is counted."""


def is_million(account: Account, at: int, end: int, number: Numeral, declared: str) -> bool:
    """Whether the "m" at `at` is short for million, as before a thing that is counted.

    Raises ReadingError where it may be either: "5m walls". `declared` is the attribute's unit,
    which decides where there is one.
    """
    items, language = account.items, account.language
    table = language.data.get("million_sign")
    if table is None or items[at].text != "m" or number.magnitude or number.spelled:
        return False
    if declared:
        return declared in COUNTED
    rest = [item for item in items[at + 1 : min(end, at + 1 + LONGEST)] if item.text != "-"]
    words = [i for i in rest if "bound_after" not in i and ("unit" in i or i.text.isalpha())]
    if not words or "per" in rest[0].parts or "filler" in words[0].parts:
        return False
    if any("unit" in w.parts and w.parts["unit"] != "m" for w in words):
        return True
    folded = [fold(word.text) for word in words]
    if not _lengths(language.tag).isdisjoint(folded):
        return False
    if any(_is_things(word, language.tag) for word in folded):
        return True
    raise account.refusal(
        at, "after its number, which may be metres or millions", "write it in full with read_as"
    )


@cache
def _lengths(tag: str) -> frozenset[str]:
    """Words that make the "m" a length."""
    return frozenset(map(fold, language_of(tag).data["million_sign"]["lengths"]))


@cache
def _is_things(word: str, tag: str) -> bool:
    table = language_of(tag).data["million_sign"]
    return word in table["things"] or word.endswith(tuple(table["endings"]))


def is_counter(unit: str) -> bool:
    """Whether a unit counts whatever its attribute counts: "11 million units"."""
    return unit == "unit"
