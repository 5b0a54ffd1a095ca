"""Finds typing errors that would turn one position into its neighbour, with their evidence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Context, Decimal
from itertools import pairwise, permutations

from factcheck.model import Finding, Phrase, Position, in_english, say
from factcheck.text.units import PHYSICAL, factor
from factcheck.values.exchange.converting import rate_for
from factcheck.values.measures.digit_slips import swapped
from factcheck.values.measures.figures import show_digits, show_number
from factcheck.values.measures.measured import Measured
from factcheck.values.money import Money
from factcheck.values.period import Days, show_day

FACTORS = (
    (Decimal(10) ** 3, say("thousand, million or billion taken for its neighbour?")),
    (Decimal(10) ** 4, say("万 (10⁴) lost or added?")),
    (Decimal(10) ** 6, say("million and billion words mixed?")),
    (Decimal(100), say("a percentage taken for a share?")),
    (Decimal(10), say("a zero lost or added?")),
    (Decimal(12), say("a month taken for a year?")),
    (Decimal(4), say("a quarter taken for a year?")),
    (Decimal(365), say("a day taken for a year?")),
)
"""Factors between two figures, and the slip that makes each of them."""

TAKEN_FOR = (
    ("mi", "km"),
    ("nmi", "km"),
    ("nmi", "mi"),
    ("m", "yd"),
    ("m", "ft"),
    ("in_", "cm"),
    ("mi2", "km2"),
    ("ha", "acre"),
    ("m2", "ft2"),
    ("kg", "lb"),
    ("oz", "g"),
    ("t", "short_ton"),
    ("long_ton", "t"),
    ("gal", "l"),
    ("gal_uk", "gal"),
    ("bbl", "gal"),
    ("GiB", "GB"),
    ("TiB", "TB"),
    ("B", "bit"),
    ("kW", "hp"),
)
"""Units of which one is typed for the other: the larger one, the smaller one."""

MAJOR = ("USD", "EUR", "GBP", "JPY", "CNY")
"""Currencies that an amount is taken for, besides those that the claims name."""

NEAR = Decimal("0.02")
"""How closely a factor must be met for the slip to be worth a hint: within 2 %."""

NEAR_RATE = Decimal("0.01")
"""The same for a rate, of which there are many."""

THREE = Context(prec=3)


def errors_of_figures(finding: Finding) -> Iterator[Phrase]:
    """Typing errors that would turn the figure of one position into the next larger one."""
    measured = [p for p in finding.positions if isinstance(p.value, Measured)]
    measured.sort(key=_number)
    for low, high in pairwise(measured):
        a, b = _number(low), _number(high)
        if a > 0:
            yield from _by_factor(b / a)
            yield from _by_unit(low, b / a)
            yield from _by_rate(low, high, b / a)
        if swapped(a, b):
            yield say("The same digits in another order: a typing error?")


def _number(position: Position) -> Decimal:
    assert isinstance(position.value, Measured)
    return abs(position.value.number)


def _by_factor(ratio: Decimal) -> Iterator[Phrase]:
    for times, typing_error in FACTORS:
        if _near(ratio, times, NEAR):
            yield say(
                "One is {times} times the other: {typing_error}",
                times=in_english(f"{times:,f}", "{number}", number=times),
                typing_error=typing_error,
            )


def _by_unit(low: Position, ratio: Decimal) -> Iterator[Phrase]:
    """The factor between two units of this dimension that people confuse."""
    assert isinstance(low.value, Measured)
    if low.value.unit not in PHYSICAL:
        return  # without pint, which takes longer to load than a corpus
    for large, small in TAKEN_FOR:
        times = factor(large, small)
        assert times is not None
        if _near(ratio, times, NEAR) and factor(low.value.unit, small):
            yield say(
                "One is {ratio} times the other, and 1 {large} is {times} {small}: one unit typed"
                " for the other?",
                ratio=show_digits(THREE.plus(ratio)),
                large=large.rstrip("_"),
                small=small.rstrip("_"),
                times=show_number(Context(prec=4).plus(times)),
            )


def _by_rate(low: Position, high: Position, ratio: Decimal) -> Iterator[Phrase]:
    """The exchange rate of the day, if it equals the factor: one currency was taken for another."""
    if not (isinstance(low.value, Money) and isinstance(high.value, Money)):
        return
    claims = (*low.own, *high.own)
    named = {c.value.unit for c in claims if isinstance(c.value, Money)}
    for claim in claims:
        day = claim.source.published.start
        for base, quote in permutations(sorted(named | set(MAJOR)), 2):
            if named & {base, quote} and _is_rate(ratio, base, quote, day):
                rate = rate_for(base, quote, day)
                assert rate is not None
                yield say(
                    "One is {ratio} times the other, and the {base}/{quote} rate of {day} is"
                    " {rate}: an amount in {base} taken for {quote}?",
                    ratio=show_digits(THREE.plus(ratio)),
                    base=base,
                    quote=quote,
                    day=show_day(rate.day),
                    rate=show_digits(THREE.plus(rate.rate)),
                )
                return


def _is_rate(ratio: Decimal, base: str, quote: str, day: date) -> bool:
    """Whether the rate is known, differs from 1, and equals the factor between the figures."""
    rate = rate_for(base, quote, day)
    return rate is not None and rate.rate > 1 + 5 * NEAR_RATE and _near(ratio, rate.rate, NEAR_RATE)


def _near(ratio: Decimal, wanted: Decimal, reach: Decimal) -> bool:
    return abs(ratio / wanted - 1) <= reach


def errors_of_days(finding: Finding) -> Iterator[Phrase]:
    """Typing errors that would turn the day of one position into the next later one."""
    days = [p for p in finding.positions if isinstance(p.value, Days)]
    days.sort(key=_day)
    for one, other in pairwise(days):
        a, b = _day(one), _day(other)
        both_days = _is_day(one) and _is_day(other)
        if both_days and a != b and (a.year, a.day, a.month) == (b.year, b.month, b.day):
            yield say("Day and month are exchanged: 03/04 read in two ways?")
        if (a.day, a.month, a.year + 1) == (b.day, b.month, b.year):
            yield say("They lie one year apart to the day: a year not carried on, or one too far?")


def _day(position: Position) -> date:
    assert isinstance(position.value, Days)
    return position.value.period.start


def _is_day(position: Position) -> bool:
    value = position.value
    return isinstance(value, Days) and value.period.start == value.period.end
