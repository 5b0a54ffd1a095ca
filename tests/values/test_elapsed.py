"""Lengths of time that are written like a clock."""

from __future__ import annotations

from decimal import Decimal

import pytest

import factcheck
from factcheck.model import Attribute, Location, Verdict
from factcheck.text.context import Context, ReadingError
from factcheck.values.measures.measured import Measured
from factcheck.values.measures.occurring import gives_number
from factcheck.values.quantity import KIND

HERE = Location("attributes.yaml", 1, 1)


def seconds(text: str, language: str = "en", unit: str = "") -> Decimal:
    attribute = Attribute("time", "time", "quantity", HERE, unit=unit) if unit else None
    value = KIND.read(text, Context(language, attribute=attribute))
    assert isinstance(value, Measured)
    assert value.unit == "s"
    return value.number


@pytest.mark.parametrize(
    ("language", "text", "unit", "number"),
    [
        ("en", "1:02:03", "", "3723"),
        ("en", "26:10.4", "", "1570.4"),
        ("de", "26:10,4", "", "1570.4"),
        ("de", "1:43,9 Minuten", "", "103.9"),
        ("fr", "1h02'03\"", "", "3723"),
        ("it", "1:02:03 ore", "", "3723"),
        ("en", "7:15 minutes", "", "435"),
        ("en", "7:15", "h", "26100"),
        ("en", "7:15", "s", "435"),
        ("es", "3'43\"", "s", "223"),
        ("en", "101:00:00", "", "363600"),
    ],
)
def test_elapsed_times_are_seconds(language: str, text: str, unit: str, number: str) -> None:
    assert seconds(text, language, unit) == Decimal(number)


@pytest.mark.parametrize(
    ("text", "unit", "why"),
    [
        ("7:15", "min", "hours or minutes"),
        ("7:15", "", "two numbers"),
        ("1:62:03", "", "3 numbers"),
        ("1:02:03 km", "", "3 numbers"),
        ("not 1:02:03", "", "3 numbers"),
        ("1:02:03 GMT", "", "3 numbers"),
        ("1:02:03 and 1:02:04", "", "numbers"),
    ],
)
def test_what_may_be_something_else_is_refused(text: str, unit: str, why: str) -> None:
    with pytest.raises(ReadingError, match=why):
        seconds(text, unit=unit)


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("1:02:03", "62 minutes 3 seconds", Verdict.AGREE),
        ("1:02:03", "1:02:03.4", Verdict.CONSISTENT),
        ("1:00:00", "1:00:20", Verdict.CONTRADICTS),
        ("1:02:03", "1:20:03", Verdict.CONTRADICTS),
        ("about 1:02:03", "1:02:05", Verdict.CONSISTENT),
    ],
)
def test_elapsed_times_are_compared_as_lengths(a: str, b: str, verdict: Verdict) -> None:
    assert factcheck.compare(a, b).verdict is verdict


def test_a_passage_gives_an_elapsed_time() -> None:
    value = KIND.read("1:02:03", Context("en"))
    assert isinstance(value, Measured)
    assert gives_number(value, "She ran it in 1:02:03, her best.", "en")
    assert not gives_number(value, "She ran it in 1:02:04, her best.", "en")
