"""Reads a place in an order: "second", "3rd", "No. 2", "der dritte", 第二名. Never a count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache, lru_cache

from factcheck.text.language import Language, fold, language_of
from factcheck.text.numbers.scanning import number_at
from factcheck.text.numbers.tokens import Tokens, cut

LARGEST = 99_999
MAX_WORDS = 4
NAMED = 4
"""A sign of so many letters may have its number in words: "number one", never "no one"."""

Phrases = Mapping[str, int]  # folded phrase -> how many tokens it has


def read_rank(tokens: Tokens, language: Language) -> Decimal | None:
    """The place that the whole of a text gives, or None."""
    if "ranks" not in language.data:
        return None
    at = _skip(tokens, 0, _phrases(language.tag, "filler"))
    found = rank_at(tokens, at, language)
    if found is None:
        return None
    rank, end = found
    return rank if _skip(tokens, end, _phrases(language.tag, "nouns")) == len(tokens) else None


def ranks_in(tokens: Tokens, language: Language) -> Iterable[Decimal]:
    """All places of a passage, those among them that may be something else: "a second"."""
    if "ranks" in language.data:
        for at in range(len(tokens)):
            if (found := rank_at(tokens, at, language)) is not None:
                yield found[0]


def rank_at(tokens: Tokens, at: int, language: Language) -> tuple[Decimal, int] | None:
    """The place that begins with token `at`, and where it ends; None where none does."""
    if at >= len(tokens):
        return None
    return (
        _after_sign(tokens, at, language)
        or _with_ending(tokens, at, language)
        or _in_words(tokens, at, language)
    )


def _after_sign(tokens: Tokens, at: int, language: Language) -> tuple[Decimal, int] | None:
    """As in "No. 2", "#2", "Platz 3", 第二名."""
    end = _phrase_end(tokens, at, _phrases(language.tag, "before"))
    if end == at or end >= len(tokens) or tokens.items[end].text in "+-–":
        return None
    found = number_at(tokens, end, language)
    if found is None or not found.whole or found.magnitude or found.rough or found.top is not None:
        return None
    if not 1 <= found.number <= LARGEST:
        return None
    sign = tokens.slice(at, end)
    if found.spelled and sign.isascii() and len(sign) < NAMED:  # "no one"
        return None
    return found.number, _phrase_end(tokens, found.end, _phrases(language.tag, "after"))


def _with_ending(tokens: Tokens, at: int, language: Language) -> tuple[Decimal, int] | None:
    """As in "2nd", "3º", "2e"; a point makes a rank only before a noun: "3. Platz"."""
    digits = tokens.items[at].text
    if not (digits.isascii() and digits.isdigit() and tokens.glued(at + 1)) or len(digits) > 5:
        return None
    end = _phrase_end(tokens, at + 1, _phrases(language.tag, "after"))
    if end == at + 1 or int(digits) < 1:
        return None
    ending = tokens.slice(at + 1, end)
    if len(ending) == 1 and ending.isupper():  # "3A"
        return None
    if ending == ".":
        named = _phrase_end(tokens, end, _phrases(language.tag, "nouns"))
        return (Decimal(digits), named) if named > end else None
    return Decimal(digits), end


def _in_words(tokens: Tokens, at: int, language: Language) -> tuple[Decimal, int] | None:
    if tokens.items[at].kind != "word":
        return None
    for end in range(min(len(tokens), at + MAX_WORDS), at, -1):
        if rank := ordinal(fold(tokens.slice(at, end)), language.tag):
            return Decimal(rank), end
    return None


@lru_cache(maxsize=4096)
def ordinal(text: str, tag: str) -> int:
    """The number of an ordinal in folded words; 0 where it is none."""
    language = language_of(tag)
    data = language.data["ranks"]
    if (known := _words(tag).get(text)) is not None:
        return known
    for ending in sorted(data.get("endings", ()), key=len, reverse=True):
        if text.endswith(ending) and (stem := _stem(text[: -len(ending)], language)):
            return stem
    for common in ("-", " "):
        head, _, last = text.rpartition(common)
        ones = _words(tag).get(last, 0)
        tens = (_words(tag).get(head) or _cardinal(head, language)) if 0 < ones < 10 else 0
        if tens >= 10 and tens % 10 == 0:
            return tens + ones
    return 0


def _stem(stem: str, language: Language) -> int:
    """The cardinal that becomes `stem` before an ordinal's ending: "ventun" is "ventuno"."""
    endings = language.data.get("ordinals", {}).get("endings", ("",))
    return next((n for ending in endings if (n := _cardinal(stem + ending, language))), 0)


def _cardinal(text: str, language: Language) -> int:
    tokens = cut(text)
    found = number_at(tokens, 0, language) if len(tokens) else None
    if found is None or found.end < len(tokens) or not (found.whole and found.spelled):
        return 0
    return int(found.number) if 1 <= found.number <= LARGEST and found.top is None else 0


@cache
def _words(tag: str) -> Mapping[str, int]:
    words = language_of(tag).data["ranks"].get("words", {})
    return {fold(word): int(n) for word, n in words.items()}


@cache
def _phrases(tag: str, part: str) -> Phrases:
    phrases = language_of(tag).data["ranks"].get(part, ())
    return {fold(phrase): len(cut(phrase)) for phrase in phrases}


def _phrase_end(tokens: Tokens, at: int, phrases: Phrases) -> int:
    """Where the longest of `phrases` that begins with token `at` ends; `at` where none does."""
    longest = max(phrases.values(), default=0)
    for end in range(min(len(tokens), at + longest), at, -1):
        if fold(tokens.slice(at, end)) in phrases:
            return end
    return at


def _skip(tokens: Tokens, at: int, phrases: Phrases) -> int:
    while (end := _phrase_end(tokens, at, phrases)) > at:
        at = end
    return at
