"""Cuts a range of dates into its two ends, which lend each other what only one of them says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.model import Period
from factcheck.text.context import Context
from factcheck.text.dates.calendar_lexicon import range_words
from factcheck.text.dates.calendar_phrases import BOUNDS, Meaning
from factcheck.text.language import language_of

_DASH = re.compile(r" ?[–—~～〜至] ?| - |(?<=\w)-(?=\w)| / ")
_DAY = re.compile(r"\d{1,2}")
_OPEN = {*BOUNDS, "bce"}

Stretch = tuple[int, int]


class Ends(NamedTuple):
    """Where the two ends of a range stand, and the words that open it and part them."""

    first: Stretch
    last: Stretch
    signs: tuple[Stretch, ...]


def cuts(text: str, context: Context, only_dashes: bool) -> Iterator[Ends]:
    """Every way to take a text as a range, the likeliest first."""
    openings, connectors = range_words(context.language)
    certain = language_of(context.language).data.get("ranges", {}).get("connector", ())
    opening = openings.match(text)
    begin = opening.end() if opening else 0
    opened = (opening.span(),) if opening else ()
    if only_dashes and not opening:
        for cut in _DASH.finditer(text):
            yield Ends((0, cut.start()), (cut.end(), len(text)), (cut.span(),))
        return
    for pattern in (_DASH, connectors):
        for cut in pattern.finditer(text, begin):
            # "2025 and 2026" are two years; "2025 to 2026" is a range, opened or not.
            if not opening and pattern is connectors and cut.group().strip() not in certain:
                continue
            yield Ends((begin, cut.start()), (cut.end(), len(text)), (*opened, cut.span()))


def same_size(start: Period, end: Period) -> bool:
    """Whether two spans are of one size: two days, two months, two years."""
    sizes = [(p.end - p.start).days for p in (start, end)]
    return sizes[0] == sizes[1] or (min(sizes) >= 27 and max(sizes) <= 30) or min(sizes) >= 364


def spanning(start: Period, end: Period) -> Period | None:
    """From the first day of the one to the last of the other; None where that is no range."""
    if start.start > end.end or start.end > end.end or start.start == end.start:
        return None
    notes = tuple(dict.fromkeys((*start.notes, *end.notes)))
    approximate, assumed = start.approximate or end.approximate, start.assumed or end.assumed
    return Period(start.start, end.end, approximate, notes, assumed)


def lend(start: Meaning, end: Meaning, hanzi: bool) -> str | None:
    """Gives each end what only the other says, and says which lacks a year.

    "start", "end" or "none"; None where the two are unlike, and no range.
    """
    if start.marks & _OPEN or end.marks & _OPEN:
        return None
    if start.years and "unit" in end.words:  # "90er-Jahre" is one word
        return None
    if hanzi:
        _share_month(start, end)
    return _complete(start, end)


def _complete(start: Meaning, end: Meaning) -> str | None:
    years = [_names_year(stated) for stated in (start, end)]
    days = [any(_DAY.fullmatch(n) for n in stated.numbers) for stated in (start, end)]
    if days[0] and days[1]:
        if start.month is None and end.month is not None:
            start.month = end.month
        elif end.month is None and start.month is not None:
            end.month = start.month
        elif start.month is None:
            return None
    elif years[0] != years[1] and _shape(start) != _shape(end):
        return None
    if years == [False, True]:
        if end.shift is not None:
            start.shift = end.shift
        return "start"
    if years == [True, False]:
        return "end"
    return "none"


def _share_month(start: Meaning, end: Meaning) -> None:
    """As in "2025年1~9月" and "4~6月期", where the first figure is a month as well."""
    bare = [n for n in start.numbers if _DAY.fullmatch(n)]
    if end.month is None or start.month is not None or len(bare) != 1:
        return
    if not any(_DAY.fullmatch(n) for n in end.numbers) and 1 <= int(bare[0]) <= 12:
        start.month, start.numbers = int(bare[0]), [n for n in start.numbers if n != bare[0]]
        start.name_number(bare[0], "month")
        end.ended = None


def _names_year(stated: Meaning) -> bool:
    named = any(len(n.lstrip("'")) == 4 or n[0] == "'" for n in stated.numbers)
    return bool(
        named or stated.years or stated.shift or stated.toward or stated.recent or stated.date
    )


def _shape(stated: Meaning) -> tuple[object, ...]:
    """What an end names besides its year: a month, a day, a quarter, a season."""
    days = any(_DAY.fullmatch(n) for n in stated.numbers)
    units = tuple(unit for unit, _ in stated.nth)
    named = (stated.month, stated.season, stated.weekday, stated.third, stated.first, stated.date)
    return (days, units, *(part is not None for part in named))
