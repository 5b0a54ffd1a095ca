"""The grammar of numbers, units and money beyond the plain cases, and what is refused by it."""

from __future__ import annotations

from decimal import Decimal

import pytest

import factcheck
from factcheck.model import Attribute, Interval, Location, Verdict
from factcheck.text.context import Context, ReadingError
from factcheck.values import kind_of
from factcheck.values.measures.measured import Measured


def read(text: str, language: str = "en", kind: str = "quantity", unit: str = "") -> Measured:
    place = Location("attributes.yaml", 1, 1)
    attribute = Attribute("a", "a", kind, place, unit=unit) if unit else None
    value = kind_of(kind).read(text, Context(language, attribute=attribute))
    assert isinstance(value, Measured)
    return value


# Numbers

NUMBERS = [
    ("en", "Rs 7 lacs", "700000", "INR"),
    ("en", "$3.1 trln", "3.1e12", "USD"),
    ("en", "six gross", "864", ""),
    ("en", "almost three-quarters", "0.75", ""),
    ("en", "7 (seven) members", "7", ""),
    ("de", "2,5-fache", "2.5", "time"),
    ("ja", "5分の2", "0.4", ""),
    ("en", "three quarters of a million", "750000", ""),
    ("en", "c.60,000", "60000", ""),
    ("en", "0 million tonnes", "0", "t"),
    ("it", "0 miliardi di euro", "0", "EUR"),
    ("it", "una ventina di milioni", "20e6", ""),
    ("fr", "une quinzaine de milliards d'euros", "15e9", "EUR"),
    ("es", "una decena de millones", "10e6", ""),
    ("pt", "uma centena de milhões", "100e6", ""),
    ("es", "seis décimas", "0.6", ""),
    ("pt", "nove centésimas", "0.09", ""),
    ("es", "tres décimas de punto", "0.3", "pp"),
    ("zh", "6万3", "63000", ""),
    ("zh", "六万三", "63000", ""),
    ("zh", "七五折", "75", "%"),
    ("zh", "6.5折", "65", "%"),
    ("zh", "八打", "96", ""),
    ("zh", "零下12度", "-12", "°C"),
    ("ar", "٧٫٢", "7.2", ""),
    ("ar", "١٢٪", "12", "%"),
]


@pytest.mark.parametrize(("language", "text", "number", "unit"), NUMBERS)
def test_a_number_is_read(language: str, text: str, number: str, unit: str) -> None:
    value = read(text, language)
    assert (value.number, value.unit) == (Decimal(number), unit)


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("zh", "三四十人", "30", "40"),
        ("zh", "六七百", "600", "700"),
        ("zh", "八九人", "8", "9"),
        ("ja", "四五百人", "400", "500"),
        ("zh", "一两百万元", "1e6", "2e6"),
        ("zh", "几十万", "200000", "999999"),
        ("de", "mehrere Dutzend", "24", "108"),
        ("en", "60-odd", "60", "69"),
        ("en", "400-odd people", "400", "499"),
        ("fr", "60 et quelques", "60", "69"),
        ("en", "87% (82.5-90.1)", "82.5", "90.1"),
        ("en", "41.2% (95% CI, 38.0 to 44.4)", "38.0", "44.4"),
    ],
)
def test_a_text_that_gives_both_ends_reaches_so_far(
    language: str, text: str, low: str, high: str
) -> None:
    value = read(text, language)
    assert value.strict is not None
    assert (value.strict.low, value.strict.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("language", "a", "b", "verdict"),
    [
        ("zh", "2.4万亿元", "2.8万亿元", Verdict.CONTRADICTS),
        ("en", "Rs 2.3 lakh crore", "Rs 2.33 lakh crore", Verdict.CONSISTENT),
        ("es", "2,3 mil millones", "2.330 millones", Verdict.CONSISTENT),
        ("pt", "2,3 mil milhões", "2.330 milhões", Verdict.CONSISTENT),
        ("zh", "4.2千万", "4230万", Verdict.CONSISTENT),
        ("it", "due miliardi e mezzo", "2,52 miliardi", Verdict.UNDETERMINED),
        ("fr", "deux milliards et demi", "2,9 milliards", Verdict.CONTRADICTS),
        ("en", "about 6,218", "6,300", Verdict.CONTRADICTS),
        ("en", "about 60,000", "64,000", Verdict.CONSISTENT),
        ("de", "rund 14,7 Millionen", "13,6 Millionen", Verdict.CONTRADICTS),
        ("en", "9007199254740993 people", "9007199254740992 people", Verdict.CONTRADICTS),
    ],
)
def test_the_last_written_digit_decides_how_far_a_number_reaches(
    language: str, a: str, b: str, verdict: Verdict
) -> None:
    assert factcheck.compare(a, b, language=language).verdict is verdict
    assert factcheck.compare(b, a, language=language).verdict is verdict


