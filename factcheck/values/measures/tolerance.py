"""The gap that an attribute tolerates: each of two values that are compared reaches half of it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.model import Interval, Phrase, Tolerance, Wording, own, say
from factcheck.values.measures.figures import all_digits, show_share
from factcheck.values.measures.measured import Measured, widened


def tolerant(value: Measured, tolerance: Tolerance) -> Measured:
    """`value` with an attribute's tolerance, half of it for each of two that are compared.

    An amount is tolerated between values of its own unit only.
    """
    if tolerance.amount and value.unit == tolerance.unit:
        gap = show_tolerance(tolerance)
        note = say("the attribute tolerates a gap of {amount}", amount=gap)
        return _reaching(value, tolerance.amount / 2, note)
    if tolerance.share == 0:
        return value
    note = say("the attribute tolerates a gap of {share}", share=show_share(tolerance.share))
    return widened(value, tolerance.share / 2, note)


def show_tolerance(tolerance: Tolerance) -> Wording:
    """The gap as a curator would write it: 2 %, or 0.5 km."""
    if tolerance.amount:
        amount = all_digits(tolerance.amount)
        unit = tolerance.unit
        return say(own("{number} {unit}"), number=amount, unit=unit) if unit else amount
    return show_share(tolerance.share)


def _reaching(value: Measured, reach: Decimal, note: Phrase) -> Measured:
    """`value`, each of its ends further out by an amount in its own unit."""
    strict, loose = (_moved(interval, reach) for interval in (value.strict, value.loose))
    return replace(value, strict=strict, loose=loose, notes=(*value.notes, note))


def _moved(interval: Interval | None, reach: Decimal) -> Interval | None:
    if interval is None:
        return None
    return replace(interval, low=interval.low - reach, high=interval.high + reach)
