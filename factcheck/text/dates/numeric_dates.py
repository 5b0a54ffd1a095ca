"""Dates of figures alone, as in 05/10/2025 and 5.10.25, in the order of the language."""

from __future__ import annotations

import re

from factcheck.model import Period, Phrase, joined, say
from factcheck.text.cldr import date_order, named
from factcheck.text.context import ReadingError
from factcheck.text.dates.spans import day_period, months_period, year_period

CENTURY_PIVOT = 50  # '49 is 2049, '50 is 1950

_THREE = re.compile(r"(\d{1,4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{1,2})\.?")
_MONTH = re.compile(r"(\d{1,2})\s?[./-]\s?(\d{4})")
_YEAR_MONTH = re.compile(r"(\d{4})\s?[./]\s?(\d{1,2})")
_YEARS = re.compile(r"(\d{4})\s?([/–—-])\s?(\d{2})")


def read_numeric(text: str, language: str) -> Period | None:
    """The day, month or years of a text of figures; None where it is none. Raises ReadingError."""
    if not text[:1].isdigit():
        return None
    if found := _THREE.fullmatch(text):
        first, _, second, third = found.groups()
        return _day(text, (first, second, third), language)
    if (found := _MONTH.fullmatch(text)) and 1 <= int(found[1]) <= 12:
        return months_period(int(found[2]), int(found[1]), int(found[1]))
    if (found := _YEARS.fullmatch(text)) and (both := _years(text, found, language)) is not None:
        return both
    if (found := _YEAR_MONTH.fullmatch(text)) and 1 <= int(found[2]) <= 12:
        return months_period(int(found[1]), int(found[2]), int(found[2]))
    return None


def _years(text: str, found: re.Match[str], language: str) -> Period | None:
    """As in "2025/26" and "2019–22"; None where the second figure is no later year."""
    year, sign, second = int(found[1]), found[2], int(found[3])
    last = year // 100 * 100 + second
    may_be_month = sign in "/-" and 1 <= second <= 12
    if last <= year or (may_be_month and date_order(language)[0] == "y"):
        return None
    if may_be_month:
        raise ReadingError(
            f'"{text}" can be a month or two years: write {year}-{found[3]} or {year}/{last}'
        )
    both = year_period(year, last)
    note = say("both years are taken, {first} and {last}", first=year, last=last)
    return Period(both.start, both.end, notes=(note,))


def _day(text: str, parts: tuple[str, str, str], language: str) -> Period:
    order = _order(text, parts, language)
    figures = dict(zip(order, parts, strict=True))
    year, notes = full_year(figures["y"])
    month, day = int(figures["M"]), int(figures["d"])
    if order[0] != "y" and month > 12 >= day:
        order, month, day = order.translate(str.maketrans("dM", "Md")), day, month
        notes = (*notes, _as(order, say("the only one that can be")))
    elif order == "Mdy" and "." in text and month != day:
        raise ReadingError(
            f'"{text[:60]}" does not say which of its figures is the month: write it as 2025-10-05'
        )
    elif order[0] != "y" and month != day and day <= 12:
        notes = (*notes, _as(order, say("the order of {language}", language=named(language))))
    one = day_period(year, month, day, text)
    return Period(one.start, one.end, notes=notes)


def _as(order: str, why: Phrase) -> Phrase:
    names = {"d": say("day"), "M": say("month"), "y": say("year")}
    written = joined((names[letter] for letter in order), "/")
    return say("the figures are read as {order}, {why}", order=written, why=why)


def _order(text: str, parts: tuple[str, str, str], language: str) -> str:
    order = date_order(language)
    if len(parts[0]) == 4:
        return order if order[0] == "y" else "yMd"
    if len(parts[0]) > 2 or len(parts[2]) not in (2, 4):
        raise ReadingError(f'"{text[:60]}" is no date: write it as 2025-10-05')
    if order[0] != "y":
        return order
    if len(parts[2]) == 2 and len(parts[0]) == 2:
        return order
    if int(parts[0]) > 12:
        return "dMy"
    raise ReadingError(
        f'"{text[:60]}" does not say which of its figures is the month: write it as 2025-10-05'
    )


def full_year(digits: str) -> tuple[int, tuple[Phrase, ...]]:
    """A year of four figures, or of two with a note on its century."""
    year = int(digits)
    if len(digits) > 2:
        return year, ()
    full = year + (1900 if year >= CENTURY_PIVOT else 2000)
    return full, (say("the year {short} is taken as {full}", short=digits, full=full),)
