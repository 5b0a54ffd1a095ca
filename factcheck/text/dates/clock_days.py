"""The day that stands beside a clock time."""

from __future__ import annotations

import re

from factcheck.model import Period, Phrase, say
from factcheck.model.frozen import dataclass
from factcheck.text.cldr import date_order
from factcheck.text.context import Context
from factcheck.text.dates.calendar_days import count_out
from factcheck.text.dates.calendar_phrases import Meaning
from factcheck.text.dates.calendar_relative import NoDayKnown
from factcheck.text.dates.calendar_text import DateText
from factcheck.text.dates.calendar_words import read_plain
from factcheck.text.dates.clock_words import Remainder

_MONTH_AND_DAY = re.compile(r"(\d{1,2})(?:/(\d{1,2})|\.(\d{1,2})\.?)")


@dataclass(frozen=True, slots=True)
class DayBeside:
    """The day of a time; or, where nobody knows its year, its month and day, as in "--12-19"."""

    period: Period | None = None
    styled: bool = False
    open_day: str = ""


def day_beside(this: Remainder, context: Context) -> DayBeside:
    """The day that is left of a time's words. Raises ReadingError where they say something else."""
    start, end = this.left()
    if start == end:
        return DayBeside()
    try:
        if figures := _MONTH_AND_DAY.fullmatch(this.text, start, end):
            return _in_figures(this, figures, context)
        read = read_plain(DateText(this.text, this.original, context), start, end)
    except NoDayKnown as why:
        if why.day is None:
            raise
        this.notes.append(
            say('"{words}" names no year, and none is known', words=this.text[start:end].strip())
        )
        this.take("day", start, end)
        return DayBeside(open_day="--{:02}-{:02}".format(*why.day))
    this.parts.extend(read.parts)
    this.notes.extend(read.period.notes)
    return DayBeside(read.period, read.styled)


def _in_figures(this: Remainder, found: re.Match[str], context: Context) -> DayBeside:
    """As in "12/19 8:40a" and "19.12. 22:14 Uhr": a month and a day in the language's order."""
    first, second = int(found[1]), int(found[2] or found[3])
    month_first = date_order(context.language) != "dMy" and found[3] is None
    month, day = (first, second) if month_first else (second, first)
    if month > 12 >= day:
        month, day = day, month
    notes: list[Phrase] = []
    period = count_out(Meaning(month=month, day=day), this.original, context, notes)
    words = found[0]
    order = say("{words} is read as day {day} of month {month}", words=words, day=day, month=month)
    this.notes.extend((order, *notes))
    this.parts.append(("date", *found.span()))
    return DayBeside(period)
