"""Units: how they convert, which never do, and that every word for one is read as it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from factcheck.model import Verdict
from factcheck.text.context import Context, ReadingError
from factcheck.text.language import known_languages, language_of
from factcheck.text.numbers.pairs import TENTHS
from factcheck.text.units import COUNTED, DAYS_OF_YEAR, converted, factor, is_known
from factcheck.values.measures.measured import Measured
from factcheck.values.quantity import KIND

# By definition, or to the digits of NIST SP 811, appendix B; those of oil by the IRS and the IEA.
FACTORS = [
    ("mi", "km", "1.609344"),
    ("nmi", "m", "1852"),
    ("ft", "in", "12"),
    ("yd", "ft", "3"),
    ("km²", "ha", "100"),
    ("mi²", "acre", "640"),
    ("ha", "acre", "2.471054"),
    ("ft²", "m²", "0.09290304"),
    ("ha", "mu", "15"),
    ("m³", "l", "1000"),
    ("hl", "l", "100"),
    ("gal", "l", "3.785411784"),
    ("gal_uk", "l", "4.54609"),
    ("bbl", "gal", "42"),
    ("t", "kg", "1000"),
    ("Gt", "t", "1e9"),
    ("short_ton", "kg", "907.18474"),
    ("long_ton", "kg", "1016.0469088"),
    ("lb", "oz", "16"),
    ("ozt", "g", "31.1034768"),
    ("kWh", "MJ", "3.6"),
    ("TWh", "PJ", "3.6"),
    ("kWh", "Btu", "3412.142"),
    ("MMBtu", "MWh", "0.2930711"),
    ("therm", "MMBtu", "0.1"),
    ("boe", "MMBtu", "5.8"),
    ("toe", "MWh", "11.63"),
    ("kcal", "kJ", "4.184"),
    ("GW", "kW", "1e6"),
    ("hp", "W", "745.69987"),
    ("PS", "kW", "0.73549875"),
    ("GiB", "GB", "1.073741824"),
    ("EB", "GB", "1e9"),
    ("B", "bit", "8"),
    ("GB/s", "Gbit/s", "8"),
    ("PFLOPS", "TFLOPS", "1000"),
    ("FLOPS", "FLOP/s", "1"),
    ("km/h", "m/s", "0.27777778"),
    ("mph", "km/h", "1.609344"),
    ("kn", "km/h", "1.852"),
    ("h", "min", "60"),
    ("wk", "d", "7"),
    ("yr", "mo", "12"),
    ("decade", "yr", "10"),
    ("token/d", "token/yr", "365.2425"),
    ("user/mo", "user/yr", "12"),
    ("bbl/d", "bbl/yr", "365.2425"),
    ("t/d", "kt/yr", "0.3652425"),
    ("pp", "bp", "100"),
    ("%", "‰", "10"),
    ("psi", "kPa", "6.894757"),
    ("Ah", "mAh", "1000"),
    ("GPU", "chip", "1"),
    ("employee", "person", "1"),
    ("smartphone", "device", "1"),
]


@pytest.mark.parametrize(("unit", "to", "factor"), FACTORS)
def test_conversion(unit: str, to: str, factor: str) -> None:
    there, back = converted(Decimal(1), unit, to), converted(Decimal(1), to, unit)
    assert there is not None and back is not None
    assert abs(there / Decimal(factor) - 1) < Decimal("1e-6")
    assert abs(there * back - 1) < Decimal("1e-20")


@pytest.mark.parametrize(
    ("unit", "to", "number", "moved"),
    [
        ("°C", "°F", "100", "212"),
        ("°F", "°C", "-40", "-40"),
        ("°C", "K", "25", "298.15"),
        ("°F", "K", "32", "273.15"),
    ],
)
def test_temperatures_have_an_offset(unit: str, to: str, number: str, moved: str) -> None:
    found = converted(Decimal(number), unit, to)
    assert found is not None
    assert abs(found - Decimal(moved)) < Decimal("1e-9")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("%", "pp"),
        ("%", "bp"),
        ("FLOP", "FLOPS"),
        ("kW", "kWh"),
        ("bbl", "bbl/d"),
        ("m", "m²"),
        ("chip", "user"),
        ("vehicle", "home"),
        ("time", "chip"),
        ("bit", "Hz"),
        ("t", "$"),
        ("kg/m/s", "Pa"),
    ],
)
def test_what_never_converts(a: str, b: str) -> None:
    assert converted(Decimal(1), a, b) is None
    assert converted(Decimal(1), b, a) is None


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("100 basis points", "1 percentage point", Verdict.CONSISTENT),
        ("1%", "1 percentage point", Verdict.UNDETERMINED),
        ("100 miles", "161 km", Verdict.CONSISTENT),
        ("100 miles", "180 km", Verdict.CONTRADICTS),
        ("2.5 million bpd", "2.5 million barrels per day", Verdict.AGREE),
        ("1 EB", "1,000 PB", Verdict.CONSISTENT),
        ("80 GiB", "80 GB", Verdict.CONTRADICTS),
        ("350,000 GPUs", "350,000 chips", Verdict.AGREE),
        ("350,000 GPUs", "350,000 cars", Verdict.UNDETERMINED),
        ("5 MW", "5 MWh", Verdict.UNDETERMINED),
    ],
)
def test_compare(a: str, b: str, verdict: Verdict) -> None:
    import factcheck

    assert factcheck.compare(a, b).verdict is verdict
    assert factcheck.compare(b, a).verdict is verdict


def words() -> Iterator[tuple[str, str, str]]:
    """(language, word, unit) of every unit that a data file names; signs are tried in English."""
    for code in known_languages():
        for table in ("words", "exact"):
            for unit, stated in language_of_file(code)["units"].get(table, {}).items():
                yield from (("en" if code == "symbols" else code, word, unit) for word in stated)


def language_of_file(code: str) -> dict[str, dict[str, dict[str, list[str]]]]:
    import tomllib
    from importlib.resources import files

    text = (files("factcheck.text") / "languages" / f"{code}.toml").read_text("utf-8")
    return tomllib.loads(text)


@pytest.mark.parametrize("code", known_languages())
def test_every_unit_of_a_language_is_one_that_converts(code: str) -> None:
    named = {
        unit
        for table in ("words", "exact")
        for unit in language_of_file(code)["units"].get(table, {})
    }
    bases = {unit.partition(" ")[0] for unit in named}  # "bbl/d m" counts millions of them
    assert not [unit for unit in sorted(bases - TENTHS.keys()) if not is_known(unit)]


def test_every_word_for_a_unit_is_read_as_it() -> None:
    """But for those that give a magnitude after a number."""
    wrong, refused = [], []
    for code, word, unit in words():
        if {"magnitude", "short"} & language_of(code).meanings(word).keys():
            continue  # "37 B" are billions
        text = f"37{word}" if language_of(code).hanzi else f"37 {word}"
        try:
            value = KIND.read(text, Context(code))
        except ReadingError:
            refused.append((code, word))
            continue
        assert isinstance(value, Measured)
        meant = "%" if unit in TENTHS else unit.partition(" ")[0]
        if value.unit != meant:
            wrong.append((code, word, unit, value.unit))
    assert (wrong, refused) == ([], [])


def test_what_is_known_without_pint_is_what_pint_knows() -> None:
    assert factor("yr", "d") == DAYS_OF_YEAR


def test_counted_things_are_those_of_units_txt() -> None:
    assert {"chip", "user", "person", "vehicle"} <= COUNTED
    assert not COUNTED & {"km", "time", "bit", "pp"}
