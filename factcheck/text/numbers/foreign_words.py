"""Magnitude words of another language behind a number: "5 milioni" in English, "12万" in French."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache

from factcheck.model import say
from factcheck.text.context import ReadingError
from factcheck.text.language import Language, fold, known_languages, language_of
from factcheck.text.numbers.hanzi_cardinals import LARGE
from factcheck.text.numbers.scanning import ScannedItem, short
from factcheck.text.numbers.tokens import Tokens

_GROUP = re.compile(r"\A\D*\d{1,3}[.,]\d{3}\D*\Z")
"""Digits that one language takes for thousands and another for decimals: 1.234."""
_SCALES = ("b", "t")
"""An abbreviation that begins so is a billion or a trillion, on which languages differ."""

LINK = 3
"""Letters of a word that can link a magnitude to what is counted: "di", "de", "von"."""


def with_foreign_words(
    tokens: Tokens, items: tuple[ScannedItem, ...], language: Language
) -> tuple[ScannedItem, ...]:
    """The items with each such word made part of the number before it.

    Raises ReadingError where languages differ on what the word is worth.
    """
    if not language.data:
        return items
    found: list[ScannedItem] = []
    for at, item in enumerate(items):
        last = found[-1] if found else None
        powers = {} if last is None or last.numeral is None else _powers(item, language)
        if last is None or last.numeral is None or not powers:
            found.append(item)
            continue
        power, whose = _power(item, powers, tokens.text, items[:at], items[at + 1 :])
        _refuse_unknown(items[at + 1 :], item, tokens.text)
        found[-1] = _multiplied(tokens, last, item, power, whose)
    return tuple(found)


def refuse_english_scale(tokens: Tokens, items: Sequence[ScannedItem], language: Language) -> None:
    """Raises ReadingError for "$5 billion" in German, written as English writes it.

    The word is one of the language's own, and means more there: its sign stands first, or it lacks
    the capital letter or the plural that the language would give it.
    """
    shared = _shared_with_english(language.tag)
    if not shared:
        return
    for at, item in enumerate(items):
        numeral = item.numeral
        word = tokens.items[item.end - 1].text
        if numeral is None or fold(word) not in shared:
            continue
        sign_first = at > 0 and "currency" in items[at - 1] and not items[at - 1].text[-1].isalpha()
        uncapitalised = language.data.get("capital_nouns", False) and word[0].islower()
        count = abs(numeral.number.scaleb(-numeral.magnitude))
        if sign_first or uncapitalised or (shared[fold(word)] and count >= 2):
            raise ReadingError(
                f'"{short(tokens.text)}" writes "{word}" as English does, where it is worth less: '
                "write `language: en` on the claim, or the amount in full with read_as"
            )


@cache
def _shared_with_english(tag: str) -> Mapping[str, bool]:
    """The magnitude words that are worth more than in English: whether a plural stands beside."""
    own = language_of(tag).data.get("magnitudes", {}).get("words", {})
    english = language_of("en").data["magnitudes"]["words"]
    return {
        word: any(n == power and w != word and w.startswith(word) for w, n in own.items())
        for word, power in own.items()
        if english.get(word, power) != power
    }


def _refuse_unknown(after: Sequence[ScannedItem], word: ScannedItem, text: str) -> None:
    """Behind a foreign magnitude an unknown word is foreign too, and may be the unit."""
    for item in after:
        links = item.text.isascii() and len(item.text) <= LINK
        if not (item.parts or item.numeral is not None or links):
            raise ReadingError(
                f'"{short(text)}" has words of another language, "{short(word.text)}" and '
                f'"{short(item.text)}": write `language:` on the claim'
            )


def _powers(item: ScannedItem, language: Language) -> Mapping[str, int]:
    """What the word is worth in each language that knows it; nothing where it means else here."""
    own = language.data.get("refused", {}).get("units", ())
    if item.parts or item.numeral is not None or item.text in own:
        return {}
    return _known().get(fold(item.text), {})


def _power(
    item: ScannedItem,
    powers: Mapping[str, int],
    text: str,
    before: Sequence[ScannedItem],
    after: Sequence[ScannedItem],
) -> tuple[int, str]:
    """The exponent, and the languages that say so."""
    if _GROUP.match(before[-1].text):
        raise ReadingError(
            f'"{short(text)}" has a word of another language, "{short(item.text)}", behind digits '
            "that it writes otherwise: write `language:` on the claim"
        )
    if len(set(powers.values())) == 1 and not (_is_scale(item.text)):
        return next(iter(powers.values())), ", ".join(sorted(powers))
    if "en" in powers and _is_english(item, before, after):
        return powers["en"], "en"
    stated = ", ".join(f"10^{power} in {code}" for code, power in sorted(powers.items()))
    raise ReadingError(
        f'"{short(text)}" has "{short(item.text)}", a word of another language: {stated}. Say '
        "which with `language:` on the claim"
    )


def _is_scale(word: str) -> bool:
    return word.casefold().startswith(_SCALES) and len(word) <= 4


def _is_english(
    item: ScannedItem, before: Sequence[ScannedItem], after: Sequence[ScannedItem]
) -> bool:
    """Whether it is as English writes it, "$5 billion": the sign first, and no word of its own."""
    is_sign = len(before) == 2 and "currency" in before[0] and not before[0].text[-1].isalpha()
    return is_sign and not after and not _is_scale(item.text)


def _multiplied(
    tokens: Tokens, number: ScannedItem, word: ScannedItem, power: int, whose: str
) -> ScannedItem:
    numeral = number.numeral
    assert numeral is not None
    note = say(
        '"{word}" is a word of another language ({whose}), read as 10^{power}',
        word=word.text,
        whose=whose,
        power=str(power),
    )
    larger = numeral.times(Decimal(1).scaleb(power))._replace(
        end=word.end, magnitude=numeral.magnitude + power, notes=(*numeral.notes, note)
    )
    text = tokens.slice(number.start, word.end)
    return number._replace(end=word.end, text=text, numeral=larger)


@cache
def _known() -> Mapping[str, Mapping[str, int]]:
    """Folded word -> language -> exponent, of all languages with a data file."""
    found: dict[str, dict[str, int]] = {}
    for code in known_languages():
        if code == "symbols":
            continue
        table = language_of(code).data.get("magnitudes", {})
        for part in ("words", "short"):
            for word, power in table.get(part, {}).items():
                found.setdefault(fold(word), {})[code] = int(power)
        for word in table.get("usage", {}):  # its own language is of two minds
            found[fold(word)][f"{code} by the long scale"] = 18
    for sign, power in LARGE.items():
        found[sign] = {"ja": power, "zh": power}
    found["兆"] = {"ja": 12, "zh": 12, "zh-CN": 6}
    return found
