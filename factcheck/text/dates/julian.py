"""Days of the Julian calendar, which sources call old style, beside those of the Gregorian one."""

from __future__ import annotations

from datetime import date, timedelta

from factcheck.model import Phrase, say

FIRST, LAST = date(1500, 3, 1), date(1930, 12, 31)
"""When sources may mean either calendar: some years before the change, and until the last one."""

_JULIAN_DAY_OF_ORDINAL_ZERO = 1_721_425


def gregorian(year: int, month: int, day: int) -> date | None:
    """The Gregorian date of a day of the Julian calendar; None where that has no such day.

    By the day numbers of the Explanatory Supplement to the Astronomical Almanac (1992), 12.95.
    """
    lengths = (31, 29 if year % 4 == 0 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    if not (1 <= month <= 12 and 1 <= day <= lengths[month - 1]):
        return None
    before = (14 - month) // 12
    years, months = year + 4800 - before, month + 12 * before - 3
    number = day + (153 * months + 2) // 5 + 365 * years + years // 4 - 32083
    ordinal = number - _JULIAN_DAY_OF_ORDINAL_ZERO
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def days_between(a: date, b: date) -> int | None:
    """The days between two dates that are one day of the two calendars; None where they are not."""
    old, new = sorted((a, b))
    if not FIRST <= old <= new <= LAST + timedelta(days=14):
        return None
    return (new - old).days if gregorian(old.year, old.month, old.day) == new else None


def converted(new: date) -> Phrase:
    """The note on a day that is given in the Julian calendar."""
    return say("the day is one of the Julian calendar: {day} in the Gregorian one", day=new)
