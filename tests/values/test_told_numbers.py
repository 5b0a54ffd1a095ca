"""Numbers as a language writes them: every digit, however many there are."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.text.cldr_formats import written_magnitude, written_number, written_short


@pytest.mark.parametrize(
    ("number", "italian"),
    [
        ("1234.5", "1.234,5"),
        ("9" * 40, "9" + ".999" * 13),
        ("1E+40", "10" + ".000" * 13),
        ("1E-40", "0," + "0" * 39 + "1"),
        ("-0.5", "-0,5"),
    ],
)
def test_all_digits_are_told(number: str, italian: str) -> None:
    assert written_number(Decimal(number), "it") == italian


@pytest.mark.parametrize("number", ["1E+400", "9" * 60, "1E-60", "123456789012345678901234567.89"])
def test_no_number_is_too_long_to_be_told_in_short(number: str) -> None:
    assert written_magnitude(Decimal(number), "it")
    assert written_short(Decimal(number), "de")
