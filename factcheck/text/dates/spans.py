"""Spans of the calendar: years, months, quarters and the days in them, counted from any start."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from factcheck.model import Period
from factcheck.text.context import ReadingError

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
# Months of the northern meteorological seasons; winter is that of its December.
SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
PARTS = {"H1": (1, 6), "H2": (7, 12), "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12)}
DAY_MINUTES = 1440
MONTHS_OF = {"year": 12, "half": 6, "third": 4, "quarter": 3, "month": 1}


def year_period(year: int, last: int | None = None) -> Period:
    """All days of a year, or of the years up to `last`."""
    if not 1 <= year <= (last or year) <= 9999:
        raise ReadingError(f"the year {year} is out of range: only 1 to 9999 can be read")
    return Period(date(year, 1, 1), date(last or year, 12, 31))


def months_period(year: int, first: int, last: int) -> Period:
    """All days from the first to the last month; months beyond 12 belong to the next year."""
    if not 1 <= year <= 9998:
        raise ReadingError(f"the year {year} is out of range: only 1 to 9998 can be read")
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return Period(
        date(year, first, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])
    )


def day_period(year: int, month: int, day: int, text: str) -> Period:
    """One day. Raises ReadingError where the calendar has no such day."""
    try:
        one = date(year, month, day)
    except ValueError:
        raise ReadingError(f'"{text.strip()[:60]}" is a day that does not exist') from None
    return Period(one, one)


def existing_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def week_period(year: int, week: int, text: str) -> Period:
    """A week of ISO 8601, from Monday to Sunday."""
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        raise ReadingError(f'"{text.strip()[:60]}" is a week that does not exist') from None
    return Period(monday, monday + timedelta(days=6))


def later(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a month that is too short."""
    count = day.year * 12 + day.month - 1 + months
    if not 12 <= count < 9999 * 12:
        raise ReadingError(f"the year {count // 12} is out of range: only 1 to 9998 can be read")
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def from_months(start: date, first: int, last: int) -> Period:
    """From the first to the last month of a span that begins on `start`; both count from 1."""
    return Period(later(start, first - 1), later(start, last) - timedelta(days=1))


def fiscal_year(year: int, starts: tuple[int, int], named_by: str = "end") -> Period:
    """The fiscal year that bears the number of the year in which it ends, or begins.

    `starts` is (month, day), `named_by` "end", as most filings name it, or "start", as in Japan and
    India. One that begins on 1 January is the calendar year.
    """
    first = year if starts == (1, 1) or named_by == "start" else year - 1
    if not 1 <= first <= 9998:
        raise ReadingError(f"the year {year} is out of range: only 2 to 9998 can be read")
    start = date(first, *starts)
    return Period(start, later(start, 12) - timedelta(days=1))


def fiscal_year_on(on: date, starts: tuple[int, int], by: int) -> Period:
    """The fiscal year that lies `by` of them after the one of a day."""
    begun = (on.month, on.day) >= starts
    return fiscal_year(on.year - (not begun) + by, starts, "start")


def shifted(on: date, unit: str, by: int) -> Period:
    """The unit of the calendar that lies `by` of them after the one of `on`.

    A unit is a century, decade, year, half, quarter, month, week or day.
    """
    try:
        return _shifted(on, unit, by)
    except (OverflowError, ValueError):
        raise ReadingError(f"{abs(by)} {unit}s from {on} is out of range") from None


def _shifted(on: date, unit: str, by: int) -> Period:
    match unit:
        case "century":
            first = ((on.year - 1) // 100 + by) * 100 + 1
            return year_period(first, first + 99)
        case "decade":
            first = (on.year // 10 + by) * 10
            return year_period(first, first + 9)
        case "week":
            monday = on - timedelta(days=on.weekday()) + timedelta(weeks=by)
            return Period(monday, monday + timedelta(days=6))
        case "day":
            day = on + timedelta(days=by)
            return Period(day, day)
    length = MONTHS_OF[unit]
    count = (on.year * 12 + on.month - 1) // length + by
    year, month = divmod(count * length, 12)
    return months_period(year, month + 1, month + length)


def nth(span: Period, unit: str, number: int, text: str) -> Period:
    """The unit of a span that has this number, counted from 1, or from the end where it is -1."""
    days = (span.end - span.start).days + 1
    if unit in ("week", "day"):
        length = 7 if unit == "week" else 1
        if number == -1:
            return Period(span.end - timedelta(days=length - 1), span.end)
        if number * length > days + 6:
            raise ReadingError(f'"{text.strip()[:60]}" counts more {unit}s than there are')
        start = span.start + timedelta(days=(number - 1) * length)
        return Period(start, min(span.end, start + timedelta(days=length - 1)))
    length = MONTHS_OF.get(unit, 0)
    has = _months(span) // length if length else 0
    number = has if number == -1 else number
    if not 1 <= number <= has:
        raise ReadingError(f'"{text.strip()[:60]}" counts more {unit}s than there are')
    return from_months(span.start, (number - 1) * length + 1, number * length)


def third(span: Period, which: int) -> Period:
    """The first, second or last third of a span (0, 1, 2), in whole months where it can be."""
    months = _months(span)
    if months >= 3:
        cuts = [round(months * n / 3) for n in range(4)]
        return from_months(span.start, cuts[which] + 1, cuts[which + 1])
    days = (span.end - span.start).days + 1
    step = days // 3 or 1
    start = span.start + timedelta(days=min(step * which, days - 1))
    end = span.end if which == 2 else min(span.end, start + timedelta(days=step - 1))
    return Period(start, end)


def _months(span: Period) -> int:
    """How many months a span has, counted from its first day; 0 where it is not made of them."""
    try:
        after = span.end + timedelta(days=1)
    except OverflowError:
        return 0
    months = (after.year - span.start.year) * 12 + after.month - span.start.month
    return months if after.day == span.start.day and span.start.day <= 28 else 0
