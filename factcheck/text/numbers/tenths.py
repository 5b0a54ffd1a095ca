"""Brings tenths of a whole to percent: 九成, 2.5折, and digits with a percent sign of their own."""

from __future__ import annotations

from decimal import Decimal

from factcheck.text.numbers.measure import Measure
from factcheck.text.numbers.numeral import Numeral
from factcheck.text.numbers.pairs import TENTHS


def in_tenths(found: Measure) -> None:
    """Makes the unit of a share a percent, where its text counts in tenths."""
    if found.number.percent:
        found.unit = found.unit or "%"
    elif found.unit in TENTHS:
        factor = _tenth(found.number, found.unit)
        found.unit, found.number = "%", found.number.times(factor)
        if found.last is not None:
            found.last = found.last.times(factor)


def _tenth(number: Numeral, unit: str) -> Decimal:
    if number.rough and unit == "zhe":  # 半折 is half the price
        return Decimal(100)
    if number.whole and unit == "zhe" and 10 < number.number < 100:  # 85折, 八五折: two digits
        return Decimal(1)
    return Decimal(TENTHS[unit])
