"""What other programs write, num2words in words and Babel in signs, is read back or refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel import Locale
from babel.numbers import (
    format_compact_currency,
    format_compact_decimal,
    format_currency,
    format_decimal,
    format_percent,
)
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from factcheck.text.context import Context, ReadingError
from factcheck.values import kind_of
from factcheck.values.measures.measured import Measured
from tests.drawing import examples, size

SPELLED = ["en", "it", "de", "fr", "es", "pt", "nl", "sv"]
WRITTEN = [*SPELLED, "zh", "ja"]
CURRENCIES = ["USD", "EUR", "CNY", "GBP", "JPY", "CHF", "INR", "CAD", "BRL", "KRW"]
FEW = {"JPY", "KRW"}  # without hundredths


def in_words(number: int, language: str) -> str:
    """As num2words writes it, but for the "i" that it leaves out of Italian 118, 218 …"""
    return str(num2words(number, lang=language)).replace("odicotto", "odiciotto")


def read(text: str, language: str, kind: str = "quantity") -> Measured | None:
    """The value, or None where it is refused."""
    try:
        value = kind_of(kind).read(text, Context(language))
    except ReadingError:
        return None
    assert isinstance(value, Measured)
    return value


def check(text: str, language: str, number: Decimal | int, unit: str, kind: str) -> bool:
    """Whether it is read; what is read must be right."""
    value = read(text, language, kind)
    if value is None:
        return False
    assert (value.number, value.unit, value.bound) == (number, unit, "exact"), text
    assert value.low <= number <= value.high
    return True


@given(
    number=st.one_of(
        st.integers(0, 10**12),
        st.integers(0, 10**4),
        st.builds(lambda n, power: n * 10**power, st.integers(1, 999), st.integers(0, 9)),
    ),
    language=st.sampled_from(SPELLED),
)
@examples(600)
def test_a_number_in_words_is_read_back_or_refused(number: int, language: str) -> None:
    check(in_words(number, language), language, number, "", "quantity")


@pytest.mark.drawn
@pytest.mark.parametrize("language", SPELLED)
def test_nearly_all_numbers_in_words_are_read(language: str) -> None:
    """The small ones, the round ones, and some of every size that no rule was made for."""
    numbers = [
        *range(1, 120),
        *range(120, 1200, size(7, 1)),
        *(n * 10**power for power in range(3, 12) for n in (1, 2, 11, 21, 80, 95)),
        *((7919 * i**3) % 10**power for power in range(4, 13) for i in range(1, 60)),
    ]
    read_back = [
        check(in_words(number, language), language, number, "", "quantity") for number in numbers
    ]
    assert sum(read_back) >= 0.95 * len(numbers)


SHORT = st.builds(
    lambda digits, places, power: (Decimal(digits).scaleb(-places), power),
    st.integers(1, 999),
    st.integers(0, 1),
    st.sampled_from([3, 6, 9, 12]),
)


@given(parts=SHORT, language=st.sampled_from(WRITTEN), width=st.sampled_from(["long", "short"]))
@examples(300)
def test_a_compact_number(parts: tuple[Decimal, int], language: str, width: str) -> None:
    number = parts[0].scaleb(parts[1])
    if width in Locale.parse(language).compact_decimal_formats:
        text = format_compact_decimal(number, format_type=width, locale=language, fraction_digits=6)  # type: ignore[arg-type]
        check(text, language, number, "", "quantity")


@given(parts=SHORT, language=st.sampled_from(WRITTEN), currency=st.sampled_from(CURRENCIES))
@examples(300)
def test_a_compact_amount(parts: tuple[Decimal, int], language: str, currency: str) -> None:
    number = parts[0].scaleb(parts[1])
    text = format_compact_currency(number, currency, locale=language, fraction_digits=6)
    check(text, language, number, currency, "money")


@given(
    hundredths=st.integers(1, 10**13),
    language=st.sampled_from(WRITTEN),
    currency=st.sampled_from(CURRENCIES),
    style=st.sampled_from(["standard", "name"]),
)
@examples(300)
def test_an_amount_in_full_is_read(
    hundredths: int, language: str, currency: str, style: str
) -> None:
    amount = Decimal(hundredths) / 100
    amount = round(amount) if currency in FEW else amount  # type: ignore[assignment]
    text = format_currency(amount, currency, locale=language, format_type=style)  # type: ignore[arg-type]
    assert check(text, language, amount, currency, "money"), text


@given(tenths=st.integers(-2000, 2000), language=st.sampled_from(WRITTEN))
def test_a_percentage_is_read(tenths: int, language: str) -> None:
    share = Decimal(tenths) / 1000
    text = format_percent(share, locale=language, decimal_quantization=False)
    assert check(text, language, share * 100, "%", "quantity"), text


@given(
    number=st.decimals(-(10**12), 10**12, places=2, allow_nan=False),
    language=st.sampled_from(WRITTEN),
)
def test_a_decimal_is_read(number: Decimal, language: str) -> None:
    text = format_decimal(number, locale=language)
    assert check(text, language, number, "", "quantity"), text


# What such texts showed to be misread


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "796 Bln"),  # a billion in English, a bilione for CLDR
        ("fr", "592,1 Bn €"),
        ("es", "325 B"),
        ("es", "528,1 MUS$"),
        ("en", "₹5.4L"),
        ("en", "5 Ruritanian dollars"),
        ("it", "trenta milioni e cinquesento"),
        ("en", "two million and odd"),
        ("it", "tremila centodicotto"),
        ("sv", "tusen etthundraförtjo"),
    ],
)
def test_a_word_that_may_change_a_number_is_refused(language: str, text: str) -> None:
    assert read(text, language, "money") is None


@pytest.mark.parametrize(
    ("language", "text", "number", "unit"),
    [
        ("en", "one thousand, two hundred chips", 1200, "chip"),
        ("en", "two million, five thousand", 2005000, ""),
        ("en", "$5 billion deal", 5 * 10**9, "USD"),
        ("fr", "77,05 $CA", Decimal("77.05"), "CAD"),
        ("ja", "522インド ルピー", 522, "INR"),
        ("en", "5 million onshore yuan", 5 * 10**6, "CNY"),
        ("en", "CHF 655 MRD", 655 * 10**9, "CHF"),
    ],
)
def test_what_looks_alike_and_is_clear_is_read(
    language: str, text: str, number: Decimal | int, unit: str
) -> None:
    value = read(text, language)
    assert value is not None and (value.number, value.unit) == (number, unit)


@pytest.mark.parametrize(
    "text", ["five million, three", "one hundred, two hundred", "5 million, 300"]
)
def test_a_list_is_no_long_number(text: str) -> None:
    assert read(text, "en") is None
