"""Amounts of money: a number and a currency, brought together through dated rates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR
from decimal import Context as Rounded
from itertools import islice

from factcheck.model import Attribute, Interval, Period, Phrase, Tolerance, Value, Wording, say
from factcheck.model.frozen import dataclass
from factcheck.text.context import Context, ReadingError
from factcheck.text.language import Language, language_of
from factcheck.text.numbers.currencies import resolve, split_factor
from factcheck.text.numbers.measure import Measure
from factcheck.text.numbers.measuring import read_measure
from factcheck.text.numbers.precision import share_of_reach
from factcheck.values.base import Incomparable
from factcheck.values.exchange.converting import rate_for
from factcheck.values.measures.figures import show_share
from factcheck.values.measures.listed_nouns import counted_by
from factcheck.values.measures.measured import (
    Measured,
    common_unit,
    read_intervals,
    scaled,
    show_measured,
    widened,
)
from factcheck.values.measures.measured_kind import MeasuredKind
from factcheck.values.measures.tolerance import tolerant
from factcheck.values.period import show_day, show_period

RATE_DIGITS = 3
"""Digits kept of a converted number: more would claim more than the rate's band allows."""


_JOINTS = re.compile(r"[,;，、](?!\d)\s?|\s[/=]\s|\s(?=[^\W\d_]{1,12}\s)")
MAX_JOINTS = 24


@dataclass(frozen=True)
class Money(Measured):
    """An amount in the currency `unit`; `also` is the same in another currency.

    It converts at the average rate of `span`, or without one at the rate of the day `on`.
    """

    on: date | None = None
    span: Period | None = None
    also: Money | None = None


class MoneyKind(MeasuredKind):
    """How much money."""

    name = "money"
    examples = ("11 euros", "23 euros", "37 euros", "59 euros")

    def read(self, text: str, context: Context) -> Value:
        """A Money. Without a currency in the text, the attribute's own is taken, with a note."""
        language = language_of(context.language)
        try:
            found = read_measure(text, language)
        except ReadingError:
            twice = self._twice(text, language, context)
            if twice is None:
                raise
            return twice
        return self.from_measure(text, found, context)

    def from_measure(self, text: str, found: Measure, context: Context) -> Money:
        """The amount that a text measures. Raises ReadingError where it names no currency."""
        code, notes = self._code(text, found, context)
        number, last, strict, loose = read_intervals(found, counted=False)
        money = Money(
            text,
            number=number,
            unit=code + found.unit if found.unit.startswith("/") else code,
            bound=found.bound,
            last=last,
            bound_text=found.bound_text,
            strict=strict,
            loose=loose,
            reach=share_of_reach(found.number, found.bound),
            noun=found.noun,
            counted=found.counted,
            excludes=found.excludes,
            spans=found.spans,
            notes=found.notes + notes,
            on=context.on,
            span=_span(context),
        )
        return self._with_brackets(money, found.more, context)

    def _code(self, text: str, found: Measure, context: Context) -> tuple[str, tuple[Phrase, ...]]:
        if currency := found.currency or found.maybe_currency:
            return resolve(currency, found.currency_text, context.language, context.country)
        if found.unit:
            raise ReadingError(f'"{text[:60]}" is in {found.unit}, not in a currency')
        unit = context.attribute.unit if context.attribute else None
        if unit is None:
            raise ReadingError(
                f'"{text[:60]}" names no currency: write it with the amount, as in "85 bn CNY"'
            )
        return unit, (
            say("no currency is written: the attribute's own, {unit}, is taken", unit=unit),
        )

    def _with_brackets(self, money: Money, more: str, context: Context) -> Money:
        """As in "160bn yuan ($23bn)": the brackets give the same amount in another currency."""
        if not more:
            return money
        try:
            found = read_measure(
                _without_also(more, language_of(context.language)), language_of(context.language)
            )
        except ReadingError:
            found = None
        if found is None or not found.currency:
            return replace(
                money, notes=(*money.notes, say('"{more}" in brackets is left out', more=more))
            )
        return self._paired(money, self.from_measure(more, found, context))

    def _twice(self, text: str, language: Language, context: Context) -> Money | None:
        """One amount in two currencies: "160 miliardi di RMB, circa 23 miliardi di dollari"."""
        for cut in islice(_JOINTS.finditer(text), MAX_JOINTS):
            first, second = text[: cut.start()], text[cut.end() :]
            if not _is_introduced(second, cut.group(), language):
                continue
            try:
                a = read_measure(first, language)
                b = read_measure(_without_also(second, language), language)
            except ReadingError:
                continue
            if a.currency and b.currency:
                one = self.from_measure(first, a, context)
                other = self.from_measure(second, b, context)
                if one.unit != other.unit:
                    return replace(self._paired(one, other), text=text)
        return None

    def _paired(self, money: Money, also: Money) -> Money:
        if also.unit == money.unit:
            return money
        note = say("the source itself gives the same amount as {also}", also=show_measured(also))
        return replace(money, also=also, notes=(*money.notes, note))

    def together(
        self, values: Sequence[Value], attribute: Attribute | None
    ) -> tuple[Value | Incomparable, ...]:
        """All in the attribute's currency, by the source's own rate or that of its days.

        Several amounts that are all in one other currency need no rate, and stay in it.
        """
        amounts = [v for v in values if isinstance(v, Money)]
        unit = _shared(amounts) or common_unit(amounts, attribute.unit if attribute else None)
        tolerance = attribute.tolerance if attribute else Tolerance()
        moved = (_converted(value, unit) for value in values)
        return tuple(
            m if isinstance(m, Incomparable) else tolerant(counted_by(m, attribute), tolerance)
            for m in moved
        )

    def remembered(self, value: Value, attribute: Attribute) -> Wording:
        """In its own currency, as rates change with the program, and with what stands beside it."""
        own = super().remembered(value, attribute)
        also = value.also if isinstance(value, Money) else None
        return (
            own
            if also is None
            else say("{own} ({also})", own=own, also=super().remembered(also, attribute))
        )


