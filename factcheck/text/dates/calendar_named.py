"""Days, months, seasons and fiscal years that a date names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from factcheck.model import Period, own, say
from factcheck.text.dates import julian, spans
from factcheck.text.dates.calendar_relative import Counting, without_year
from factcheck.text.dates.seasons import season_months

_WEEKDAYS = (
    own("Monday"),
    own("Tuesday"),
    own("Wednesday"),
    own("Thursday"),
    own("Friday"),
    own("Saturday"),
    own("Sunday"),
)


def fiscal_year(this: Counting) -> Period:
    starts = this.context.fiscal_year_starts
    stated = this.stated
    if starts is None:
        this.notes.append(
            say("a fiscal year is taken as the calendar year of its number: none is declared")
        )
    first = (1, 1) if starts is None else starts
    if stated.month is not None:
        raise this.refuse("names a month of a fiscal year: write the month with its year")
    if stated.year is not None:
        year = spans.fiscal_year(stated.year, first, _named_by(this))
    else:
        unit, by = stated.shift or ("year", 0)
        if unit != "year":
            raise this.refuse("names a part of a fiscal year without its number: write FY 2025")
        year = spans.fiscal_year_on(this.on, first, by)
    if starts is not None:
        this.notes.append(
            say(
                "the fiscal year runs from {start} to {end}, by the subject's fiscal calendar",
                start=year.start,
                end=year.end,
            )
        )
    return year


def _named_by(this: Counting) -> str:
    """Which of its years names a fiscal year: its words decide before what is declared."""
    marks = this.stated.marks
    if "by_last" in marks:
        return "end"
    return "start" if "by_first" in marks else this.context.fiscal_year_named_by


def named_month(this: Counting) -> Period:
    stated = this.stated
    month = stated.month
    assert month is not None
    if stated.year is None and stated.shift is not None:
        unit, _ = stated.shift
        if unit != "year":
            raise this.refuse("gives more than one date: give the words of one")
        stated.year, stated.shift = spans.shifted(this.on, *stated.shift).start.year, None
    elif stated.shift is not None:
        raise this.refuse("gives more than one date: give the words of one")
    if stated.day is not None and (stated.nth or stated.first):
        raise this.refuse("names a part of a single day: give the words of one date")
    if stated.year is None and stated.day is not None:
        stated.year = without_year(this, month, stated.day).year
        year_taken(this, stated.year)
    if stated.year is None:
        if month > this.on.month:
            raise this.refuse(
                "does not say whether the month is past or still ahead: write its year"
            )
        stated.year = this.on.year
        year_taken(this, stated.year)
    if stated.day is None and stated.weekday is not None:
        raise this.refuse("names a weekday without its day: write it as 2025-10-05")
    if stated.day is None:
        return spans.months_period(stated.year, month, month)
    return _weekday_noted(this, _one_day(this, stated.year, month, stated.day))


def _one_day(this: Counting, year: int, month: int, day: int) -> Period:
    if "old_style" not in this.stated.marks:
        return spans.day_period(year, month, day, this.original)
    if (one := julian.gregorian(year, month, day)) is None:
        raise this.refuse("is a day that does not exist")
    this.notes.append(julian.converted(one))
    return Period(one, one)


def dated(this: Counting) -> Period:
    found = this.stated.date
    assert found is not None
    this.notes.extend(found.notes)
    if "old_style" in this.stated.marks:
        day = found.start
        return _weekday_noted(this, _one_day(this, day.year, day.month, day.day))
    return _weekday_noted(this, replace(found, notes=()))


def _weekday_noted(this: Counting, one: Period) -> Period:
    stated = this.stated
    if stated.weekday is not None and one.start.weekday() != stated.weekday:
        here, there = say(_WEEKDAYS[one.start.weekday()]), say(_WEEKDAYS[stated.weekday])
        this.notes.append(
            say("{day} is a {here}; the text says {there}", day=one.start, here=here, there=there)
        )
    return one


def _with_year(this: Counting, make: Callable[[int], Period]) -> Period:
    stated = this.stated
    if stated.shift is not None and (stated.year is not None or stated.shift[0] != "year"):
        raise this.refuse("gives more than one date: give the words of one")
    if stated.year is not None:
        return make(stated.year)
    if stated.shift is not None:
        return make(spans.shifted(this.on, *stated.shift).start.year)
    found = make(this.on.year)
    if found.start > this.on:
        raise this.refuse("does not say whether it is past or still ahead: write its year")
    year_taken(this, this.on.year)
    return found


def season(this: Counting) -> Period:
    assert this.stated.season is not None
    first, last = season_months(this.stated.season, this.context, this.notes)
    return _with_year(this, lambda year: spans.months_period(year, first, last))


def day_alone(this: Counting) -> Period:
    raise this.refuse("gives a day of no month: write it as 2025-10-05")


def year_taken(this: Counting, year: int) -> None:
    note = say("no year is written: {year} is taken, from the day of the source", year=year)
    this.notes.append(note)
