"""Clock times: when on a day, to the hour, the minute or the second, as it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.model import Attribute, Comparison, Interval, Phrase, Value, Verdict, say
from factcheck.values.base import Context, Incomparable, Kind
from factcheck.values.clock import Clock
from factcheck.values.clock_words import read_clock
from factcheck.values.figures import show_digits
from factcheck.values.period import Days, PeriodKind
from factcheck.values.spans import DAY_MINUTES

_DAYS = PeriodKind()


@dataclass(frozen=True)
class Time(Value):
    """A time of day. Its intervals count the minutes of the day, 0 to 1440."""

    clock: Clock = Clock()  # noqa: RUF009 (frozen, and so safe to share)
    day: Days | None = None
    zone: str = ""


class TimeKind(Kind):
    """When on a day."""

    name = "time"
    mismatch = "date-mismatch"

    def read(self, text: str, context: Context) -> Value:
        """A Time, with its day where one is written. Raises ReadingError."""
        clock, rest = read_clock(text, context)
        day = None
        if rest:
            read = _DAYS.read(rest, context)
            assert isinstance(read, Days)
            day = read
        strict = Interval(clock.start, clock.start + clock.step, high_open=True)
        loose = strict
        if clock.about:
            reach = max(Decimal(15), clock.step)
            loose = Interval(clock.start - reach, clock.start + clock.step + reach)
        notes = (*clock.notes, *(() if day is None else day.notes))
        return Time(
            text, clock=clock, day=day, zone=clock.zone, strict=strict, loose=loose, notes=notes
        )

    def together(
        self, values: Sequence[Value], attribute: Attribute | None
    ) -> tuple[Value | Incomparable, ...]:
        """As they are: no time is carried from one zone to another."""
        return tuple(values)

    def compare(self, a: Value, b: Value) -> Comparison:
        """The same minute, one within the other's hour, near each other, or apart."""
        assert isinstance(a, Time) and isinstance(b, Time)
        assert a.strict is not None and b.strict is not None
        assert a.loose is not None and b.loose is not None
        steps = tuple(
            say('"{text}" is read as {shown}', text=v.text, shown=self.show(v)) for v in (a, b)
        )
        if a.day is not None and b.day is not None:
            days = _DAYS.compare(a.day, b.day)
            if days.verdict in (Verdict.CONTRADICTS, Verdict.UNDETERMINED):
                return Comparison(days.verdict, (*steps, *days.steps))
        if a.zone != b.zone:
            why = say("they are told in two time zones, or only one names its own")
            return Comparison(Verdict.UNDETERMINED, (*steps, why))
        return _by_the_clock(a, b, steps)

    def show(self, value: Value) -> str:
        """ "13:55", "15h", "13:55 EST on 2025-10-05"."""
        assert isinstance(value, Time)
        zone = f" {value.zone}" if value.zone else ""
        about = "about " if value.clock.about else ""
        day = "" if value.day is None else f" on {_DAYS.show(value.day)}"
        return f"{about}{value.clock}{zone}{day}"

    def occurs(self, value: Value, passage: str, context: Context) -> bool | None:
        """Not told: a passage may say "this afternoon"."""
        return None


def _by_the_clock(a: Time, b: Time, steps: tuple[Phrase, ...]) -> Comparison:
    assert a.strict is not None and b.strict is not None
    assert a.loose is not None and b.loose is not None
    if a.strict == b.strict:
        one_day = (a.day is None) == (b.day is None) and (
            a.day is None or b.day is None or a.day.period == b.day.period
        )
        if one_day:
            return Comparison(Verdict.AGREE, (*steps, say("both are the same time of day")))
        return Comparison(Verdict.REFINES, (*steps, say("one of them says more of the day")))
    for fine, coarse in ((a.strict, b.strict), (b.strict, a.strict)):
        if coarse.low <= fine.low and fine.high <= coarse.high:
            return Comparison(Verdict.REFINES, (*steps, say("one lies within the other")))
    # Midnight closes the day: 23:59 and 0:01 are two minutes apart, but only if days are unknown.
    if a.loose.meets(b.loose) or (a.day is None and b.day is None and _over_midnight(a, b)):
        near = say("one of them is approximate, and the two are near each other")
        return Comparison(Verdict.UNDETERMINED, (*steps, near))
    if a.clock.half_unknown or b.clock.half_unknown:
        unknown = say("one of them does not say whether it is before or after noon")
        shifted = {(a.strict.low - b.strict.low) % (DAY_MINUTES // 2)}
        if shifted == {Decimal(0)}:
            return Comparison(Verdict.UNDETERMINED, (*steps, unknown))
    minutes = abs(a.strict.low - b.strict.low)
    apart = say("they are {minutes} minutes apart", minutes=show_digits(minutes.normalize()))
    return Comparison(Verdict.CONTRADICTS, (*steps, apart))


def _over_midnight(a: Time, b: Time) -> bool:
    assert a.loose is not None and b.loose is not None
    return any(
        replace(a.loose, low=a.loose.low + by, high=a.loose.high + by).meets(b.loose)
        for by in (-DAY_MINUTES, DAY_MINUTES)
    )


KIND = TimeKind()
