"""Translates the report; no other module translates anything.

Other modules make sentences as phrases. In English a phrase is its own template, and facts stay
unchanged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from gettext import NullTranslations

from factcheck.model import Dated, Label, Phrase, Tongue, Wording, own
from factcheck.report.words.catalogues import ENGLISH, catalogue, languages
from factcheck.text import cldr, cldr_formats

DECIMALS = 3
"""Decimals of a figure in millions or billions; with more, it is printed digit by digit."""

MILLION = Decimal(1_000_000)


class Translator:
    """Writes phrases and facts in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._texts: dict[str, str] = {}  # what was told already, here and below
        self._days: dict[tuple[date, str], str] = {}
        self._figures: dict[tuple[str, str], str] = {}
        self._words = NullTranslations()
        if language != ENGLISH:
            self._words = cldr.translations(catalogue(language))

    def text(self, message: str, /, **facts: object) -> str:
        """A message of factcheck; unchanged without a translation."""
        translated = self._texts.get(message)
        if translated is None:
            translated = self._words.gettext(message) if message else ""  # "" is the head
            self._texts[message] = translated
        if not facts:
            return translated
        return translated.format(**{name: self.fact(fact) for name, fact in facts.items()})

    def many(self, one: str, more: str, count: int, /, **facts: object) -> str:
        """The plural form of a message for a count, which it shows as {count}."""
        message = self._words.ngettext(one, more, count)
        shown = {name: self.fact(fact) for name, fact in facts.items()}
        return message.format(count=self.fact(Decimal(count)), **shown)

    def say(self, phrase: Phrase) -> str:
        """A phrase with its facts, which may be phrases themselves."""
        return _in_english(phrase) if self.language == ENGLISH else self._stated(phrase)

    def fact(self, fact: object) -> str:
        """A fact in the form of the language; a source's words stay unchanged."""
        return _in_english(fact) if self.language == ENGLISH else self.printed(fact)

    def printed(self, fact: object) -> str:
        """A fact in print: also in English with words for months, not as 2025-10-03."""
        match fact:
            case Phrase():
                return self._stated(fact)
            case Label():
                return fact.label_in(self.language)
            case Dated(day, parts):
                return self._day(day, parts)
            case Tongue(tag):
                return self.language_name(tag)
            case date():
                return self._day(fact, "yMMMd")
            case Decimal() if fact.is_finite():
                return self._number(fact)
        return str(fact)

    def _day(self, day: date, parts: str) -> str:
        """A day in CLDR's form, cached: a report names the same days in many places."""
        described = self._days.get((day, parts))
        if described is None:
            described = self._days[day, parts] = cldr_formats.written_day(day, parts, self.language)
        return described

    def _number(self, number: Decimal) -> str:
        return self._figure("", number, lambda: cldr_formats.written_number(number, self.language))

    def _figure(self, form: str, number: Decimal, describe: Callable[[], str]) -> str:
        """A figure in a given form, cached; 1.0 and 1 are equal, and have different entries."""
        key = form, str(number)
        described = self._figures.get(key)
        if described is None:
            described = self._figures[key] = describe()
        return described

    def _stated(self, phrase: Phrase) -> str:
        facts = {name: self.printed(fact) for name, fact in phrase.facts}
        if phrase.forms is None:
            return self._words.gettext(phrase.template).format(**facts)
        count = dict(phrase.facts)["count"]
        assert isinstance(count, int)
        facts["count"] = self.printed(Decimal(count))
        return self._words.ngettext(*phrase.forms, count).format(**facts)

    def all(self, items: Iterable[Wording]) -> str:
        """A list joined by "and": "a, b and c"."""
        described = tuple(map(self.fact, items))
        if self.language == ENGLISH:  # without the comma before "and" that CLDR would have
            return " and ".join(
                part for part in (", ".join(described[:-1]), *described[-1:]) if part
            )
        return cldr_formats.written_list(described, self.language)

    def any(self, items: Iterable[Wording]) -> str:
        """A list joined by "or": "a, b or c"."""
        described = tuple(map(self.fact, items))
        if self.language == ENGLISH:
            return " or ".join(
                part for part in (", ".join(described[:-1]), *described[-1:]) if part
            )
        return cldr_formats.written_list(described, self.language, either=True)

    def number(self, number: Decimal) -> str:
        """A figure in print: "1,234.5", "85 billion"."""
        if _in_words(number):
            return self._magnitude(number)
        return self._number(number)

    def _magnitude(self, number: Decimal) -> str:
        return self._figure(
            "bn", number, lambda: cldr_formats.written_magnitude(number, self.language)
        )

    def short(self, english: Wording, number: Decimal) -> str:
        """A figure for little room: "85 bn"; small ones with every digit."""
        if self.language == ENGLISH or abs(number) < MILLION:
            return self.fact(english)
        return cldr_formats.written_short(number, self.language)

    def money(self, number: Decimal, code: str) -> str:
        """An amount in print, with the name of its currency: "85 billion Chinese yuan"."""
        return self._figure(code, number, lambda: self._money(number, code))

    def _money(self, number: Decimal, code: str) -> str:
        name = cldr_formats.written_currency(code, number, self.language)
        if _in_words(number):
            amount = self._magnitude(number)
            return self.text(own("{magnitude} {currency}"), magnitude=amount, currency=name)
        return self.text("{number} {currency}", number=self._number(number), currency=name)

    def language_name(self, language: str) -> str:
        """The name of another language in this language."""
        return cldr.language_name(language, self.language)


def _in_english(fact: object) -> str:
    """A fact unchanged, except for labels that have another English form."""
    if type(fact) is str:
        return fact
    text = _with_labels(fact)
    return str(fact) if text is None else text


def _with_labels(fact: object) -> str | None:
    """A fact with its labels in English; None if it contains no label."""
    match fact:
        case Label():
            return fact.label_in(ENGLISH)
        case Phrase():
            described = {
                name: text for name, of in fact.facts if (text := _with_labels(of)) is not None
            }
            if described:
                return fact.template.format(
                    **{name: str(of) for name, of in fact.facts} | described
                )
    return None


def _in_words(number: Decimal) -> bool:
    """Whether a number is large and round enough for words like "million": 82.9 billion."""
    power = number.adjusted() // 3 * 3
    scaled = number.scaleb(-power)
    return 6 <= power <= 12 and scaled == round(scaled, DECIMALS)


@cache
def translator(language: str = ENGLISH) -> Translator:
    """The translator for a language. Raises ValueError without a catalogue for it."""
    if language not in languages():
        raise ValueError(
            f"The report has no words in '{language[:40]}'. Languages: {', '.join(languages())}."
        )
    return Translator(language)
