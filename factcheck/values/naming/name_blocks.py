"""Names that may be one, found without comparing every one with every other.

Every way in which `spelling` takes two names for one leaves a key that both have: the same words,
the same consonants, the same words but for a slip. What shares a key may be one; the rest is not.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from factcheck.values.naming.blocks import close_pairs
from factcheck.values.naming.consonants import skeleton
from factcheck.values.naming.likeness import allowed_edits
from factcheck.values.naming.spelling import (
    MOST_TYPING_ERRORS,
    Spelling,
    is_company,
    is_place_word,
    spelling,
    untitled,
)

Pair = tuple[int, int]
Words = tuple[str, ...]
TypingErrors = Mapping[str, Mapping[str, int]]
"""For a word, the words that stand for it and others near it, and how many slips away each is."""

WIDE = 7
"""Names with more words than these are compared with all that share enough words with them."""


def may_be_one(names: Sequence[Spelling]) -> set[Pair]:
    """The numbers of every two names that may be the same or near each other, and of a few more."""
    plain = [untitled(name) for name in names]
    found = set(_by_keys(names, plain))
    found.update(_carried(plain))
    found.update(_by_letters(plain))
    found.update(_by_words(plain))
    return found


def may_be_typing_errors(texts: Iterable[str], names: Iterable[str]) -> set[tuple[str, str]]:
    """Every text with the names that it may misspell: by letters as written, or by consonants."""
    written, known = _written(texts), _written(names)
    if not written:
        return set()
    keys = {*written, *known}
    close = close_pairs((key for key in keys if isinstance(key, str)), allowed_edits)
    pairs = {(key, key) for key in keys} | {p for a, b in close for p in ((a, b), (b, a))}
    return {
        (text, name)
        for a, b in pairs
        if a in written and b in known
        for text in written[a]
        for name in known[b]
    }


def _written(names: Iterable[str]) -> Mapping[Hashable, Sequence[str]]:
    """Names by how they are written, in any letters and in Latin ones, and by how they sound."""
    found: dict[Hashable, list[str]] = defaultdict(list)
    for name in names:
        spelled = spelling(name)
        for key in {name.casefold(), spelled.plain, *_heard(spelled)}:
            found[key].append(name)
    return found


def _heard(name: Spelling) -> tuple[Hashable, Hashable]:
    """What two names have in common that sound alike: by the first, or by the second."""
    return ("heard", *map(skeleton, name.words)), ("heard joined", skeleton(name.joined))


class _Blocks:
    """Numbers by key: those that share one with each other, or each of one side with the other."""

    def __init__(self) -> None:
        self._by_key: dict[Hashable, list[int]] = defaultdict(list)

    def put(self, key: Hashable, number: int) -> None:
        self._by_key[key].append(number)

    def pairs(self) -> Iterator[Pair]:
        for block in self._by_key.values():
            yield from combinations(sorted(set(block)), 2)

    def across(self, other: _Blocks) -> Iterator[Pair]:
        for key, block in self._by_key.items():
            for one in block:
                for two in other._by_key.get(key, ()):
                    yield min(one, two), max(one, two)


def _by_keys(names: Sequence[Spelling], plain: Sequence[Spelling]) -> Iterator[Pair]:
    """The same words, in any order, or the same consonants."""
    blocks = _Blocks()
    for number, (name, bare) in enumerate(zip(names, plain, strict=True)):
        blocks.put(name.plain, number)
        for words in {name.words, name.typed, tuple(sorted(bare.words))}:
            blocks.put(words, number)
        blocks.put(("joined", bare.joined), number)
        for heard in _heard(bare):
            blocks.put(heard, number)
    return blocks.pairs()


def _carried(names: Sequence[Spelling]) -> Iterator[Pair]:
    """A name of one word, and those that end in it or begin with it before a place."""
    alone, longer = _Blocks(), _Blocks()
    for number, name in enumerate(names):
        if len(name.words) == 1:
            alone.put(name.words[0], number)
        elif name.words:
            longer.put(name.words[-1], number)
            if is_place_word(name.words[1]):
                longer.put(name.words[0], number)
    return alone.across(longer)


def _by_letters(names: Sequence[Spelling]) -> Iterator[Pair]:
    """Names whose letters, without blanks, are a slip or two apart."""
    by_joined: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        by_joined[name.joined].append(number)
    for a, b in close_pairs(by_joined, _typing_errors_allowed):
        for one in by_joined[a]:
            yield from ((min(one, two), max(one, two)) for two in by_joined[b])


def _typing_errors_allowed(length: int) -> int:
    return min(MOST_TYPING_ERRORS, allowed_edits(length))


def _by_words(names: Sequence[Spelling]) -> Iterator[Pair]:
    """Names of as many words, all alike but for a slip or two, or of fewer, all alike but for one.

    A word is put down as what stands for it and for those near it, so that two words that are near
    each other are put down as the same once.
    """
    typing_errors = _typing_errors({word for name in names for word in name.words})
    equal, shorter, longer = _Blocks(), _Blocks(), _Blocks()
    sizes = {len(name.words) for name in names}
    wide = [n for n, name in enumerate(names) if len(name.words) > WIDE]
    for number, name in enumerate(names):
        if len(name.words) > WIDE:
            continue
        for words in _misspelt(name.words, typing_errors, MOST_TYPING_ERRORS):
            equal.put(words, number)
        if not is_company(name):
            for words in _misspelt(name.words, typing_errors, 1):
                shorter.put(words, number)
            for size in sorted(s for s in sizes if 1 < s < len(name.words)):
                for some in combinations(name.words, size):
                    for words in _misspelt(some, typing_errors, 1):
                        longer.put(words, number)
    yield from equal.pairs()
    yield from shorter.across(longer)
    yield from _wide(names, wide)


def _typing_errors(words: Iterable[str]) -> TypingErrors:
    """A word that begins another one stands for it; of two that are close the first one does."""
    known = set(words)
    typing_errors: dict[str, dict[str, int]] = defaultdict(dict)
    for (a, b), edits in close_pairs(known, _typing_errors_allowed).items():
        typing_errors[b][a] = edits
    for word in known:
        for length in (1, *range(3, len(word))):
            if length < len(word) and word[:length] in known:
                typing_errors[word][word[:length]] = 1
    return typing_errors


def _misspelt(words: Words, typing_errors: TypingErrors, most: int) -> set[Words]:
    """The words sorted, and as they are with so many slips at most, in one of them or in two."""
    found = {tuple(sorted(words))}
    changes = [
        (i, other, cost)
        for i, w in enumerate(words)
        for other, cost in typing_errors.get(w, {}).items()
    ]
    for at, other, cost in changes:
        if cost <= most:
            found.add(_changed(words, {at: other}))
    for (at, other, cost), (too, another, more) in combinations(changes, 2):
        if at != too and cost + more <= most:
            found.add(_changed(words, {at: other, too: another}))
    return found


def _changed(words: Words, other: Mapping[int, str]) -> Words:
    return tuple(sorted(other.get(i, word) for i, word in enumerate(words)))


def _wide(names: Sequence[Spelling], wide: Iterable[int]) -> Iterator[Pair]:
    """Names of many words, with all that share all words of the shorter but two, or but one."""
    by_word: dict[Hashable, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        for word in _counted(name.words):
            by_word[word].append(number)
    for number in wide:
        words = names[number].words
        shared = Counter(n for word in _counted(words) for n in by_word[word])
        for other, count in shared.items():
            least = min(len(words), len(names[other].words))
            if other != number and count >= least - MOST_TYPING_ERRORS:
                yield min(number, other), max(number, other)


def _counted(words: Words) -> Iterator[tuple[str, int]]:
    """Each word with how often it stood before."""
    seen: Counter[str] = Counter()
    for word in words:
        yield word, seen[word]
        seen[word] += 1
