"""What looks like one number and is another, or none: ranges of thousands, pairs, ages, ratios."""

from __future__ import annotations

from decimal import Decimal

import pytest

import factcheck
from factcheck.model import Interval, Verdict
from factcheck.text.context import Context, ReadingError
from factcheck.values.measures.measured import Measured
from factcheck.values.quantity import KIND


def read(text: str, language: str = "en") -> Measured:
    value = KIND.read(text, Context(language))
    assert isinstance(value, Measured)
    return value


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("en", "30-45,000", "30000", "45000"),
        ("en", "2–3,000 people", "2000", "3000"),
        ("it", "30-45.000", "30000", "45000"),
        ("fr", "30-45 000", "30000", "45000"),
        ("en", "£30-45,000", "30000", "45000"),
    ],
)
def test_thousands_hold_for_both_ends(language: str, text: str, low: str, high: str) -> None:
    value = read(text, language)
    assert (value.number, value.last) == (Decimal(low), Decimal(high))
    assert "is read as thousands" in str(value.notes[0])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "between 30 and 45,000"),
        ("it", "da 30 a 45.000"),
        ("en", "1-45,000"),  # from one on, or from a thousand
        ("en", "30-45000"),
        ("en", "555-1234"),
        ("en", "0800-123456"),
        ("en", "150/200"),
        ("en", "130/85"),
        ("en", "24/7"),
        ("en", "9/11"),
        ("en", "6/10"),
        ("en", "over 75s"),
        ("en", "75s"),
        ("en", "the 1980s"),
        ("en", "the 80s"),
        ("en", "1980's"),
        ("en", "200 ± 5 %"),
        ("en", "200 kg ± 5 m"),
        ("de", "$7 billion"),
        ("de", "7 billion dollars"),
        ("de", "7 Billion Dollar"),
        ("fr", "7 billion"),
        ("fr", "US$7 billion"),
        ("en", "100 gXY/kWh"),
        ("en", "two hundred and one fifths"),
        ("en", "two thousand fifths"),
        ("en", "5'"),
        ("en", "$12 per 1,000"),
        ("de", "über 65-Jährige"),
    ],
)
def test_what_can_mean_two_things_is_refused(language: str, text: str) -> None:
    with pytest.raises(ReadingError):
        read(text, language)


@pytest.mark.parametrize(
    ("language", "text", "number", "unit"),
    [
        ("en", "10-1,500", "10", ""),
        ("en", "500-1200 people", "500", "person"),
        ("en", "5/6", "5", ""),
        ("en", "1.5s", "1.5", "s"),
        ("en", "65 s", "65", "s"),
        ("de", "7 Billionen Dollar", "7e12", "USD"),
        ("de", "eine Billion Dollar", "1e12", "USD"),
        ("fr", "7 billions", "7e12", ""),
        ("en", "450 gCO2/kWh", "450", "g/kWh"),
        ("en", "2 kgCO2e", "2", "kg"),
        ("zh", "半折", "50", "%"),
        ("zh", "半成", "5", "%"),
    ],
)
def test_what_only_looks_so_is_read(language: str, text: str, number: str, unit: str) -> None:
    value = read(text, language)
    expected = Decimal(5) / 6 if text == "5/6" else Decimal(number)
    assert abs(value.number - expected) < Decimal("1e-20") and value.unit == unit


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "top 10"), ("en", "all 5"), ("de", "5 mur"), ("fr", "5 ils"), ("en", "5 top people")],
)
def test_a_word_is_no_code_of_a_currency(language: str, text: str) -> None:
    try:
        unit = read(text, language).unit
    except ReadingError:
        return
    assert unit in ("", "person")


def test_codes_of_currencies_may_be_written_small() -> None:
    assert read("5 usd").unit == "USD"
    assert read("5 ALL").unit == "ALL"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("200 (±5)", "195", "205"),
        ("200 (± 5) kg", "195", "205"),
        ("200 kg ± 5 %", "190", "210"),
        ("2 m ± 3 cm", "1.97", "2.03"),
        ("45 % ± 3 percentage points", "42", "48"),
    ],
)
def test_plus_minus_is_kept_in_its_unit(text: str, low: str, high: str) -> None:
    assert read(text).strict == Interval(Decimal(low), Decimal(high))


def test_a_word_before_a_range_holds_for_both_ends() -> None:
    value = read("circa 300-400")
    assert value.strict == Interval(Decimal(270), Decimal(440))
    assert '"circa" holds for both ends' in map(str, value.notes)
    assert factcheck.compare("circa 300-400", "420").verdict is Verdict.CONSISTENT
    assert factcheck.compare("300-400", "420").verdict is not Verdict.CONSISTENT


@pytest.mark.parametrize(
    ("language", "text"), [("en", "1 in 10 million"), ("it", "1 su 10 milioni")]
)
def test_a_small_ratio_never_reaches_below_nothing(language: str, text: str) -> None:
    value = read(text, language)
    assert value.number == Decimal("1e-7")
    assert value.strict is not None and value.strict.low > 0 and value.strict.high < Decimal("2e-7")
