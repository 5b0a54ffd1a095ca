"""How CLDR has numbers, days and lists written in a language. With cldr.py, Babel's door."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Decimal, localcontext
from typing import Literal

from factcheck.text.cldr import locale


def written_number(number: Decimal, language: str) -> str:
    """A number with all its digits, as a language groups them: "1.234,5" in Italian."""
    from babel.numbers import format_decimal

    with _all_digits(number):
        return str(format_decimal(number, locale=locale(language), decimal_quantization=False))


@contextmanager
def _all_digits(number: Decimal) -> Iterator[None]:
    """Room for every digit of a number: Babel rounds by the context, which has 28, or fails."""
    with localcontext() as context:
        context.prec = 28 + abs(number.adjusted()) + len(number.as_tuple().digits)
        yield


def written_magnitude(number: Decimal, language: str) -> str:
    """A number with the language's own words for millions and more: "85 miliardi"."""
    from babel.numbers import format_compact_decimal

    with _all_digits(number):
        text = format_compact_decimal(
            number, format_type="long", locale=locale(language), fraction_digits=6
        )
    return str(text).replace("\xa0", " ")


def written_short(number: Decimal, language: str) -> str:
    """A number with the short signs for millions and more, and two decimals: "1,53 Mrd"."""
    from babel.numbers import format_compact_decimal

    with _all_digits(number):
        text = format_compact_decimal(
            number, format_type="short", locale=locale(language), fraction_digits=2
        )
    return str(text).replace("\xa0", " ")


def written_currency(code: str, count: Decimal, language: str) -> str:
    """The name of a currency beside an amount: "yuan cinesi"; the code where CLDR knows none."""
    from babel.numbers import get_currency_name

    return str(get_currency_name(code, count=count, locale=locale(language)))


def written_day(day: date, parts: str, language: str) -> str:
    """A day, or what `parts`, a skeleton of CLDR's, leaves of it: "23 dic 2025", "ott 2025"."""
    from babel.dates import format_date, format_skeleton

    if parts == "yMMMd":
        return str(format_date(day, "medium", locale=locale(language)))
    return str(format_skeleton(parts, day, locale=locale(language)))


def written_list(items: Sequence[str], language: str, either: bool = False) -> str:
    """Items with the language's own commas and "and"; or "or", where only one of them holds."""
    from babel.lists import format_list

    style: Literal["or", "standard"] = "or" if either else "standard"
    return str(format_list(list(items), style=style, locale=locale(language)))
