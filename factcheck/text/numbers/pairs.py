"""What two numbers in one text say together: a range, dollars and cents, or two values."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.text.numbers.numeral import Numeral
from factcheck.text.numbers.scanning import ScannedItem

TENTHS = {"zhe": 10, "cheng": 10, "wari": 10}
"""Units that are tenths of the whole: 九成 is 90 %, 2.5折 is 25 %."""
HUNDREDTH = Decimal("0.01")


def one_number(
    between: Sequence[ScannedItem], first: ScannedItem, last: ScannedItem, hanzi: bool
) -> Numeral | None:
    """The one number that two can be parts of; None where they are two."""
    low, high = first.numeral, last.numeral
    assert low is not None and high is not None
    if hanzi and (found := _tenths(between, low, high)) is not None:
        return found
    return _late_magnitude(between, low, last) or _cents(between, low, high, hanzi)


def _late_magnitude(
    between: Sequence[ScannedItem], low: Numeral, last: ScannedItem
) -> Numeral | None:
    """As in "75 USD millones": the magnitude word stands behind the currency."""
    high = last.numeral
    assert high is not None
    bare = high.magnitude and high.number == Decimal(1).scaleb(high.magnitude)
    if not bare or low.magnitude or last.end - last.start != 1:
        return None
    if not between or not all("currency" in item for item in between):
        return None
    return low.times(high.number)._replace(magnitude=high.magnitude, end=high.end)


def _tenths(between: Sequence[ScannedItem], low: Numeral, high: Numeral) -> Numeral | None:
    """七成六 is 76 %, 两米半 two and a half metres."""
    if len(between) != 1 or "unit" not in between[0]:
        return None
    if high.number == Decimal("0.5") and high.rough and low.whole and not low.magnitude:
        return low._replace(number=low.number + high.number, step=high.step, whole=False)
    if between[0].parts["unit"] in TENTHS and high.number < 10 and high.whole:
        step = Decimal("0.1")
        return low._replace(number=low.number + high.number * step, step=step, whole=False)
    return None


def _cents(
    between: Sequence[ScannedItem], whole: Numeral, cents: Numeral, hanzi: bool
) -> Numeral | None:
    """As in "15 dollars 50", "one dollar and one": hundredths after a currency."""
    if not any("currency" in i for i in between) or not cents.whole or cents.magnitude:
        return None
    links = {"currency", "joiner", "filler"} if hanzi else {"currency", "joiner"}
    if "currency" not in between[0] or not all(links & i.parts.keys() for i in between):
        return None  # "$5 of $10"
    if whole.magnitude or not whole.whole or not 0 <= cents.number < 100:
        return None
    step = HUNDREDTH * 10 if hanzi and cents.number < 10 else HUNDREDTH  # 八块五 is 8.5
    number = whole.number + cents.number * step
    return whole._replace(number=number, step=step, whole=False, end=cents.end)


def with_magnitude(low: Numeral, high: Numeral) -> Numeral:
    """`low` with the magnitude word of `high`, if it has none of its own."""
    if low.magnitude or not high.magnitude or low.spelled != high.spelled:
        return low
    return low.times(Decimal(1).scaleb(high.magnitude))._replace(magnitude=high.magnitude)
