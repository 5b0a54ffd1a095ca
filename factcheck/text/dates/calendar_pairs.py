"""Two years or two days that are one: "FY2025/26", "FY3/24", "25 April (7 May) 1840"."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.model import Period, Phrase, say
from factcheck.text.context import ReadingError
from factcheck.text.dates import julian
from factcheck.text.dates.calendar_days import count_out
from factcheck.text.dates.calendar_phrases import Meaning
from factcheck.text.dates.calendar_text import (
    DateText,
    Reading,
    counted,
    place_numbers,
    stated_in,
    without,
)
from factcheck.text.dates.numeric_dates import full_year
from factcheck.text.dates.spans import year_period

_SLASHED_FISCAL = re.compile(r"(?<!\d)(\d{4}|\d{2})[/–-](\d{4}|\d{2})(?!\d)")
_FISCAL_MONTH = re.compile(r"(?<![^\W\d_])fy ?(\d{1,2})/(\d{4}|\d{2})(?!\d)")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]+)[)\]]")


def fiscal_pair(this: DateText, begin: int, end: int) -> Reading | None:
    """As in "FY2025/26", which begins in the one year and ends in the other; and "FY3/24"."""
    if month := _FISCAL_MONTH.search(this.plain, begin, end):
        return _fiscal_month(this, month)
    pair = _SLASHED_FISCAL.search(this.plain, begin, end)
    if pair is None:
        return None
    first, last = int(pair[1]), int(pair[2])
    if first % 100 + 1 != last % 100 and (first % 100, last % 100) != (99, 0):
        return None
    try:
        stated = stated_in(without(this, pair.start(), pair.start(2)), begin, end)
    except ReadingError:
        return None
    if "fiscal" not in stated.marks:
        return None
    stated.marks.add("by_last")
    starts = this.context.fiscal_year_starts
    part = ("year", pair.start(), pair.start(2) - 1)
    if starts is not None and starts != (1, 1):
        found = counted(stated, this)
        return Reading(found.period, (part, *found.parts))
    if stated.nth or stated.first:
        raise ReadingError(
            f'"{this.original.strip()[:60]}" names a part of a fiscal year, and no fiscal calendar '
            "is declared: give the subject 'fiscal_year_starts', as in 04-01"
        )
    both, _ = full_year(f"{last % 100:02}" if last < 100 else str(last))
    note = say("both years are taken: the subject declares no fiscal calendar")
    period = replace(year_period(both - 1, both), assumed=True, notes=(note,))
    return Reading(period, (part, *stated.parts()))


def _fiscal_month(this: DateText, found: re.Match[str]) -> Reading | None:
    """As in "FY3/24": the year that ended with that month."""
    month, year = int(found[1]), full_year(found[2])[0]
    if not 1 <= month <= 12:
        return None
    stated = stated_in(without(this, *found.span()), 0, len(this.plain))
    if stated.numbers or set(stated.stated()) - {"nth", "first", "third"}:
        return None
    stated.month, stated.year, stated.ended = month, year, ("year", 1)
    period = count_out(stated, this.original, this.context, [])
    return Reading(period, (("fiscal year", *found.span()), *stated.parts()))


def both_styles(this: DateText, begin: int, end: int) -> Reading | None:
    """A day in both calendars, as in "25 April (7 May) 1840" and "7 May 1840 [O.S. 25 April]"."""
    if found := _BRACKETS.search(this.plain):
        disjoint, inside = without(this, *found.span()), found.span(1)
    elif this.plain.count("/") == 1:
        cut = this.plain.index("/")
        disjoint, inside, end = this, (cut + 1, end), cut
    else:
        return None
    try:
        inner, outer = stated_in(this, *inside), stated_in(disjoint, begin, end)
    except ReadingError:
        return None
    for one in (inner, outer):
        one.marks -= {"old_style", "new_style"}
    return _one_day_twice(this, inner, outer)


def _one_day_twice(this: DateText, first: Meaning, second: Meaning) -> Reading | None:
    """The day that two texts name, each in its calendar; None where they name no such day."""
    if not all(one.month and one.numbers for one in (first, second)):
        return None
    notes: list[Phrase] = []
    for one in (first, second):
        place_numbers(one, this, notes)
    first.year, second.year = first.year or second.year, second.year or first.year
    if not all(one.year and one.day for one in (first, second)):
        return None
    a, b = (count_out(one, this.original, this.context, notes).start for one in (first, second))
    if julian.days_between(a, b) is None:
        return None
    day = max(a, b)
    both = say("both are one day, in the Julian and in the Gregorian calendar")
    parts = (*first.parts(), *second.parts())
    return Reading(Period(day, day, notes=(*notes, both)), parts, styled=True)
