"""Cues of a sentence: words that take back what it says, deny it, or say how firm it is.

The words are data, one file for each language in `cues/`; each stands there with an example.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from factcheck.text.cldr import base_language
from factcheck.text.scripts import may_be_unspaced

NEGATION, DENIAL = "negation", "denial"
CONDITIONAL = "conditional"
STATUSES = ("planned", "projected", "conditional", "rumoured")
"""What a cue can say of a sentence, strongest first; each is a table of a language's file."""

MOST_WORDS = 8
"""Words before a value in which a negation or a status still speaks of it."""
MOST_HAN = 14
"""Characters before it, in a script without blanks."""
WORDS_BEHIND = 3
MOST_OF_A_NAME = 40
"""Characters behind "according to" in which the name of the origin stands."""
REACH_OF_COMPARISON = 24
REACH_OF_ARTICLE = 5
"""Characters between a word of comparison and a name: "than the "."""

_CUT = re.compile(r"[,;:()\[\]–—、，；：（）]|(?<= )-(?= )")
_CUT_HARD = re.compile(r"[,;:()\[\]–—，；：（）]|(?<= )-(?= )")


class Cue(NamedTuple):
    """What a sentence says of its value: the table that has the word, and the word as it stands."""

    what: str
    word: str
    start: int
    end: int


def cues_before(sentence: str, at: int, end: int, language: str) -> tuple[Cue, ...]:
    """The cues that speak of the value at these places of a plain sentence, at most one a table.

    Empty for a language without a file of cues.
    """
    tables = _tables(base_language(language))
    if tables is None:
        return ()
    sentence = _lowered(sentence)
    hard = _last_end(_CUT_HARD, sentence, at)
    granted = _last_end(tables["concession"], sentence, at)
    soft = max(hard, granted, _last_end(tables["but"], sentence, at))
    near = max(soft, _words_back(sentence, at))
    excepted = [m.span() for m in tables["no_negation"].finditer(sentence)]
    found = [
        cue
        for what, first in ((NEGATION, near), (DENIAL, hard), *((s, near) for s in STATUSES))
        if what in tables and (cue := _last(tables[what], what, sentence, first, at))
        if not (what == CONDITIONAL and granted == soft > 0)  # "while it may lag": it does
    ]
    if "negation_behind" in tables and not any(cue.what == NEGATION for cue in found):
        found += _behind(tables["negation_behind"], sentence, end)
    return tuple(
        cue
        for cue in found
        if cue.what not in (NEGATION, DENIAL)
        or not any(first <= cue.start and cue.end <= last for first, last in excepted)
    )


def credited(sentence: str, language: str) -> Iterator[str]:
    """What stands around each word that credits somebody: "According to Quay Wire, it"."""
    tables = _tables(base_language(language))
    sentence = _lowered(sentence)
    for found in tables["credit"].finditer(sentence) if tables else ():
        behind = _CUT.search(sentence, found.end())
        end = min(behind.start() if behind else len(sentence), found.end() + MOST_OF_A_NAME)
        yield sentence[found.end() : end]
        if found.group() == "zufolge":  # German puts it behind the name
            yield sentence[max(0, found.start() - MOST_OF_A_NAME) : found.start()]


def compares_before(sentence: str, at: int, language: str) -> bool:
    """Whether a word of comparison stands right before this place: "more than", "unlike"."""
    tables = _tables(base_language(language))
    near = max(0, at - REACH_OF_COMPARISON)
    return (
        bool(tables)
        and tables is not None
        and any(
            at - found.end() <= REACH_OF_ARTICLE
            for found in tables["comparison"].finditer(_lowered(sentence), near, at)
        )
    )


def _lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:] if sentence[:1].isascii() else sentence


def clause(sentence: str, at: int, end: int) -> tuple[int, int]:
    """Where the clause around these places begins and ends."""
    behind = _CUT.search(sentence, end)
    return _last_end(_CUT, sentence, at), behind.start() if behind else len(sentence)


def examples(language: str) -> Mapping[str, Mapping[str, str]]:
    """Of each table of a language: its words, each with an example."""
    text = files("factcheck.text.passages").joinpath(f"cues/{language}.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def languages() -> tuple[str, ...]:
    """The languages with a file of cues."""
    folder = files("factcheck.text.passages").joinpath("cues")
    return tuple(sorted(f.name[:-5] for f in folder.iterdir() if f.name.endswith(".toml")))


@cache
def _tables(language: str) -> Mapping[str, re.Pattern[str]] | None:
    if language not in languages():
        return None
    return {what: _pattern(words) for what, words in examples(language).items()}


def _pattern(words: Mapping[str, str]) -> re.Pattern[str]:
    """A pattern for any of the words as a whole, longest first, in their case: "May" is a month."""
    return re.compile("|".join(_whole(w) for w in sorted(words, key=lambda w: (-len(w), w))))


def _whole(word: str) -> str:
    if may_be_unspaced(word):
        return re.escape(word)
    before = "" if word.startswith(("n't", "'")) else r"(?<!\w)"
    return f"{before}{re.escape(word)}(?!\\w)"


def _last(pattern: re.Pattern[str], what: str, sentence: str, first: int, at: int) -> Cue | None:
    found = list(pattern.finditer(sentence, first, at))
    return Cue(what, found[-1].group(), *found[-1].span()) if found else None


def _behind(pattern: re.Pattern[str], sentence: str, end: int) -> Iterator[Cue]:
    """A negation behind the value, where a language puts it there: "gibt 5 Euro nicht aus"."""
    cut = _CUT.search(sentence, end)
    words = sentence[end : cut.start() if cut else len(sentence)].split(" ")
    reach = end + len(" ".join(words[: WORDS_BEHIND + 1]))
    if found := pattern.search(sentence, end, reach):
        yield Cue(NEGATION, found.group(), *found.span())


def _last_end(pattern: re.Pattern[str], sentence: str, at: int) -> int:
    return max((found.end() for found in pattern.finditer(sentence, 0, at)), default=0)


def _words_back(sentence: str, at: int) -> int:
    before = sentence[:at]
    if may_be_unspaced(before):
        return max(0, at - MOST_HAN)
    words = before.split(" ")
    return len(" ".join(words[: -MOST_WORDS - 1])) if len(words) > MOST_WORDS + 1 else 0
