"""What a number takes from both of its sides: a bound, a currency, a unit, what is left out."""

from __future__ import annotations

from decimal import Decimal

from factcheck.model import say
from factcheck.text.context import ReadingError
from factcheck.text.numbers.currencies import same_currency
from factcheck.text.numbers.measure import Measure
from factcheck.text.numbers.word_roles import Account

SCALES = {"k": 3, "m": 6, "bn": 9}
"""Scales that stand in the sign of a unit or a currency, as its table writes them."""


def set_bound(account: Account, at: int, bound: str, found: Measure) -> None:
    """Takes a word for a bound. Raises ReadingError where another word contradicts it."""
    word = account.items[at].text
    if found.bound == "range" and bound == "about":
        found.bound_text = word
        found.notes += (say('"{word}" holds for both ends', word=word),)
    elif found.bound in ("exact", "exactly", "about"):
        kept = bound == "exactly" and found.bound == "about"
        found.bound = found.bound if kept else bound
        found.bound_text = _both(found.bound_text, word)
    elif bound not in (found.bound, "about", "exactly"):
        raise ReadingError(
            f'"{account.text}" has two bounds, "{found.bound_text or found.bound}" and "{word}": '
            "give the words of one value alone"
        )
    else:
        found.bound_text = _both(found.bound_text, word)


def _both(words: str, word: str) -> str:
    return f"{words} {word}" if words else word


def set_currency(account: Account, at: int, found: Measure) -> None:
    """Takes a currency. Raises ReadingError where the text names two."""
    item = account.items[at]
    code = str(item.parts["currency"])
    if found.currency and not same_currency(found.currency, code):
        raise ReadingError(f'"{account.text}" names two currencies, {found.currency} and {code}')
    code, factor = split_scale(code)  # "120 MEUR"
    found.number = found.number.times(factor) if factor != 1 else found.number
    if len(found.currency) != 3:
        found.currency = code
    found.currency_text = item.text


def set_unit(account: Account, at: int, found: Measure) -> None:
    """Takes a unit. Raises ReadingError where the text has another one."""
    item = account.items[at]
    name = str(item.parts.get("unit_before", item.parts.get("unit")))
    if found.unit and found.unit != name:
        raise account.refusal(at, f"beside another unit, {found.unit}")
    name, factor = split_scale(name)  # "100 mb/d"
    found.number = found.number.times(factor) if factor != 1 else found.number
    found.unit = name
    found.maybe_currency = str(item.parts.get("currency", ""))


def split_scale(name: str) -> tuple[str, Decimal]:
    """A unit or currency without the scale that its sign holds: "EUR m", "bbl/d m"."""
    base, _, scale = name.partition(" ")
    return base, Decimal(10) ** SCALES.get(scale, 0)


def set_excluded(found: Measure, words: str) -> None:
    """Notes what a text leaves out, which belongs in the claim's own words on that."""
    found.excludes = words
    found.notes += (say('the text leaves out "{words}"', words=words),)
