"""How a bare number is shown: its digits, its groups, a word for millions; without a unit."""

from __future__ import annotations

from decimal import Context, Decimal
from functools import lru_cache

from factcheck.model import Phrase, Wording, in_english, own, say
from factcheck.text.numbers.precision import INFINITY

SHOWN_DIGITS = 6
KEPT_DIGITS = 15  # of a fraction: a conversion leaves some that mean nothing
MAGNITUDES = ((12, "tn"), (9, "bn"), (6, "mn"))
MAGNITUDE = {"tn": own("{number} tn"), "bn": own("{number} bn"), "mn": own("{number} mn")}


@lru_cache(maxsize=65_536)
def show_number(number: Decimal) -> Wording:
    """A number with at most six digits and a magnitude: "85 bn", "1.7 tn", "20,000"."""
    if number.is_infinite():
        return "∞" if number > INFINITY * -1 else "-∞"
    if number and not -15 <= number.adjusted() <= 20:
        return f"{round_digits(number, SHOWN_DIGITS):.6g}"
    for power, word in MAGNITUDES:
        if abs(number) >= Decimal(1).scaleb(power):
            return say(MAGNITUDE[word], number=_grouped(number.scaleb(-power)))
    return _grouped(number)


def all_digits(number: Decimal) -> Wording:
    """A number with every digit that its text or a conversion gives it: "85.0401234 bn"."""
    if number != number.to_integral_value():
        number = Context(prec=KEPT_DIGITS).plus(number)
    if number and not -KEPT_DIGITS <= number.adjusted() <= 20:
        return str(number.normalize())
    for power, word in MAGNITUDES:
        if abs(number) >= Decimal(1).scaleb(power):
            return say(MAGNITUDE[word], number=_digit_by_digit(number.scaleb(-power)))
    return _digit_by_digit(number)


def _digit_by_digit(number: Decimal) -> Phrase:
    plain = number.normalize()
    return in_english(f"{plain:,f}", "{number}", number=plain)


def _grouped(number: Decimal) -> Phrase:
    rounded = round_digits(number, SHOWN_DIGITS)
    if rounded == rounded.to_integral_value():
        return in_english(f"{rounded:,.0f}", "{number}", number=rounded.quantize(Decimal(1)))
    return in_english(f"{rounded.normalize():,f}", "{number}", number=rounded.normalize())


def round_digits(number: Decimal, digits: int) -> Decimal:
    """`number` with at most so many digits that count; whole numbers keep theirs."""
    if number == 0 or (number == number.to_integral_value() and number.adjusted() < 20):
        return number
    whole = number.adjusted() + 1
    return Context(prec=max(digits, whole) if whole <= 20 else digits).plus(number)


def show_digits(number: Decimal) -> Phrase:
    """A number as it is, without groups: "1.76"."""
    return in_english(f"{number:f}", "{number}", number=number)


def show_share(share: Decimal) -> Phrase:
    """A share as a percentage: "10 %"."""
    percent = (share * 100).normalize()
    return say(own("{number} %"), number=in_english(f"{percent:f}", "{number}", number=percent))
