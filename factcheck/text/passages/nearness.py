"""The passage of a text that is most like a quote, and word by word where the two part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from factcheck.model.frozen import dataclass
from factcheck.text.passages.passage import plain
from factcheck.text.scripts import UNSPACED, LatePattern

MOST_WORDS = 400
"""Words of a quote that are compared; what follows is left out."""

SLACK = 3
"""So many words too many in the text weigh as one word that both have."""

_WORD = rf"(?:(?![{UNSPACED}])\w)+"
_TOKEN = LatePattern(rf"[{UNSPACED}]|{_WORD}(?:[.,'-]{_WORD})*|[^\w\s\"']")

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
    steps = _aligned(wanted, words, *window)
    equal = [s for s in steps if s.tag == "equal"]
    shared = [w for s in equal for w in wanted.words[s.i1 : s.i2]]
    if 3 * sum(map(_speaks, shared)) < sum(map(_speaks, wanted.words)) or not equal:
        return None
    steps = _trimmed(_aligned(wanted, words, *_tight(equal, len(wanted.words), len(words.words))))
    passage = words.part(steps[0].j1, steps[-1].j2)
    return Nearest(passage, tuple(_differences(steps, wanted, words)))


class _Step(NamedTuple):
    """A run of words: "equal", "replace", "insert" or "delete"; where in the quote, in the text."""

    tag: str
    i1: int
    i2: int
    j1: int
    j2: int


def _speaks(word: str) -> bool:
    return any(map(str.isalnum, word))


def _aligned(wanted: _Words, words: _Words, first: int, last: int) -> list[_Step]:
    """The steps that turn the quote into the words of the text from `first` to before `last`."""
    there = [_key(w) for w in words.words[first:last]]
    here = [_key(w) for w in wanted.words]
    # One capital more or less at the beginning of a quote is no difference.
    other = here[0][:1].swapcase() + here[0][1:]
    there = [here[0] if w == other else w for w in there]
    codes = SequenceMatcher(None, here, there, autojunk=False).get_opcodes()
    return [_Step(tag, i1, i2, first + j1, first + j2) for tag, i1, i2, j1, j2 in codes]


def _key(word: str) -> str:
    """A word without its hyphens: one at a line's end may divide it or belong to it."""
    return word.replace("-", "") or word


def _tight(equal: Sequence[_Step], wanted: int, words: int) -> tuple[int, int]:
    """Where in the text the quote's counterpart begins and ends.

    Of the runs of equal words, those are kept that have most words less a third of what the text
    has too many between them; what the quote has before and behind them is added on either side.
    """
    best, chosen = 0, (equal[0], equal[0])
    score, start = 0, equal[0]
    for last, one in pairwise((equal[0], *equal)):
        gap = max(0, (one.j1 - last.j2) - (one.i1 - last.i2))
        score -= gap // SLACK if one is not last else 0
        if score <= 0:
            score, start = 0, one
        score += one.i2 - one.i1
        if score > best:
            best, chosen = score, (start, one)
    first, end = chosen
    return max(0, first.j1 - first.i1), min(words, end.j2 + wanted - end.i2)


def _trimmed(steps: Sequence[_Step]) -> list[_Step]:
    """Without what only the text has at its ends."""
    first, last = steps[0].tag == "insert", steps[-1].tag == "insert"
    return list(steps[first : len(steps) - last])


def _differences(steps: Sequence[_Step], wanted: _Words, words: _Words) -> Iterator[Difference]:
    for tag, i1, i2, j1, j2 in steps:
        if tag != "equal":
            after = wanted.part(i1 - 1, i1) if i1 else ""
            yield Difference(wanted.part(i1, i2), words.part(j1, j2), after)


def _cut(text: str) -> _Words:
    found = list(_TOKEN.compiled.finditer(text))
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
