"""Reads dates and periods from a language's words: month names, halves, relative phrases."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from factcheck.model import Period, Phrase, Span
from factcheck.text.context import Context, NoValueGiven, ReadingError
from factcheck.text.dates import edtf, other_eras
from factcheck.text.dates.accounting import Part, placed
from factcheck.text.dates.calendar_days import count_out
from factcheck.text.dates.calendar_lexicon import lexicon, visible
from factcheck.text.dates.calendar_pairs import both_styles, fiscal_pair
from factcheck.text.dates.calendar_phrases import Meaning
from factcheck.text.dates.calendar_ranges import Ends, cuts, lend, same_size, spanning
from factcheck.text.dates.calendar_text import (
    DateText,
    Reading,
    counted,
    hanzi,
    place_numbers,
    stated_in,
)
from factcheck.text.dates.han_dates import with_figures
from factcheck.text.dates.numeric_dates import read_numeric
from factcheck.text.language import Language, fold, language_of
from factcheck.text.numbers.tokens import normalise

MAX_LENGTH = 200


def read_words(text: str, context: Context) -> Period:
    """The days that a text in words gives. Raises ReadingError."""
    return _read(text, context).period


def read_accounted(text: str, context: Context) -> tuple[Reading, tuple[Span, ...]]:
    """The same with the part that each word of `text` plays. Raises ReadingError."""
    found = _read(text, context)
    return found, placed(found.parts, text, hanzi(context))


def _read(text: str, context: Context) -> Reading:
    if len(text) > MAX_LENGTH:
        raise ReadingError(f"a date of {len(text)} characters is too long: give its words alone")
    language = language_of(context.language)
    plain_text = _plain(text, language)
    if not plain_text:
        raise ReadingError("the text is empty: write the date as the source gives it")
    if "no_value" in language.meanings(plain_text):
        raise NoValueGiven(f'"{text.strip()}" says that no date is given')
    this = DateText(plain_text, text, context)
    whole = 0, len(plain_text)
    if (found := edtf.read_edtf(normalise(text).upper())) is not None:
        other_eras.check(found, text, context)
        return Reading(found, (("date", *whole),))
    return read_plain(this, *whole)


def read_plain(this: DateText, begin: int, end: int) -> Reading:
    """The days that a stretch of a folded text gives. Raises ReadingError."""
    whole = begin, end
    for attempt in (_figures, fiscal_pair, both_styles):
        if (read := attempt(this, *whole)) is not None:
            return read
    if (read := _range(this, only_dashes=True)) is not None:
        return read
    try:
        return counted(stated_in(this, *whole), this)
    except ReadingError:
        # "October to December 2025": no dash divides it, and nothing else makes sense of it.
        if (read := _range(this, only_dashes=False)) is None:
            raise
        return read


def _plain(text: str, language: Language) -> str:
    plain_text = fold(normalise(visible(text))).strip(" .,;:")
    return with_figures(plain_text) if language.data.get("hanzi") else plain_text


def _figures(this: DateText, begin: int, end: int) -> Reading | None:
    text, language = this.plain[begin:end], this.context.language
    found = edtf.read_edtf(text.upper()) or read_numeric(text, language)
    parts: tuple[Part, ...] = (("date", begin, end),)
    if found is None and text[:1].isdigit() and not text[-1:].isdigit():
        figures, _, word = text.rpartition(" ")  # Bulgarian "1.01.2025 г."
        if "filler" in lexicon(language).get(word, {}):
            found = read_numeric(figures, language)
            cut = begin + len(figures)
            parts = (("date", begin, cut), ("filler", cut + 1, end))
    if found is None:
        return None
    other_eras.check(found, this.original, this.context)
    return Reading(found, parts)


def _range(this: DateText, only_dashes: bool) -> Reading | None:
    """As in "from 2019 to 2021", "2024–2026", "ottobre-dicembre 2025"."""
    for ends in cuts(this.plain, this.context, only_dashes):
        try:
            found = _between(this, ends)
        except ReadingError:
            continue
        if found is not None:
            return found
    return None


def _between(this: DateText, ends: Ends) -> Reading | None:
    first, last = this.trimmed(*ends.first), this.trimmed(*ends.last)
    signs = (this.trimmed(*sign) for sign in ends.signs)
    between = [("range", start, end) for start, end in signs if start < end]
    figures = [_figures(this, *part) for part in (first, last)]
    start, end = figures
    if start is not None and end is not None and same_size(start.period, end.period):
        joined = spanning(start.period, end.period)
        parts = chain(between, start.parts, end.parts)
        return None if joined is None else Reading(joined, parts)
    if first[0] == first[1] or last[0] == last[1]:
        return None
    return _between_words(this, ends, between)


def _between_words(this: DateText, ends: Ends, between: list[Part]) -> Reading | None:
    first, last = this.trimmed(*ends.first), this.trimmed(*ends.last)
    start, end = (stated_in(this, *part) for part in (first, last))
    notes: list[Phrase] = []
    inherits = lend(start, end, hanzi=hanzi(this.context))
    if inherits is None:
        return None
    for stated in (start, end):
        place_numbers(stated, this, notes)
    period = _spanned(this, start, end, inherits, notes)
    if period is None:
        return None
    other_eras.check(period, this.original, this.context)
    return Reading(period, chain(between, start.parts(), end.parts()))


def _spanned(
    this: DateText, start: Meaning, end: Meaning, inherits: str, notes: list[Phrase]
) -> Period | None:
    """From one end to the other, the year of one being that of the other unless it is told."""
    if inherits == "start" and start.year is None:
        start.year = end.year
    elif inherits == "end" and end.year is None:
        end.year = start.year
    a, b = (_counted_out(stated, this, notes) for stated in (start, end))
    if a.start > b.end and inherits == "start" and start.year is not None:
        start.year -= 1
        a = _counted_out(start, this, notes)
    elif a.start > b.end and inherits == "end" and end.year is not None:
        end.year += 1
        b = _counted_out(end, this, notes)
    return spanning(a, b)


def _counted_out(stated: Meaning, this: DateText, notes: list[Phrase]) -> Period:
    """The days of one end, which is kept as it was said: it may be counted again."""
    return count_out(replace(stated, nth=list(stated.nth)), this.original, this.context, notes)
