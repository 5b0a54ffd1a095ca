"""Cuts a text into numbers, known phrases and unknown words, before anything is made of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from factcheck.text.context import ReadingError
from factcheck.text.language import PARTS, Language
from factcheck.text.numbers.atoms import NO_PARTS, atoms_from
from factcheck.text.numbers.hanzi import read_hanzi
from factcheck.text.numbers.numeral import Numeral
from factcheck.text.numbers.spelled import read_atoms
from factcheck.text.numbers.tokens import HAN, Tokens, cut
from factcheck.text.scripts import LatePattern, may_be_unspaced

_BESIDE = frozenset({"joiner"})
"""Parts of numbers that stand beside them as well."""
DASHES = frozenset("-–—~～至到")
_QUOTED = re.compile(r"[\"“”„«»'‘’]([^\"“”„«»]*)[\"“”„«»'‘’]")
_SHORTENED = re.compile(r"\A(?:c|ca|approx|est|min|max|mind|env|aprox)\.(?=\d)")  # "c.40,000"
_HAN_BLANK = LatePattern(rf"(?<=[{HAN}])\s+(?=[{HAN}\d])|(?<=\d)\s+(?=[{HAN}])")


class ScannedItem(NamedTuple):
    """A number, a known phrase or an unknown word, from token `start` to before `end`."""

    start: int
    end: int
    text: str
    parts: Mapping[str, Any] = NO_PARTS
    numeral: Numeral | None = None

    def __contains__(self, part: object) -> bool:
        return part in self.parts


def scan(tokens: Tokens, language: Language) -> tuple[ScannedItem, ...]:
    """All of the text as numbers, known phrases and unknown words, from left to right."""
    plain = _scan(tokens, language, money=False)
    if not language.money_short:
        return plain
    words = [item for item in plain if item.numeral is None]
    if any("currency" in word.parts for word in words) and any(
        "money_short" in language.meanings(word.text) for word in words
    ):
        return _scan(tokens, language, money=True)
    return plain


def scan_passage(tokens: Tokens, language: Language, money: bool) -> tuple[ScannedItem, ...]:
    """As scan, of a text that may hold anything: what is no number after all is a word."""
    items: list[ScannedItem] = []
    at = 0
    while at < len(tokens.items):
        try:
            item = _item_at(tokens, at, language, money, items)
        except ReadingError:
            item = ScannedItem(at, at + 1, tokens.items[at].text)
        items.append(item)
        at = item.end
    return tuple(items)


def _scan(tokens: Tokens, language: Language, money: bool) -> tuple[ScannedItem, ...]:
    items: list[ScannedItem] = []
    at = 0
    while at < len(tokens.items):
        item = _item_at(tokens, at, language, money, items)
        items.append(item)
        at = item.end
    return tuple(items)


def _item_at(
    tokens: Tokens, at: int, language: Language, money: bool, before: Sequence[ScannedItem]
) -> ScannedItem:
    token = tokens.items[at]
    phrase = _phrase_at(tokens, at, language)
    may_begin = token.text not in "-–" or _may_be_minus(tokens, at, before)
    numeral = number_at(tokens, at, language, money) if may_begin else None
    if phrase is not None and numeral is not None:
        own_words = {"bound", "opening", "bound_after", "currency", "unit"} & set(phrase.parts)
        if own_words and phrase.end > numeral.end:
            return phrase
        after_number = bool(before) and before[-1].numeral is not None
        if (
            after_number
            and token.kind == "han"
            and "unit" in phrase
            and (phrase.end >= numeral.end)
        ):
            return phrase
    if numeral is not None:
        return ScannedItem(
            numeral.start, numeral.end, tokens.slice(at, numeral.end), numeral=numeral
        )
    if phrase is not None:
        return phrase
    return ScannedItem(at, at + 1, token.text)


def number_at(tokens: Tokens, at: int, language: Language, money: bool = False) -> Numeral | None:
    """The number that begins with token `at`, its sign included."""
    token = tokens.items[at]
    if token.kind == "sign" and token.text in "-–+" and at + 1 < len(tokens):
        if tokens.items[at + 1].kind not in ("number", "han"):
            return None
        found = number_at(tokens, at + 1, language, money)
        sign = Decimal(1) if token.text == "+" else Decimal(-1)
        return None if found is None else found.times(sign)._replace(start=at)
    if language.hanzi:
        found = _vague_hanzi(tokens, at, language) or read_hanzi(tokens, at, language)
        if found is not None:
            return found
    if token.kind == "han":
        return None
    atoms = atoms_from(tokens, at, language)
    return read_atoms(atoms, language, money) if atoms else None


def _vague_hanzi(tokens: Tokens, at: int, language: Language) -> Numeral | None:
    for end in tokens.ends(at, language.number_lengths):
        meanings = language.meanings(tokens.slice(at, end))
        if (vague := meanings.get("vague") or meanings.get("plural")) is not None:
            low, top = vague
            return Numeral(at, end, low, Decimal(1), whole=False, spelled=True, top=top)
    return None


def _may_be_minus(tokens: Tokens, at: int, before: Sequence[ScannedItem]) -> bool:
    """A dash is a minus at the beginning or after a word, and never between two numbers."""
    if not before:
        return True
    last = before[-1]
    return (last.numeral is None and "currency" in last) or (
        "bound" in last and not tokens.glued(at)
    )


def _phrase_at(tokens: Tokens, at: int, language: Language) -> ScannedItem | None:
    for end in tokens.ends(at, language.lengths):
        text = tokens.slice(at, end)
        parts = _parts(text, language)
        if parts and not (end < len(tokens) and _cuts_word(tokens, end)):
            return ScannedItem(at, end, text, parts)
    if tokens.items[at].text in DASHES:
        return ScannedItem(at, at + 1, tokens.items[at].text, {"dash": True})
    return None


@lru_cache(maxsize=8192)
def _parts(phrase: str, language: Language) -> Mapping[str, Any]:
    """What a phrase can mean beside a number."""
    parts = {p: m for p, m in language.meanings(phrase).items() if p in _BESIDE or p not in PARTS}
    if language.hanzi and "group" in language.meanings(phrase):
        parts["group"] = language.meanings(phrase)["group"]
    if len(phrase) == 1 and phrase.isupper() and phrase not in language.exact:
        parts.pop("unit", None)  # "5G" is no weight
    if phrase in DASHES:
        parts["dash"] = True
    return parts


def _cuts_word(tokens: Tokens, end: int) -> bool:
    """Whether a phrase that ends before token `end` would leave part of a word behind."""
    kinds = {tokens.items[end - 1].kind, tokens.items[end].kind}
    return tokens.glued(end) and kinds == {"word"}


def short(text: str) -> str:
    """`text` as a message quotes it: at most sixty characters."""
    return text if len(text) <= 60 else f"{text[:59]}…"


def prepared(text: str, language: Language) -> Tokens:
    """The pieces of `text`, without quotation marks around it or blanks between characters."""
    bare = text.strip()
    if quoted := _QUOTED.fullmatch(bare):
        bare = quoted[1]
    if not language.hanzi:
        return cut(_SHORTENED.sub(r"\g<0> ", bare) if bare[:1].isalpha() else bare)
    for word in language.data.get("signs", {}).get("below_zero", ()):
        bare = bare.replace(word, "负")
    return cut(_HAN_BLANK.compiled.sub("", bare) if may_be_unspaced(bare) else bare)