def _span(context: Context) -> Period | None:
    """The period by whose average rate the amount converts: what flowed in it, and it is over.

    A stock, a plan, and a figure of a period that still runs, convert at the rate of the day.
    """
    period, on = context.period, context.on
    if period is None or on is None or not date.min < period.start <= period.end < on:
        return None
    stock = context.attribute is not None and context.attribute.measure == "stock"
    return None if stock else Period(period.start, period.end)


def _is_introduced(second: str, common: str, language: Language) -> bool:
    """Whether a word or sign says that the same amount follows; a comma alone begins a list."""
    return common.strip() in ("/", "=") or bool(_also(second, language))


def _also(text: str, language: Language) -> str:
    """The words at the beginning that introduce the same amount again: "or", "pari a", 约合."""
    longest = min(len(text) - 1, 24)
    for end in range(longest, 0, -1):
        ends_word = language.hanzi or not (text[end - 1].isalpha() and text[end].isalpha())
        if ends_word and "also" in language.meanings(text[:end].strip()):
            return text[:end]
    return ""


def _without_also(text: str, language: Language) -> str:
    """`text` without the words that introduce the same amount again, but for bounds: "about"."""
    head = _also(text, language)
    return text if "bound" in language.meanings(head.strip()) else text[len(head) :]


def _shared(amounts: Sequence[Money]) -> str:
    """The one currency of two or more amounts, or ""."""
    units = {split_factor(amount.unit)[0] for amount in amounts}
    return next(iter(units)) if len(amounts) > 1 and len(units) == 1 else ""


def _converted(value: Value, unit: str) -> Measured | Incomparable:
    if not isinstance(value, Money):
        return Incomparable("dimension", say('"{text}" is not an amount of money', text=value.text))
    if value.unit == unit:
        return value
    code, worth = split_factor(value.unit)
    if code == unit:
        return scaled(value, worth, unit)
    if value.also is not None and value.also.unit == unit:
        note = say(
            'the source\'s own figure in {unit} is taken: "{text}"', unit=unit, text=value.also.text
        )
        return replace(value.also, text=value.text, notes=(*value.notes, note))
    if value.on is None:
        return Incomparable(
            "rate",
            say(
                '"{text}" is in {unit}, and no day is known for a rate to {other}',
                text=value.text,
                unit=value.unit,
                other=unit,
            ),
        )
    rate = rate_for(code, unit, value.on, value.span)
    if rate is None:
        return Incomparable("rate", _no_rate(value, unit, value.on))
    note = say(
        "converted at {rate}, give or take {band}",
        rate=rate.described(),
        band=show_share(rate.band),
    )
    return _rounded(widened(scaled(value, rate.rate * worth, unit), rate.band, note))


def _no_rate(value: Money, unit: str, on: date) -> Phrase:
    return say(
        "no rate of {unit} to {other} is known for {day}",
        unit=value.unit,
        other=unit,
        day=show_day(on) if value.span is None else show_period(value.span),
    )


def _rounded(value: Measured) -> Measured:
    """Number and ends with no more digits than the rate allows; the ends are rounded outwards."""
    assert value.strict is not None and value.loose is not None
    number = Rounded(prec=RATE_DIGITS).plus(value.number)
    return replace(
        value, number=number, strict=_outwards(value.strict), loose=_outwards(value.loose)
    )


def _outwards(reach: Interval) -> Interval:
    low = Rounded(prec=RATE_DIGITS + 1, rounding=ROUND_FLOOR).plus(reach.low)
    high = Rounded(prec=RATE_DIGITS + 1, rounding=ROUND_CEILING).plus(reach.high)
    return replace(reach, low=low, high=high)


KIND = MoneyKind()
