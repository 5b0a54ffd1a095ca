"""Words that are few edits apart, found without comparing every one with every other.

Two words that are k edits apart have a form in common, left when k letters are taken out of the
longer one and as many or fewer out of the other: only words with a form in common are compared
(deletion neighbourhoods: Bocek, Hunt, Stiller 2007). Long words have too many such forms; but of k
edits either the first or the last letters bear at most half, and the forms of these are few.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise, product
from typing import NamedTuple

from factcheck.values.naming.likeness import FUZZY_FROM, digit_words, latin, letters, within

Allowed = Callable[[int], int]
"""How many edits two words may be apart by the length of the shorter one; for more never fewer."""
Close = dict[tuple[str, str], int]
"""The edits between two words, of which the first one is first in the alphabet."""
_ByLength = Mapping[int, Sequence[str]]


class _Ends(NamedTuple):
    """Lengths of which the ends of words are compared, and how many letters an end has."""

    floor: int
    ceiling: int
    letters: int


ENDS = tuple(
    _Ends(low, high, (low - 1) // 2)
    for low, high in pairwise((11, 13, 15, 20, 30, 48, 80, 140, 260, 600, 10**6))
)
"""Of words this long that may be more than one edit apart; all others are compared whole."""
HALVED = 5
"""With more edits than these, even the ends have too many: each word is compared with each."""


def near_pairs(words: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Pairs of words of which one may be a misspelling of the other, each pair sorted, all sorted.

    In plain Latin letters they are the same, or one edit apart with the same digits.
    """
    spelled: dict[str, list[str]] = defaultdict(list)
    for word in sorted(set(words)):
        spelled[letters(latin(word))].append(word)
    found = [pair for same in spelled.values() for pair in combinations(same, 2)]
    for a, b in close_pairs(spelled, lambda length: int(length >= FUZZY_FROM)):
        for one, other in product(spelled[a], spelled[b]):
            if digit_words(latin(one)) == digit_words(latin(other)):
                found.append((min(one, other), max(one, other)))
    return tuple(sorted(found))


def close_pairs(words: Iterable[str], allowed: Allowed) -> Close:
    """Every two different words that are no more edits apart than their lengths allow."""
    by_length: dict[int, list[str]] = defaultdict(list)
    for word in sorted(set(words)):
        by_length[len(word)].append(word)
    found: Close = {}
    for left, edits in _classes(by_length, allowed):
        _whole(by_length, left, edits, allowed, found)
    for ends in ENDS:
        _by_ends(by_length, ends, allowed, found)
    return found


def _is_whole(length: int, edits: int) -> bool:
    return edits == 1 or length < ENDS[0].floor


def _classes(by_length: _ByLength, allowed: Allowed) -> list[tuple[int, int]]:
    """(letters that are left, edits) of all pairs that are compared whole."""
    return sorted(
        {
            (max(0, longer - edits), edits)
            for shorter in by_length
            if (edits := allowed(shorter)) and _is_whole(shorter, edits)
            for longer in range(shorter, shorter + edits + 1)
            if longer in by_length
        }
    )


def _whole(by_length: _ByLength, left: int, edits: int, allowed: Allowed, found: Close) -> None:
    """Words that have a form of `left` letters in common."""
    words = (
        (form, word)
        for missing in range(edits + 1)
        for word in by_length.get(left + missing, ())
        for form in _without(word, missing)
    )
    for block in _shared(words):
        _compare(block, block, allowed, found)


def _shared(words: Iterable[tuple[str, str]]) -> Collection[list[str]]:
    """From (form, word): the words of each form that several have. Most forms only one has."""
    first: dict[str, str] = {}
    shared: dict[str, list[str]] = {}
    for form, word in words:
        other = first.setdefault(form, word)
        if other != word:
            shared.setdefault(form, [other]).append(word)
    return shared.values()


def _without(word: str, missing: int) -> Iterable[str]:
    """The forms of a word with so many letters taken out."""
    if missing == 0:
        return (word,)
    if missing == 1:
        return {word[:i] + word[i + 1 :] for i in range(len(word))}
    return {
        form[:i] + form[i + 1 :] for form in _without(word, missing - 1) for i in range(len(form))
    }


def _by_ends(by_length: _ByLength, ends: _Ends, allowed: Allowed, found: Close) -> None:
    """Words of which the shorter one has a length of `ends`, by their first and last letters."""
    shorter = [n for n in by_length if ends.floor <= n < ends.ceiling and allowed(n)]
    if all(_is_whole(n, allowed(n)) for n in shorter):
        return
    most = max(map(allowed, shorter))
    longest = max(n + allowed(n) for n in shorter)
    words = [w for n in sorted(by_length) if ends.floor <= n <= longest for w in by_length[n]]
    if most > HALVED:
        _compare(words, words, allowed, found)
        return
    for cut in (slice(ends.letters), slice(-ends.letters, None)):
        by_end: dict[str, list[str]] = defaultdict(list)
        for word in words:
            by_end[word[cut]].append(word)
        for a, b in _sharing(by_end, most // 2):
            _compare(by_end[a], by_end[b], allowed, found)


def _sharing(ends: Collection[str], missing: int) -> Iterator[tuple[str, str]]:
    """Each end with itself, and every two that have a form in common, once."""
    yield from ((end, end) for end in ends)
    blocks = _shared((form, end) for end in ends for form in _without(end, missing))
    yield from {pair for block in blocks for pair in combinations(block, 2)}


def _compare(some: Sequence[str], others: Sequence[str], allowed: Allowed, found: Close) -> None:
    """Puts down the pairs of one of each that are close, those of one list with itself once."""
    for number, word in enumerate(some):
        rest = others[number + 1 :] if others is some else others
        if rest:
            for other, edits in within(word, rest, allowed(len(word))):
                if edits <= allowed(min(len(word), len(other))) and word != other:
                    found[min(word, other), max(word, other)] = edits
