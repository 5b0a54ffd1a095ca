"""Vague ends of numbers: "20-odd" runs to 29, "200-odd" to 299."""

from __future__ import annotations

from decimal import Decimal

from factcheck.text.numbers.numeral import Numeral


def vague_end(number: Numeral) -> Decimal | None:
    """The last number before the next one as round; None where the number is not round."""
    if number.magnitude or number.top is not None or number.number <= 0:
        return None
    if number.number % 10 or not number.whole:
        return None
    digits = f"{number.number:f}"
    zeros = len(digits) - len(digits.rstrip("0"))
    return number.number + Decimal(10) ** zeros - 1
