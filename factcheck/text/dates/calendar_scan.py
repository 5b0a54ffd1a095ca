"""Cuts a date in words into atoms: phrases of the language's calendar, and figures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from factcheck.text.context import ReadingError
from factcheck.text.dates.calendar_lexicon import Senses, lexicon, longest
from factcheck.text.dates.edtf import read_edtf
from factcheck.text.dates.numeric_dates import read_numeric
from factcheck.text.scripts import LatePattern, may_be_unspaced

_NUMBER = re.compile(r"'?\d+")
_FIGURES = re.compile(r"\d{1,4}([./-])\d{1,2}\1(?:\d{4}|\d{1,2})(?![\d./-]\d|\d)")
_ROMAN = re.compile(r"(x{0,2}(?:ix|iv|v?i{0,3}))(?:e|è|ème)?(?![^\W\d_])")
_WORDED = re.compile(r"\w+|\S")
_BLANKS = " \t\n\u00a0\u200b.,;-'()[]/،、"
# Scripts that write words without blanks: Han, kana, Thai, Lao, Burmese, Khmer, Tibetan, Hangul.
_UNBLANKED = LatePattern(
    r"[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
)
_VALUES = {"i": 1, "v": 5, "x": 10}


class DateAtom(NamedTuple):
    """A phrase or a figure of a date, where it stands, with everything that it can say."""

    text: str
    senses: Senses
    start: int
    end: int

    @property
    def idle(self) -> bool:
        """Whether it may say nothing at all."""
        return "filler" in self.senses


def scan(
    text: str, original: str, tag: str, begin: int = 0, end: int | None = None
) -> list[DateAtom]:
    """The atoms of a folded text from `begin` to `end`.

    Raises ReadingError at a piece that says nothing of a date.
    """
    words, lengths = lexicon(tag), longest(tag)
    atoms: list[DateAtom] = []
    at = begin
    text = text if end is None else text[:end]
    while at < len(text):
        if text[at] in _BLANKS and not (text[at] == "'" and text[at + 1 : at + 2].isdigit()):
            at += 1
            continue
        atom = _day(text, at, original, tag) or _atom(text, at, words, lengths)
        if atom is None:
            raise ReadingError(
                f'"{original.strip()[:60]}" is no date that can be read: "{_rest(text, at)}" says '
                "nothing of one. Write it as 2025-10-05, 2025-10, 2025 or H1 2025"
            )
        atoms.append(atom)
        at = atom.end
    return atoms


def _day(text: str, at: int, original: str, tag: str) -> DateAtom | None:
    """A day in figures, as in "den 21.9.2019" and "2011-12-03 Sat"."""
    figures = _FIGURES.match(text, at) if text[at].isdigit() else None
    if figures is None or (at and text[at - 1].isalnum()):
        return None
    found = read_edtf(figures.group()) or read_numeric(figures.group(), tag)
    return None if found is None else DateAtom(figures.group(), {"date": found}, at, figures.end())


def _atom(
    text: str, at: int, words: Mapping[str, Senses], lengths: Mapping[str, int]
) -> DateAtom | None:
    phrase = _phrase(text, at, words, lengths.get(text[at], 0))
    if number := _NUMBER.match(text, at):
        if len(phrase) > len(number.group()):
            return DateAtom(phrase, words[phrase], at, at + len(phrase))
        digits = number.group()
        senses: dict[str, object] = {"number": digits}
        if len(digits) <= 4 and digits[0] != "'":
            senses["count"] = int(digits)
        return DateAtom(digits, senses, at, number.end())
    roman = _ROMAN.match(text, at)
    if roman and roman[1] and len(roman.group()) >= len(phrase) and _starts(text, at):
        senses = dict(words.get(roman.group(), {})) | {"roman": _arabic(roman[1])}
        return DateAtom(roman.group(), senses, at, roman.end())
    return DateAtom(phrase, words[phrase], at, at + len(phrase)) if phrase else None


def _arabic(roman: str) -> int:
    values = [_VALUES[c] for c in roman]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def _rest(text: str, at: int) -> str:
    word = _WORDED.match(text, at)
    return word.group()[:40] if word else text[at : at + 20]


def _phrase(text: str, at: int, words: Mapping[str, Senses], length: int) -> str:
    """The longest phrase of up to `length` that begins at `at` and ends where a word does."""
    if not length or not _starts(text, at):
        return ""
    for end in range(min(len(text), at + length), at, -1):
        phrase = text[at:end]
        if phrase in words and not (end < len(text) and _joined(text[end - 1], text[end])):
            return phrase
    return ""


def _starts(text: str, at: int) -> bool:
    return not at or not _joined(text[at - 1], text[at])


def _joined(before: str, after: str) -> bool:
    """Whether two characters belong to one word."""
    if not (before.isalpha() and after.isalpha()):
        return False
    if not may_be_unspaced(before + after):
        return True
    return not (_UNBLANKED.compiled.match(before) or _UNBLANKED.compiled.match(after))
