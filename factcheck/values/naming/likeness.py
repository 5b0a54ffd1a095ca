"""How alike two spellings are, in any script. The only door to rapidfuzz and anyascii."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz import process
from rapidfuzz.distance import OSA

FUZZY_FROM = 5
"""Shorter words are never taken for a misspelling of each other: H20 and H200, Kim and Kin."""
LETTERS_AN_EDIT = 5
"""One edit (a letter added, lost, changed, or two swapped) is allowed for so many letters."""

GENERATIONS = {"jr": "junior", "jnr": "junior", "junior": "junior"} | {
    "sr": "senior",
    "snr": "senior",
    "senior": "senior",
}
"""Words that tell a father from a son of the same name."""


@lru_cache(maxsize=65536)
def latin(text: str) -> str:
    """`text` in plain Latin letters, lower case: "Алиев" is "aliev", "Erdoğan" "erdogan"."""
    return anyascii(text).casefold()


def edits(a: str, b: str) -> int:
    """How many letters are added, lost, changed or swapped from one to the other."""
    return int(OSA.distance(a, b))


def allowed_edits(length: int) -> int:
    """How many edits still leave a word of that length the same word, misspelt."""
    return 0 if length < FUZZY_FROM else max(1, length // LETTERS_AN_EDIT)


def alike(a: str, b: str) -> bool:
    """Whether one may be a misspelling of the other. Any word with a digit must be the same.

    So must single letters and generations, where both have some: vaccines A and B, Jr. and Sr.
    """
    if a == b:
        return True
    if digit_words(a) != digit_words(b) or distinguished(a.split(), b.split()):
        return False
    return edits(a, b) <= allowed_edits(min(len(a), len(b)))


def distinguished(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether both have words that are one letter or a generation, and not the same ones."""
    ones, others = _distinguishing(a), _distinguishing(b)
    return len(ones) == len(others) and ones != others


def _distinguishing(words: Sequence[str]) -> list[str]:
    plain = (re.sub(r"[\W_]", "", word).casefold() for word in words)
    return sorted(GENERATIONS.get(w, w) for w in plain if len(w) == 1 or w in GENERATIONS)


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that `word` most likely means, or None where none is near enough."""
    folded = {c: latin(c) for c in sorted(set(candidates))}
    wanted = latin(word)
    best = process.extractOne(wanted, folded, scorer=OSA.distance, score_cutoff=_slack(wanted))
    return None if best is None else str(best[2])


def _slack(word: str) -> int:
    return max(1, len(word) // 3)


def within(word: str, others: Sequence[str], most: int) -> list[tuple[str, int]]:
    """Those of the others that are at most so many edits away, each with its edits."""
    if len(others) == 1:  # most often, and then the search costs more than the comparison
        found = OSA.distance(word, others[0], score_cutoff=most)
        return [(others[0], found)] if found <= most else []
    described = process.extract(word, others, scorer=OSA.distance, score_cutoff=most, limit=None)
    return [(other, int(edits)) for other, edits, _ in described]


@lru_cache(maxsize=65536)
def letters(text: str) -> str:
    """The letters and digits of `text` alone."""
    return re.sub(r"[\W_]", "", text)


def digit_words(text: str) -> tuple[str, ...]:
    """The words of `text` that have a digit, sorted."""
    return tuple(sorted(w for w in re.findall(r"\w+", text) if any(c.isdigit() for c in w)))
