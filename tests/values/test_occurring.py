"""Whether a passage gives a value: its number as a whole, with unit, sign and bound."""

from __future__ import annotations

import pytest

from factcheck.model import Attribute, Location
from factcheck.text.context import Context
from factcheck.values import kind_of

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


def test_a_number_typed_alone_is_none_with_a_unit() -> None:
    assert occurs("85", "85% of them") is False
    assert occurs("85", "85 percent") is False
    assert occurs("85", "some 85 km") is False
    assert occurs("85", "some $85") is False
    assert occurs("85", "85 of them") is True
    assert occurs("85", "85 employees") is True


def test_the_attribute_may_declare_the_unit() -> None:
    share = Attribute("share", "share", "quantity", Location("a.yaml", 1, 1), unit="%")
    kind = kind_of("quantity")
    value = kind.read("85", Context("en"))
    assert kind.occurs(value, "85% of them", Context("en", attribute=share)) is True
    assert kind.occurs(value, "some 85 km", Context("en", attribute=share)) is False


@pytest.mark.parametrize(
    ("value", "passage", "there"),
    [
        ("2nd", "it came second", True),
        ("3rd", "it came second", False),
        ("2nd", "it came last", None),
        ("6 ft 2 in", "he is six feet, two inches tall", True),
        ("6 ft 2 in", "he is six feet, three inches tall", False),
        ("30-45,000", "between 30-45,000 came", True),
        ("down 18%", "it fell by 18 percent", True),
        ("down 18%", "it rose by 18 percent", False),
        ("down more than 18%", "it fell by over 18 percent", True),
        ("18%", "it fell by 18 percent", True),
        ("12 per 1,000", "12 deaths per 1,000 people", True),
    ],
)
def test_what_is_read_in_another_way_is_found(value: str, passage: str, there: bool | None) -> None:
    assert occurs(value, passage) is there
