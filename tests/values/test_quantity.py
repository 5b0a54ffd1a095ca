"""Quantities: what is read, what is refused and why, and what two of them have to do."""

from __future__ import annotations

from decimal import Decimal

import pytest

import factcheck
from factcheck.model import Attribute, Interval, Location, Tolerance, Verdict
from factcheck.text.context import Context, ReadingError
from factcheck.values.base import Incomparable
from factcheck.values.measures.measured import Measured
from factcheck.values.quantity import KIND

INF = Decimal("Infinity")


def read(text: str, language: str = "en") -> Measured:
    value = KIND.read(text, Context(language))
    assert isinstance(value, Measured)
    return value


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "20,000", "20000"),
        ("en", "20.000", "20.000"),
        ("it", "20.000", "20000"),
        ("de", "20.000", "20000"),
        ("de-CH", "20’000.50", "20000.50"),
        ("es-MX", "20,000.5", "20000.5"),
        ("it", "1.200.000,50", "1200000.50"),
        ("en", "1.200.000,50", "1200000.50"),
        ("fr", "1 200 000,5", "1200000.5"),
        ("fr", "1\u202f200", "1200"),
        ("en", "12,34,567", "1234567"),
        ("en", "1,3", "1.3"),
        ("en", ".5", "0.5"),
        ("en", "٣٤٥", "345"),
        ("en", "１２３", "123"),
        ("en", "½", "0.5"),
        ("en", "2½", "2.5"),
        ("en", "−7", "-7"),
        ("en", "2.5e3", "2500"),
        ("it", "0,500", "0.500"),
    ],
)
def test_digits_are_read_by_language(language: str, text: str, number: str) -> None:
    assert read(text, language).number == Decimal(number)


REFUSED = [
    ("en", "1.2.3"),
    ("en", "1,2,3"),
    ("en", "1,234,56"),
    ("fr", "20.000"),
    ("en", "192.168.1.2"),
    ("en", "2025-10-01"),
    ("en", "01/02/2025"),
    ("en", "5 March"),
    ("it", "il 5 maggio"),
    ("en", "twenty-first century"),
    ("en", "the 5th of May"),
    ("en", "H200"),
    ("en", "GPT-4o"),
    ("en", "910B"),
    ("en", "Qwen2.5-72B"),
    ("it", "Windows 11"),
    ("zh", "昇腾910B"),
    ("zh", "二〇二五年"),
    ("en", "12:30"),
    ("en", "9^9^9"),
    ("en", "1e999999999"),
    ("en", "9" * 60),
    ("en", "5 and 10"),
    ("en", "5 billion to 6"),
    ("en", "1 million and 2 million"),
    ("en", "5 to 6 million tonnes and 7"),
    ("en", "5 million fewer than last year"),
    ("en", "not 5"),
    ("en", "up to 18% to 20"),
    ("it", "più del doppio"),
    ("it", "5/6 milioni"),
    ("es", "un puñado"),
    ("it", "tre cifre"),
    ("en", "5G"),
    ("it", "5G"),
    ("pl", "5 mln"),
    ("en", ""),
    ("en", "   "),
    ("en", "no number here"),
    ("en", "x" * 1001),
]


@pytest.mark.parametrize(("language", "text"), REFUSED)
def test_what_gives_no_quantity_is_refused(language: str, text: str) -> None:
    with pytest.raises(ReadingError) as refused:
        read(text, language)
    assert len(str(refused.value)) < 250


@pytest.mark.parametrize(
    ("language", "text", "number", "unit"),
    [
        ("en", "5,000 H200 chips", "5000", "chip"),
        ("it", "circa 20.000 chip H200", "20000", "chip"),
        ("en", "20,000 of Acme's chips", "20000", "chip"),
        ("en", "5 million tonnes of CO2", "5e6", "t"),
        ("en", "100m users", "100e6", "user"),
        ("en", "100 m", "100", "m"),
        ("en", "5 million tonnes a year", "5e6", "t/yr"),
        ("en", "32-billion-parameter", "32e9", "parameter"),
        ("en", '"20,000"', "20000", ""),
        ("en", "half of users", "0.5", ""),
        ("zh", "不超过40兆瓦", "40", "MW"),
        ("zh", "100多万", "1e6", ""),
        ("de", "20-prozentig", "20", "%"),
        ("es", "tres cuartas partes", "0.75", ""),
    ],
)
def test_what_is_counted_and_in_what(language: str, text: str, number: str, unit: str) -> None:
    value = read(text, language)
    assert (value.number, value.unit) == (Decimal(number), unit)


