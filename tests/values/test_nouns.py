"""What is counted: plurals by sure rules, and two nouns that never become one."""

from __future__ import annotations

import pytest

import factcheck
from factcheck.text.language import fold, known_languages, language_of
from factcheck.text.numbers.nouns import singular
from factcheck.values.measures.measured import Measured

LANGUAGES = [code for code in known_languages() if code != "symbols"]
PLURALS = [
    (code, plural, single)
    for code in LANGUAGES
    for plural, single in language_of(code).data["singular"]["plurals"].items()
]


@pytest.mark.parametrize(("code", "plural", "single"), PLURALS)
def test_each_rule_has_a_plural_and_its_singular(code: str, plural: str, single: str) -> None:
    assert singular(plural, code) == fold(single)
    assert singular(single, code) == fold(single), "the singular is its own"


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_rule_is_without_an_example(code: str) -> None:
    table = language_of(code).data["singular"]
    words = set(table.get("words", {}))
    used = {
        next(
            (ending for ending in table["endings"] if fold(plural).endswith(ending)),
            None,
        )
        for plural in table["plurals"]
        if plural not in words
    }
    changing = {ending for ending, single in table["endings"].items() if ending != single}
    assert changing <= used


TWO_NOUNS = [
    ("es", "5 puertos", "5 puertas"),
    ("es", "5 casas", "5 casos"),
    ("it", "5 porte", "5 porti"),
    ("it", "5 cani", "5 canali"),
    ("it", "5 signore", "5 signori"),
    ("it", "5 pesci", "5 pesche"),
    ("fr", "5 ports", "5 portes"),
    ("fr", "5 fils", "5 fil"),
    ("de", "5 Banken", "5 Banden"),
    ("de", "5 Raten", "5 Räte"),
    ("pt", "5 portos", "5 portas"),
    ("en", "5 posters", "5 postings"),
    ("en", "5 goods", "5 good"),
    ("en", "5 planes", "5 plans"),
    ("nl", "5 manden", "5 mannen"),
    ("sv", "5 flickor", "5 flockar"),
    ("zh", "5匹", "5头"),
]


@pytest.mark.parametrize(("language", "a", "b"), TWO_NOUNS)
def test_two_nouns_never_become_one(language: str, a: str, b: str) -> None:
    nouns = [text.removeprefix("5").strip() for text in (a, b)]
    assert singular(nouns[0], language) != singular(nouns[1], language)


@pytest.mark.parametrize(("language", "a", "b"), [row for row in TWO_NOUNS if row[0] != "zh"])
def test_equal_numbers_of_two_nouns_are_undetermined(language: str, a: str, b: str) -> None:
    for one, other in ((a, b), (b, a)):
        found = factcheck.compare(one, other, language=language)
        assert found.verdict == "undetermined"


@pytest.mark.parametrize(
    ("language", "a", "b"),
    [
        ("en", "5 suspension bridges", "5 suspension bridge"),
        ("fr", "5 journaux", "5 journal"),
        ("de", "5 Kirchenbücher", "5 Kirchenbuch"),
        ("it", "5 laghi", "5 lago"),
    ],
)
def test_a_plural_and_its_singular_are_one(language: str, a: str, b: str) -> None:
    assert factcheck.compare(a, b, language=language).verdict == "agree"


@pytest.mark.parametrize(
    ("text", "unit", "noun"),
    [
        ("40 million weekly listeners", "", "weekly listeners"),
        ("40 million weekly active users", "user", "weekly"),
        ("40 million listeners weekly", "/wk", "listeners"),
        ("300 tonnes yearly or more", "t/yr", ""),
    ],
)
def test_an_adverb_of_time_is_a_rate_at_the_end_alone(text: str, unit: str, noun: str) -> None:
    value = factcheck.read(text)
    assert isinstance(value, Measured)
    assert (value.unit, value.noun) == (unit, noun)
