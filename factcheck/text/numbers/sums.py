"""Reads one measure that is written in two units of one dimension: "5 ft 11 in", "2h 30m"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from factcheck.model import Span
from factcheck.text.language import Language
from factcheck.text.numbers.numeral import Numeral
from factcheck.text.numbers.scanning import ScannedItem, scan
from factcheck.text.numbers.tokens import Tokens, cut
from factcheck.text.numbers.word_roles import span_of
from factcheck.text.units import converted

UNSAID = {"h": "min", "min": "s", "m": "cm", "ft": "in"}
"""The unit of a last number that bears none, by the one before: "2h30", "1 m 80", "5 ft 9"."""
MAX_TERMS = 3
LONGEST = 9
"""The items of the longest sum: three numbers, three units, what joins them."""

_HYPHENS = re.compile(r"\d+-[^\W\d_]+-\d+(?:-[^\W\d_]+)?")  # "5-foot-11"
_FEET = re.compile(r"(\d{1,2})['’′] ?(\d{1,2})(?:[\"”″]|'')")


class Addend(NamedTuple):
    number: Numeral
    unit: str


class Sum(NamedTuple):
    """A measure in its smallest unit, with the bound word before it."""

    number: Numeral
    unit: str
    bound: str = "exact"
    bound_text: str = ""
    spans: tuple[Span, ...] = ()


def read_sum(tokens: Tokens, language: Language) -> Sum | None:
    """The sum that the whole of a text gives, or None. Raises ReadingError as scan does."""
    if language.code == "en" and (feet := _FEET.fullmatch(tokens.text)):
        return _feet(int(feet[1]), int(feet[2]))
    if _HYPHENS.fullmatch(tokens.text):
        tokens = cut(tokens.text.replace("-", " "))
    scanned = scan(tokens, language)
    items = [i for i in scanned if "filler" not in i or "unit" in i]
    bound, text = "exact", ""
    if items and "bound" in items[0] and items[0].numeral is None:
        bound, text = str(items[0].parts["bound"]), items[0].text
        items = items[1:]
    total = _sum(items, language)
    if total is None:
        return None
    spans = tuple(span_of(tokens, _role(item), item.start, item.end) for item in scanned)
    return total._replace(bound=bound, bound_text=text, spans=spans)


def _role(item: ScannedItem) -> str:
    roles = ("unit", "bound", "filler")
    return "number" if item.numeral else next((r for r in roles if r in item.parts), "unit")


def sums_in(items: Sequence[ScannedItem], language: Language) -> Iterator[Sum]:
    """The sums of a passage."""
    for at in range(len(items) - 2):
        if items[at].numeral is None or "unit" not in items[at + 1]:
            continue
        for end in range(min(len(items), at + LONGEST), at + 2, -1):
            one = _sum([i for i in items[at:end] if "filler" not in i or "unit" in i], language)
            if one is not None:
                yield one
                break


def _sum(items: Sequence[ScannedItem], language: Language) -> Sum | None:
    terms = _terms(items, language)
    return _and_a_half(items, language) if len(terms) < 2 else _total(terms)


def _feet(feet: int, inches: int) -> Sum | None:
    if inches >= 12:
        return None
    return Sum(Numeral(0, 0, Decimal(feet * 12 + inches), Decimal(1)), "in")


def _terms(items: Sequence[ScannedItem], language: Language) -> list[Addend]:
    """Number, unit, number, unit …; nothing where the items are anything else."""
    terms: list[Addend] = []
    at = 0
    while at < len(items) and len(terms) <= MAX_TERMS:
        if terms and at + 1 < len(items) and _joins(items[at], language):
            at += 1
        number = items[at].numeral
        if number is None or number.magnitude or number.rough or number.number < 0:
            return []
        unit = items[at + 1] if at + 1 < len(items) else None
        if unit is None:
            unit_of_last = _unsaid(terms[-1].unit, items[at].text) if terms else ""
            return [*terms, Addend(number, unit_of_last)] if unit_of_last else []
        name = "in" if terms and terms[-1].unit == "ft" and unit.text == "in" else ""
        if not name and "unit" not in unit:
            return []
        terms.append(Addend(number, name or str(unit.parts["unit"])))
        at += 2
    return _minutes(terms)


def _unsaid(before: str, digits: str) -> str:
    is_short = digits.isdigit() and (len(digits) == 2 or (before == "ft" and len(digits) == 1))
    return UNSAID.get(before, "") if is_short else ""


def _and_a_half(items: Sequence[ScannedItem], language: Language) -> Sum | None:
    """As in "two years and a half", "due ore e mezza"."""
    if len(items) != 4 or "unit" not in items[1] or not _joins(items[2], language):
        return None
    whole, share = items[0].numeral, items[3].numeral
    if whole is None or share is None or not whole.whole or whole.magnitude:
        return None
    if not (share.rough and share.magnitude == 0 and 0 < share.number < 1):
        return None
    total = whole._replace(number=whole.number + share.number, whole=False, rough=True)
    return Sum(total, str(items[1].parts["unit"]))


def _joins(item: ScannedItem, language: Language) -> bool:
    signs = language.data.get("signs", {})
    words = (*signs.get("joiner", ()), *signs.get("mixed", ()), ",")
    return item.text.casefold() in words


def _minutes(terms: list[Addend]) -> list[Addend]:
    """The "m" of "2h 30m" and "2m 30s" as minutes."""
    times = any(term.unit in ("h", "s", "d") for term in terms)
    return [Addend(t.number, "min") if times and t.unit == "m" else t for t in terms]


def _total(terms: Sequence[Addend]) -> Sum | None:
    """All in the last unit; None where one is no whole multiple of the next."""
    total, last = terms[0].number.number, terms[0]
    for term in terms[1:]:
        found = converted(Decimal(1), last.unit, term.unit)
        times = None if found is None else found.to_integral_value()
        if found is None or times is None or abs(found - times) > Decimal("1e-9") or times < 2:
            return None
        if not last.number.whole or term.number.number >= times:
            return None
        total, last = total * times + term.number.number, term
    return Sum(last.number._replace(number=total), last.unit)
