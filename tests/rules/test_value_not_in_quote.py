"""A value is held against its quote as read: never a false alarm for another way of writing it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from factcheck.model import Finding
from factcheck.report import rulebook
from factcheck.rules import every_rule
from factcheck.rules.base import Example, Statement

[RULE] = [r for r in every_rule() if r.name == "value-not-in-quote"]


def found(
    attribute: str, value: str, quote: str, language: str = "en", keys: Mapping[str, object] = {}
) -> tuple[Finding, ...]:
    stated = Statement(
        "Harbour Post", "Northwind", attribute, value, {**keys, "quote": quote}, language
    )
    return rulebook.found(RULE, Example("a quote", (stated,)))


@pytest.mark.parametrize(
    ("attribute", "value", "quote", "language"),
    [
        ("staff", "14", "fourteen people", "en"),
        ("staff", "fourteen", "14 people", "en"),
        ("staff", "8.5 thousand", "8,500 people", "en"),
        ("staff", "8500", "8.500 persone", "it"),
        ("staff", "ventuno", "21 persone", "it"),
        ("staff", "1.2亿", "1亿2000万人", "zh"),
        ("staff", "12万人", "员工120,000人", "zh"),
        ("staff", "8500", "8 500 Menschen", "de"),
        ("budget", "85 bn CNY", "85 billion yuan", "en"),
        ("budget", "85 miliardi di euro", "85 mld di euro", "it"),
        ("budget", "$5m", "US$5 million", "en"),
        ("share", "13%", "13 percent", "en"),
        ("share", "13%", "thirteen per cent of the market", "en"),
        ("length", "5 km", "five kilometres", "en"),
        ("licence", "proprietary", "its proprietary models", "en"),
        ("licence", "proprietari", "i modelli proprietari", "it"),
        ("chip", "Lantern", "the Lantern’s launch", "en"),
        ("chip", "灯笼", "the new Lantern chip", "en"),
        ("chief", "Anna Berg", "said A. K. Berg", "en"),
        ("chief", "O'Neill-Smith", "said O’Neill–Smith", "en"),
        ("opened", "2019-04-12", "opened on April 12, 2019", "en"),
        ("opened", "April 2019", "opened on 12 April 2019", "en"),
        ("opened", "2019-04-12", "aperto il 12 aprile 2019", "it"),
        ("opened", "2019-04-12", "于2019年4月12日开业", "zh"),
        ("opened", "2019", "founded in 2015, it opened four years later", "en"),
        ("opened", "2019", "It opened the year after the fair of 2018", "en"),
        ("opened", "2019-04-12", "opened last Friday", "en"),
        ("opened", "2020", "It opened in May 2019, 8 months late", "en"),
    ],
)
def test_another_way_of_writing_is_no_fault(
    attribute: str, value: str, quote: str, language: str
) -> None:
    assert [str(f.message) for f in found(attribute, value, quote, language)] == []


@pytest.mark.parametrize(
    ("attribute", "value", "quote", "language", "hint"),
    [
        ("staff", "58", "85 people", "en", "the same digits in another order"),
        ("staff", "5,800", "a staff of 8,500 people", "en", "the same digits in another order"),
        ("budget", "85 milioni di euro", "85 miliardi di euro", "it", "3 zeros more"),
        ("staff", "8,500", "850 people", "en", "1 zero fewer"),
        ("staff", "850人", "员工580人", "zh", "the same digits in another order"),
        ("staff", "14", "some forty people", "en", ""),
        ("chief", "Anna Berg", "said Ada Lind", "en", ""),
        ("licence", "proprietary", "its open-source models", "en", ""),
        ("opened", "2019-04-12", "opened on 14 April 2019", "en", ""),
        ("opened", "2019-04-12", "aperto il 12 maggio 2019", "it", ""),
        ("opened", "2019", "于2018年4月开业", "zh", ""),
    ],
)
def test_another_value_is_a_fault_and_its_slip_is_named(
    attribute: str, value: str, quote: str, language: str, hint: str
) -> None:
    [finding] = found(attribute, value, quote, language)
    assert finding.verdict == "unsupported"
    assert finding.anchor[0] == "harbour-post"
    assert [hint in str(h) for h in finding.own_hints] == ([True] if hint else [])
