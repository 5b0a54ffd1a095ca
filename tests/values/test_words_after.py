"""Words behind a number: those that turn its sense, multiply it, or are a unit nobody knows."""

from __future__ import annotations

import pytest

from factcheck.text.context import Context, ReadingError
from factcheck.text.language import known_languages, language_of
from factcheck.values import kind_of
from factcheck.values.measures.measured import Measured

LANGUAGES = [code for code in known_languages() if code != "symbols"]


def read(text: str, language: str) -> Measured:
    value = kind_of("quantity").read(text, Context(language))
    assert isinstance(value, Measured)
    return value


# What turns a number into a fall, a loss or a difference

TURNED = [
    ("en", "a 12% drop"),
    ("en", "3% lower"),
    ("en", "$5m loss"),
    ("en", "$5m deficit"),
    ("en", "300 more"),
    ("it", "3% in meno"),
    ("it", "3% di calo"),
    ("it", "5 milioni di euro di perdita"),
    ("de", "5 Millionen Euro Verlust"),
    ("de", "12 Prozent Umsatzrückgang"),
    ("fr", "3 % de moins"),
    ("es", "3% de caída"),
    ("zh", "5%的降幅"),
]


@pytest.mark.parametrize(("language", "text"), TURNED)
def test_a_word_that_turns_a_number_is_refused(language: str, text: str) -> None:
    with pytest.raises(ReadingError, match="a fall, a loss or a difference"):
        read(text, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_that_turns_a_number_does(language: str) -> None:
    for word in language_of(language).data["turned"]["words"]:
        with pytest.raises(ReadingError):
            read(f"12% {word}", language)


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [
        ("en", "300 or more", "at least"),
        ("en", "5 more or less", "about"),
        ("en", "20 short tons", "exact"),
        ("it", "5 o più", "at least"),
        ("it", "5 o meno", "up to"),
        ("de", "5 oder weniger", "up to"),
        ("en", "a 12% rise", "exact"),
    ],
)
def test_a_bound_behind_a_number_turns_nothing(language: str, text: str, bound: str) -> None:
    assert read(text, language).bound == bound


# Magnitude words of another language


@pytest.mark.parametrize(
    ("language", "text", "number", "unit"),
    [
        ("it", "$5 billion", 5 * 10**9, "USD"),
        ("en", "5 milioni di euro", 5 * 10**6, "EUR"),
        ("en", "5 mld euro", 5 * 10**9, "EUR"),
        ("en", "12万", 120_000, ""),
        ("en", "12 tausend", 12_000, ""),
        ("it", "5.5 million", 5_500_000, ""),
        ("zh", "5 million", 5 * 10**6, ""),
        ("it", "5-6 million", 5 * 10**6, ""),
    ],
)
def test_a_magnitude_on_which_languages_agree_is_read_and_noted(
    language: str, text: str, number: int, unit: str
) -> None:
    value = read(text, language)
    assert value.number == number and value.unit == unit
    assert any("is a word of another language" in str(note) for note in value.notes)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "5 billion"),
        ("it", "5 billion di euro"),
        ("it", "5 trillion"),
        ("en", "5 trilioni"),
        ("it", "1.234 million"),  # 1.234 in English, 1234 in Italian
        ("en", "5 milhões de pessoas"),  # what is counted is foreign too
    ],
)
def test_what_a_foreign_magnitude_leaves_open_is_refused(language: str, text: str) -> None:
    with pytest.raises(ReadingError, match="`language:` on the claim"):
        read(text, language)


def test_characters_of_another_script_are_no_noun() -> None:
    with pytest.raises(ReadingError):
        read("12万元", "en")
    with pytest.raises(ReadingError):
        read("300元", "en")


# Units, and words that may be one


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("it", "100 quintali", "quintal"),
        ("it", "250 Gwh", "GWh"),
        ("it", "250 kw", "kW"),
        ("en", "250 kwh", "kWh"),
        ("en", "5 bcm", "bcm"),
        ("en", "120 mm Hg", "mmHg"),
        ("en", "5 bridges", ""),
        ("en", "20,000 H200 chips", "chip"),
    ],
)
def test_a_unit_is_known_however_it_is_written(language: str, text: str, unit: str) -> None:
    assert read(text, language).unit == unit


@pytest.mark.parametrize("text", ["250 MWp", "300 TEU", "5 kWp"])
def test_an_unknown_symbol_is_never_dropped(text: str) -> None:
    with pytest.raises(ReadingError, match="after its number"):
        read(text, "en")


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("it", "100 al giorno", "/d"),
        ("it", "3 visite al mese", "visit/mo"),
        ("en", "100 a day", "/d"),
        ("es", "100 al día", "/d"),
    ],
)
def test_so_many_a_day_are_no_days(language: str, text: str, unit: str) -> None:
    assert read(text, language).unit == unit
