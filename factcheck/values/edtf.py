"""Extended Date/Time Format, ISO 8601-2 levels 0 and 1, as far as sources and curators write it."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from factcheck.model import Period
from factcheck.values.base import ReadingError

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
# Months of the northern meteorological seasons; winter is that of its December.
SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
PARTS = {"H1": (1, 6), "H2": (7, 12), "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12)}
# EDTF level 2 codes of quarters and halves, read as well as they stand in data sets.
_CODES = {33: "Q1", 34: "Q2", 35: "Q3", 36: "Q4", 40: "H1", 41: "H2"}

_POINT = re.compile(
    r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?(?:T[\d:.Z+-]{2,20})?([~?%]?)"
)


def read_edtf(text: str) -> Period | None:
    """The period of an EDTF text; None where it is none. Raises ReadingError where impossible."""
    first, slash, last = text.strip().partition("/")
    if not slash:
        return _point(first)
    open_ends = ("", "..")
    if (first in open_ends and last in open_ends) or len(text) > 60:
        return None
    start = Period(date.min, date.min) if first in open_ends else _point(first)
    end = Period(date.max, date.max) if last in open_ends else _point(last)
    if start is None or end is None:
        return None
    if start.start > end.end:
        raise ReadingError(f'"{text}" ends before it begins')
    return Period(start.start, end.end, start.approximate or end.approximate)


def _point(text: str) -> Period | None:
    found = _POINT.fullmatch(text)
    if found is None:
        return None
    year, month, day, mark = found.groups()
    approximate = bool(mark)
    if "X" in year:
        first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
        return (
            None
            if month or not first
            else Period(date(first, 1, 1), date(last, 12, 31), approximate)
        )
    if month in (None, "XX"):
        return _approximately(year_period(int(year)), approximate)
    if day in (None, "XX"):
        return _approximately(_month_or_season(int(year), int(month), text), approximate)
    return _approximately(day_period(int(year), int(month), int(day), text), approximate)


def _approximately(period: Period, approximate: bool) -> Period:
    return Period(period.start, period.end, approximate) if approximate else period


def _month_or_season(year: int, month: int, text: str) -> Period:
    if month in SEASON_MONTHS:
        return months_period(year, *SEASON_MONTHS[month])
    if month in _CODES:
        return months_period(year, *PARTS[_CODES[month]])
    if not 1 <= month <= 12:
        raise ReadingError(f'"{text}" names a month that does not exist: {month}')
    return months_period(year, month, month)


def year_period(year: int, last: int | None = None) -> Period:
    """All days of a year, or of the years up to `last`."""
    if not 1 <= year <= (last or year) <= 9999:
        raise ReadingError(f"the year {year} is out of range")
    return Period(date(year, 1, 1), date(last or year, 12, 31))


def months_period(year: int, first: int, last: int) -> Period:
    """All days from the first to the last month; months beyond 12 belong to the next year."""
    if not 1 <= year <= 9998:
        raise ReadingError(f"the year {year} is out of range")
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return Period(
        date(year, first, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])
    )


def day_period(year: int, month: int, day: int, text: str) -> Period:
    """One day. Raises ReadingError where the calendar has no such day."""
    try:
        one = date(year, month, day)
    except ValueError:
        raise ReadingError(f'"{text[:60]}" is a day that does not exist') from None
    return Period(one, one)


def shifted(on: date, unit: str, by: int) -> Period:
    """The year, quarter, month, week or day that lies `by` of them after the one of `on`."""
    match unit:
        case "year":
            return year_period(on.year + by)
        case "month":
            months = on.year * 12 + on.month - 1 + by
            return months_period(months // 12, months % 12 + 1, months % 12 + 1)
        case "quarter":
            quarters = on.year * 4 + (on.month - 1) // 3 + by
            first = quarters % 4 * 3 + 1
            return months_period(quarters // 4, first, first + 2)
        case "week":
            monday = on - timedelta(days=on.weekday()) + timedelta(weeks=by)
            return Period(monday, monday + timedelta(days=6))
    day = on + timedelta(days=by)
    return Period(day, day)