def test_refusals_say_why() -> None:
    for text, why in [
        ("910B", "looks like a name or a model"),
        ("2025-10-01", "a date is no quantity"),
        ("in 2025", 'has "in" before its number'),
        ("1.2.3", "do not stand in groups of three"),
        ("5 kg at least at most", "two bounds"),
    ]:
        with pytest.raises(ReadingError, match=why):
            read(text)


@pytest.mark.parametrize(
    ("text", "strict", "loose"),
    [
        ("150 billion", ("149.5e9", "150.5e9"), ("145e9", "155e9")),
        ("20,000", ("20000", "20000"), ("19500", "20500")),
        ("20,001", ("20001", "20001"), ("20001", "20001")),
        ("42", ("42", "42"), ("42", "42")),
        ("20 million", ("19.5e6", "20.5e6"), ("19.5e6", "20.5e6")),
        ("1.5 million", ("1.45e6", "1.55e6"), ("1.45e6", "1.55e6")),
        ("13%", ("12.5", "13.5"), ("12.5", "13.5")),
        ("12.0 kg", ("11.95", "12.05"), ("11.95", "12.05")),
        ("about 85 billion", ("80.75e9", "89.25e9"), ("80.75e9", "89.25e9")),
        ("between 10 and 12 million", ("10e6", "12e6"), ("9.5e6", "12.5e6")),
        ("150 ± 5 kg", ("145", "155"), ("145", "155")),
        ("-150 million", ("-150.5e6", "-149.5e6"), ("-155e6", "-145e6")),
    ],
)
def test_precision(text: str, strict: tuple[str, str], loose: tuple[str, str]) -> None:
    value = read(text)
    assert value.strict is not None and value.loose is not None
    assert (value.strict.low, value.strict.high) == tuple(map(Decimal, strict))
    assert (value.loose.low, value.loose.high) == tuple(map(Decimal, loose))


@pytest.mark.parametrize(
    ("text", "strict"),
    [
        ("more than 5", Interval(Decimal(5), INF, True, True)),
        ("at least 5", Interval(Decimal(5), INF, False, True)),
        ("up to 5", Interval(-INF, Decimal(5), True, False)),
        ("less than 5", Interval(-INF, Decimal(5), True, True)),
        ("nearly 5", Interval(Decimal("4.5"), Decimal(5), False, True)),
        ("just over 5", Interval(Decimal(5), Decimal("5.5"), True, False)),
        ("just over 0", Interval(Decimal(0), Decimal(0))),  # never empty
        ("nearly 0", Interval(Decimal(0), Decimal(0))),
    ],
)
def test_bounds_are_open_where_they_say_so(text: str, strict: Interval) -> None:
    assert read(text).strict == strict


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("20,000", "20 thousand", Verdict.CONSISTENT),
        ("100 million", "more than 100 million", Verdict.CONSISTENT),
        ("100 million", "up to 100 million", Verdict.CONSISTENT),
        ("more than 100", "less than 100", Verdict.CONTRADICTS),
        ("150 billion", "85 billion", Verdict.CONTRADICTS),
        ("150 billion", "about 85 billion", Verdict.CONTRADICTS),
        ("150 billion", "152 billion", Verdict.UNDETERMINED),
        ("20,000", "20,400", Verdict.UNDETERMINED),
        ("20,000", "21,000", Verdict.CONTRADICTS),
        ("64", "54", Verdict.CONTRADICTS),
        ("about 100", "105", Verdict.CONSISTENT),
        ("half", "50%", Verdict.AGREE),
        ("13%", "13 percentage points", Verdict.UNDETERMINED),
        ("25 basis points", "0.25 percentage points", Verdict.AGREE),
        ("1 km", "1000 m", Verdict.CONSISTENT),
        ("5 kg", "5 m", Verdict.UNDETERMINED),
        ("100 million users", "100 million", Verdict.AGREE),
        ("20,000 chips", "20,000 users", Verdict.UNDETERMINED),
        ("32 °F", "0 °C", Verdict.CONSISTENT),
        ("1 tonne a day", "365 tonnes a year", Verdict.CONSISTENT),
        ("$5", "5 kg", Verdict.UNDETERMINED),
        ("minus 3", "3", Verdict.CONTRADICTS),
    ],
)
def test_compare(a: str, b: str, verdict: Verdict) -> None:
    assert factcheck.compare(a, b).verdict is verdict
    assert factcheck.compare(b, a).verdict is verdict


