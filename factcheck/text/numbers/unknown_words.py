"""Refuses words behind a number that may be a scale misspelt, a unit nobody knows, or a "not"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from factcheck.text.context import ReadingError
from factcheck.text.language import fold, known_languages, language_of, plain
from factcheck.text.numbers.hanzi_cardinals import KNOWN
from factcheck.text.numbers.word_roles import PUNCTUATION, Account

SHORTEST = 6
"""Letters of a scale word of another language that is told from a noun by one letter."""
FEW = 4
"""Letters of the shortest scale word that a language's own texts can misspell."""
SYMBOL = 5
"""An unknown word of so many letters without a vowel is written as a symbol is: bcf, trln."""

_VOWELS = frozenset("aeiouy")
_SCALES = frozenset({"magnitude", "short", "money_short"})
_IN_FULL = "write the number in full with read_as"
_KNOWN_UNIT = "write the value in a known unit with read_as"


def refuse_noun(account: Account, at: int) -> None:
    """Raises ReadingError for the unknown word at `at` unless it can be what is counted."""
    word, language = account.items[at].text, account.language
    if not language.data:
        raise ReadingError(
            f'"{account.text}" has "{word[:60]}" after its number, and nobody has described how '
            f"{language.code} writes numbers: use read_as"
        )
    is_han = "\u3040" <= word[0] <= "\u9fff" and not language.hanzi
    if is_han or (language.hanzi and word in KNOWN):
        raise account.refusal(
            at, "after its number, which may change it", "write the number in digits with read_as"
        )
    if not any(c.isalpha() for c in word) and word not in PUNCTUATION:
        raise account.refusal(at, "after its number, which is no unit")
    if (
        at
        and account.items[at - 1].text in ("'", "’")
        and account.tokens.glued(account.items[at].start)
    ):
        return  # the "s" of "Acme's"
    folded = fold(word)
    if folded in language.nouns:
        return
    is_last = at + 1 == len(account.items) and account.items[at - 1].numeral is not None
    if language.hanzi and is_last and len(word) == 1 and not word.isascii():
        raise account.refusal(at, "after its number, which may be a unit", _KNOWN_UNIT)
    if folded in _negators(language.tag):
        raise account.refusal(at, "after its number, which may deny it")
    if len(word) > 1 and not _SCALES.isdisjoint(language.meanings(word)):
        raise account.refusal(at, "apart from its number, which may multiply it", _IN_FULL)
    if scale := misspelt_scale(folded, language.tag):
        raise account.refusal(at, f'after its number, which may be "{scale}" misspelt', _IN_FULL)
    if is_symbol(word):
        raise account.refusal(at, "after its number, which may be a unit", _KNOWN_UNIT)


def is_symbol(word: str) -> bool:
    """Whether a word is short, in small Latin letters, and without a vowel: "bcf", "ly"."""
    if len(word) > SYMBOL or not (word.isascii() and word.isalpha() and word.islower()):
        return False
    return (_VOWELS - {"y"} if len(word) < 3 else _VOWELS).isdisjoint(word)


@lru_cache(maxsize=8192)
def misspelt_scale(word: str, tag: str) -> str:
    """The scale word of any language that is one edit from `word`, which is none; else ""."""
    if len(word) < FEW or not word.isalpha():
        return ""
    forms = _scales(language_of(tag).code)
    for form in _deletions(plain(word)):
        for scale in forms.get(form, ()):
            if _is_edit(plain(word), scale):
                return scale
    return ""


@cache
def _scales(code: str) -> Mapping[str, tuple[str, ...]]:
    """The scale words, plain, by each form that one letter less gives them."""
    found: dict[str, set[str]] = {}
    for other in known_languages():
        for word in _scale_words(other, with_groups=other == code):
            if len(word) >= (FEW if other == code else SHORTEST) and word.isalpha():
                for form in _deletions(word):
                    found.setdefault(form, set()).add(word)
    return {form: tuple(sorted(words)) for form, words in found.items()}


def _scale_words(code: str, with_groups: bool) -> Iterator[str]:
    if code != "symbols":
        data = language_of(code).data
        for part in ("magnitudes", "plurals", "groups") if with_groups else ("magnitudes",):
            yield from (plain(fold(word)) for word in data.get(part, {}).get("words", {}))


def _deletions(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def _is_edit(word: str, scale: str) -> bool:
    """Whether the two are one letter apart, of short words never the first one, or swap two."""
    if word == scale or (len(scale) < SHORTEST and word[0] != scale[0]):
        return word == scale
    if len(word) != len(scale):
        shorter, longer = sorted((word, scale), key=len)
        return len(longer) - len(shorter) == 1 and shorter in _deletions(longer)
    disjoint = [i for i in range(len(word)) if word[i] != scale[i]]
    if len(disjoint) == 1:
        return True
    if len(disjoint) != 2 or disjoint[1] - disjoint[0] != 1:
        return False
    i, j = disjoint
    return word[i] == scale[j] and word[j] == scale[i]


@cache
def _negators(tag: str) -> frozenset[str]:
    words = language_of(tag).data.get("negators", {}).get("words", ())
    return frozenset(fold(word) for word in words)
