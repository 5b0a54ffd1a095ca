"""A rise or a fall that stands before its amount, and what only looks like one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.model import Attribute, Interval, Location
from factcheck.text.context import Context, ReadingError
from factcheck.text.language import known_languages, language_of
from factcheck.values.measures.measured import Measured
from factcheck.values.quantity import KIND

LANGUAGES = [code for code in known_languages() if code != "symbols"]
CHANGING = [code for code in LANGUAGES if "changes" in language_of(code).data]


def read(text: str, language: str = "en", attribute: Attribute | None = None) -> Measured:
    value = KIND.read(text, Context(language, attribute=attribute))
    assert isinstance(value, Measured)
    return value


@pytest.mark.parametrize("language", CHANGING)
def test_every_word_for_a_fall_is_negative_and_for_a_rise_is_not(language: str) -> None:
    data = language_of(language).data["changes"]
    for word in data["down"]:
        assert read(f"{word} 12%", language).number == -12, word
    for word in data["up"]:
        assert read(f"{word} 12%", language).number == 12, word


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("down more than 18%", "-Infinity", "-18"),
        ("down less than 18%", "-18", "Infinity"),
        ("down nearly 20%", "-20", "-18"),
        ("down just over 20%", "-22", "-20"),
        ("down 10-12%", "-12", "-10"),
        ("down about 20%", "-22", "-18"),
    ],
)
def test_bounds_are_mirrored(text: str, low: str, high: str) -> None:
    strict = read(text).strict
    assert isinstance(strict, Interval)
    assert (strict.low, strict.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "down to 18%"),
        ("en", "fell to 18%"),
        ("en", "fell from 18%"),
        ("en", "fell 300 people"),  # by, or to
        ("en", "down $5m"),
        ("en", "down -18%"),
        ("en", "rose 5% to 18%"),
        ("en", "rose from 5% to 18%"),
        ("it", "in calo al 18%"),
        ("zh", "下降至18%"),
        ("en", "18% decline"),
    ],
)
def test_a_level_or_an_unclear_change_is_refused(language: str, text: str) -> None:
    with pytest.raises(ReadingError):
        read(text, language)


def test_an_attribute_that_counts_falls_needs_a_person() -> None:
    place = Location("a.yaml", 1, 1)
    decline = Attribute("price-decline", "decline of the price", "quantity", place)
    with pytest.raises(ReadingError, match="counts changes itself"):
        read("down 18%", attribute=decline)
    price = Attribute("price-change", "change of the price", "quantity", place)
    assert read("down 18%", attribute=price).number == -18
    assert "a fall: a negative number" in str(read("down 18%", attribute=price).notes)
