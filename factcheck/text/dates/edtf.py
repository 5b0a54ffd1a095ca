"""Extended Date/Time Format, ISO 8601-2 levels 0 and 1, with quarters and halves of level 2."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from factcheck.model import Period, Phrase, say
from factcheck.text.context import ReadingError
from factcheck.text.dates.spans import (
    PARTS,
    SEASON_MONTHS,
    day_period,
    months_period,
    week_period,
    year_period,
)

_CODES = {33: "Q1", 34: "Q2", 35: "Q3", 36: "Q4", 40: "H1", 41: "H2"}
# "2019-22" is as likely a span of years as a season, "2031-33" as a quarter.
_LIKELY_SPAN = 12
_LIKELY_LATER = 5

_POINT = re.compile(
    r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?"
    r"(?:T([\d:.]{2,15}(?:Z|[+-]\d{2}(?::?\d{2})?)?))?([~?%]?)"
)
_WEEK = re.compile(r"(\d{4})-?W(\d{2})(-[1-7])?")
_FAR = re.compile(r"(?:-\d{4}|Y-?\d{5,12})(?:-\d{2}){0,2}[~?%]?")
_TIME = re.compile(
    r"([01]\d|2[0-3]):?([0-5]\d)?(?::?([0-5]\d|60)(?:\.\d+)?)?(Z|[+-]\d{2}(:?\d{2})?)?|24:00(:00)?"
)

_FIRST = frozenset("0123456789-./Y")
"""How a text of this format begins."""

_MARKS: dict[str, Phrase] = {
    "~": say("the date is marked as approximate"),
    "?": say("the date is marked as uncertain"),
    "%": say("the date is marked as uncertain and approximate"),
}


def is_edtf(text: str) -> bool:
    """Whether a text is written in this format, in which no day is taken for a month."""
    try:
        return read_edtf(text) is not None
    except ReadingError:
        return False


def read_edtf(text: str) -> Period | None:
    """The period of an EDTF text; None where it is none. Raises ReadingError where impossible."""
    text = text.strip()
    if text[:1] not in _FIRST:
        return None
    first, slash, last = text.partition("/")
    if not slash:
        return _point(first)
    open_ends = ("", "..")
    if len(text) > 60:
        return None
    if first in open_ends and last in open_ends:
        if text == "/":
            return None
        raise ReadingError(f'"{text}" is open at both ends and says nothing: give one of them')
    start = Period(date.min, date.min) if first in open_ends else _point(first)
    end = Period(date.max, date.max) if last in open_ends else _point(last)
    if start is None or end is None:
        return None
    if start.start > end.end:
        raise ReadingError(f'"{text}" ends before it begins')
    edges = ((say("its beginning is unknown"), first), (say("its end is unknown"), last))
    unknown = [unknown for unknown, text in edges if not text]
    notes = tuple(dict.fromkeys((*start.notes, *end.notes, *unknown)))
    return Period(start.start, end.end, start.approximate or end.approximate, notes)


def _point(text: str) -> Period | None:
    if week := _WEEK.fullmatch(text):
        whole = week_period(int(week[1]), int(week[2]), text)
        if week[3] is None:
            return whole
        one = date.fromordinal(whole.start.toordinal() + int(week[3][1]) - 1)
        return Period(one, one)
    if _FAR.fullmatch(text):
        raise ReadingError(f'"{text}" lies outside the years 1 to 9999, which is all that is read')
    found = _POINT.fullmatch(text)
    if found is None:
        return None
    year, month, day, time, mark = found.groups()
    period = _calendar(text, year, month, day)
    if period is None:
        return None
    if time is not None:
        if day in (None, "XX") or not _TIME.fullmatch(time):
            raise ReadingError(f'"{text}" has a time that no day has')
        period = replace(period, notes=(say("the time of day is left out"),))
    if mark:
        period = replace(period, approximate=True, notes=(*period.notes, _MARKS[mark]))
    return period


def _calendar(text: str, year: str, month: str | None, day: str | None) -> Period | None:
    if "X" in year:
        if month not in (None, "XX") or day not in (None, "XX"):
            raise ReadingError(f'"{text}" gives a month of a year that it leaves open')
        first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
        return year_period(first or 1, last)
    if month in (None, "XX"):
        if day not in (None, "XX"):
            raise ReadingError(f'"{text}" gives a day of a month that it leaves open')
        return year_period(int(year))
    if day is None:
        return _month_or_season(int(year), int(month), text)
    if day == "XX":
        day_period(int(year), int(month), 1, text)
        return months_period(int(year), int(month), int(month))
    return day_period(int(year), int(month), int(day), text)


def _month_or_season(year: int, month: int, text: str) -> Period | None:
    if 1 <= month <= 12:
        return months_period(year, month, month)
    ahead = month - year % 100
    if month not in SEASON_MONTHS and month not in _CODES:
        if ahead > 0 and month > 12:
            return None
        raise ReadingError(f'"{text}" names a month that does not exist: {month}')
    if 0 < ahead <= (_LIKELY_SPAN if month in SEASON_MONTHS else _LIKELY_LATER):
        raise ReadingError(
            f'"{text}" can be a season or quarter of {year}, or the years {year} to '
            f"{year // 100 * 100 + month}: write the name of the one, or both years in full"
        )
    first, last = SEASON_MONTHS[month] if month in SEASON_MONTHS else PARTS[_CODES[month]]
    return months_period(year, first, last)


def write_edtf(period: Period) -> str:
    """The period as a text that `read_edtf` reads back to the same days."""
    mark = "~" if period.approximate else ""
    start, end = period.start, period.end
    for length in (10, 7, 4):
        text = start.isoformat()[:length]
        if (point := _point(text)) is not None and (point.start, point.end) == (start, end):
            return text + mark
    first = ".." if start == date.min else f"{start.isoformat()}{mark}"
    last = ".." if end == date.max else f"{end.isoformat()}{mark}"
    return f"{first}/{last}"
