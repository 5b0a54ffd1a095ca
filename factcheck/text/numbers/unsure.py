"""Words behind a number that may multiply it, turn its sense, or change its currency."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.text.context import ReadingError
from factcheck.text.language import Language
from factcheck.text.numbers.currencies import COUNTRIES
from factcheck.text.numbers.measure import Measure
from factcheck.text.numbers.numeral import Numeral
from factcheck.text.numbers.scanning import ScannedItem, short
from factcheck.text.numbers.tokens import Tokens
from factcheck.text.numbers.word_roles import Account

SHORTHAND = 4
"""An unknown word of at most so many letters, some of them capitals, may be a magnitude."""

LONG, ENDING = 9, 5
"""A word of so many letters may be made of two, of which the second has at least so many."""


def refuse_unsure(
    after: Sequence[ScannedItem], is_money: bool, is_spelled: bool, text: str, language: Language
) -> None:
    """Raises ReadingError for "5.4 L" of rupees, "7 Bn €" in French, "5 Ruritanian dollars".

    And for a number in words of which the rest is misspelt: "tremila centodicotto", and for one of
    which the next words say that it is a fall, a loss or a difference: "a 12% drop", "300 more".
    """
    if not after:
        return
    unsure = language.data.get("refused", {}).get("units", ())
    for item in after:
        if item.text in unsure:
            raise _refusal(item, text)
    for item in after:
        if "turned" in item or _ends_turned(item, language):
            raise _turned(item, text)
    first = after[0]
    if is_spelled and language.compound and not first.parts and _holds_number(first, language):
        raise _refusal(first, text)
    if not is_money:
        is_alone = len(after) == 1 or after[1].text == "/"
        if is_alone and not first.parts and _is_symbol(first.text):
            raise _unknown(first, text)
        return
    is_known = bool(first.parts) and not ("unit" in first and "currency" not in first)
    if is_known or not any(c.isalpha() for c in first.text):
        return
    named = next((i.parts["currency"] for i in after[1:] if "currency" in i), "")
    if not first.parts and named in COUNTRIES:
        raise _refusal(first, text)
    if len(first.text) <= SHORTHAND and any(c.isupper() for c in first.text):
        raise _refusal(first, text)


def refuse_misread(number: Numeral, noun: str, unit: str, text: str, language: Language) -> None:
    """Raises ReadingError for what gives no number: "five-figure", "un puñado", an article."""
    if not noun:
        return
    refused = language.data.get("refused", {}).get("nouns", ())
    if not number.rough and {*noun.casefold().split()} & {*refused}:
        raise ReadingError(
            f'"{short(text)}" does not give the number itself: write it with read_as, as a range'
        )
    article = not language.data.get("signs", {}).get("article", ("a",))
    if article and number.spelled and number.number == 1 and not unit:
        raise ReadingError(
            f'"{short(text)}" may have an article where a one would stand: if it is a one, '
            "write it with read_as"
        )


def refuse_sign_of_two(account: Account, found: Measure, declared: str) -> None:
    """Takes the "K" of "300 K" as kelvin where the attribute is in kelvin; else refuses it.

    A "K" that is glued to its digits, or stands before a word, is short for thousand.
    """
    tokens = account.tokens
    if tokens.items[-1].text != "K":
        return
    at = len(account.items) - 1
    item = account.items[at]
    numeral = item.numeral
    if numeral is None or numeral.magnitude != 3:
        return
    if declared == "K":
        found.number = found.number.times(Decimal("0.001"))._replace(magnitude=0)
        found.unit = "K"
    elif not (tokens.glued(item.end - 1) or found.currency):
        raise account.refusal(at, "whose K may be thousand or kelvin", "write either in full")


def refuse_group(account: Account) -> None:
    """Raises ReadingError for "7 gross tons", where a gross is no dozen dozen."""
    alone = account.language.data.get("groups", {}).get("alone", ())
    for at, item in enumerate(account.items[:-1] if alone else ()):
        if item.numeral is not None and item.text.split()[-1].casefold() in alone:
            raise account.refusal(at, "before another word, which may make it no number")


def refuse_address(account: Account, noun: str) -> None:
    """Raises ReadingError for "10 Downing Street"."""
    streets = account.language.data.get("refused", {}).get("streets", ())
    if any(word in streets for word in noun.split()):
        raise ReadingError(f'"{account.text}" is an address, not a quantity')


def refuse_year(number: Numeral, unit: str, text: str, language: Language) -> None:
    """Raises ReadingError for 2025年."""
    plain = number.whole and not number.magnitude
    if language.hanzi and unit == "yr" and plain and 1000 <= number.number <= 2999:
        raise ReadingError(f'"{short(text)}" is a year, not a quantity')


def refuse_plural(number: ScannedItem, after: Sequence[ScannedItem], tokens: Tokens) -> None:
    """Raises ReadingError for "over 65s" and "the 1990s", people and years, and for "3. Etage"."""
    numeral = number.numeral
    is_plain = numeral is not None and numeral.whole and not (numeral.magnitude or numeral.spelled)
    if not is_plain or not after or not tokens.glued(after[0].start):
        return
    if after[0].text in ".:" and len(after) > 1:
        raise ReadingError(
            f'"{short(tokens.text)}" writes its number as a rank or a day is written: write it '
            "without the sign if it is a quantity"
        )
    at = 1 if after[0].text in "'’" and len(after) > 1 else 0
    is_s = after[at].text == "s" and tokens.glued(after[at].start)
    if after[0].text in "'’" and not is_s:
        raise ReadingError(
            f'"{short(tokens.text)}" may be in feet or in minutes: write the unit with read_as'
        )
    if is_s:
        raise ReadingError(
            f'"{short(tokens.text)}" may be an age or a decade: if it is a time, write '
            '"seconds" with read_as'
        )


def _is_symbol(word: str) -> bool:
    """Whether a word is written as a unit's symbol is: "MWp", "TEU"."""
    return len(word) <= SHORTHAND and word.isalpha() and any(c.isupper() for c in word[1:])


def _ends_turned(item: ScannedItem, language: Language) -> bool:
    """Whether a long word ends in one that turns a number's sense: Umsatzrückgang."""
    word = item.text.casefold()
    if item.parts or not language.compound or len(word) < LONG:
        return False
    endings = language.data.get("turned", {}).get("words", ())
    return any(len(ending) >= ENDING and word.endswith(ending) for ending in endings)


def _turned(item: ScannedItem, text: str) -> ReadingError:
    return ReadingError(
        f'"{short(text)}" has "{short(item.text)}" after its number, which turns it into a fall, a '
        "loss or a difference: write what is meant with read_as, a fall as a negative number"
    )


def _holds_number(item: ScannedItem, language: Language) -> bool:
    """Whether a word for a hundred or a magnitude is part of a word that is none."""
    hundreds = (word for word, n in language.data["cardinals"]["words"].items() if n == 100)
    return any(
        w in item.text.casefold() for w in (*hundreds, *language.data["magnitudes"]["words"])
    )


def _unknown(item: ScannedItem, text: str) -> ReadingError:
    return ReadingError(
        f'"{short(text)}" has "{short(item.text)}" after its number, which may be a unit, and is '
        "none that is known: write the value in a known unit with read_as"
    )


def _refusal(item: ScannedItem, text: str) -> ReadingError:
    return ReadingError(
        f'"{short(text)}" has "{short(item.text)}" after its number, which may multiply it or '
        "change its currency: write the amount in full with read_as"
    )
