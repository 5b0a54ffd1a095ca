"""Brings the plural of what is counted to its singular, where a rule of the language is sure.

No rule serves two nouns: "casas" and "casos" stay two, and what no rule covers stays as it is. Two
forms of one noun that are not brought together are undetermined; two nouns never become one.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from factcheck.text.language import fold, language_of

SHORTEST = 2
"""Letters that stand before an ending at least."""


@lru_cache(maxsize=8192)
def singular(noun: str, tag: str) -> str:
    """The noun, folded, with each of its words in the singular: "school buses" is "school bus"."""
    return " ".join(_singular(word, tag) for word in fold(noun).split())


@lru_cache(maxsize=1024)
def is_listed(noun: str, counts: tuple[tuple[str, tuple[str, ...]], ...]) -> bool:
    """Whether an attribute's `counts` has the noun, in the singular or the plural."""
    return any(singular(noun, tag) in {singular(w, tag) for w in words} for tag, words in counts)


def _singular(word: str, tag: str) -> str:
    """By the table [singular] of the language: a whole word first, then the first ending.

    An ending that stands for itself keeps its words as they are: "news", "crisis".
    """
    words, endings = _rules(tag)
    if (whole := words.get(word)) is not None:
        return whole
    for plural, single in endings.items():
        if word.endswith(plural) and len(word) >= len(plural) + SHORTEST:
            return word.removesuffix(plural) + single
    return word


@cache
def _rules(tag: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The words and the endings of the table, folded as what is counted is."""
    table = language_of(tag).data.get("singular", {})
    words, endings = (
        {fold(plural): fold(single) for plural, single in table.get(part, {}).items()}
        for part in ("words", "endings")
    )
    return words, endings
