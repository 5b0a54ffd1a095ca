"""Quantities and money account for every word: none is put in that leaves the reading as it was.

Texts are those that the languages' data files give as examples, and others that are made of their
tables, with one word more at any place: a scale, a unit, a negation, an exclusion, a nonsense word,
a digit, a sign. Then the reading changes, or is refused, or names the word: in a note, or as what
is counted or left out. Words that a language declares to say nothing are put in nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from random import Random

import pytest

from factcheck.text.context import Context, ReadingError
from factcheck.text.language import fold, known_languages, language_of
from factcheck.values import kind_of
from factcheck.values.measures.measured import Measured
from tests.drawing import chance, size

LANGUAGES = [code for code in known_languages() if code != "symbols"]
DATES = ("periods", "times")

NONSENSE = ["zog", "blarfen", "qx", "mlln", "brzz", "Snorvik", "trlx", "vrp", "milllion", "天竜"]
DIGITS = ["7", "3.5", "12", "1", "0", "2025"]
SIGNS = ["±", "<", ">", "%", "€", "$", "°", "/", "*", "^", "=", "#", "@", "&", "×", "(", "?"]
NAMED = frozenset({"noun", "exclusion", "note"})
"""Spans that show a word as it is, and say no more of the number than that it stands there."""


@cache
def read(text: str, code: str) -> Measured | None:
    """The value, or None where the text is refused."""
    try:
        value = kind_of("quantity").read(text, Context(code))
    except ReadingError as why:
        assert 10 < len(str(why)) < 400, text
        return None
    assert isinstance(value, Measured)
    return value


@cache
def texts(code: str) -> tuple[str, ...]:
    """The examples of a language, and texts made of its words for bounds, scales and units."""
    data = language_of(code).data
    given = [
        text
        for part, table in data.items()
        if isinstance(table, dict) and part not in DATES
        for text in table.get("examples", {})
    ]
    return tuple(text for text in sorted({*given, *_made(code)}) if read(text, code) is not None)


def _made(code: str) -> Iterator[str]:
    draw, data = chance(f"texts of {code}"), language_of(code).data
    bounds = [w for part, ws in data["bounds"].items() if part != "examples" for w in ws]
    scales = [*data["magnitudes"]["words"], *data["magnitudes"].get("short", {}), ""]
    units = [w for words in data["units"]["words"].values() for w in words]
    money = [w for words in data["currencies"]["words"].values() for w in words]
    blank = "" if language_of(code).hanzi else " "
    for _ in range(size(30, 600)):
        number = draw.choice(["5", "12", "40", "150", "7.5", "3,5", "2000"])
        words = [draw.choice([*bounds, "", ""]), number, draw.choice(scales)]
        words.append(
            draw.choice([*units, "zebras", ""]) if draw.random() < 0.6 else draw.choice(money)
        )
        yield blank.join(word for word in words if word)


@cache
def words(code: str) -> tuple[str, ...]:
    """What is put in: words of every table, those of this language and scales of all."""
    data = language_of(code).data
    scales = [w for c in LANGUAGES for w in language_of(c).data["magnitudes"]["words"]]
    units = [w for stated in data["units"]["words"].values() for w in stated[:2]]
    signs = ["kg", "km", "ppm", "GW", "bcf", "kWh", "m", "h", "K", "C"]
    excluded = [f"{word} Acme" for word in data["excluded"]["words"]]
    negations = list(data["negators"]["words"])
    found = (*scales, *units, *signs, *excluded, *negations, *NONSENSE, *DIGITS, *SIGNS)
    return tuple(w for w in dict.fromkeys(found) if not _says_nothing(w, code))


def _says_nothing(word: str, code: str) -> bool:
    return not {"filler", "joiner", "article"}.isdisjoint(language_of(code).meanings(word))


def with_word(text: str, word: str, code: str, draw: Random) -> str:
    """The text with the word at some place, between two of its words."""
    if language_of(code).hanzi:
        at = draw.randrange(len(text) + 1)
        return text[:at] + word + text[at:]
    pieces = text.split(" ")
    at = draw.randrange(len(pieces) + 1)
    return " ".join([*pieces[:at], word, *pieces[at:]])


def says_the_same(before: Measured, after: Measured) -> bool:
    return all(
        getattr(before, name) == getattr(after, name)
        for name in ("number", "last", "unit", "bound", "strict", "loose", "noun")
    )


def says_already(before: Measured, word: str, text: str, code: str) -> bool:
    """Whether the word says what the text does: "$" beside "dollars", ">" beside "over"."""
    means = language_of(code).meanings(word)
    zero = word == "0" and language_of(code).hanzi  # 05 is 5
    code_or_sign = {str(means.get("currency")), str(means.get("unit"))}
    return (
        zero
        or ("magnitude" in means and before.last is not None)  # "10 million to 12 million"
        or means.get("bound") == before.bound
        or before.unit in code_or_sign
        or ("currency" in means and before.unit.isupper())
    )


def names(value: Measured, word: str) -> bool:
    folded = fold(word)
    if folded in fold(value.bound_text):
        return True
    notes = any(folded in fold(str(note)) for note in value.notes)
    return notes or any(s.kind in NAMED and fold(s.text) in folded for s in value.spans)


def dropped(text: str, word: str, code: str, draw: Random) -> str:
    """The text with the word, where it reads as if the word were not there; else ""."""
    longer, before = with_word(text, word, code, draw), read(text, code)
    after = read(longer, code)
    if before is None or after is None or not says_the_same(before, after):
        return ""
    if names(after, word) or says_already(before, word, text, code):
        return ""
    return f"{longer!r} reads as {text!r} does: {after.shown!s}"


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_word_is_dropped(code: str) -> None:
    draw = chance(f"words of {code}")
    found = {
        dropped(draw.choice(texts(code)), draw.choice(words(code)), code, draw)
        for _ in range(size(250, 20_000))
    }
    assert sorted(found - {""}) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_there_are_texts_and_words_to_put_in(code: str) -> None:
    assert len(texts(code)) > 40
    assert len(words(code)) > 200
