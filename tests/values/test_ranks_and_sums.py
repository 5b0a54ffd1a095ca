"""Places in an order, measures in two units, and so many in a round number of others."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest

import factcheck
from factcheck.model import Verdict
from factcheck.text.context import Context, ReadingError
from factcheck.values.measures.measured import Measured, show_measured
from factcheck.values.quantity import KIND


def read(text: str, language: str = "en") -> Measured:
    value = KIND.read(text, Context(language))
    assert isinstance(value, Measured)
    return value


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "third quarter"),
        ("en", "second half"),
        ("en", "no one"),
        ("en", "first responders"),
        ("en", "No. 2.5"),
        ("en", "#-2"),
        ("de", "3. Etage"),
        ("de", "3. Mai"),
        ("zh", "第二季度"),
        ("fr", "3E"),
        ("it", "il 5 maggio"),
        ("pl", "2."),
    ],
)
def test_what_is_no_place_is_refused_or_no_rank(language: str, text: str) -> None:
    with suppress(ReadingError):
        assert read(text, language).unit != "rank"


def test_a_rank_never_meets_a_count() -> None:
    for count in ("2", "2 chips", "2 %", "2 s"):
        assert factcheck.compare("second", count).verdict is Verdict.UNDETERMINED
    assert factcheck.compare("second", "No. 2").verdict is Verdict.AGREE
    assert factcheck.compare("second", "third place").verdict is Verdict.CONTRADICTS
    assert str(show_measured(read("2nd"))) == "rank 2"


@pytest.mark.parametrize(
    ("language", "text", "number", "unit"),
    [
        ("en", "6 ft 2 in", "74", "in"),
        ("en", "6 feet 2 inches", "74", "in"),
        ("en", "6 ft 2", "74", "in"),
        ("en", "6-foot-2", "74", "in"),
        ("de", "3 Std. 20 Min.", "200", "min"),
        ("en", "6'2\"", "74", "in"),
        ("en", "3h 20m", "200", "min"),
        ("en", "3h20", "200", "min"),
        ("en", "3 hours and 20 minutes", "200", "min"),
        ("en", "7 lb 3 oz", "115", "oz"),
        ("en", "7 pounds 3 ounces", "115", "oz"),
        ("en", "12 stone 5 pounds", "173", "lb"),
        ("en", "1 day, 2 hours and 5 minutes", "1565", "min"),
        ("en", "two years and a half", "2.5", "yr"),
        ("it", "3 ore e 20 minuti", "200", "min"),
        ("it", "due ore e mezza", "2.5", "h"),
        ("fr", "3 h 20", "200", "min"),
        ("fr", "1 m 75", "175", "cm"),
        ("de", "3 Stunden 20 Minuten", "200", "min"),
        ("de", "3 Stunden und 20 Minuten", "200", "min"),
        ("zh", "3小时20分钟", "200", "min"),
    ],
)
def test_a_measure_in_two_units(language: str, text: str, number: str, unit: str) -> None:
    value = read(text, language)
    assert (value.number, value.unit) == (Decimal(number), unit)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "6 ft 14 in"),  # more inches than a foot has
        ("en", "3 hours 80 minutes"),
        ("en", "5 kg 3 m"),
        ("en", "2.5 h 20 min"),
        ("en", "5 kg 3"),
        ("it", "3'20\""),  # minutes or feet
        ("en", "2 months 5 days"),
    ],
)
def test_what_is_no_sum_is_refused(language: str, text: str) -> None:
    with pytest.raises(ReadingError):
        read(text, language)


def test_a_bound_before_a_sum_holds() -> None:
    value = read("about 3h 20m")
    assert (value.bound, value.low) == ("about", Decimal(180))
    assert factcheck.compare("3h 20m", "200 minutes").verdict is Verdict.AGREE


@pytest.mark.parametrize(
    ("language", "text", "number", "unit"),
    [
        ("en", "14 per 1,000", "14", "per_1000"),
        ("en", "14 deaths per 100,000 people", "14", "per_100000"),
        ("en", "14 per million", "14", "per_1000000"),
        ("en", "14 for every 1,000 people", "14", "per_1000"),
        ("en", "14 per 100,000 people a year", "14", "per_100000/yr"),
        ("it", "14 ogni 1.000 abitanti", "14", "per_1000"),
        ("de", "14 je 100.000 Einwohner", "14", "per_100000"),
        ("fr", "14 pour 1 000 habitants", "14", "per_1000"),
        ("es", "14 por cada 1.000", "14", "per_1000"),
        ("pt", "14 por 100 mil habitantes", "14", "per_100000"),
        ("nl", "14 per 1.000", "14", "per_1000"),
        ("sv", "14 per 1 000", "14", "per_1000"),
    ],
)
def test_so_many_of_a_round_number(language: str, text: str, number: str, unit: str) -> None:
    value = read(text, language)
    assert (value.number, value.unit) == (Decimal(number), unit)


def test_incidences_compare_as_shares() -> None:
    assert factcheck.compare("14 per 1,000", "1.4%").verdict is Verdict.AGREE
    assert factcheck.compare("14 per 1,000", "14 per 100,000").verdict is Verdict.CONTRADICTS
    assert factcheck.compare("14 per 1,000", "14").verdict is Verdict.UNDETERMINED
    assert str(show_measured(read("14 per 100,000"))) == "14 per 100,000"


@pytest.mark.parametrize("text", ["14 per 1,500", "14 a 1,000", "14 kg per 1,000 people"])
def test_what_is_no_round_number_of_others_is_refused(text: str) -> None:
    with pytest.raises(ReadingError):
        read(text)
