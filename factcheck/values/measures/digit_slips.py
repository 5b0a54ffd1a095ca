"""Slips of typing that turn one figure into another."""

from __future__ import annotations

from decimal import Decimal

MOST_ZEROS = 12
"""Powers of ten beyond this are no slip of the keyboard, nor of a magnitude word."""


def swapped(a: Decimal, b: Decimal) -> bool:
    """Whether two neighbouring digits change places: 85 and 58."""
    x, y = a.normalize().as_tuple().digits, b.normalize().as_tuple().digits
    if len(x) != len(y):
        return False
    unlike = [i for i, (m, n) in enumerate(zip(x, y, strict=True)) if m != n]
    return (
        len(unlike) == 2
        and unlike[1] == unlike[0] + 1
        and (x[unlike[0]], x[unlike[1]]) == (y[unlike[1]], y[unlike[0]])
    )


def zeros_between(a: Decimal, b: Decimal) -> int:
    """How many zeros one figure has more than the other, of which it is the same digits; or 0."""
    one, other = abs(a).normalize().as_tuple(), abs(b).normalize().as_tuple()
    if one.digits != other.digits or one.digits == (0,):
        return 0
    assert isinstance(one.exponent, int) and isinstance(other.exponent, int)
    zeros = abs(one.exponent - other.exponent)
    return zeros if zeros <= MOST_ZEROS else 0
