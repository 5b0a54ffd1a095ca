"""What quantities and money share: how they are shown, brought to one tolerance, and compared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Context, Decimal, localcontext
from functools import cached_property

from factcheck.model import (
    Comparison,
    Interval,
    Phrase,
    Value,
    Verdict,
    Wording,
    own,
    say,
)
from factcheck.model.frozen import dataclass
from factcheck.text.numbers.measure import Measure
from factcheck.text.numbers.precision import Reaches, intervals, reach_of
from factcheck.values.measures.figures import (
    MAGNITUDES,
    all_digits,
    round_digits,
    show_digits,
    show_number,
    show_share,
)

SHORT = Context(prec=3)
_PER = re.compile(r"per_(\d+)")
BOUNDS = {
    "about": own("about {figure}"),
    "nearly": own("nearly {figure}"),
    "just over": own("just over {figure}"),
    "more than": own("more than {figure}"),
    "at least": own("at least {figure}"),
    "up to": own("up to {figure}"),
    "less than": own("less than {figure}"),
}
"""The words that open or widen a figure."""


@dataclass(frozen=True)
class Measured(Value):
    """A number with its bound and unit; `number` is the literal, or the lower one of a range."""

    number: Decimal = Decimal(0)
    unit: str = ""
    bound: str = "exact"
    last: Decimal | None = None  # the upper end of a range
    bound_text: str = ""
    rough: bool = False  # a fraction in words: "half"
    reach: Decimal = Decimal(0)  # how far a word like "about" widens it, as a share
    noun: str = ""  # what is counted, where the unit does not say it: "zebras"
    counted: str = ""  # the same in the singular, folded, by which two are compared
    excludes: str = ""  # what the text leaves out: "Daihatsu"

    @cached_property
    def shown(self) -> Wording:
        """The value in short, as many cards and sentences call it."""
        return _show(self, show_number)

    @property
    def low(self) -> Decimal:
        """The lower end of the strict interval; -Infinity where it is open."""
        return Decimal(0) if self.strict is None else self.strict.low

    @property
    def high(self) -> Decimal:
        """The upper end of the strict interval; Infinity where it is open."""
        return Decimal(0) if self.strict is None else self.strict.high


def read_intervals(
    found: Measure, counted: bool, reaches: Reaches
) -> tuple[Decimal, Decimal | None, Interval, Interval]:
    """Number, upper number, strict and loose interval of what was found in a text."""
    number = found.number
    if found.reach is not None:
        stated = Interval(found.reach[0].number, found.reach[1].number)
        return number.number, None, stated, stated
    if found.disjoint is not None:
        reach = abs(found.disjoint.number)
        low, high = number.number - reach, number.number + reach
        around = Interval(low, high)
        return number.number, None, around, around
    bound = "exact" if found.bound in ("exactly", "range") else found.bound
    strict, loose = intervals(number, bound, counted, reaches)
    if found.last is None:
        return number.number, number.top, strict, loose
    _, upper = intervals(found.last, "exact", counted)
    loose = Interval(loose.low, upper.high, high_open=upper.high_open)
    strict = Interval(number.number, found.last.number)
    if found.bound_text:  # "circa 300-400"
        below, above = reach_of(number, reaches), reach_of(found.last, reaches)
        strict, loose = (
            replace(i, low=i.low - below, high=i.high + above) for i in (strict, loose)
        )
    return number.number, found.last.number, strict, loose


def scaled(value: Measured, factor: Decimal, unit: str) -> Measured:
    """`value` in another unit of its dimension."""
    with localcontext() as context:
        context.prec = 40
        return replace(
            value,
            number=value.number * factor,
            last=None if value.last is None else value.last * factor,
            unit=unit,
            strict=_scaled(value.strict, factor),
            loose=_scaled(value.loose, factor),
        )


def _scaled(interval: Interval | None, factor: Decimal) -> Interval | None:
    if interval is None:
        return None
    return replace(interval, low=interval.low * factor, high=interval.high * factor)


def widened(value: Measured, share: Decimal, note: Phrase | None = None) -> Measured:
    """`value` reaching further by a share of its ends."""
    if share == 0:
        return value
    notes = value.notes if note is None else (*value.notes, note)
    strict = None if value.strict is None else widened_interval(value.strict, share)
    loose = None if value.loose is None else widened_interval(value.loose, share)
    return replace(value, strict=strict, loose=loose, notes=notes)


def widened_interval(interval: Interval, share: Decimal) -> Interval:
    """`interval` reaching further by a share of each of its ends."""
    low, high = interval.low, interval.high
    low = low if low.is_infinite() else low - abs(low) * share
    high = high if high.is_infinite() else high + abs(high) * share
    return replace(interval, low=low, high=high)


def common_unit(values: Iterable[Measured], wanted: str | None) -> str:
    """The attribute's unit, or the most frequent one; of several, the first in the alphabet."""
    if wanted:
        return wanted
    counts = Counter(v.unit for v in values)
    return min(counts, key=lambda unit: (-counts[unit], unit), default="")


def compare_measured(a: Measured, b: Measured) -> Comparison:
    """The ladder's word for two measures of one scope, with the readings that led to it."""
    verdict, why = verdict_and_why(a, b)
    return Comparison(verdict, (reading(a), *a.notes, reading(b), *b.notes, why()))


