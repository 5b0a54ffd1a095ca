"""Finds claims that rest on one passage: the same long run of words in several sources.

Runs are looked up in a table, so that the cost grows with the words, not with pairs of sources.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from factcheck.model import Claim, Quote
from factcheck.model.frozen import dataclass
from factcheck.text.passages.passage import plain
from factcheck.text.scripts import LatePattern, may_be_unspaced

LONG = 12
"""Words in a row that two writers do not choose alike by chance."""

_HAN = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"  # kana and Han: written without spaces
_ANY_WORD = LatePattern(rf"[{_HAN}]|[^\W{_HAN}]+(?:[.,'][^\W{_HAN}]+)*")
_WORD = re.compile(r"\w+(?:[.,']\w+)*")
_HAN_LETTER = LatePattern(rf"[{_HAN}]")
_LETTERS_OF_A_WORD = 2  # of Chinese and Japanese, about


@dataclass(frozen=True, slots=True)
class Copies:
    """Claims of several sources that share a passage, and its words in normalised form."""

    claims: tuple[Claim, ...]  # in order of name
    words: str


class Passages:
    """The words around each quote: from the archived text if there is one, else the quote alone."""

    def __init__(self, archives: Mapping[str, str], words: int = LONG) -> None:
        self._archives = archives
        self._long = words
        self._texts: dict[str, str] = {}

    def copies(self, claims: Iterable[Claim]) -> tuple[Copies, ...]:
        """The groups of these claims that share a passage, sorted; other claims are in no group."""
        claims = sorted(claims, key=lambda c: c.name)
        if len({c.source.id for c in claims}) < 2:
            return ()
        first: dict[str, Claim] = {}
        shared: dict[str, str] = {}  # claim name -> words that it shares with its group
        leader = {c.name: c.name for c in claims}
        for claim in claims:
            for run in self._runs(claim):
                other = first.setdefault(run, claim)
                if other.source is not claim.source:
                    a, b = sorted((_leader(leader, other.name), _leader(leader, claim.name)))
                    leader[b] = a
                    shared.setdefault(other.name, run)
                    shared.setdefault(claim.name, run)
        groups: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            groups[_leader(leader, claim.name)].append(claim)
        return tuple(
            Copies(tuple(g), shared[g[0].name]) for _, g in sorted(groups.items()) if len(g) > 1
        )

    def _runs(self, claim: Claim) -> Iterator[str]:
        """Every run of the given number of words that includes a word of the quote."""
        if claim.quote is None:
            return
        words = self._around(claim.quote, claim.source.id)
        size = self._size(words)
        for start in range(len(words) - size + 1):
            yield " ".join(words[start : start + size])

    def _around(self, quote: Quote, source: str) -> list[str]:
        stated = _stated(" ".join(p for p in (quote.prefix, quote.exact, quote.suffix) if p))
        text = self._text(source)
        at = text.find(f" {' '.join(stated)} ") if stated else -1
        if at < 0:
            return stated
        near, end = self._size(stated) - 1, at + len(" ".join(stated)) + 1
        if near < 1:
            return stated
        reach = 100 * near  # letters in which so many words surely stand
        before = text[max(0, at - reach) : at].split()[-near:]
        return [*before, *stated, *text[end : end + reach].split()[:near]]

    def _size(self, words: list[str]) -> int:
        han = sum(_HAN_LETTER.compiled.match(w) is not None for w in words if may_be_unspaced(w))
        return self._long * (_LETTERS_OF_A_WORD if 2 * han > len(words) else 1)

    def _text(self, source: str) -> str:
        if source not in self._texts:
            self._texts[source] = f" {' '.join(_words(self._archives.get(source, '')))} "
        return self._texts[source]


def _words(text: str) -> list[str]:
    same = plain(text).casefold()
    return (_ANY_WORD.compiled if may_be_unspaced(same) else _WORD).findall(same)


_stated = lru_cache(maxsize=16_384)(_words)


def _leader(leader: dict[str, str], name: str) -> str:
    """The first of the claim's group (union-find, halving the way)."""
    while leader[name] != name:
        leader[name] = leader[leader[name]]
        name = leader[name]
    return name
