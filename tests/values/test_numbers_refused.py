"""Texts that may mean another number than they seem to: each is refused, and told why."""

from __future__ import annotations

import pytest

from factcheck.text.context import Context, ReadingError
from factcheck.text.language import known_languages, language_of
from factcheck.text.numbers.unknown_words import is_symbol, misspelt_scale
from factcheck.values import kind_of


def read(text: str, language: str) -> None:
    kind_of("quantity").read(text, Context(language))


REFUSED = [
    ("en", "$7 milion", "misspelt"),
    ("es", "7 milones de euros", "misspelt"),
    ("sv", "7 miljader kronor", "misspelt"),
    ("de", "7 Miliarden Euro", "misspelt"),
    ("en", "7 qbl", "may be a unit"),
    ("en", "7 million not", "may deny it"),
    ("en", "million 7", "before its digits"),
    ("en", "billion", "no number that it multiplies"),
    ("it", "miliardi", "no number that it multiplies"),
    ("en", "(7) million people", "in brackets"),
    ("it", "(7) milioni", "in brackets"),
    ("en", "$1.5 million ($2,943,201)", "two figures in one unit"),
    ("en", "14 in 2021", "its year"),
    ("en", "€7.5m2", "beside another unit"),
    ("en", "3 °C warmer", "difference"),
    ("en", "a 3 °C temperature difference", "difference"),
    ("en", "7 kg €", "beside a unit"),
    ("en", "$7 million kg", "beside another unit"),
    ("en", "7 kg to 9 miles", "beside another unit"),
    ("en", "14 Acacia Avenue", "an address"),
    ("fr", "14 rue de Rivoli", "an address"),
    ("en", "p < 0.01", "before its number"),
    ("en", "sixty-sixty", "one number twice"),
    ("en", "two hundred thirty-fifths", "a fraction"),
    ("en", "8 gross tons", "no number"),
    ("en", "$7 of $9", "two numbers"),
    ("zh", "3丈", "may be a unit"),
    ("en", "7 million &", "may join it"),
    ("en", "7 million and", "something is missing"),
    ("en", "forty point million", "two numbers"),
]


@pytest.mark.parametrize(("language", "text", "why"), REFUSED)
def test_a_text_that_may_mean_another_number_is_refused(language: str, text: str, why: str) -> None:
    with pytest.raises(ReadingError, match=why):
        read(text, language)


@pytest.mark.parametrize("code", [c for c in known_languages() if c != "symbols"])
def test_no_known_word_of_a_language_is_taken_for_a_scale_misspelt(code: str) -> None:
    """A unit or a thing that its tables name is never refused as a scale word with a slip."""
    data = language_of(code).data
    units = [word for stated in data["units"]["words"].values() for word in stated]
    for word in units:
        try:
            read(f"37 {word}", code)
        except ReadingError as why:
            assert "misspelt" not in str(why), word


def test_a_scale_word_is_told_from_a_noun_by_one_letter() -> None:
    assert misspelt_scale("millon", "en") and misspelt_scale("bilion", "en")
    assert misspelt_scale("thosuand", "en")
    assert not misspelt_scale("pillars", "en") and not misspelt_scale("doden", "nl")
    assert is_symbol("bcf") and is_symbol("ly") and not is_symbol("bus") and not is_symbol("GW")
