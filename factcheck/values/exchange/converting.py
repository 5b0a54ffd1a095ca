"""Which rate an amount of money converts at: ECB's, or else that of our own table of years."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal, localcontext
from functools import cache
from importlib.resources import files

from factcheck.model import Period, Wording, joined, say
from factcheck.model.frozen import dataclass
from factcheck.values.exchange.rates import Rate, average_rate, band_of, rate_on

DOLLAR = "USD"
WIDEST = Decimal("0.25")
"""An average that may be off by more than this says nothing."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a US dollar costs in one currency, as values/yearly_rates.toml has it."""

    source: str
    band: Decimal
    next_year: Decimal | None
    years: Mapping[int, Decimal]
    peg: Decimal | None
    since: int


@cache
def rate_for(base: str, quote: str, on: date, span: Period | None = None) -> Rate | None:
    """The rate of `base` in `quote` for a figure published on day `on`.

    It is the average of `span`, which ended before that day, or without one the rate of the day.
    Where ECB has none, the table of years decides. None where neither knows.
    """
    known = rate_on(base, quote, on) if span is None else average_rate(base, quote, span)
    if known is not None or not {base, quote} & _table().keys():
        return known
    first, second = _dollar_in(base, on, span), _dollar_in(quote, on, span)
    if first is None or second is None:
        return None
    with localcontext() as context:
        context.prec = 28
        rate = second.rate / first.rate
    bases = dict.fromkeys(r.basis for r in (first, second) if r.basis)
    day = max(first.day, second.day)
    return Rate(base, quote, rate, day, first.band + second.band, joined(bases, "; "))


def _dollar_in(code: str, on: date, span: Period | None) -> Rate | None:
    """What one US dollar costs in `code`."""
    if code == DOLLAR:
        return Rate(DOLLAR, code, Decimal(1), date.min, Decimal(0))
    known = rate_on(DOLLAR, code, on) if span is None else average_rate(DOLLAR, code, span)
    if known is not None:
        return replace(known, basis=say("({code} {basis})", code=code, basis=known.basis))
    entry = _table().get(code)
    return None if entry is None else _from_table(code, entry, on, span)


def _from_table(code: str, entry: _Entry, on: date, span: Period | None) -> Rate | None:
    days = Period(on, on) if span is None else span
    if entry.peg is not None:
        if days.start.year < entry.since:
            return None
        basis = say("({code} by {source})", code=code, source=entry.source)
        return Rate(DOLLAR, code, entry.peg, days.end, entry.band, basis)
    years = _years(entry, days, on)
    if not years or any(year not in entry.years for year in years):
        return None
    whole = days == Period(date(years[0], 1, 1), date(years[-1], 12, 31))
    band = _band(entry, years, whole)
    if band is None:
        return None
    cost = sum((entry.years[year] for year in years), Decimal(0)) / len(years)
    named: Wording = str(years[0])
    if len(years) > 1:
        named = say("{start} to {end}", start=named, end=str(years[-1]))
    basis = say(
        "({code} by the yearly average of {years} from the table, {source})",
        code=code,
        years=named,
        source=entry.source,
    )
    return Rate(DOLLAR, code, cost, date(years[-1], 12, 31), band, basis)


def _years(entry: _Entry, days: Period, on: date) -> range:
    """The years of `days`; where the last was not over by day `on`, the one before it."""
    if days.end.year < on.year:
        return range(days.start.year, days.end.year + 1)
    return range(on.year - 1, on.year) if days.start.year == days.end.year else range(0)


def _band(entry: _Entry, years: range, whole: bool) -> Decimal | None:
    """How far the average may be off; for whole years, half of how far the currency moved."""
    if not whole:
        return entry.next_year
    known = [entry.years[y] for y in (years[0] - 1, *years) if y in entry.years]
    if len(known) < 1 + len(years):
        return None
    band = band_of((max(known) / min(known) - 1) / 2, entry.band)
    return band if band <= WIDEST else None


@cache
def _table() -> Mapping[str, _Entry]:
    text = (files("factcheck.values.exchange") / "yearly_rates.toml").read_text(encoding="utf-8")
    return {
        code: _Entry(
            entry["source"],
            Decimal(entry["band"]),
            Decimal(entry["next_year"]) if "next_year" in entry else None,
            {int(year): Decimal(cost) for year, cost in entry.get("years", {}).items()},
            Decimal(entry["peg"]) if "peg" in entry else None,
            entry.get("since", 0),
        )
        for code, entry in tomllib.loads(text).items()
    }