def test_two_long_numbers_are_shown_with_the_digits_that_tell_them_apart() -> None:
    steps = factcheck.compare("9007199254740993 people", "9007199254740992 people").steps
    assert "740993" in str(list(steps)[-1]) and "740992" in str(list(steps)[-1])


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("about 4", "3.6", "4.4"),
        ("about 40,000", "36000", "44000"),
        ("about 47", "44.65", "49.35"),
        ("about 470", "446.5", "493.5"),
        ("about 473", "468.27", "477.73"),
        ("about 4,731", "4726.269", "4735.731"),
        ("about 12", "11", "13"),
        ("nearly 473", "468.27", "473"),
        ("just over 47", "47", "49.35"),
    ],
)
def test_a_word_like_about_reaches_as_its_digits_say(text: str, low: str, high: str) -> None:
    value = read(text)
    assert (value.low, value.high) == (Decimal(low), Decimal(high))


# Money


@pytest.mark.parametrize(
    ("language", "text", "number", "unit"),
    [
        ("en", "7 dollars and 35 cents", "7.35", "USD"),
        ("en", "2 pounds and 30 pence", "2.30", "GBP"),
        ("es", "6 euros con 25 céntimos", "6.25", "EUR"),
        ("de", "6 Euro und 25 Cent", "6.25", "EUR"),
        ("zh", "三元五角", "3.5", "CNY"),
        ("zh", "3块5", "3.5", "CNY"),
        ("en", "EUR million 640", "640e6", "EUR"),
        ("en", "$ billion 1.2", "1.2e9", "USD"),
        ("en", "$(8.4) million", "-8.4e6", "USD"),
        ("en", "(8.4) million euros", "-8.4e6", "EUR"),
        ("fr", "320 M€", "320e6", "EUR"),
        ("fr", "1,7 Md€", "1.7e9", "EUR"),
        ("en", "$3bn Canadian", "3e9", "CAD"),
        ("en", "£3m Egyptian", "3e6", "EGP"),
        ("en", "$40 annually", "40", "USD/yr"),
        ("en", "$40 a ticket", "40", "USD/ticket"),
        ("en", "minus $8 million", "-8e6", "USD"),
        ("zh", "7000元/月", "7000", "CNY/mo"),
    ],
)
def test_an_amount_is_read(language: str, text: str, number: str, unit: str) -> None:
    value = read(text, language, "money")
    assert (value.number, value.unit) == (Decimal(number), unit)


@pytest.mark.parametrize(
    ("language", "unit"), [("zh-TW", "TWD"), ("zh-HK", "HKD"), ("zh", "CNY"), ("zh-CN", "CNY")]
)
def test_the_region_of_chinese_decides_whose_yuan_it_is(language: str, unit: str) -> None:
    assert read("50億元", language, "money").unit == unit


# Units and what is counted


