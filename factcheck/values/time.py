"""Clock times: when on a day, to the hour, the minute or the second, as it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import product

from factcheck.model import Attribute, Comparison, Phrase, Value, Verdict, Wording, say, say_many
from factcheck.model.frozen import dataclass
from factcheck.text.context import Context
from factcheck.text.dates.accounting import placed
from factcheck.text.dates.clock import Clock
from factcheck.text.dates.clock_days import day_beside
from factcheck.text.dates.clock_words import read_clock
from factcheck.text.dates.spans import DAY_MINUTES
from factcheck.text.language import language_of
from factcheck.values.base import Incomparable, Kind
from factcheck.values.measures.figures import show_digits
from factcheck.values.period import KIND as DAYS
from factcheck.values.period import Days, days_of, show_period

_Outcome = tuple[Verdict, tuple[Phrase, ...]]
_HALF_DAY = DAY_MINUTES // 2
_ZONES_BETWEEN = 26 * 60
"""Minutes by which two clocks of the earth differ at most: UTC-12 to UTC+14."""
_ABOUT = Decimal(15)
"""Minutes that "about" reaches, and no less than what the text leaves open."""


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
    examples = ("08:15", "11:40", "17:05", "21:30")
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


def compare_times(a: Time, b: Time, show: Callable[[Time], Wording]) -> Comparison:
    """The one definition of what two times have to do with each other. Symmetric."""
    steps = tuple(say('"{text}" is read as {shown}', text=v.text, shown=show(v)) for v in (a, b))
    if (by_days := _by_days(a, b)) is not None:
        return Comparison(by_days.verdict, (*steps, *by_days.steps))
    return Comparison(*_by_the_clock(a, b, steps))


def _by_days(a: Time, b: Time) -> Comparison | None:
    """The verdict where the days alone decide; None where the clock has to."""
    if _open_days_differ(a, b):
        return Comparison(Verdict.CONTRADICTS, (say("they are of two days"),))
    if a.day is None or b.day is None or _same_line(a, b):
        return None
    days = DAYS.compare(a.day, b.day)
    return days if days.verdict in (Verdict.CONTRADICTS, Verdict.UNDETERMINED) else None


def _open_days_differ(a: Time, b: Time) -> bool:
    """Whether a month and a day without a year, and those of the other, are two days."""
    days = {_month_and_day(value) for value in (a, b)}
    return (a.open_day or b.open_day) != "" and None not in days and len(days) == 2


def _month_and_day(value: Time) -> str | None:
    if value.open_day:
        return value.open_day
    day = value.day
    return f"--{day.period.start:%m-%d}" if day is not None and _single(day) else None


def _single(day: Days) -> bool:
    return day.period.start == day.period.end and not day.period.approximate


def _same_line(a: Time, b: Time) -> bool:
    """Whether both are minutes of days that are known."""
    return a.day is not None and b.day is not None and _single(a.day) and _single(b.day)


def _by_the_clock(a: Time, b: Time, steps: tuple[Phrase, ...]) -> _Outcome:
    if _is_alike(a, b):  # whatever either leaves open, the other leaves open as well
        return Verdict.AGREE, (*steps, say("both are the same time of day"))
    zones = {v.clock.zone.name for v in (a, b)}
    if len(zones) == 2 and not all(v.clock.zone.offsets for v in (a, b)):
        if _same_line(a, b) and min(abs(gap) for gap in _gaps(a, b)) > _ZONES_BETWEEN:
            return Verdict.CONTRADICTS, (*steps, _minutes_between(a, b))
        why = say("only one of them names its time zone: add it to the other")
        return Verdict.UNDETERMINED, (*steps, why)
    found = {_meeting(a.clock, b.clock, gap, _same_line(a, b)) for gap in _gaps(a, b)}
    if len(found) > 1:
        return Verdict.UNDETERMINED, (*steps, _unknown(a, b))
    verdict = found.pop()
    if verdict is Verdict.AGREE:
        return _on_one_day(a, b, steps)
    return verdict, (*steps, _why(verdict, a, b))


def _is_alike(a: Time, b: Time) -> bool:
    days = [None if v.day is None else v.day.period for v in (a, b)]
    return a.clock == b.clock and days[0] == days[1] and a.open_day == b.open_day


def _gaps(a: Time, b: Time) -> Iterator[Decimal]:
    """By how many minutes b is later than a, in each way to take their halves and zones."""
    same_zone = a.clock.zone.name == b.clock.zone.name
    days = Decimal(0)
    if a.day is not None and b.day is not None and _same_line(a, b):
        days = Decimal((b.day.period.start - a.day.period.start).days * DAY_MINUTES)
    for start, end in product(_starts(a.clock), _starts(b.clock)):
        if same_zone or not (a.clock.zone.offsets and b.clock.zone.offsets):
            yield days + end - start
        else:
            for here, there in product(a.clock.zone.offsets, b.clock.zone.offsets):
                yield days + (end - there) - (start - here)


def _starts(clock: Clock) -> tuple[Decimal, ...]:
    """The minutes of the day at which a time may begin: two where its half is not told."""
    if not clock.half_unknown:
        return (clock.start,)
    return (clock.start, (clock.start + _HALF_DAY) % DAY_MINUTES)


def _meeting(a: Clock, b: Clock, gap: Decimal, on_a_line: bool) -> Verdict:
    """What two times have to do with each other of which b is `gap` minutes later than a."""
    if not on_a_line:
        gap = _around(gap)
    if gap == 0 and a.step == b.step and a.about == b.about:
        return Verdict.AGREE
    if (gap >= 0 and gap + b.step <= a.step) or (gap <= 0 and a.step <= b.step + gap):
        return Verdict.REFINES
    reach = sum((max(_ABOUT, clock.step) for clock in (a, b) if clock.about), Decimal(0))
    if -b.step - reach < gap < a.step + reach:
        return Verdict.UNDETERMINED
    return Verdict.CONTRADICTS


def _around(gap: Decimal) -> Decimal:
    """The shorter way around the clock."""
    turns = (gap + _HALF_DAY) // DAY_MINUTES
    rest = gap - turns * DAY_MINUTES
    return rest + DAY_MINUTES if rest < -_HALF_DAY else rest


def _on_one_day(a: Time, b: Time, steps: tuple[Phrase, ...]) -> _Outcome:
    days = [None if v.day is None else v.day.period for v in (a, b)]
    if (days[0] == days[1] and a.open_day == b.open_day) or _same_line(a, b):
        return Verdict.AGREE, (*steps, say("both are the same time of day"))
    return Verdict.REFINES, (*steps, say("one of them says more of the day"))


def _why(verdict: Verdict, a: Time, b: Time) -> Phrase:
    if verdict is Verdict.REFINES:
        return say("one lies within the other")
    if verdict is Verdict.UNDETERMINED:
        return say("one of them is approximate, and the two are near each other")
    return _minutes_between(a, b)


def _minutes_between(a: Time, b: Time) -> Phrase:
    gaps = [gap if _same_line(a, b) else _around(gap) for gap in _gaps(a, b)]
    minutes = min(abs(gap) for gap in gaps)
    if minutes == int(minutes):
        disjoint = ("they are {count} minute apart", "they are {count} minutes apart")
        return say_many(*disjoint, int(minutes))
    return say("they are {minutes} minutes apart", minutes=show_digits(minutes.normalize()))


def _unknown(a: Time, b: Time) -> Phrase:
    if a.clock.half_unknown or b.clock.half_unknown:
        return say("one of them does not say whether it is before or after noon")
    return say("the name of a time zone stands for more than one: write it as UTC+1")
