"""Reads dates and periods from a language's words: month names, halves, relative phrases."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from factcheck.model import Period, Phrase, say
from factcheck.values import edtf
from factcheck.values.base import Context, NoValueGiven, ReadingError
from factcheck.values.calendar_lexicon import lexicon, range_words
from factcheck.values.cldr import base_language, day_before_month
from factcheck.values.language import Language, fold, language_of
from factcheck.values.tokens import normalise

MAX_LENGTH = 200
MAX_PHRASE = 32  # characters

_PIECE = re.compile(r"\d+|[^\W\d_]|\S")
_RANGE_DASH = re.compile(
    r"(?<=\d)-(?=\d{1,2} [^\W\d_])| ?[–—/至] ?| - |(?<=[^\W\d_])-(?=[^\W\d_])|(?<=\d{4})-(?=\d{4})"
)
_CENTURY_PIVOT = 50  # '49 is 2049, '50 is 1950


@dataclass
class _Found:
    """What the pieces of a text say, before it is put together."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str = ""
    shift: tuple[str, int] | None = None
    numbers: list[str] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)
    notes: list[Phrase] = field(default_factory=list)


def read_words(text: str, context: Context) -> Period:
    """The days that a text in words gives. Raises ReadingError."""
    if len(text) > MAX_LENGTH:
        raise ReadingError(f"a date of {len(text)} characters is too long: give its words alone")
    language = language_of(context.language)
    plain_text = fold(normalise(text)).strip(" .,;:")
    if not plain_text:
        raise ReadingError("the text is empty: write the date as the source gives it")
    if "no_value" in language.meanings(plain_text):
        raise NoValueGiven(f'"{text.strip()}" says that no date is given')
    if (numeric := _numeric(plain_text, context.language)) is not None:
        return numeric
    if (range_ := _range(plain_text, context, language)) is not None:
        return range_
    try:
        return _one(plain_text, text, context, language)
    except ReadingError:
        # "October to December 2025": no word opens the range, and nothing else makes sense of it.
        if (range_ := _range(plain_text, context, language, opened=True)) is None:
            raise
        return range_


def _range(text: str, context: Context, language: Language, opened: bool = False) -> Period | None:
    """As in "from 2019 to 2021", "2024–2026", "ottobre-dicembre 2025"."""
    openings, connectors = range_words(language.tag)
    opening = openings.match(text)
    certain = language.data.get("ranges", {}).get("connector", ())
    words = [
        cut
        for cut in (connectors.finditer(text) if opening or opened else ())
        if opening or cut.group().strip() in certain
    ]
    for cut in (*_RANGE_DASH.finditer(text), *words):
        first, last = text[opening.end() if opening else 0 : cut.start()], text[cut.end() :]
        try:
            end = _one(last, last, context, language)
            start = _one(first, first, context, language, end)
        except ReadingError:
            continue
        if start.start <= end.end and start.end != date.max:
            return Period(start.start, end.end, start.approximate or end.approximate)
    return None


def _one(
    text: str, original: str, context: Context, language: Language, end: Period | None = None
) -> Period:
    if (found := edtf.read_edtf(text.upper())) is not None:
        return found
    if (numeric := _numeric(text, context.language)) is not None:
        return numeric
    pieces = _scan(text, original, language)
    _place_numbers(pieces, original, end)
    period = _assemble(pieces, original, context)
    return Period(period.start, period.end, "about" in pieces.marks, tuple(pieces.notes))


def _numeric(text: str, language: str) -> Period | None:
    """As in "05/10/2025", "5.10.2025", "2025/10/5", by the order of the language."""
    if short := re.fullmatch(r"(0?[1-9]|1[0-2])[./](\d{4})", text):
        return edtf.months_period(int(short[2]), int(short[1]), int(short[1]))
    found = re.fullmatch(r"(\d{1,4})([./-])\s?(\d{1,2})\2\s?(\d{2}|\d{4})", text)
    if found is None:
        return None
    first, _, second, third = found.groups()
    if len(first) == 4:
        return edtf.day_period(int(first), int(second), int(third), text)
    if len(first) > 2:
        return None
    day, month = (first, second) if day_before_month(language) else (second, first)
    if base_language(language) in ("zh", "ja"):
        raise ReadingError(f'"{text}" does not say which of its figures is the month')
    return edtf.day_period(_full_year(third), int(month), int(day), text)


def _full_year(digits: str) -> int:
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (1900 if year >= _CENTURY_PIVOT else 2000)


def _scan(text: str, original: str, language: Language) -> _Found:
    """Every piece of the text, each used once. Raises ReadingError at one that says nothing."""
    found = _Found()
    words = lexicon(language.tag)
    at = 0
    while at < len(text):
        if text[at].isspace() or text[at] in ".,-'()":
            at += 1
            continue
        if (number := re.compile(r"\d+").match(text, at)) and not _phrase(text, at, words):
            found.numbers.append(("'" if text[at - 1 : at] == "'" else "") + number.group())
            at = number.end()
            continue
        phrase = _phrase(text, at, words)
        if not phrase:
            raise ReadingError(
                f'"{original.strip()[:60]}" is no date that can be read: "{_rest(text, at)}" says '
                "nothing of one. Write it as 2025-10-05, 2025-10, 2025 or H1 2025"
            )
        _note(found, words[phrase], original)
        at += len(phrase)
    return found


