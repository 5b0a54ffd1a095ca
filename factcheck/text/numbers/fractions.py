"""Tells a fraction in digits, 3/4, from what else stands on both sides of a slash: 24/7, 9/11."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import gcd

from factcheck.text.cldr import date_order
from factcheck.text.context import ReadingError

DENOMINATORS = frozenset({*range(2, 11), 12, 16, 20, 25, 32, 50, 64, 100, 1000})
"""What is divided by in the press: tenths, twelfths, the parts of an inch, shares of a hundred."""
IMPROPER = 5
"""The largest denominator of a fraction above one that is written with a slash: 16/5."""


def is_fraction(above: Decimal, below: Decimal, language: str) -> bool:
    """Whether `above`/`below` is written as a fraction is: proper, and in lowest terms.

    One above one must have a small denominator, and be no day of the language's calendar.
    """
    if below not in DENOMINATORS or above == 0 or gcd(int(above), int(below)) != 1:
        return False
    if above < below:
        return True
    return below <= IMPROPER and not _may_be_date(above, below, language)


def _may_be_date(first: Decimal, second: Decimal, language: str) -> bool:
    """In which order day and month stand is sure where the year comes first; else it is split."""
    month_first = first <= 12 and second <= 31
    if date_order(language).startswith("y"):
        return month_first
    return month_first or (first <= 31 and second <= 12)


def as_decimal(share: Fraction) -> Decimal:
    """The share in the digits of the context."""
    return Decimal(share.numerator) / Decimal(share.denominator)


def unclear_fraction() -> ReadingError:
    """The error for words of which several fractions can be made."""
    return ReadingError(
        "a fraction of which nobody can tell where it begins, as in "
        '"one hundred and one fifths": write it in digits with read_as'
    )


def refuse_year_below(above: Decimal, below: Decimal) -> None:
    """Raises ReadingError for "12 in 2020", which is no ratio."""
    if above != 1 and 1000 <= below <= 2999:
        raise ReadingError(
            f'"{above:f}" and "{below:f}" may be a number and its year, or a ratio: give the '
            "words of the number alone, and the year as its `period`"
        )
