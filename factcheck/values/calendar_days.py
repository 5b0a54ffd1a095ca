"""Counts out in days what a date says in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from factcheck.model import Period, Phrase, own, say, told
from factcheck.values import spans
from factcheck.values.base import Context
from factcheck.values.calendar_phrases import Said
from factcheck.values.calendar_relative import Counting, recent, toward, weekday

_SIZES = ("year", "half", "third", "quarter", "month", "iso week", "week", "day")
_WEEKDAYS = (
    own("Monday"),
    own("Tuesday"),
    own("Wednesday"),
    own("Thursday"),
    own("Friday"),
    own("Saturday"),
    own("Sunday"),
)


def count_out(said: Said, original: str, context: Context, notes: list[Phrase]) -> Period:
    """The days of what was said. Raises ReadingError."""
    # A copy: counting settles in it what the words leave open.
    this = Counting(replace(said, nth=list(said.nth)), original, context, notes)
    said = this.said
    if "bce" in said.marks:
        raise this.refuse("lies before the common era, which is not read: leave the date out")
    base = _base(this)
    if said.third is not None and not said.marks & {"until", "before", "since"}:
        base = spans.third(base, said.third)
    elif said.third is not None:
        base = _edge(this, base)
    approximate = bool("about" in said.marks or said.third is not None or said.loose)
    if said.marks & {"until", "before"}:
        approximate = "about" in said.marks or said.third in (0, 1)
    undeclared = "fiscal" in said.marks and context.fiscal_year_starts is None
    return replace(
        _open(this, base), approximate=approximate, notes=tuple(notes), assumed=undeclared
    )


def _edge(this: Counting, base: Period) -> Period:
    """As in "by the end of 2026", where the end is the last day, and no third of the year."""
    if this.said.third == 2 and not this.said.marks & {"since"}:
        return Period(base.end, base.end)
    return spans.third(base, this.said.third or 0)


def _open(this: Counting, base: Period) -> Period:
    marks = this.said.marks
    if "to_date" in marks:
        if this.on < base.start:
            raise this.refuse("begins after the day of the source: write the date in full")
        return Period(base.start, min(base.end, this.on))
    try:
        if "since" in marks:
            return Period(base.start, date.max)
        if "after" in marks:
            return Period(base.end + timedelta(days=1), date.max)
        if "until" in marks:
            return Period(date.min, base.end)
        if "before" in marks:
            # "before the end of 2026" leaves all of its days.
            last = base.end if this.said.third == 2 else base.start - timedelta(days=1)
            return Period(date.min, last)
    except OverflowError:
        raise this.refuse("lies outside the years 1 to 9999") from None
    return base


def _base(this: Counting) -> Period:
    said = this.said
    if said.ended is not None:
        return _ended(this, said.ended)
    if said.recent is not None:
        return recent(this, said.recent)
    if said.years is not None:
        return _decade(this, said.years)
    if said.toward is not None:
        return toward(this)
    if said.weekday is not None and said.day is None:
        return weekday(this)
    if "fiscal" in said.marks:
        return _narrowed(this, _fiscal(this))
    if said.month is not None:
        return _narrowed(this, _month(this))
    if said.season is not None:
        months = spans.SEASON_MONTHS[spans.SEASONS[said.season]]
        return _with_year(this, lambda year: spans.months_period(year, *months))
    if said.day is not None:
        raise this.refuse("gives a day of no month: write it as 2025-10-05")
    return _narrowed(this, _outer(this))


def _outer(this: Counting) -> Period:
    """The year, or the span that relative words give."""
    said = this.said
    if said.dated and said.year is None and said.shift is None:
        raise this.refuse("is a length of time, or names no year: write it as 2025 or Q3 2025")
    if said.shift is None and said.year is None and not said.nth and said.first is None:
        ends = said.third == 2 and said.marks & {"until", "before"}  # "by year-end"
        if "to_date" in said.marks or ends:
            return spans.shifted(this.on, "year", 0)
        raise this.refuse("names no year, month or day: write it as 2025-10-05 or H1 2025")
    if said.year is not None:
        return spans.year_period(said.year)
    if said.shift is not None:
        return spans.shifted(this.on, *said.shift)
    year = this.on.year
    narrowed = _narrow(this, spans.year_period(year))
    if narrowed.start > this.on:
        raise this.refuse("does not say whether it is past or still ahead: write its year")
    _year_taken(this, year)
    return spans.year_period(year)


def _narrowed(this: Counting, outer: Period) -> Period:
    """`outer`, or the part of it that is named: its second half, its last quarter."""
    said = this.said
    if said.shift is not None and said.year is not None:
        unit, by = said.shift
        if by != -1 or unit in ("year", "day"):
            raise this.refuse("gives more than one date: give the words of one")
        said.nth.append((unit, -1))
    return _narrow(this, outer)


def _narrow(this: Counting, outer: Period) -> Period:
    said = this.said
    for unit, number in sorted(said.nth, key=lambda part: _SIZES.index(part[0])):
        if unit == "iso week" and this.said.month is not None:
            raise this.refuse("numbers a week of something else than a year: write its days")
        if unit == "iso week":
            outer = spans.week_period(outer.start.year, number, this.original)
        elif unit in spans.MONTHS_OF and _at_least(unit, outer):
            raise this.refuse(f"names a {unit} of what is no longer than one: write it in full")
        else:
            outer = spans.nth(outer, unit, number, this.original)
    if said.first is not None:
        unit, count = said.first
        whole = spans.nth(outer, unit, 1, this.original)
        outer = Period(whole.start, spans.nth(outer, unit, count, this.original).end)
    return outer


def _at_least(unit: str, span: Period) -> bool:
    return (span.end - span.start).days + 1 <= 28 * spans.MONTHS_OF[unit]


def _fiscal(this: Counting) -> Period:
    starts = this.context.fiscal_year_starts
    said = this.said
    if starts is None:
        this.notes.append(
            say("a fiscal year is taken as the calendar year of its number: none is declared")
        )
    first = (1, 1) if starts is None else starts
    if said.month is not None:
        raise this.refuse("names a month of a fiscal year: write the month with its year")
    if said.year is not None:
        year = spans.fiscal_year(said.year, first)
    else:
        unit, by = said.shift or ("year", 0)
        now = spans.fiscal_year(this.on.year, first)
        number = this.on.year + (now.end < this.on) + (by if unit == "year" else 0)
        if unit != "year":
            raise this.refuse("names a part of a fiscal year without its number: write FY 2025")
        year = spans.fiscal_year(number, first)
    if starts is not None:
        this.notes.append(
            say(
                "the fiscal year runs from {start} to {end}, by the subject's fiscal calendar",
                start=year.start,
                end=year.end,
            )
        )
    return year


def _month(this: Counting) -> Period:
    said = this.said
    month = said.month
    assert month is not None
    if said.year is None and said.shift is not None:
        unit, _ = said.shift
        if unit != "year":
            raise this.refuse("gives more than one date: give the words of one")
        said.year, said.shift = spans.shifted(this.on, *said.shift).start.year, None
    elif said.shift is not None:
        raise this.refuse("gives more than one date: give the words of one")
    if said.year is None:
        if month > this.on.month:
            raise this.refuse(
                "does not say whether the month is past or still ahead: write its year"
            )
        said.year = this.on.year
        _year_taken(this, said.year)
    if said.day is None and said.weekday is not None:
        raise this.refuse("names a weekday without its day: write it as 2025-10-05")
    if said.day is None:
        return spans.months_period(said.year, month, month)
    one = spans.day_period(said.year, month, said.day, this.original)
    if said.weekday is not None and one.start.weekday() != said.weekday:
        here, there = told(_WEEKDAYS[one.start.weekday()]), told(_WEEKDAYS[said.weekday])
        this.notes.append(
            say("{day} is a {here}; the text says {there}", day=one.start, here=here, there=there)
        )
    return one


def _ended(this: Counting, ended: tuple[str, int]) -> Period:
    """As in "the nine months ended 30 September 2025", whatever the fiscal calendar."""
    unit, count = ended
    rest = replace(this.said, ended=None, marks=this.said.marks - {"fiscal"})
    end = _base(Counting(rest, this.original, this.context, this.notes)).end
    if unit not in spans.MONTHS_OF:
        return Period(
            spans.shifted(end, "day", 1 - count * (7 if unit == "week" else 1)).start, end
        )
    if not 0 < count * spans.MONTHS_OF[unit] <= _MOST_MONTHS:
        raise this.refuse("counts more months than can be read")
    after = end + timedelta(days=1)
    return Period(spans.later(after, -count * spans.MONTHS_OF[unit]), end)


_MOST_MONTHS = 1200


def _decade(this: Counting, years: tuple[int, int]) -> Period:
    said = this.said
    if said.year or said.month or said.nth or said.shift or said.day or said.first:
        raise this.refuse("gives more than one date: give the words of one")
    if said.short:
        first = say("the decade is taken as that of {year}", year=years[0])
        this.notes.append(first)
    return spans.year_period(*years)


def _with_year(this: Counting, make: Callable[[int], Period]) -> Period:
    said = this.said
    if said.shift is not None and (said.year is not None or said.shift[0] != "year"):
        raise this.refuse("gives more than one date: give the words of one")
    if said.year is not None:
        return make(said.year)
    if said.shift is not None:
        return make(spans.shifted(this.on, *said.shift).start.year)
    found = make(this.on.year)
    if found.start > this.on:
        raise this.refuse("does not say whether it is past or still ahead: write its year")
    _year_taken(this, this.on.year)
    return found


def _year_taken(this: Counting, year: int) -> None:
    note = say("no year is written: {year} is taken, from the day of the source", year=year)
    this.notes.append(note)
