"""Kinds of texts that press and filings write: stress, articles, rates behind hyphens, scores."""

from __future__ import annotations

import pytest

import factcheck
from factcheck.values.measures.measured import Measured


def read(text: str, language: str, kind: str = "quantity") -> Measured:
    value = factcheck.read(text, kind=kind, language=language)
    assert isinstance(value, Measured)
    return value


@pytest.mark.parametrize(
    ("language", "text", "number", "unit", "bound"),
    [
        ("en", "a whopping $7.2 billion", "7200000000", "USD", "exact"),
        ("de", "satte 7 Millionen Euro", "7000000", "EUR", "exact"),
        ("es", "la friolera de 7 millones de euros", "7000000", "EUR", "exact"),
        ("it", "la cifra record di 7 milioni di euro", "7000000", "EUR", "exact"),
        ("en", "$85-a-night", "85", "USD/night", "exact"),
        ("de", "32 Euro im Monat", "32", "EUR/mo", "exact"),
        ("es", "casi un 22,5%", "22.5", "%", "nearly"),
        ("fr", "environ un 12,5 %", "12.5", "%", "about"),
        ("en", "7 per mille", "7", "‰", "exact"),
        ("en", "7 Nm", "7", "Nm", "exact"),
        ("zh", "不到70例", "70", "", "less than"),
    ],
)
def test_what_only_stresses_a_figure_is_read(
    language: str, text: str, number: str, unit: str, bound: str
) -> None:
    value = read(text, language)
    assert (f"{value.number.normalize():f}", value.unit, value.bound) == (number, unit, bound)


@pytest.mark.parametrize(
    ("language", "text", "why"),
    [
        ("es", "un 9,5% menos", "menos"),
        ("pt", "um 9% a menos", "a menos"),
        ("de", "ein 9 % weniger", "weniger"),
        ("it", "un 9% in meno", "in meno"),
    ],
)
def test_an_article_hides_no_fall(language: str, text: str, why: str) -> None:
    with pytest.raises(factcheck.ReadingError, match=f'"{why}" after its number'):
        read(text, language)


@pytest.mark.parametrize("text", ["1-1", "3–3", "2-2 draw"])
def test_a_draw_is_no_range(text: str) -> None:
    with pytest.raises(factcheck.ReadingError):
        read(text, "en")


def test_torque_is_no_length_and_no_energy() -> None:
    for other in ("7 nm", "7 J"):
        assert factcheck.compare("7 Nm", other).verdict == "undetermined"


@pytest.mark.parametrize(
    ("language", "text", "number", "unit"),
    [
        ("en", "6.4 l/100 km", "0.064", "l/km"),
        ("de", "6,4 Liter auf 100 Kilometer", "0.064", "l/km"),
        ("fr", "6,4 litres aux 100 km", "0.064", "l/km"),
        ("it", "17 kWh ogni 100 km", "0.17", "kWh/km"),
        ("en", "EUR thousand 8,120", "8120000", "EUR"),
        ("en", "in thousands of euros 8,120", "8120000", "EUR"),
        ("en", "8,120 (in thousands of dollars)", "8120000", "USD"),
        ("it", "8.120 migliaia di euro", "8120000", "EUR"),
        ("de", "8,1 (in Mio. Euro)", "8100000", "EUR"),
        ("de", "8,1 Euro in Mio.", "8100000", "EUR"),
    ],
)
def test_a_scale_or_a_round_number_in_the_unit(
    language: str, text: str, number: str, unit: str
) -> None:
    value = read(text, language)
    assert (f"{value.number.normalize():f}", value.unit) == (number, unit)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "8 bridges mn"),
        ("en", "8,120 ( in thousands of dollars"),
        ("en", "8 million in thousands of dollars"),
        ("en", "8,120 to 9,000 in thousands of dollars"),
        ("en", "8,120 in thousands of lorries"),
    ],
)
def test_a_scale_apart_from_its_number_is_never_dropped(language: str, text: str) -> None:
    with pytest.raises(factcheck.ReadingError):
        read(text, language)
