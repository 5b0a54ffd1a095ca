"""Figures that a sentence mentions, each with its place and the unit beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from factcheck.text.context import Context, ReadingError
from factcheck.text.language import language_of
from factcheck.text.numbers.model_names import in_name
from factcheck.text.numbers.scanning import ScannedItem, scan_passage
from factcheck.text.numbers.tokens import MAX_LENGTH, Tokens, cut
from factcheck.text.scripts import may_be_unspaced
from factcheck.values.measures.occurring import beside, in_chain
from factcheck.values.period import read_period

YEARS = range(1900, 2101)
SMALL = 12
"""Numbers up to this one are figures only beside a unit, a currency or a magnitude."""
_MODEL = re.compile(r"\d+[A-Z]")
"""A number with one capital behind it and no currency, as in 910B, is a name."""
_BEHIND = ("unit", "currency", "filler")


class Mention(NamedTuple):
    """A figure of a sentence: its words with the unit behind it, their place, and the number."""

    text: str
    start: int
    end: int
    number: Decimal


def figures_in(sentence: str, language: str) -> tuple[Mention, ...]:
    """The figures of one sentence in its order; a longer one than can be read has none.

    Left out are numbers in names ("H200"), bare years, list numbers and other small counts without
    a unit, and digits that go on behind a colon, slash or point, as those of times and versions.
    """
    if len(sentence) > MAX_LENGTH:
        return ()
    known = language_of(language)
    tokens = cut(sentence)
    items = scan_passage(tokens, known, money=True)
    return tuple(
        _mention(tokens, items, at)
        for at, item in enumerate(items)
        if item.numeral is not None
        and not in_name(tokens, items, at, known)
        and not in_chain(tokens, item)
        and _is_figure(items, at)
        and not _is_day(tokens, items, at, language)
    )


def _is_figure(items: Sequence[ScannedItem], at: int) -> bool:
    item, numeral = items[at], items[at].numeral
    assert numeral is not None
    has_digits = any(char.isdigit() for char in item.text)
    if not has_digits and " " not in item.text and not may_be_unspaced(item.text):
        return False  # "billions of videos"; "metà"
    unit, currency, _ = beside(items, at)
    if currency or numeral.percent:
        return True
    if _MODEL.fullmatch(item.text):
        return False
    number = numeral.number
    is_year = not numeral.magnitude and number == int(number) and int(number) in YEARS
    if is_year and len(item.text) == len("2025"):
        return False
    return bool(unit or numeral.magnitude) or number != int(number) or abs(number) > SMALL


def _is_day(tokens: Tokens, items: Sequence[ScannedItem], at: int, language: str) -> bool:
    """Whether the figure is the day of a date: "22 January", "January 22"."""
    first, last = max(0, items[at].start - 1), min(len(tokens), items[at].end + 1)
    context = Context(language, date(2000, 1, 1))
    for start, end in ((items[at].start, last), (first, items[at].end)):
        words = tokens.slice(start, end)
        if any(char.isalpha() for char in words) and items[at].numeral is not None:
            with suppress(ReadingError):
                read_period(words, context)
                return True
    return False


def _mention(tokens: Tokens, items: Sequence[ScannedItem], at: int) -> Mention:
    """The figure, with the unit or currency that stands behind it."""
    numeral = items[at].numeral
    assert numeral is not None
    end = items[at].end
    for item in items[at + 1 : at + 4]:
        if not any(part in item for part in _BEHIND):
            break
        if "unit" in item or "currency" in item:
            end = item.end
            break
    first, last = tokens.items[items[at].start].start, tokens.items[end - 1].end
    return Mention(tokens.text[first:last], first, last, numeral.number)
