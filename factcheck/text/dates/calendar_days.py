"""Counts out in days what a date says in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from factcheck.model import Period, Phrase, say
from factcheck.model.frozen import dataclass
from factcheck.text.context import Context
from factcheck.text.dates import spans
from factcheck.text.dates.calendar_named import (
    dated,
    day_alone,
    fiscal_year,
    named_month,
    season,
    year_taken,
)
from factcheck.text.dates.calendar_phrases import Meaning
from factcheck.text.dates.calendar_relative import Counting, recent, toward, weekday

_SIZES = ("year", "half", "third", "quarter", "month", "iso week", "week", "day")


def count_out(stated: Meaning, original: str, context: Context, notes: list[Phrase]) -> Period:
    """The days of what was said; settles in it what its words leave open. Raises ReadingError."""
    this = Counting(stated, original, context, notes)
    if "bce" in stated.marks:
        raise this.refuse("lies before the common era, which is not read: leave the date out")
    base = _base(this)
    one_day = stated.ended is None and (stated.date or (stated.day is not None and stated.month))
    if stated.marks & {"old_style", "new_style"} and not one_day:
        raise this.refuse("names a calendar without a day: write the day with its year")
    if stated.third is not None and not stated.marks & {"until", "before", "since"}:
        base = spans.third(base, stated.third)
    elif stated.third is not None:
        base = _edge(this, base)
    approximate = bool("about" in stated.marks or stated.third is not None or stated.loose)
    if stated.marks & {"until", "before"}:
        approximate = "about" in stated.marks or stated.third in (0, 1)
    undeclared = "fiscal" in stated.marks and context.fiscal_year_starts is None
    found = _open(this, base)
    return Period(found.start, found.end, approximate, tuple(notes), undeclared)


def _edge(this: Counting, base: Period) -> Period:
    """As in "by the end of 2026", where the end is the last day, and no third of the year."""
    if this.stated.third == 2 and not this.stated.marks & {"since"}:
        return Period(base.end, base.end)
    return spans.third(base, this.stated.third or 0)


_LONG_ENOUGH = {"year", "shift", "nth"}
"""Parts of a date of which one may say "to date"."""


def _open(this: Counting, base: Period) -> Period:
    marks = this.stated.marks
    if "to_date" in marks:
        part_of_year = this.stated.shift is not None and this.stated.shift[0] != "year"
        inside = base.start <= this.on <= base.end
        if not inside or part_of_year or set(this.stated.stated()) - _LONG_ENOUGH:
            raise this.refuse("is no time that the day of the source is in: write it in full")
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
            last = base.end if this.stated.third == 2 else base.start - timedelta(days=1)
            return Period(date.min, last)
    except OverflowError:
        raise this.refuse("lies outside the years 1 to 9999") from None
    return base


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to give a date: what decides that it is one, and which parts it takes."""

    decides: Callable[[Meaning], bool]
    takes: frozenset[str]
    count: Callable[[Counting], Period]
    fiscal: bool = False  # whether it may be of a fiscal year


def _form(
    decides: Callable[[Meaning], bool],
    takes: str,
    count: Callable[[Counting], Period],
    fiscal: bool = False,
) -> _Form:
    return _Form(decides, frozenset(takes.split()), count, fiscal)


def _base(this: Counting) -> Period:
    """The days of the first form that fits; what it does not take refuses the text."""
    stated = this.stated
    form = next(form for form in _FORMS if form.decides(stated))
    over = [part for part in stated.stated() if part not in form.takes]
    if "fiscal" in stated.marks and not form.fiscal:
        over.append("fiscal")
    if over:
        words = " ".join(atom.text for part in over for atom in stated.words.get(part, ()))
        left = f', with "{words}" left over' if words else ""
        raise this.refuse(f"gives more than one date{left}: give the words of one")
    return form.count(this)


