"""Words behind a number: those that turn its sense, multiply it, or are a unit nobody knows."""

from __future__ import annotations

import pytest

from factcheck.values import kind_of
from factcheck.values.base import Context, ReadingError
from factcheck.values.language import known_languages, language_of
from factcheck.values.measured import Measured

LANGUAGES = [code for code in known_languages() if code != "symbols"]


def read(text: str, language: str) -> Measured:
    value = kind_of("quantity").read(text, Context(language))
    assert isinstance(value, Measured)
    return value


# What turns a number into a fall, a loss or a difference

TURNED = [
    ("en", "a 12% drop"),
    ("en", "3% lower"),
    ("en", "$5m loss"),
    ("en", "$5m deficit"),
    ("en", "300 more"),
    ("it", "3% in meno"),
    ("it", "3% di calo"),
    ("it", "5 milioni di euro di perdita"),
    ("de", "5 Millionen Euro Verlust"),
    ("de", "12 Prozent Umsatzrückgang"),
    ("fr", "3 % de moins"),
    ("es", "3% de caída"),
    ("zh", "5%的降幅"),
]


@pytest.mark.parametrize(("language", "text"), TURNED)
def test_a_word_that_turns_a_number_is_refused(language: str, text: str) -> None:
    with pytest.raises(ReadingError, match="a fall, a loss or a difference"):
        read(text, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_that_turns_a_number_does(language: str) -> None:
    for word in language_of(language).data["turned"]["words"]:
        with pytest.raises(ReadingError):
            read(f"12% {word}", language)


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [
        ("en", "300 or more", "at least"),
        ("en", "5 more or less", "about"),
        ("en", "20 short tons", "exact"),
        ("it", "5 o più", "at least"),
        ("it", "5 o meno", "up to"),
        ("de", "5 oder weniger", "up to"),
        ("en", "a 12% rise", "exact"),
    ],
)
def test_a_bound_behind_a_number_turns_nothing(language: str, text: str, bound: str) -> None:
    assert read(text, language).bound == bound
