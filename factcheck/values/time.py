"""Clock times: when on a day, to the hour, the minute or the second, as it is written."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Attribute, Comparison, Value, Wording, say
from factcheck.model.frozen import dataclass
from factcheck.values.accounting import placed
from factcheck.values.base import Context, Incomparable, Kind
from factcheck.values.clock import Clock
from factcheck.values.clock_compare import compare_times
from factcheck.values.clock_days import day_beside
from factcheck.values.clock_words import read_clock
from factcheck.values.language import language_of
from factcheck.values.period import Days, days_of, show_period


@dataclass(frozen=True)
class Time(Value):
    """A time of day. It has no intervals: the clock is a circle, and its zone and day count too.

    `open_day` is a month and a day of which nobody knows the year: "--12-19".
    """

    clock: Clock = Clock()
    day: Days | None = None
    open_day: str = ""


class TimeKind(Kind):
    """When on a day."""

    name = "time"
    mismatch = "date-mismatch"

    def read(self, text: str, context: Context) -> Value:
        """A Time, with its day where one is written. Raises ReadingError."""
        clock, left = read_clock(text, context)
        beside = day_beside(left, context)
        day = None
        if beside.period is not None:
            day = days_of(text, beside.period, beside.styled)
        hanzi = bool(language_of(context.language).data.get("hanzi"))
        spans = placed(left.parts, text, hanzi)
        notes = (*clock.notes, *left.notes)
        return Time(text, clock, day, beside.open_day, notes=notes, spans=spans)

    def together(
        self, values: Sequence[Value], attribute: Attribute | None
    ) -> tuple[Value | Incomparable, ...]:
        """As they are: each time is told in its own zone."""
        return tuple(values)

    def compare(self, a: Value, b: Value) -> Comparison:
        """The same minute, one within the other's hour, near each other, or apart."""
        assert isinstance(a, Time) and isinstance(b, Time)
        return compare_times(a, b, self.show)

    def show(self, value: Value) -> Wording:
        """ "13:55", "15h", "13:55 EST on 2025-10-05"."""
        assert isinstance(value, Time)
        clock = value.clock
        shown: Wording = f"{clock} {clock.zone.name}" if clock.zone.name else str(clock)
        if clock.about:
            shown = say("about {period}", period=shown)
        day = value.open_day if value.day is None else show_period(value.day.period)
        return say("{time} on {day}", time=shown, day=day) if day else shown

    def occurs(self, value: Value, passage: str, context: Context) -> bool | None:
        """Not told: a passage may say "this afternoon"."""
        return None


KIND = TimeKind()