def _rest(text: str, at: int) -> str:
    word = re.compile(r"\w+|\S").match(text, at)
    return word.group() if word else text[at : at + 20]


def _phrase(text: str, at: int, words: Mapping[str, Any]) -> str:
    """The longest phrase that begins at `at` and ends where a word does."""
    if at and text[at].isalpha() and text[at - 1].isalpha() and text[at].isascii():
        return ""
    for end in range(min(len(text), at + MAX_PHRASE), at, -1):
        phrase = text[at:end]
        if phrase in words and not (
            end < len(text) and phrase[-1].isalpha() and text[end].isalpha() and text[end].isascii()
        ):
            return phrase
    return ""


def _note(found: _Found, meanings: Mapping[str, Any], original: str) -> None:
    if "month" in meanings and found.month is None:
        found.month = meanings["month"]
    elif "shift" in meanings and found.shift is None:
        found.shift = meanings["shift"]
    elif "part" in meanings and not found.part:
        found.part = meanings["part"]
    elif marks := {"fiscal", "about", "since", "until", "decade", "decade_before", "last"} & set(
        meanings
    ):
        found.marks |= marks
    elif not {"filler", "weekday"} & set(meanings):
        raise ReadingError(
            f'"{original.strip()[:60]}" gives more than one date: give the words of one'
        )


def _place_numbers(found: _Found, original: str, end: Period | None) -> None:
    """Which number is the year and which the day."""
    end_is_day = end is not None and end.start == end.end  # "5–7 October 2025"
    for number in found.numbers:
        digits = number.lstrip("'")
        decade = found.marks & {"decade", "decade_before"}
        if len(digits) == 4 or number.startswith("'") or (decade and len(digits) == 2):
            target = "year"
        elif len(digits) <= 2 and found.day is None and (found.month or end_is_day):
            target = "day"
        elif len(digits) == 2 and (found.part or "fiscal" in found.marks or found.day is not None):
            target = "year"
        else:
            raise ReadingError(
                f'"{original.strip()[:60]}" has the number {digits}, which is no date'
            )
        if getattr(found, target) is not None:
            raise ReadingError(f'"{original.strip()[:60]}" gives more than one date: give one')
        setattr(
            found, target, int(digits) if target == "day" else _decade_year(digits, bool(decade))
        )
    if found.year is None and end is not None and (found.month or found.part or found.day):
        found.year = end.start.year
        if found.day is not None and found.month is None:
            found.month = end.start.month


def _decade_year(digits: str, decade: bool) -> int:
    if decade and len(digits) == 2:
        return int(digits) + (1900 if int(digits) >= 30 else 2000)
    return _full_year(digits)


def _assemble(found: _Found, original: str, context: Context) -> Period:
    marks = found.marks
    if marks & {"decade", "decade_before"} and found.year is not None and found.year % 10 == 0:
        return edtf.year_period(found.year, found.year + 9)
    base = _base(found, original, context)
    if "fiscal" in marks:
        found.notes.append(say("a fiscal year is taken as the calendar year of its number"))
    if "since" in marks:
        return Period(base.start, date.max)
    if "until" in marks:
        return Period(date.min, base.end)
    return base


def _base(found: _Found, original: str, context: Context) -> Period:
    if found.shift is not None:
        shift = edtf.shifted(_on(context, original), *found.shift)
        if found.part and found.shift[0] == "year":
            return _part(found, shift.start.year)
        if found.month is None and not found.part:
            return shift
        if found.month is not None and found.shift[0] == "year":
            found.year = shift.start.year
    year = found.year
    if year is None:
        if found.month is None and not found.part:
            raise ReadingError(f'"{original.strip()[:60]}" names no year, month or day')
        year = _on(context, original).year
        if "last" in found.marks and found.month and found.month >= _on(context, original).month:
            year -= 1
        elif found.month and not found.part and found.month > _on(context, original).month:
            raise ReadingError(
                f'"{original.strip()[:60]}" does not say whether the month is past or still ahead: '
                "write its year"
            )
        note = say("no year is written: {year} is taken, from the day of the source", year=year)
        found.notes.append(note)
    if found.part:
        return _part(found, year)
    if found.month is None:
        return edtf.year_period(year)
    if found.day is None:
        return edtf.months_period(year, found.month, found.month)
    return edtf.day_period(year, found.month, found.day, original.strip())


def _part(found: _Found, year: int) -> Period:
    """A half, a quarter, a season; "early", "mid" and "late" take a third of what follows."""
    if found.part in edtf.PARTS:
        return edtf.months_period(year, *edtf.PARTS[found.part])
    if found.part in edtf.SEASONS:
        return edtf.months_period(year, *edtf.SEASON_MONTHS[edtf.SEASONS[found.part]])
    third = {"early": 0, "mid": 1, "late": 2}[found.part]
    if found.month is None:
        return edtf.months_period(year, third * 4 + 1, third * 4 + 4)
    whole = edtf.months_period(year, found.month, found.month)
    first = (1, 11, 21)[third]
    last = whole.end if third == 2 else whole.start.replace(day=first + 9)
    return Period(whole.start.replace(day=first), last)


def _on(context: Context, original: str) -> date:
    if context.on is None:
        raise ReadingError(
            f'"{original.strip()[:60]}" depends on the day on which it was written, and none is '
            "known: give the source's date, or write the date in full"
        )
    return context.on
