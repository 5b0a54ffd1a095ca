"""Amounts with their smaller coins behind them: "5 dollars and 20 cents", 8元6角5分."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from factcheck.text.language import Language
from factcheck.text.numbers.currencies import same_currency
from factcheck.text.numbers.numeral import Numeral
from factcheck.text.numbers.scanning import ScannedItem
from factcheck.text.numbers.word_roles import Account

GENERIC = frozenset({"$", "EUR"})
"""Of these the press writes "cents" for the hundredth of whatever currency stands before."""


class Coins(NamedTuple):
    """An amount in notes and coins, and where it ends."""

    number: Numeral
    currency: str
    text: str
    end: int

    @staticmethod
    def role(item: ScannedItem) -> str:
        if item.numeral is not None:
            return "number"
        return "currency" if "currency" in item else "filler"


def read_coins(account: Account, at: Sequence[int], language: Language) -> Coins | None:
    """The amount that begins with the first number of a text; None where it has no coins."""
    items, first = account.items, at[0]
    code = str(account.part(first + 1, "currency") or "")
    whole = items[first].numeral
    if whole is None or not code or "/" in code or not whole.whole or whole.magnitude:
        return None
    total, worth, end = whole.number, Decimal(1), first + 2
    for number in at[1:]:
        coin = items[number].numeral
        below = _worth(str(account.part(number + 1, "currency") or ""), code)
        if coin is None or below is None or below >= worth or not _joined(account, end, number):
            break
        if not coin.whole or coin.magnitude or not 0 <= coin.number * below < worth:
            return None
        total, worth, end = total + coin.number * below, below, number + 2
    if worth == 1:
        return None
    number_read = whole._replace(number=total, step=worth, whole=False, end=items[end - 1].end)
    return Coins(number_read, code, items[first + 1].text, end)


def _worth(coin: str, currency: str) -> Decimal | None:
    """What a coin is worth in the currency before it: a hundredth, or a tenth of a yuan."""
    base, _, below = coin.partition("/")
    same = base == currency or same_currency(base, currency) or _is_pound(base, currency)
    if not below or not (same or (base in GENERIC and below == "100")):
        return None
    return 1 / Decimal(below)


def _is_pound(base: str, currency: str) -> bool:
    return base == "GBP" and currency == "pound"


def _joined(account: Account, start: int, end: int) -> bool:
    words = account.items[start:end]
    signs = account.language.data.get("signs", {})
    links = {
        *signs.get("mixed", ()),
        *signs.get("joiner", ()),
        "und",
        "en",
        "och",
        "con",
        "又",
        ",",
    }
    return all("joiner" in w or "filler" in w or w.text.casefold() in links for w in words)