def test_steps_state_the_readings_the_word_and_the_gap() -> None:
    steps = [str(s) for s in factcheck.compare("150 billion", "about 85 billion").steps]
    assert '"150 billion" is read as 150 bn' in steps[0]
    assert '"about" widens by 5 %' in steps[1]
    assert "a factor of 1.76" in steps[2]


def attribute(unit: str | None, tolerance: str = "0") -> Attribute:
    place = Location("attributes.yaml", 1, 1)
    allowed = Tolerance(Decimal(tolerance))
    return Attribute("a", "a", "quantity", place, unit=unit, tolerance=allowed)


def test_together_converts_to_the_attributes_unit() -> None:
    values = [read("1 km"), read("20 m"), read("5 kg"), read("7")]
    km, metre, kg, bare = KIND.together(values, attribute("m"))
    assert isinstance(km, Measured) and isinstance(metre, Measured)
    assert (km.number, km.unit, metre.number) == (Decimal(1000), "m", Decimal(20))
    assert isinstance(kg, Incomparable) and kg.dimension == "dimension"
    assert "kg" in str(kg.why)
    assert isinstance(bare, Incomparable)


def test_a_fraction_in_words_is_a_share_where_shares_are_compared() -> None:
    (half,) = KIND.together([read("circa la metà", "it")], attribute("%"))
    assert isinstance(half, Measured)
    assert (half.number, half.unit) == (Decimal(50), "%")
    (bare,) = KIND.together([read("0.5")], attribute("%"))
    assert isinstance(bare, Incomparable)


def test_tolerance_widens_both_intervals() -> None:
    (value,) = KIND.together([read("1,000")], attribute(None, "0.02"))
    assert isinstance(value, Measured)
    assert value.strict == Interval(Decimal("990"), Decimal("1010"))


def test_the_unit_of_most_is_taken_and_never_depends_on_the_order() -> None:
    values = [read("1 km"), read("20 m"), read("3 km")]
    for some in (values, values[::-1]):
        moved = KIND.together(some, None)
        assert {v.unit for v in moved if isinstance(v, Measured)} == {"km"}


def test_occurs_finds_spelled_numbers_and_shared_magnitudes() -> None:
    context = Context("en")
    assert KIND.occurs(read("14"), "It hired fourteen engineers.", context)
    assert KIND.occurs(read("10 billion"), "between 10 and 12 billion yuan", context)
    assert KIND.occurs(read("20,000"), "an order for 20,000 chips in 2025", context)
    assert not KIND.occurs(read("85 billion"), "spent 58 billion yuan", context)
    assert not KIND.occurs(read("10"), "a family of 100", context)


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("en", "hundreds", "100", "999"),
        ("en", "thousands", "1000", "9999"),
        ("en", "millions of people", "1e6", "999999999"),
        ("it", "migliaia", "2000", "9999"),
        ("it", "centinaia", "200", "999"),
        ("it", "decine", "20", "99"),
        ("it", "milioni di persone", "1e6", "999999999"),
        ("de", "Hunderte", "100", "999"),
        ("de", "Tausende", "1000", "9999"),
        ("fr", "des milliers", "2000", "9999"),
        ("es", "cientos", "200", "999"),
        ("es", "miles de millones", "2e9", "9999e6"),
        ("pt", "milhares", "2000", "9999"),
        ("nl", "duizenden", "2000", "9999"),
        ("zh", "上百万", "1e6", "9999999"),
        ("ja", "何百", "200", "999"),
    ],
)
def test_a_plural_alone_is_vague(language: str, text: str, low: str, high: str) -> None:
    value = read(text, language)
    assert value.strict == Interval(Decimal(low), Decimal(high))


def test_a_plural_behind_a_number_is_a_magnitude() -> None:
    assert read("two hundreds").number == 200 and read("two hundreds").last is None
    assert read("3 milioni", "it").last is None
    assert factcheck.compare("hundreds", "800").verdict is Verdict.CONSISTENT