def _outer(this: Counting) -> Period:
    """The year, or the span that relative words give."""
    stated = this.stated
    if stated.dated and stated.year is None and stated.shift is None:
        raise this.refuse("is a length of time, or names no year: write it as 2025 or Q3 2025")
    if stated.shift is None and stated.year is None and not stated.nth and stated.first is None:
        ends = stated.third == 2 and stated.marks & {"until", "before"}  # "by year-end"
        if "to_date" in stated.marks or ends:
            return spans.shifted(this.on, "year", 0)
        raise this.refuse("names no year, month or day: write it as 2025-10-05 or H1 2025")
    if stated.year is not None:
        return spans.year_period(stated.year)
    if stated.shift is not None:
        return spans.shifted(this.on, *stated.shift)
    year = this.on.year
    narrowed = _narrow(this, spans.year_period(year))
    if narrowed.start > this.on:
        raise this.refuse("does not say whether it is past or still ahead: write its year")
    year_taken(this, year)
    return spans.year_period(year)


def _narrowed(this: Counting, outer: Period) -> Period:
    """`outer`, or the part of it that is named: its second half, its last quarter."""
    stated = this.stated
    if stated.shift is not None and stated.year is not None:
        unit, by = stated.shift
        if by != -1 or stated.loose or unit not in _SIZES or unit in ("year", "day"):
            raise this.refuse("gives more than one date: give the words of one")
        stated.nth.append((unit, -1))
    return _narrow(this, outer)


def _narrow(this: Counting, outer: Period) -> Period:
    stated = this.stated
    for unit, number in sorted(stated.nth, key=lambda part: _SIZES.index(part[0])):
        if unit == "iso week" and this.stated.month is not None:
            raise this.refuse("numbers a week of something else than a year: write its days")
        if unit == "iso week":
            outer = spans.week_period(outer.start.year, number, this.original)
        elif unit in spans.MONTHS_OF and _at_least(unit, outer):
            raise this.refuse(f"names a {unit} of what is no longer than one: write it in full")
        else:
            outer = spans.nth(outer, unit, number, this.original)
    if stated.first is not None:
        unit, count = stated.first
        whole = spans.nth(outer, unit, 1, this.original)
        outer = Period(whole.start, spans.nth(outer, unit, count, this.original).end)
    return outer


def _at_least(unit: str, span: Period) -> bool:
    return (span.end - span.start).days + 1 <= 28 * spans.MONTHS_OF[unit]


def _ended(this: Counting) -> Period:
    """As in "the nine months ended 30 September 2025", whatever the fiscal calendar."""
    ended = this.stated.ended
    assert ended is not None
    unit, count = ended
    if (this.stated.nth or this.stated.first) and ended == ("year", 1):
        whole = replace(this.stated, nth=[], first=None)
        return _narrow(this, _ended(replace(this, stated=whole)))
    rest = replace(this.stated, ended=None, marks=this.stated.marks - {"fiscal"})
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


def _decade(this: Counting) -> Period:
    stated = this.stated
    years = stated.years
    assert years is not None
    if stated.short:
        first = say("the decade is taken as that of {year}", year=years[0])
        this.notes.append(first)
    return spans.year_period(*years)


_ANY = "date year years month day weekday season third shift toward nth first recent"
_FORMS = (
    _form(lambda s: s.ended is not None, f"{_ANY} ended", _ended, fiscal=True),
    _form(lambda s: s.date is not None, "date weekday third", dated),
    _form(lambda s: s.recent is not None, "recent year", recent),
    _form(lambda s: s.years is not None, "years third", _decade),
    _form(lambda s: s.toward is not None, "toward month day season weekday third", toward),
    _form(
        lambda s: s.weekday is not None and s.day is None,
        "weekday shift third year month nth season",
        weekday,
    ),
    _form(
        lambda s: "fiscal" in s.marks,
        "year shift month nth first third",
        lambda this: _narrowed(this, fiscal_year(this)),
        fiscal=True,
    ),
    _form(
        lambda s: s.month is not None,
        "month year day weekday shift nth first third",
        lambda this: _narrowed(this, named_month(this)),
    ),
    _form(lambda s: s.season is not None, "season year shift third", season),
    _form(lambda s: s.day is not None, "day", day_alone),
    _form(lambda s: True, "year shift nth first third", lambda this: _narrowed(this, _outer(this))),
)
"""The ways to give a date, in the order in which they are tried."""
