"""Periods and days, in EDTF or in a language's own words, as intervals of days."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from factcheck.model import (
    Attribute,
    Comparison,
    Dated,
    Interval,
    Period,
    Phrase,
    Span,
    Value,
    Verdict,
    Wording,
    in_english,
    own,
    say,
    say_many,
)
from factcheck.model.frozen import dataclass
from factcheck.text.context import Context
from factcheck.text.dates import julian
from factcheck.text.dates.calendar_words import read_accounted, read_words
from factcheck.text.dates.spans import PARTS, SEASON_MONTHS, SEASONS
from factcheck.values.base import Incomparable, Kind

PART_OF_YEAR = {
    "H1": own("H1 {year}"),
    "H2": own("H2 {year}"),
    "Q1": own("Q1 {year}"),
    "Q2": own("Q2 {year}"),
    "Q3": own("Q3 {year}"),
    "Q4": own("Q4 {year}"),
}
"""Parts of a year as they are called."""

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@dataclass(frozen=True)
class Days(Value):
    """A period as a value."""

    period: Period = Period(date.min, date.max)
    styled: bool = False
    """Whether the text names its calendar, Julian or Gregorian, or gives its day in both."""

    @property
    def of_either_calendar(self) -> bool:
        """Whether it is a day that may be one of the Julian or of the Gregorian calendar."""
        day = self.period.start
        return not self.styled and day == self.period.end and julian.FIRST <= day <= julian.LAST


class PeriodKind(Kind):
    """When, from day to day."""

    name = "period"
    examples = ("2019", "2020", "2021", "2022")
    mismatch = "date-mismatch"

    def read(self, text: str, context: Context) -> Value:
        """Days. Raises ReadingError where the text gives no period."""
        read, spans = read_accounted(text, context)
        return days_of(text, read.period, read.styled, spans)

    def together(
        self, values: Sequence[Value], attribute: Attribute | None
    ) -> tuple[Value | Incomparable, ...]:
        """As they are: days need no unit."""
        return tuple(values)

    def compare(self, a: Value, b: Value) -> Comparison:
        """Equal, one inside the other, overlapping, or apart."""
        assert isinstance(a, Days) and isinstance(b, Days)
        assert a.loose is not None and b.loose is not None
        steps = (_reading(a), *a.notes, _reading(b), *b.notes)
        if a.period == b.period:
            return Comparison(Verdict.AGREE, (*steps, say("both are the same days")))
        for fine, coarse in ((a.period, b.period), (b.period, a.period)):
            if coarse.start <= fine.start and fine.end <= coarse.end:
                inside = say(
                    "{fine} lies in {coarse}", fine=show_period(fine), coarse=show_period(coarse)
                )
                return Comparison(Verdict.REFINES, (*steps, inside))
        if a.period.start <= b.period.end and b.period.start <= a.period.end:
            return Comparison(Verdict.CONSISTENT, (*steps, say("the two have days in common")))
        if a.loose.meets(b.loose):
            near = say("one of them is approximate, and the two are near each other")
            return Comparison(Verdict.UNDETERMINED, (*steps, near))
        if days := _between_calendars(a, b):
            return Comparison(Verdict.UNDETERMINED, (*steps, _calendars(days)))
        return Comparison(Verdict.CONTRADICTS, (*steps, _disjoint(a.period, b.period)))

    def on_a_line(self, values: Sequence[Value]) -> bool:
        """Not where some may be of either calendar: which days meet, each pair says for itself."""
        return not any(isinstance(v, Days) and v.of_either_calendar for v in values)

    def show(self, value: Value) -> Wording:
        assert isinstance(value, Days)
        return show_period(value.period)

    def remembered(self, value: Value, attribute: Attribute) -> Wording:
        """The days as decisions keep them."""
        assert isinstance(value, Days)
        return kept_period(value.period)

    def occurs(self, value: Value, passage: str, context: Context) -> bool | None:
        """Not told: a passage may give a date relative to its own."""
        return None


def days_of(text: str, period: Period, styled: bool, spans: tuple[Span, ...] = ()) -> Days:
    """A period as a value, with how far it reaches."""
    exact = Interval(Decimal(period.start.toordinal()), Decimal(period.end.toordinal()))
    loose = exact
    if period.approximate:
        reach = Decimal((period.end - period.start).days + 1)
        loose = Interval(exact.low - reach, exact.high + reach)
    notes = (*period.notes, *_deadline(period))
    return Days(text, period, styled, strict=exact, loose=loose, notes=notes, spans=spans)


def _between_calendars(a: Days, b: Days) -> int | None:
    """The days between two dates that are one day, if one is Julian and the other Gregorian."""
    if not (a.of_either_calendar or b.of_either_calendar):
        return None
    if a.period.start != a.period.end or b.period.start != b.period.end:
        return None
    return julian.days_between(a.period.start, b.period.start)


def _calendars(days: int) -> Phrase:
    return say(
        "they are {days} days apart, as the Julian and the Gregorian calendar were then: write "
        "(O.S.) behind the one that is Julian, or both days",
        days=days,
    )


def _deadline(period: Period) -> tuple[Phrase, ...]:
    """How "by June 2025" is read: a plan may be met on any day before."""
    if period.start != date.min or period.end == date.max:
        return ()
    end = _edge(period.end, first=False)
    return (say("it is read as a deadline: any day up to the end of {end}", end=end),)


def read_period(text: str, context: Context) -> Period:
    """The days that `text` gives, in EDTF or in words of the context's language.

    Relative words ("last month") are understood from `context.on`. Raises ReadingError.
    """
    return read_words(text, context)


def show_period(period: Period) -> Wording:
    """A period in short: "2025", "H1 2025", "Oct 2025", "2025-12-23", "since 2019", "1990s"."""
    shown = show_days(period.start, period.end)
    return say("about {period}", period=shown) if period.approximate else shown


def kept_period(period: Period) -> Wording:
    """A period as ids and decisions keep it: as it is shown, but with the names of seasons.

    They named these months before seasons followed the half of the earth; a name that has been
    kept does not change.
    """
    for name, code in SEASONS.items():
        if _is_season(period, code):
            season = f"{name} {period.start.year}"
            return f"about {season}" if period.approximate else season
    return show_period(period)


def _is_season(period: Period, code: int) -> bool:
    """Whether a period has the three months of a season of this code."""
    start, end = period.start, period.end
    if start == date.min or end == date.max or not (_is_first_day(start) and _is_last_day(end)):
        return False
    last = end.month + 12 * (end.year - start.year)
    return SEASON_MONTHS[code] == (start.month, last)


@lru_cache(maxsize=65_536)
def show_days(start: date, end: date) -> Wording:
    """The days from start to end in short, as a period that is meant exactly."""
    if end == date.max:
        if start == date.min:
            return say("any time")
        return say("since {period}", period=_edge(start, first=True))
    if start == date.min:
        return say("until {period}", period=_edge(end, first=False))
    if start == end:
        return show_day(start)
    if _is_first_day(start) and _is_last_day(end):
        return _whole_months(start, end)
    return say("{start} to {end}", start=show_day(start), end=show_day(end))


def show_day(day: date) -> Phrase:
    """A day: "2025-12-23"."""
    return in_english(day.isoformat(), "{day}", day=Dated(day, "yMMMd"))


def _whole_months(start: date, end: date) -> Wording:
    first, last = start.month, (end.year - start.year) * 12 + end.month
    for name, months in PARTS.items():
        if months == (first, last):
            return say(PART_OF_YEAR[name], year=str(start.year))
    if first == last:
        return show_month(start)
    if first == 1 and end.month == 12:
        return _years(start.year, end.year)
    return say("{start}–{end}", start=show_month(start), end=show_month(end))


def show_month(day: date) -> Phrase:
    """The month of a day: "Oct 2025"."""
    return in_english(f"{MONTHS[day.month - 1]} {day.year}", "{month}", month=Dated(day, "yMMM"))


def _years(first: int, last: int) -> Wording:
    if first == last:
        return str(first)
    if first % 10 == 0 and last == first + 9:
        return say("{year}s", year=str(first))
    return f"{first}–{last}"


def _edge(day: date, first: bool) -> Wording:
    if (day.month, day.day) == ((1, 1) if first else (12, 31)):
        return str(day.year)
    if (_is_first_day if first else _is_last_day)(day):
        return show_month(day)
    return show_day(day)


def _is_first_day(day: date) -> bool:
    return day.day == 1


def _is_last_day(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]


def _reading(value: Days) -> Phrase:
    return say('"{text}" is read as {shown}', text=value.text, shown=show_period(value.period))


def _disjoint(a: Period, b: Period) -> Phrase:
    first, second = sorted((a, b))
    days = (second.start - first.end) // timedelta(days=1)
    return say_many(
        "the two have no day in common; {count} day lies between their edges",
        "the two have no day in common; {count} days lie between their edges",
        days,
    )


KIND = PeriodKind()
