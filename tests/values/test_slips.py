"""Slips of typing: which figures one slip turns into each other, and which it does not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.values.measures.digit_slips import swapped, zeros_between


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("85", "58", True),
        ("8500", "5800", True),
        ("1.85", "1.58", True),
        ("853", "358", False),
        ("85", "85", False),
        ("85", "86", False),
        ("1234", "2143", False),
        ("85", "850", False),
    ],
)
def test_two_neighbouring_digits_change_places(a: str, b: str, expected: bool) -> None:
    assert swapped(Decimal(a), Decimal(b)) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("85", "85000", 3),
        ("85000", "-85", 3),
        ("8.5", "85", 1),
        ("85", "58", 0),
        ("0", "0", 0),
        ("85", "85", 0),
        ("1", "1E+40", 0),
    ],
)
def test_zeros_lost_or_added(a: str, b: str, expected: int) -> None:
    assert zeros_between(Decimal(a), Decimal(b)) == expected
