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


def count_out(said: Meaning, original: str, context: Context, notes: list[Phrase]) -> Period:
    """The days of what was said; settles in it what its words leave open. Raises ReadingError."""
    this = Counting(said, original, context, notes)
    if "bce" in said.marks:
        raise this.refuse("lies before the common era, which is not read: leave the date out")
    base = _base(this)
    one_day = said.ended is None and (said.date or (said.day is not None and said.month))
    if said.marks & {"old_style", "new_style"} and not one_day:
        raise this.refuse("names a calendar without a day: write the day with its year")
    if said.third is not None and not said.marks & {"until", "before", "since"}:
        base = spans.third(base, said.third)
    elif said.third is not None:
        base = _edge(this, base)
    approximate = bool("about" in said.marks or said.third is not None or said.loose)
    if said.marks & {"until", "before"}:
        approximate = "about" in said.marks or said.third in (0, 1)
    undeclared = "fiscal" in said.marks and context.fiscal_year_starts is None
    found = _open(this, base)
    return Period(found.start, found.end, approximate, tuple(notes), undeclared)


def _edge(this: Counting, base: Period) -> Period:
    """As in "by the end of 2026", where the end is the last day, and no third of the year."""
    if this.said.third == 2 and not this.said.marks & {"since"}:
        return Period(base.end, base.end)
    return spans.third(base, this.said.third or 0)


_LONG_ENOUGH = {"year", "shift", "nth"}
"""Parts of a date of which one may say "to date"."""


def _open(this: Counting, base: Period) -> Period:
    marks = this.said.marks
    if "to_date" in marks:
        part_of_year = this.said.shift is not None and this.said.shift[0] != "year"
        inside = base.start <= this.on <= base.end
        if not inside or part_of_year or set(this.said.stated()) - _LONG_ENOUGH:
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
            last = base.end if this.said.third == 2 else base.start - timedelta(days=1)
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
    said = this.said
    form = next(form for form in _FORMS if form.decides(said))
    over = [part for part in said.stated() if part not in form.takes]
    if "fiscal" in said.marks and not form.fiscal:
        over.append("fiscal")
    if over:
        words = " ".join(atom.text for part in over for atom in said.words.get(part, ()))
        left = f', with "{words}" left over' if words else ""
        raise this.refuse(f"gives more than one date{left}: give the words of one")
    return form.count(this)


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
    year_taken(this, year)
    return spans.year_period(year)


def _narrowed(this: Counting, outer: Period) -> Period:
    """`outer`, or the part of it that is named: its second half, its last quarter."""
    said = this.said
    if said.shift is not None and said.year is not None:
        unit, by = said.shift
        if by != -1 or said.loose or unit not in _SIZES or unit in ("year", "day"):
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


def _ended(this: Counting) -> Period:
    """As in "the nine months ended 30 September 2025", whatever the fiscal calendar."""
    ended = this.said.ended
    assert ended is not None
    unit, count = ended
    if (this.said.nth or this.said.first) and ended == ("year", 1):
        whole = replace(this.said, nth=[], first=None)
        return _narrow(this, _ended(replace(this, said=whole)))
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


def _decade(this: Counting) -> Period:
    said = this.said
    years = said.years
    assert years is not None
    if said.short:
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
