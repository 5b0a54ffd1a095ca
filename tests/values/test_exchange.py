"""Which rate an amount converts at: of its day, of its period, or of our table of years."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import currency_converter
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Attribute, Location, Period
from factcheck.text.context import Context
from factcheck.values.base import Incomparable
from factcheck.values.exchange.converting import rate_for
from factcheck.values.exchange.rates import average_rate, rate_on
from factcheck.values.money import KIND, Money

PUBLISHED = date(2026, 1, 22)
YEAR_2024 = Period(date(2024, 1, 1), date(2024, 12, 31))


def daily() -> dict[date, dict[str, Fraction]]:
    """What one euro costs on each day, from the shipped file itself, without the library."""
    with zipfile.ZipFile(currency_converter.CURRENCY_FILE) as kept:
        text = kept.read(kept.namelist()[0]).decode()
    return {
        date.fromisoformat(row["Date"]): {
            code: Fraction(rate)
            for code, rate in row.items()
            if code and code != "Date" and rate not in ("", "N/A")
        }
        | {"EUR": Fraction(1)}
        for row in csv.DictReader(io.StringIO(text))
    }


DAILY = daily()


def crossed(base: str, quote: str, span: Period) -> list[Fraction]:
    days = (rates for day, rates in DAILY.items() if span.start <= day <= span.end)
    return [rates[quote] / rates[base] for rates in days if base in rates and quote in rates]


def is_close(a: Decimal, b: Fraction | Decimal, share: str = "1e-12") -> bool:
    return abs(Fraction(a) / Fraction(b) - 1) < Fraction(share)


LIBRARY = currency_converter.CurrencyConverter(
    decimal=True, fallback_on_missing_rate=True, fallback_on_missing_rate_method="last_known"
)


@given(
    day=st.dates(date(2006, 1, 1), date(2026, 3, 1)),
    codes=st.permutations(["USD", "EUR", "CNY", "JPY", "GBP", "CHF"]),
)
def test_the_rate_of_a_day_is_the_one_that_the_library_gives(day: date, codes: list[str]) -> None:
    base, quote = codes[:2]
    found = rate_on(base, quote, day)
    assert found is not None
    assert is_close(found.rate, LIBRARY.convert(Decimal(1), base, quote, date=day))
    assert (day - found.day).days < 6


@given(
    start=st.dates(date(2006, 1, 1), date(2024, 6, 30)),
    days=st.integers(7, 500),
    codes=st.permutations(["USD", "EUR", "CNY", "JPY", "GBP"]),
)
def test_an_average_is_that_of_the_daily_rates(start: date, days: int, codes: list[str]) -> None:
    base, quote = codes[:2]
    span = Period(start, start + timedelta(days=days))
    rates = crossed(base, quote, span)
    average = sum(rates, Fraction(0)) / len(rates)
    found = average_rate(base, quote, span)
    assert found is not None
    assert is_close(found.rate, average)
    half = (max(rates) - min(rates)) / 2 / average
    assert (
        max(Fraction("0.01"), half)
        <= Fraction(found.band)
        <= max(Fraction("0.01"), half) + (Fraction("0.001"))
    )
    assert found.day <= span.end


@given(day=st.dates(date(2006, 1, 1), date(2025, 12, 31)))
def test_the_rate_of_a_day_is_the_last_one_before_it(day: date) -> None:
    last = max(d for d in DAILY if d <= day)
    found = rate_on("USD", "CNY", day)
    assert found is not None and found.day == last
    assert is_close(found.rate, DAILY[last]["CNY"] / DAILY[last]["USD"])


def test_an_average_says_of_when_it_is() -> None:
    found = average_rate("USD", "CNY", YEAR_2024)
    assert str(found) == "1 USD = 7.1956 CNY on average in 2024, ECB"


@pytest.mark.parametrize(
    ("base", "quote", "start", "end"),
    [
        ("EUR", "ISK", date(2010, 1, 1), date(2010, 12, 31)),  # suspended for ten years
        ("USD", "RUB", date(2022, 1, 1), date(2022, 12, 31)),  # until March alone
        ("USD", "GBP", date(1998, 7, 1), date(1999, 6, 30)),  # from January 1999 alone
        ("USD", "VND", date(2022, 1, 1), date(2022, 12, 31)),
        ("USD", "EUR", date(2098, 1, 1), date(2098, 12, 31)),
    ],
)
def test_half_a_period_has_no_average(base: str, quote: str, start: date, end: date) -> None:
    assert average_rate(base, quote, Period(start, end)) is None


def test_a_weekend_has_the_rate_of_its_friday() -> None:
    found = average_rate("USD", "EUR", Period(date(2025, 12, 20), date(2025, 12, 21)))
    assert found is not None and (found.day, found.band) == (date(2025, 12, 19), Decimal("0.01"))


# From the table of years


def test_pegs_hold_on_every_day() -> None:
    for code, peg in [("AED", "3.6725"), ("SAR", "3.75"), ("QAR", "3.64")]:
        found = rate_for("USD", code, PUBLISHED)
        assert found is not None and is_close(found.rate, Decimal(peg))
        assert found.band == Decimal("0.002")
        assert "official peg" in str(found)


def test_a_whole_year_has_its_average_and_says_so() -> None:
    found = rate_for("TWD", "USD", PUBLISHED, YEAR_2024)
    assert found is not None and is_close(found.rate, 1 / Fraction("32.1064"))
    assert "yearly average of 2024 from the table, Federal Reserve" in str(found)
    assert found.band == Decimal("0.02")


def test_the_table_meets_ecb_in_the_dollar() -> None:
    found = rate_for("TWD", "CNY", PUBLISHED, YEAR_2024)
    rates = crossed("USD", "CNY", YEAR_2024)
    assert found is not None
    assert is_close(found.rate, sum(rates, Fraction(0)) / len(rates) / Fraction("32.1064"))
    ecb = average_rate("USD", "CNY", YEAR_2024)
    assert ecb is not None and found.band == Decimal("0.02") + ecb.band
    assert "ECB" in str(found) and "from the table" in str(found)


def test_a_currency_that_moved_has_a_wider_band_or_no_rate() -> None:
    rupees = rate_for("LKR", "USD", PUBLISHED, Period(date(2018, 1, 1), date(2018, 12, 31)))
    assert rupees is not None and rupees.band == Decimal("0.033")  # half of 162.25 / 152.43 - 1
    assert rate_for("LKR", "USD", PUBLISHED, Period(date(2022, 1, 1), date(2022, 12, 31))) is None
    assert rate_for("ARS", "USD", PUBLISHED, Period(date(2023, 1, 1), date(2023, 12, 31))) is None


def test_a_year_that_was_not_over_is_never_asked() -> None:
    """What was published in July 2024 cannot know the average of 2024."""
    july = date(2024, 7, 1)
    found = rate_for("TWD", "USD", july)
    assert found is not None and is_close(found.rate, 1 / Fraction("31.1525"))
    assert found.day == date(2023, 12, 31)
    assert found.band == Decimal("0.16")
    quarter = rate_for("TWD", "USD", july, Period(date(2024, 1, 1), date(2024, 3, 31)))
    assert quarter is not None and quarter.rate == found.rate
    assert rate_for("LKR", "USD", july) is None
    assert rate_for("XAU", "USD", july) is None


# As a claim converts


def attribute(measure: str | None) -> Attribute:
    place = Location("a.yaml", 1, 1)
    return Attribute("a", "a", "money", place, unit="CNY", measure=measure)


def note_of(measure: str | None, period: Period | None) -> str:
    about = attribute(measure)
    value = KIND.read("$10bn", Context("en", PUBLISHED, about, period=period))
    (moved,) = KIND.together([value], about)
    assert isinstance(moved, Money)
    return str(moved.notes[-1])


@pytest.mark.parametrize("measure", ["flow", None])
def test_what_flowed_in_a_period_that_is_over_converts_at_its_average(measure: str | None) -> None:
    assert note_of(measure, YEAR_2024) == (
        "converted at 1 USD = 7.1956 CNY on average in 2024, ECB, give or take 2.1 %"
    )


@pytest.mark.parametrize(
    ("measure", "period"),
    [
        ("stock", None),
        ("flow", None),
        ("flow", Period(date(2026, 1, 1), date(2026, 12, 31))),
        ("flow", Period(date(2025, 1, 23), PUBLISHED)),
        ("flow", Period(date.min, date(2024, 12, 31))),
        ("flow", Period(date(2024, 1, 1), date.max)),
    ],
)
def test_everything_else_converts_at_the_day_of_publication(
    measure: str | None, period: Period | None
) -> None:
    note = note_of(measure, period)
    assert "CNY on 2026-01-22, ECB" in note and "give or take 3 %" in note


@pytest.mark.parametrize("measure", ["stock", "cumulative"])
def test_a_state_converts_at_its_last_day(measure: str) -> None:
    assert "CNY on 2024-12-31, ECB, give or take 3 %" in note_of(measure, YEAR_2024)


def test_each_of_a_scope_converts_by_its_own_period_in_any_order() -> None:
    about = attribute("flow")
    spans = [YEAR_2024, Period(date(2015, 1, 1), date(2015, 12, 31)), None]
    values = [KIND.read("$10bn", Context("en", PUBLISHED, about, period=s)) for s in spans]
    values.append(KIND.read("CNY 72bn", Context("en", PUBLISHED, about)))
    there, back = KIND.together(values, about), KIND.together(values[::-1], about)
    assert there == back[::-1]
    assert [str(v.number) for v in there if isinstance(v, Money)] == [
        "7.20E+10",
        "6.29E+10",
        "6.98E+10",
        "72000000000",
    ]


def test_a_period_without_a_rate_is_named() -> None:
    about = attribute("flow")
    span = Period(date(2023, 1, 1), date(2023, 12, 31))
    value = KIND.read("ARS 5bn", Context("en", PUBLISHED, about, period=span))
    (moved,) = KIND.together([value], about)
    assert isinstance(moved, Incomparable) and moved.dimension == "rate"
    assert str(moved.why) == "no rate of ARS to CNY is known for 2023"
