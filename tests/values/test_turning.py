"""The words that turn a number, held to the languages that they are taken from."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

import factcheck
from factcheck.values.language import fold, known_languages, language_of
from factcheck.values.turning import turned

SHORTEST = 3
VALUES = files("factcheck.values")
LANGUAGES = sorted(set(known_languages()) - {"symbols"})


def magnitudes(code: str) -> set[str]:
    """The magnitude words in a language's file that are long enough to mean nothing else."""
    table = tomllib.loads((VALUES / "languages" / f"{code}.toml").read_text("utf-8"))["magnitudes"]
    words = [w for key, group in table.items() if key != "examples" for w in group]
    return {fold(w) for w in words if len(w) >= SHORTEST or not w.isascii()}


def test_every_magnitude_word_of_every_language_is_listed_and_no_other() -> None:
    listed = tomllib.loads((VALUES / "turning.toml").read_text("utf-8"))["magnitudes"]
    assert {w for words in listed.values() for w in words} == set().union(
        *(magnitudes(code) for code in LANGUAGES)
    )
    assert all(set(words) <= magnitudes(code) for code, words in listed.items())


@pytest.mark.parametrize(
    ("text", "language", "why"),
    [
        ("a 12% drop", "en", "direction"),
        ("$5m loss", "en", "direction"),
        ("300 more", "en", "direction"),
        ("3% in meno", "it", "direction"),
        ("5 milioni di euro di perdita", "it", "direction"),
        ("10 Prozent weniger", "de", "direction"),
        ("$5 billion", "it", '"language: en"'),
        ("5 milioni di euro", "en", '"language: it"'),
        ("5 mld euro", "en", '"language: it"'),
        ("12 tausend", "en", '"language: de"'),
    ],
)
def test_such_a_word_is_refused(text: str, language: str, why: str) -> None:
    with pytest.raises(factcheck.ReadingError, match=why):
        factcheck.read(text, language=language)


@pytest.mark.parametrize(
    ("text", "language"),
    [("a 12% rise", "en"), ("300 bridges", "en"), ("13% dei ricavi", "it"), ("20.000 chip", "it")],
)
def test_a_plain_word_is_not(text: str, language: str) -> None:
    assert factcheck.read(text, language=language).text == text


def test_what_turns_in_one_language_does_not_in_another() -> None:
    assert turned("meno", language_of("it")) is not None
    assert turned("meno", language_of("de")) is None
