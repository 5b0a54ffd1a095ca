"""Whether a passage gives a value: its number as a whole, with unit, sign and bound."""

from __future__ import annotations

import pytest

from factcheck.model import Attribute, Location
from factcheck.values import kind_of
from factcheck.values.base import Context

SPENDING = Attribute("spending", "spending", "money", Location("a.yaml", 1, 1), unit="CNY")


def occurs(text: str, passage: str, language: str = "en", kind: str = "quantity") -> bool | None:
    context = Context(language, attribute=SPENDING if kind == "money" else None)
    return kind_of(kind).occurs(kind_of(kind).read(text, context), passage, context)


@pytest.mark.parametrize(
    ("value", "passage"),
    [
        ("85", "1985 people"),
        ("85", "-85 people"),
        ("85", "at -85 degrees"),
        ("12", "12,000"),
        ("20", "H20 chips"),
        ("85%", "85 people"),
        ("$5m", "€5m"),
        ("5 km", "5 miles"),
        ("more than 85", "less than 85"),
        ("at least 85", "up to 85 people"),
        ("10", "10:30"),
        ("2.3", "version 1.2.3"),
        ("12 billion", "12 firms raised 5 billion"),
        ("$5m", "5 million people"),
    ],
)
def test_another_number_is_not_the_value(value: str, passage: str) -> None:
    assert occurs(value, passage) is False


@pytest.mark.parametrize(
    ("value", "passage"),
    [
        ("85", "85 people work there"),
        ("85 people", "85 people work there"),
        ("more than 85", "with over 85 employees"),
        ("10%", "from 10% to 12%"),
        ("10 billion", "between 10 and 12 billion yuan"),
        ("100 million users", "it has 100m users"),
        ("$5m", "raised $5m last year"),
        ("5 km", "a road of 5 kilometres"),
        ("14", "fourteen people"),
        ("-3", "at minus 3"),
        ("20,000 chips", "an order for 20,000 H200 chips"),
        ("85", "x " * 1500 + "with 85 people"),
    ],
)
def test_the_same_number_is(value: str, passage: str) -> None:
    assert occurs(value, passage) is True


def test_an_amount_typed_without_its_currency_is_that_of_the_passage() -> None:
    assert occurs("85 bn", "spent 85 billion yuan", kind="money") is True
    assert occurs("85 bn", "spent 85 billion dollars", kind="money") is False
