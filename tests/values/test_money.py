"""Amounts of money: which currency, which rate of which day, and what the source itself implies."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

import factcheck
from factcheck.model import Attribute, Location, Verdict
from factcheck.text.context import Context, ReadingError
from factcheck.values.base import Incomparable
from factcheck.values.exchange.rates import rate_on
from factcheck.values.money import KIND, Money

DAY = date(2025, 12, 23)


def read(text: str, language: str = "en", **context: object) -> Money:
    value = KIND.read(text, Context(language, DAY, **context))  # type: ignore[arg-type]
    assert isinstance(value, Money)
    return value


def attribute(unit: str | None = None) -> Attribute:
    return Attribute("spending", "spending", "money", Location("a.yaml", 1, 1), unit=unit)


@pytest.mark.parametrize(
    ("language", "text", "number", "code"),
    [
        ("en", "US$14bn", "14e9", "USD"),
        ("en", "A$2.5m", "2.5e6", "AUD"),
        ("en", "HK$ 3 billion", "3e9", "HKD"),
        ("en", "NT$5bn", "5e9", "TWD"),
        ("en", "RMB160bn", "160e9", "CNY"),
        ("en", "160bn yuan", "160e9", "CNY"),
        ("en", "£3m", "3e6", "GBP"),
        ("en", "10 Turkish lira", "10", "TRY"),
        ("en", "50 pence", "50", "GBP/100"),
        ("en", "₹13 lakh", "1300000", "INR"),
        ("en", "120 MEUR", "120e6", "EUR"),
        ("en", "15 dollars 50", "15.50", "USD"),
        ("it", "circa 85 miliardi di yuan", "85e9", "CNY"),
        ("it", "20 milioni di sterline", "20e6", "GBP"),
        ("it", "1,7 trilioni di dollari", "1.7e12", "USD"),
        ("de", "1,5 Mrd. Euro", "1.5e9", "EUR"),
        ("fr", "361 millions de livres", "361e6", "GBP"),
        ("es", "75 USD millones", "75e6", "USD"),
        ("pt", "R$ 14 bilhões", "14e9", "BRL"),
        ("zh", "8亿元人民币", "8e8", "CNY"),
        ("zh", "1200亿美元", "120e9", "USD"),
        ("ja", "1兆2000億円", "1.2e12", "JPY"),
    ],
)
def test_amounts(language: str, text: str, number: str, code: str) -> None:
    money = read(text, language)
    assert (money.number, money.unit) == (Decimal(number), code)


def test_a_sign_of_many_countries_is_noted() -> None:
    assert read("$5").unit == "USD"
    assert [str(n) for n in read("$5").notes] == ['"$" is taken as USD, as no country is given']
    assert read("$5", country="AU").unit == "AUD"
    assert "AU" in str(read("$5", country="AU").notes[0])
    assert read("¥5").unit == "JPY"
    assert read("¥5", "zh").unit == "CNY"
    assert read("¥5", country="CN").unit == "CNY"
    assert read("20 francs").unit == "franc"
    assert read("20 francs", country="CH").unit == "CHF"


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("en", "3 million zlotys", "PLN"),
        ("en", "3 million forints", "HUF"),
        ("en", "3 billion kronor", "SEK"),
        ("en", "3 million lei", "RON"),
        ("it", "3 milioni di zloty", "PLN"),
        ("it", "3 milioni di lire turche", "TRY"),
        ("it", "3 miliardi di lire", "ITL"),
        ("de", "3 Millionen Rand", "ZAR"),
        ("de", "3 Millionen Mark", "DEM"),
        ("fr", "3 millions de rands", "ZAR"),
        ("es", "3 millones de soles", "PEN"),
        ("nl", "3 miljoen gulden", "NLG"),
        ("sv", "3 miljoner kr", "SEK"),
        ("da", "3 kroner", "DKK"),
        ("nb", "3 kroner", "NOK"),
        ("zh", "300万泰铢", "THB"),
        ("ja", "300万バーツ", "THB"),
    ],
)
def test_a_currency_by_its_press_name(language: str, text: str, code: str) -> None:
    assert read(text, language).unit == code


@pytest.mark.parametrize(
    ("language", "text", "sign"),
    [
        ("en", "3 million kroner", "krone"),
        ("de", "3 Millionen Kronen", "krone"),
        ("it", "3 milioni di corone", "krone"),
        ("en", "3 million lira", "lira"),
    ],
)
def test_a_name_of_several_currencies_says_what_to_add(language: str, text: str, sign: str) -> None:
    value = read(text, language)
    assert value.unit == sign  # no code: it converts into nothing
    assert "write the code of its currency" in str(value.notes[-1])
    assert read(text, language, country="NO" if sign == "krone" else "TR").unit in ("NOK", "TRY")


def test_without_a_currency_the_attributes_own_is_taken_and_said() -> None:
    money = read("circa 15 miliardi", "it", attribute=attribute("USD"))
    assert money.unit == "USD"
    assert "no currency is written" in str(money.notes[0])
    with pytest.raises(ReadingError, match="names no currency"):
        read("15 billion")
    with pytest.raises(ReadingError, match="is in kg"):
        read("15 kg", attribute=attribute("USD"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "160bn yuan ($23bn)"),
        ("en", "160bn yuan, or $23bn"),
        ("it", "160 miliardi di RMB, circa 23 miliardi di dollari"),
        ("it", "160 miliardi di yuan (23 miliardi di dollari)"),
        ("zh", "1600亿元（约合230亿美元）"),
    ],
)
def test_the_same_amount_in_two_currencies(language: str, text: str) -> None:
    money = read(text, language)
    assert (money.number, money.unit, money.text) == (Decimal("160e9"), "CNY", text)
    assert money.also is not None
    assert (money.also.number, money.also.unit) == (Decimal("23e9"), "USD")
    (moved,) = KIND.together([money], attribute("USD"))
    assert isinstance(moved, Money)
    assert moved.number == Decimal("23e9")
    assert "the source's own figure" in str(moved.notes[-1])


@pytest.mark.parametrize("text", ["$5bn, €3bn", "$5bn and €3bn", "5 dollars to 6 euros", "$5 €6"])
def test_two_amounts_are_not_one(text: str) -> None:
    with pytest.raises(ReadingError):
        read(text)


def test_conversion_shows_rate_day_source_and_band() -> None:
    (moved,) = KIND.together([read("$1bn")], attribute("CNY"))
    assert isinstance(moved, Money)
    rate = rate_on("USD", "CNY", DAY)
    assert rate is not None and rate.day == DAY
    assert moved.unit == "CNY"
    assert abs(moved.number / (rate.rate * 10**9) - 1) < Decimal("0.001")
    assert moved.low < rate.rate * Decimal("0.5e9") and moved.high > rate.rate * Decimal("1.5e9")
    note = str(moved.notes[-1])
    assert "on 2025-12-23, ECB" in note and "3 %" in note


def test_a_rate_is_never_of_a_later_day() -> None:
    sunday = rate_on("USD", "EUR", date(2025, 12, 21))
    assert sunday is not None and sunday.day == date(2025, 12, 19)
    assert rate_on("USD", "EUR", date(1990, 1, 1)) is None
    assert rate_on("USD", "EUR", date(2090, 1, 1)) is None
    assert rate_on("USD", "VND", DAY) is None


def test_no_rate_is_said() -> None:
    undated = KIND.read("$5", Context("en"))
    for value, why in [(undated, "no day is known"), (read("5 Vietnamese dong"), "no rate of VND")]:
        (moved,) = KIND.together([value], attribute("CNY"))
        assert isinstance(moved, Incomparable)
        assert moved.dimension == "rate"
        assert why in str(moved.why)


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("RMB 160bn", "$23bn", Verdict.CONSISTENT),
        ("RMB 150bn", "RMB 85bn", Verdict.CONTRADICTS),
        ("RMB 150bn", "$12bn", Verdict.CONTRADICTS),
        ("$67600", "$47600", Verdict.CONTRADICTS),
        ("$1.00", "100 cents", Verdict.AGREE),
        ("$5", "5 Vietnamese dong", Verdict.UNDETERMINED),
        ("$20 per chip", "$20", Verdict.UNDETERMINED),
    ],
)
def test_compare(a: str, b: str, verdict: Verdict) -> None:
    assert factcheck.compare(a, b, kind="money", on=DAY).verdict is verdict
    assert factcheck.compare(b, a, kind="money", on=DAY).verdict is verdict


def test_occurs_by_number() -> None:
    context = Context("it")
    assert KIND.occurs(read("160 miliardi di RMB", "it"), "circa 160 miliardi di yuan", context)
    assert not KIND.occurs(read("85 miliardi di RMB", "it"), "circa 58 miliardi", context)


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("100 billion rubles", "400 billion rubles", Verdict.CONTRADICTS),
        ("100 billion rubles", "100 billion rubles", Verdict.AGREE),
        ("$101", "$103", Verdict.CONTRADICTS),  # a rate's band would hide the gap
        ("$1.00", "100 cents", Verdict.AGREE),
    ],
)
def test_amounts_in_one_currency_need_no_rate(a: str, b: str, verdict: Verdict) -> None:
    one, other = KIND.together([read(a), read(b)], attribute("EUR"))
    assert isinstance(one, Money) and isinstance(other, Money)
    assert one.unit == other.unit != "EUR"
    assert KIND.compare(one, other).verdict is verdict
