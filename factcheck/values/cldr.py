"""What CLDR knows of a language: separators, names of months and currencies. Babel's only door."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError

from factcheck.values.base import ReadingError


class UnknownLanguage(ReadingError):
    """CLDR knows no such language."""


@dataclass(frozen=True, slots=True)
class Separators:
    """The decimal sign of a language and the sign between its groups of three digits."""

    decimal: str
    group: str


@cache
def locale(language: str) -> Locale:
    """CLDR's locale of a tag, falling back from "it-XX" to "it". Raises UnknownLanguage."""
    parts = language.replace("_", "-").split("-")
    while parts:
        try:
            return Locale.parse("-".join(parts), sep="-")
        except (UnknownLocaleError, ValueError):
            parts.pop()
    raise UnknownLanguage(
        f'"{language[:40]}" is no language that is known: write a tag such as en, it or zh-Hant'
    )


def base_language(language: str) -> str:
    """The bare language of a tag: "zh" for "zh-Hant-TW"."""
    return language.replace("_", "-").partition("-")[0].lower()


@cache
def language_name(language: str) -> str:
    """The English name of a language: "Italian" for "it"; the tag itself where CLDR knows none."""
    try:
        return locale(language).get_display_name("en") or language
    except UnknownLanguage:
        return language


@cache
def separators(language: str) -> Separators:
    """How a language separates decimals and groups, in ASCII digits."""
    symbols = locale(language).number_symbols["latn"]
    return Separators(str(symbols["decimal"]), str(symbols["group"]))


def month_names(language: str) -> Iterator[tuple[str, int]]:
    """Every name of a month, in full and short, standing alone or in a date, with its number."""
    months = locale(language).months
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in months[context][width].items():
                yield str(name), int(number)


def weekday_names(language: str) -> Iterator[str]:
    """Every name of a day of the week, in full and short."""
    days = locale(language).days
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            yield from (str(name) for name in days[context][width].values())


def currency_names(language: str) -> Iterator[tuple[str, str]]:
    """Every name of a currency, in singular and plural, with its ISO 4217 code."""
    known = locale(language)
    for code, name in known.currencies.items():
        yield str(name), str(code)
    for code, plurals in known._data["currency_names_plural"].items():
        for name in plurals.values():
            yield str(name), str(code)


@cache
def currency_codes() -> frozenset[str]:
    """All codes of ISO 4217 that CLDR knows, those of the past among them."""
    return frozenset(str(code) for code in Locale.parse("en").currencies)


def day_before_month(language: str) -> bool:
    """Whether a date of figures alone begins with its day: 3/4/2025 is the third of April."""
    pattern = str(locale(language).date_formats["short"].pattern)
    return pattern.find("d") < pattern.find("M")
