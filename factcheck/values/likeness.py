"""How alike two spellings are, in any script. The only door to rapidfuzz and anyascii."""

from __future__ import annotations

import re
from collections import defaultdict
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
    "sr": "senior", "snr": "senior", "senior": "senior",
}  # fmt: skip
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
    if _with_digits(a) != _with_digits(b) or told_apart(a.split(), b.split()):
        return False
    return edits(a, b) <= allowed_edits(min(len(a), len(b)))


def told_apart(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether both have words that are one letter or a generation, and not the same ones."""
    ones, others = _tellers(a), _tellers(b)
    return len(ones) == len(others) and ones != others


def _tellers(words: Sequence[str]) -> list[str]:
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


def near_pairs(words: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Pairs of words of which one may be a misspelling of the other, each pair sorted, all sorted.

    Words are compared only where they share all their digits, and what is left when one letter is
    taken out of a half of them, so that the cost grows with the words and not with their pairs.
    """
    blocks: dict[str, set[str]] = defaultdict(set)
    spelled = {word: latin(word) for word in set(words)}
    for word, plain in spelled.items():
        digits = "".join(sorted(filter(str.isdigit, plain)))
        for key in _block_keys(plain):
            blocks[f"{digits} {key}"].add(word)
    found: set[tuple[str, str]] = set()
    for block in blocks.values():
        members = sorted(block)
        for i, a in enumerate(members):
            found.update((a, b) for b in members[i + 1 :] if _near(spelled[a], spelled[b]))
    return tuple(sorted(found))


def _near(a: str, b: str) -> bool:
    plain_a, plain_b = re.sub(r"[\W_]", "", a), re.sub(r"[\W_]", "", b)
    if plain_a == plain_b:
        return True
    return (
        _with_digits(a) == _with_digits(b)
        and min(len(plain_a), len(plain_b)) >= FUZZY_FROM
        and (edits(plain_a, plain_b) <= 1)
    )


def _block_keys(word: str) -> set[str]:
    """One edit leaves one half of a word as it was."""
    plain = re.sub(r"[\W_]", "", word)
    half = len(plain) // 2
    return {f"{n}{plain[:n]}" for n in (half - 1, half) if n > 0} | {
        f"-{n}{plain[-n:]}" for n in (half - 1, half, half + 1) if n > 0
    }


def _with_digits(text: str) -> tuple[str, ...]:
    return tuple(sorted(w for w in re.findall(r"\w+", text) if any(c.isdigit() for c in w)))