def verdict_and_why(a: Measured, b: Measured) -> tuple[Verdict, Callable[[], Phrase]]:
    """The word, and what decided it."""
    if a.unit != b.unit:
        return Verdict.UNDETERMINED, lambda: _unlike(a, b)
    if _count_differently(a, b):
        return Verdict.UNDETERMINED, lambda: say(
            '"{a}" and "{b}" may not count the same', a=a.noun, b=b.noun
        )
    if a.excludes.casefold() != b.excludes.casefold():
        left_out = a.excludes or b.excludes
        return Verdict.UNDETERMINED, lambda: say(
            'only one of the two leaves out "{words}"', words=left_out
        )
    if a.number == b.number and a.last == b.last:
        if a.bound == b.bound and a.strict == b.strict:
            return Verdict.AGREE, lambda: say("both give the same number")
        if "exact" in (a.bound, b.bound) or a.bound == b.bound:
            return Verdict.CONSISTENT, lambda: say(
                "both give the same number, {number}", number=show_number(a.number)
            )
    if a.strict is None or b.strict is None or a.strict.meets(b.strict):
        return Verdict.CONSISTENT, lambda: say("the two intervals meet")
    # Two bounds on either side of one number mean that very number, however round it is.
    one_number = a.number == b.number
    if not one_number and a.loose is not None and b.loose is not None and a.loose.meets(b.loose):
        return Verdict.UNDETERMINED, lambda: _rounded(a, b)
    return Verdict.CONTRADICTS, lambda: _gap(a, b)


def _rounded(a: Measured, b: Measured) -> Phrase:
    """What reconciles two figures of which the strict intervals do not meet."""
    low, high = sorted((a.strict, b.strict), key=lambda i: (i.low, i.high) if i else ())
    if low is not None and high is not None and low.high == high.low:
        return say("they are one step of the last written digit apart: either may be rounded")
    return say("trailing zeros may be rounding: taken so, the two intervals meet")


def _count_differently(a: Measured, b: Measured) -> bool:
    """Whether both say what they count, and in other words. One that does not may count either."""
    return bool(a.counted and b.counted) and a.counted != b.counted


def _unlike(a: Measured, b: Measured) -> Phrase:
    return say(
        "{a} and {b} are different units",
        a=a.unit or say("a count"),
        b=b.unit or say("a count"),
    )


def _gap(a: Measured, b: Measured) -> Phrase:
    low, high = sorted((a, b), key=lambda v: (v.number, v.text))
    alike = str(low.shown) == str(high.shown)
    facts: dict[str, object] = {
        "low": show_measured(low, all_digits if alike else None),
        "high": show_measured(high, all_digits if alike else None),
        "gap": show_number(SHORT.plus(abs(high.number - low.number))),
    }
    if low.number <= 0:
        return say("{low} and {high} have no number in common; they are {gap} apart", **facts)
    factor = show_digits(round_digits(high.number / low.number, 3))
    return say(
        "{low} and {high} have no number in common; they are {gap} apart, a factor of {factor}",
        factor=factor,
        **facts,
    )


def reading(value: Measured) -> Phrase:
    """How a text was read: its number, its interval, and the word that made it."""
    facts: dict[str, object] = {"text": value.text, "shown": describe_measured(value)}
    strict = value.strict
    if strict is not None and value.bound in ("about", "nearly", "just over"):
        facts["word"] = value.bound_text or value.bound
        facts["share"] = show_share(value.reach)
        reach = abs(value.number) * value.reach
        if value.number - strict.low == reach or value.number == strict.low:
            return say('"{text}" is read as {shown}: "{word}" widens by {share}', **facts)
        return say('"{text}" is read as {shown}: "{word}" widens by at least {share}', **facts)
    return say('"{text}" is read as {shown}', **facts)


def describe_measured(value: Measured) -> Wording:
    """The value with how far it reaches: "about 85 bn CNY, between 76.5 bn and 93.5 bn"."""
    shown, strict = show_measured(value), value.strict
    if strict is None or strict.low == strict.high:
        return shown
    return say("{value}, {reach}", value=shown, reach=show_interval(strict))


def show_interval(interval: Interval) -> Phrase:
    """How far a figure reaches: "between 76.5 bn and 93.5 bn", "at least 4,000"."""
    low, high = interval.low, interval.high
    if low.is_infinite():
        most = own("below {number}") if interval.high_open else own("at most {number}")
        return say(most, number=show_number(high))
    if high.is_infinite():
        least = own("above {number}") if interval.low_open else own("at least {number}")
        return say(least, number=show_number(low))
    return say("between {low} and {high}", low=show_number(low), high=show_number(high))


def show_measured(value: Measured, show: Callable[[Decimal], Wording] | None = None) -> Wording:
    """The value in short: "about 85 bn CNY", "13 %", "10 bn–12 bn EUR"; numbers as `show` does."""
    return value.shown if show is None else _show(value, show)


def _show(value: Measured, show: Callable[[Decimal], Wording]) -> Wording:
    number = show(value.number)
    if value.last is not None and value.last != value.number:
        number = say("{low}–{high}", low=number, high=show(value.last))
    figure = _with_unit(number, value)
    bound = BOUNDS.get(value.bound)
    return figure if bound is None else say(bound, figure=figure)


def _with_unit(number: Wording, value: Measured) -> Wording:
    match value.unit:
        case "":
            return number
        case "rank":
            return say("rank {number}", number=number)
        case "%":
            return say(own("{number} %"), number=number)
    large = abs(value.number) >= Decimal(10) ** MAGNITUDES[-1][0]
    figure = own("{magnitude} {unit}") if large else own("{number} {unit}")
    return say(figure, magnitude=number, number=number, unit=_shown_unit(value.unit))


def _shown_unit(unit: str) -> str:
    """A unit as it is read aloud: "per 1,000" for per_1000."""
    return _PER.sub(lambda found: f"per {int(found[1]):,}", unit)