@pytest.mark.parametrize(
    ("language", "text", "number", "unit"),
    [
        ("en", "3m vaccines and 4", "", ""),
        ("en", "3m doses", "3e6", ""),
        ("en", "7m tonnes", "7e6", "t"),
        ("en", "2.6m sq ft", "2.6e6", "ft²"),
        ("en", "6.3m new subscribers", "6.3e6", "subscriber"),
        ("en", "7m deep", "7", "m"),
        ("en", "7m walls", "7", "m"),
        ("en", "7m grommets", "", ""),
        ("en", "12 mb/d", "12e6", "bbl/d"),
        ("en", "12 pc", "12", "%"),
        ("en", "18 NM", "18", "nmi"),
        ("en", "31C", "31", "°C"),
        ("en", "910C chips", "", ""),
        ("en", "3 light years", "3", "ly"),
        ("it", "3 anni luce", "3", "ly"),
        ("en", "3 light bulbs km", "", ""),
        ("en", "3 cubic furlongs", "3", ""),
        ("en", "9.8 metres per second squared", "9.8", "m/s²"),
        ("en", "3 kg squared", "", ""),
        ("en", "magnitude 6.1", "6.1", "magnitude"),
        ("en", "120 points", "120", "point"),
        ("de", "3 Pfund", "3", "pfund"),
        ("ja", "3坪", "3", "tsubo"),
        ("es", "21 ºC", "21", "°C"),
        ("en", "120 µg/m^3", "120", "µg/m³"),
    ],
)
def test_a_unit_is_known_or_refused(language: str, text: str, number: str, unit: str) -> None:
    if not number:
        with pytest.raises(ReadingError):
            read(text, language)
    else:
        value = read(text, language)
        assert (value.number, value.unit) == (Decimal(number), unit)


def test_the_attributes_unit_decides_what_a_sign_of_two_meanings_is() -> None:
    kelvin = read("240 K", unit="K")
    assert (kelvin.number, kelvin.unit) == (Decimal(240), "K")
    assert read("240K followers").number == 240_000
    with pytest.raises(ReadingError, match="thousand or kelvin"):
        read("240 K")
    assert read("3m grommets", unit="m").unit == "m"
    assert read("3m grommets", unit="vehicle").number == 3_000_000


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("7 zebras", "7 lions", Verdict.UNDETERMINED),
        ("7 zebras", "9 lions", Verdict.UNDETERMINED),
        ("7 zebras", "7 zebra", Verdict.AGREE),
        ("7 zebras", "7", Verdict.AGREE),
        ("3 million units", "3 million vehicles", Verdict.AGREE),
        ("3 million units", "4 million vehicles", Verdict.CONTRADICTS),
        ("3 million cars excluding Acme", "3 million cars", Verdict.UNDETERMINED),
        ("7 pints", "7 quarts", Verdict.CONTRADICTS),
        ("18 ppm", "18 ppb", Verdict.CONTRADICTS),
        ("3 bcf", "3 tcf", Verdict.CONTRADICTS),
        ("18 NM", "18 nm", Verdict.CONTRADICTS),
        ("120 points", "120 percentage points", Verdict.UNDETERMINED),
    ],
)
def test_what_is_counted_and_left_out_decides_too(a: str, b: str, verdict: Verdict) -> None:
    assert factcheck.compare(a, b).verdict is verdict
    assert factcheck.compare(b, a).verdict is verdict


def test_within_a_corpus_the_attribute_says_what_is_counted() -> None:
    place = Location("attributes.yaml", 1, 1)
    attribute = Attribute("animals", "animals", "quantity", place)
    kind = kind_of("quantity")
    zebras, lions = kind.together([read("7 zebras"), read("9 lions")], attribute)
    assert isinstance(zebras, Measured) and isinstance(lions, Measured)
    assert kind.compare(zebras, lions).verdict is Verdict.CONTRADICTS


def test_a_reading_keeps_what_is_left_out_and_says_so() -> None:
    value = read("7 Millionen Fahrzeuge ohne Lastwagen", "de")
    assert value.excludes == "Lastwagen"
    assert [str(note) for note in value.notes] == ['the text leaves out "Lastwagen"']


def test_a_stated_interval_is_the_reach_and_another_figure_is_noted() -> None:
    assert read("87% (82.5-90.1)").strict == Interval(Decimal("82.5"), Decimal("90.1"))
    other = read("160bn yuan ($23bn)", kind="money")
    assert any("the same amount" in str(note) for note in other.notes)


def test_the_words_of_a_text_are_shown_with_what_they_are() -> None:
    value = read("circa 7,2 milioni di vaccini (in tutto)", "it")
    assert [(s.kind, s.text) for s in value.spans][:3] == [
        ("bound", "circa"),
        ("number", "7,2"),
        ("scale", "milioni"),
    ]
    assert {s.text for s in value.spans} >= {"di", "vaccini"}
    for span in value.spans:
        assert value.text[span.start : span.end] == span.text
