"""What CLDR knows of a language: separators, names of months and currencies. Babel's only door.

Babel is loaded when something is asked of it: of a language with tables a check asks nothing.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from functools import cache, cached_property
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.model import Phrase, Tongue, in_english
from factcheck.model.frozen import dataclass
from factcheck.text.context import ReadingError
from factcheck.text.language_tables import tables_of

if TYPE_CHECKING:
    from babel import Locale
    from babel.localedata import LocaleDataDict


class UnknownLanguage(ReadingError):
    """CLDR knows no such language."""


def named(language: str) -> Phrase:
    """The name of a language as a part of a sentence."""
    return in_english(language_name(language), "{language}", language=Tongue(language))


@dataclass(frozen=True, slots=True)
class Separators:
    """The decimal sign of a language and the sign between its groups of three digits."""

    decimal: str
    group: str


@cache
def _locales() -> type[Locale]:
    """Locales with data of their own.

    Babel shares the tables that a language inherits, and puts into them, when one is looked up, the
    words of the language that asked: what is read in Chinese would hang on whether Chinese of
    Taiwan was read before.
    """
    from babel import Locale
    from babel.localedata import LocaleDataDict, load

    class OwnData(Locale):
        @cached_property
        def _data(self) -> LocaleDataDict:
            return LocaleDataDict(pickle.loads(pickle.dumps(load(str(self)))))

    return OwnData


@cache
def locale(language: str) -> Locale:
    """CLDR's locale of a tag, falling back from "it-XX" to "it". Raises UnknownLanguage."""
    from babel import UnknownLocaleError

    parts = language.replace("_", "-").split("-")
    while parts:
        try:
            return _locales().parse("-".join(parts), sep="-")
        except (UnknownLocaleError, ValueError):
            parts.pop()
    raise UnknownLanguage(
        f'"{language[:40]}" is no language that is known: write a tag such as en, it or zh-Hant'
    )


def refuse_unknown(language: str) -> None:
    """Raises UnknownLanguage where CLDR does not know the language of a tag."""
    if tables_of(language) is None:
        locale(language)


def base_language(language: str) -> str:
    """The bare language of a tag: "zh" for "zh-Hant-TW"."""
    return language.replace("_", "-").partition("-")[0].lower()


@cache
def territory(language: str) -> str | None:
    """The country that a language tag names, as en-AU does (ISO 3166)."""
    return None if tables_of(language) is not None else locale(language).territory


@cache
def language_name(language: str, label_in: str = "en") -> str:
    """The name of a language: "Italian" for "it"; the tag itself where CLDR knows none."""
    try:
        return locale(language).get_display_name(label_in) or language
    except UnknownLanguage:
        return language


@cache
def separators(language: str) -> Separators:
    """How a language separates decimals and groups, in ASCII digits."""
    if (tables := tables_of(language)) is not None:
        return Separators(*tables["separators"])
    return separators_of_cldr(language)


def separators_of_cldr(language: str) -> Separators:
    """The same, from CLDR itself."""
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


def day_periods(language: str) -> Iterator[tuple[str, str]]:
    """The words for "am", "pm", "noon" and "midnight", each with its English name."""
    periods = locale(language).day_periods
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            words = periods.get(context, {}).get(width, {})
            yield from ((str(word), str(name)) for name, word in words.items())


def currency_names(language: str) -> Iterator[tuple[str, str]]:
    """Every name of a currency, in singular and plural, with its ISO 4217 code."""
    known = locale(language)
    for code, name in known.currencies.items():
        yield str(name), str(code)
    for code, plurals in known._data["currency_names_plural"].items():
        for name in plurals.values():
            yield str(name), str(code)


def currency_symbols(language: str) -> Iterator[tuple[str, str]]:
    """The signs by which a language tells currencies of one name apart: "$CA", "£GB"."""
    for code, symbol in locale(language).currency_symbols.items():
        if len(symbol) > 1 and not symbol.isalpha() and not symbol.endswith("."):
            yield str(symbol), str(code)


@cache
def currency_codes() -> frozenset[str]:
    """All codes of ISO 4217 that CLDR knows, those of the past among them."""
    return frozenset(str(code) for code in locale("en").currencies)


def weekdays(language: str) -> Iterator[tuple[str, int]]:
    """Every name of a day of the week with its number, Monday being 0."""
    days = locale(language).days
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            yield from ((str(name), int(number)) for number, name in days[context][width].items())


def quarter_names(language: str) -> Iterator[tuple[str, int]]:
    """Every name of a quarter of a year with its number: "3rd quarter", "Q3"."""
    quarters = locale(language).quarters
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            yield from ((str(name), int(n)) for n, name in quarters[context][width].items())


def era_names(language: str) -> Iterator[tuple[str, int]]:
    """What stands beside a year: 0 for "before Christ", 1 for "AD"."""
    for width in ("wide", "abbreviated"):
        yield from ((str(name), int(n)) for n, name in locale(language).eras[width].items())


def relative_patterns(language: str) -> Iterator[tuple[str, str, bool]]:
    """As in ("year", "{0} years ago", True), and False for what lies ahead."""
    fields = locale(language)._data["date_fields"]
    for unit in ("year", "quarter", "month", "week", "day"):
        for direction in ("past", "future"):
            for pattern in fields.get(unit, {}).get(direction, {}).values():
                yield unit, str(pattern), direction == "past"


def date_literals(language: str) -> Iterator[tuple[str, str]]:
    """What stands between the parts of a date, each with the letter of the part before it.

    In Spanish ("M", " de "): the month is followed by it. The letters are CLDR's: y, M, d, E, G.
    """
    from babel.dates import tokenize_pattern

    for pattern in _date_patterns(language):
        before = ""
        for sort, content in tokenize_pattern(pattern):
            if sort == "chars":
                yield before, str(content)
            else:
                before = "M" if content[0] == "L" else str(content[0])


def _date_patterns(language: str) -> Iterator[str]:
    known = locale(language)
    yield from (str(known.date_formats[width].pattern) for width in ("full", "long", "medium"))
    skeletons = known.datetime_skeletons
    for name in ("yMMMM", "yMMM", "yM", "MMMMd", "MMMd", "y", "yQQQ", "yQQQQ"):
        if name in skeletons:
            yield str(skeletons[name].pattern)


@cache
def date_order(language: str) -> str:
    """The order of the figures of a date: "dMy", "Mdy" or "yMd"."""
    pattern = str(locale(language).date_formats["short"].pattern)
    return "".join(sorted("dMy", key=pattern.find))


@cache
def uses_twelve_hours(language: str) -> bool:
    """Whether the day of a language has twice twelve hours: 1:55 PM."""
    return "a" in str(locale(language).time_formats["short"].pattern)


@cache
def translations(path: Path) -> GNUTranslations:
    """What a catalogue of gettext (a .po file) says, its plural forms among it."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file))
    compiled.seek(0)
    return GNUTranslations(compiled)
