"""Whether a passage gives a number as a whole, in digits or in words, with its unit and sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from factcheck.text.context import ReadingError
from factcheck.text.language import Language, language_of
from factcheck.text.numbers.changes import MIRRORED, change_before
from factcheck.text.numbers.currencies import COUNTRIES, same_currency, split_factor
from factcheck.text.numbers.elapsed import elapsed_in
from factcheck.text.numbers.model_names import in_name
from factcheck.text.numbers.ranges import range_start
from factcheck.text.numbers.ranks import ranks_in
from factcheck.text.numbers.scanning import ScannedItem, scan_passage
from factcheck.text.numbers.sums import sums_in
from factcheck.text.numbers.tokens import MAX_LENGTH, Tokens, cut
from factcheck.text.units import COUNTED, converted
from factcheck.values.measures.measured import Measured

LOW = frozenset({"up to", "less than", "nearly"})
HIGH = frozenset({"more than", "at least", "just over"})
MILLION = Decimal(10) ** 6


class Given(NamedTuple):
    """A number of a passage; unit, currency and bound are "" where none stands beside it."""

    number: Decimal
    unit: str = ""
    currency: str = ""
    bound: str = ""


def gives_number(
    value: Measured, passage: str, language: str, declared: str | None = None
) -> bool | None:
    """Whether the value's number, and the upper one of a range, are among those of the passage.

    A number beside another unit, in another currency, or under the opposite bound is another one; a
    number beside none, or under none, can be the value's. `declared` is the unit that the attribute
    gives to a value typed without one. None for a rank where the passage has no rank that is known.
    """
    if value.unit == "rank":
        ranks = _ranks_in(passage, language_of(language))
        return value.number in ranks if ranks else None
    found = numbers_in(passage, language)
    wanted = (
        [value.number]
        if value.last is None or value.bound != "range"
        else [value.number, value.last]
    )
    return all(
        any(_same(n, f.number) and _fits(value, f, declared or "") for f in found) for n in wanted
    )


@lru_cache(maxsize=512)
def numbers_in(passage: str, language: str) -> frozenset[Given]:
    """All numbers of a passage of any length; the first of "10–12 bn" also as 10 bn."""
    known = language_of(language)
    found: set[Given] = set()
    for tokens in _pieces(passage):
        for money in (False, True):
            items = scan_passage(tokens, known, money)
            found.update(_numbers(tokens, items, known))
            found.update(Given(one.number.number, one.unit) for one in sums_in(items, known))
        found.update(Given(one.number.number, one.unit) for one in elapsed_in(tokens.text))
    return frozenset(found)


def _ranks_in(passage: str, language: Language) -> frozenset[Decimal]:
    return frozenset(rank for piece in _pieces(passage) for rank in ranks_in(piece, language))


def _pieces(passage: str) -> Iterator[Tokens]:
    """The tokens of a passage of any length, in pieces that overlap."""
    start = 0
    while start < len(passage):
        end = min(len(passage), start + MAX_LENGTH)
        yield cut(passage[start:end])
        if end == len(passage):
            break
        blank = passage.rfind(" ", start, start + MAX_LENGTH // 2)
        start = blank if blank > start else start + MAX_LENGTH // 2


def _numbers(tokens: Tokens, items: Sequence[ScannedItem], language: Language) -> Iterator[Given]:
    for at, item in enumerate(items):
        numeral = item.numeral
        if numeral is None or in_name(tokens, items, at, language) or in_chain(tokens, item):
            continue
        unit, currency, bound = beside(items, at)
        number = -numeral.number if _has_minus(tokens, items, at) else numeral.number
        yield Given(number, "%" if numeral.percent else unit, currency, bound)
        if unit == "m":  # "100m users"
            yield Given(number * MILLION, "", currency, bound)
        if not numeral.magnitude and (shared := _shared_magnitude(items, at)):
            yield Given(number.scaleb(shared), "", "", bound)
        if (thousands := _shared_thousands(items, at)) is not None:
            yield Given(thousands, unit, currency, bound)
        if _is_fall(tokens, items, at, language):
            yield Given(-number, unit, currency, MIRRORED.get(bound, bound))


def _shared_thousands(items: Sequence[ScannedItem], at: int) -> Decimal | None:
    """The 40 of "40-50,000" as 40,000."""
    if at + 2 >= len(items) or "dash" not in items[at + 1] or items[at + 2].numeral is None:
        return None
    with suppress(ReadingError):
        return range_start(items[at], items[at + 2], items[at + 1 : at + 2], "").number
    return None


def _is_fall(tokens: Tokens, items: Sequence[ScannedItem], at: int, language: Language) -> bool:
    """As in "fell by more than 18%": the number may have been typed as a negative one."""
    while at > 0 and "bound" in items[at - 1]:
        at -= 1
    before = tokens.text[: tokens.items[items[at].start].start].rstrip()
    return change_before(before, language) < 0


def in_chain(tokens: Tokens, item: ScannedItem) -> bool:
    """Whether digits go on behind a colon, slash, point or dash: a time, a date, a version."""
    for sign, digits in ((item.start - 1, item.start - 2), (item.end, item.end + 1)):
        if not 0 <= min(sign, digits) <= max(sign, digits) < len(tokens):
            continue
        glued = tokens.glued(max(sign, item.start)) and tokens.glued(max(digits, sign))
        if glued and tokens.items[sign].text in ":/." and tokens.items[digits].kind == "number":
            return True
    return False


def _has_minus(tokens: Tokens, items: Sequence[ScannedItem], at: int) -> bool:
    """A dash glued to the number, and to nothing before it: "at -85 people"."""
    if at == 0 or items[at - 1].text != "-" or not tokens.glued(items[at].start):
        return False
    return at == 1 or not tokens.glued(items[at - 1].start)


def beside(items: Sequence[ScannedItem], at: int) -> tuple[str, str, str]:
    """Unit, currency and bound that stand beside a number, with fillers between."""
    unit = currency = bound = ""
    for item in _next_to(items, at - 1, -1):
        if item.numeral is not None:
            break
        currency = currency or str(item.parts.get("currency", ""))
        bound = bound or str(item.parts.get("bound", ""))
        unit = unit or (str(item.parts["unit"]) if item.text in "°%‰" else "")
    for item in _next_to(items, at + 1, 1):
        if "unit" in item and not unit and not currency:
            unit = str(item.parts["unit"])
        elif "currency" in item and not unit:
            currency = currency or str(item.parts["currency"])
        bound = bound or str(item.parts.get("bound_after", ""))
    return unit, currency, bound


def _next_to(items: Sequence[ScannedItem], at: int, step: int) -> Iterator[ScannedItem]:
    beside = ("unit", "currency", "bound" if step < 0 else "bound_after", "filler", "joiner")
    while 0 <= at < len(items) and any(part in items[at] for part in beside):
        if "filler" not in items[at] or any(part in items[at] for part in beside[:3]):
            yield items[at]
        at += step


def _shared_magnitude(items: Sequence[ScannedItem], at: int) -> int:
    """The magnitude of the upper end of a range that begins with the number, or 0."""
    for item in items[at + 1 : at + 5]:
        if item.numeral is not None:
            return item.numeral.magnitude
        if not {"dash", "connector", "closing", "currency", "filler"} & item.parts.keys():
            break
    return 0


def _fits(value: Measured, given: Given, declared: str) -> bool:
    """Whether nothing beside the number says that it is another measure than the value."""
    bounds = {value.bound, given.bound}
    if bounds & LOW and bounds & HIGH:
        return False
    own = value.unit.partition("/")[0]
    if not own:
        return _fits_bare(given, declared.partition("/")[0])
    is_money = (len(own) > 2 and own.isupper()) or own in COUNTRIES or "/100" in value.unit
    if given.currency:
        return _in_currency(split_factor(value.unit)[0].partition("/")[0], given.currency)
    if not given.unit:
        return True
    return not is_money and _convertible(own, given.unit.partition("/")[0])


def _fits_bare(given: Given, declared: str) -> bool:
    """A number typed alone is one of things, or in the attribute's unit: 85 is not 85 %."""
    if given.currency:
        return bool(declared) and _in_currency(declared, given.currency)
    unit = given.unit.partition("/")[0]
    if not unit or unit == "time" or unit in COUNTED:
        return True
    return bool(declared) and _convertible(declared, unit)


def _in_currency(code: str, sign: str) -> bool:
    sign = sign.removesuffix("/100").removesuffix(" m")
    countries = COUNTRIES.get(sign, {})
    return code == sign or code in countries.values() or same_currency(code, sign)


def _convertible(a: str, b: str) -> bool:
    """Units of one dimension that are worth the same; a number in another unit is another one."""
    return a == b or converted(Decimal(1), a, b) == 1


def _same(a: Decimal, b: Decimal) -> bool:
    return a == b or (b != 0 and abs(a / b - 1) < Decimal("1e-9"))
