"""The passage of a text that is most like a quote, and word by word where the two part."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from factcheck.values.passage import UNSPACED, plain

MOST_WORDS = 400
"""Words of a quote that are compared; what follows is left out."""

_WORD = rf"(?:(?![{UNSPACED}])\w)+"
_TOKEN = re.compile(rf"[{UNSPACED}]|{_WORD}(?:[.,'-]{_WORD})*|[^\w\s\"']")

_WHOLE = 10**9


@dataclass(frozen=True, slots=True)
class Difference:
    """What each has in one place, "" for nothing, and the word before it that both have."""

    quote: str
    text: str
    after: str


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage, and where it parts from the quote, in their order."""

    passage: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """A text cut into words, of scripts without blanks into characters; and where they stand."""

    text: str
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def part(self, first: int, last: int) -> str:
        """The text from one word to the one before `last`."""
        return self.text[self.spans[first][0] : self.spans[last - 1][1]] if first < last else ""


def nearest(text: str, quote: str) -> Nearest | None:
    """The passage most like the quote; None where none shares a third of its words."""
    wanted, words = _cut(plain(quote)), _cut_text(text)
    wanted = _Words(wanted.text, wanted.words[:MOST_WORDS], wanted.spans[:MOST_WORDS])
    window = _window(wanted.words, words.words)
    if window is None:
        return None
    first, last = window
    # One capital more or less at the beginning of a quote is no difference.
    other = wanted.words[0][:1].swapcase() + wanted.words[0][1:]
    there = [wanted.words[0] if w == other else w for w in words.words[first:last]]
    matcher = SequenceMatcher(None, wanted.words, there, autojunk=False)
    steps: list[_Step] = [
        (tag, i1, i2, first + j1, first + j2) for tag, i1, i2, j1, j2 in matcher.get_opcodes()
    ]
    shared = sum(
        any(c.isalnum() for c in w)
        for tag, i1, i2, _, _ in steps
        for w in wanted.words[i1:i2]
        if tag == "equal"
    )
    if 3 * shared < sum(any(c.isalnum() for c in w) for w in wanted.words):
        return None
    steps = _trimmed(steps)
    passage = words.part(steps[0][3], steps[-1][4])
    return Nearest(passage, tuple(_differences(steps, wanted, words)))


_Step = tuple[str, int, int, int, int]  # tag, from and to in the quote, from and to in the text


def _trimmed(steps: Sequence[_Step]) -> list[_Step]:
    """The text's side cut to what stands against the quote's at both ends."""
    steps = [s for n, s in enumerate(steps) if s[0] != "insert" or 0 < n < len(steps) - 1]
    tag, i1, i2, j1, j2 = steps[0]
    if tag == "replace" and len(steps) > 1:
        steps[0] = (tag, i1, i2, max(j1, j2 - (i2 - i1)), j2)
    tag, i1, i2, j1, j2 = steps[-1]
    if tag == "replace" and len(steps) > 1:
        steps[-1] = (tag, i1, i2, j1, min(j2, j1 + (i2 - i1)))
    return steps


def _differences(steps: Sequence[_Step], wanted: _Words, words: _Words) -> Iterator[Difference]:
    for tag, i1, i2, j1, j2 in steps:
        if tag != "equal":
            after = wanted.part(i1 - 1, i1) if i1 else ""
            yield Difference(wanted.part(i1, i2), words.part(j1, j2), after)


def _cut(text: str) -> _Words:
    found = list(_TOKEN.finditer(text))
    return _Words(text, tuple(m.group() for m in found), tuple(m.span() for m in found))


@lru_cache(maxsize=4)
def _cut_text(text: str) -> _Words:
    return _cut(plain(text))


def _window(wanted: Sequence[str], words: Sequence[str]) -> tuple[int, int] | None:
    """The stretch of the text with most of the words wanted, rare ones weighing more.

    It slides over the places of these words alone, so that the cost grows with the text.
    """
    need = Counter(w.casefold() for w in wanted)
    hits = [(at, key) for at, w in enumerate(words) if (key := w.casefold()) in need]
    if not hits:
        return None
    often = Counter(key for _, key in hits)
    width, has, score = len(wanted) * 3 // 2 + 2, Counter[str](), 0
    best, chosen, left = 0, (0, 0), 0
    for right, (at, key) in enumerate(hits):
        has[key] += 1
        score += _WHOLE // often[key] if has[key] <= need[key] else 0
        while at - hits[left][0] >= width:
            gone = hits[left][1]
            score -= _WHOLE // often[gone] if has[gone] <= need[gone] else 0
            has[gone] -= 1
            left += 1
        if score > best:
            best, chosen = score, (left, right)
    pad = len(wanted)
    return max(0, hits[chosen[0]][0] - pad), min(len(words), hits[chosen[1]][0] + pad + 1)
