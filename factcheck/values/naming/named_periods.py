"""The one period that a sentence names with its year, where that is surely what it speaks of."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from factcheck.model import Period
from factcheck.text.cldr import base_language
from factcheck.text.context import Context, ReadingError
from factcheck.text.passages.passage import plain
from factcheck.text.scripts import UNSPACED, LatePattern, may_be_unspaced
from factcheck.values.period import read_period

FIRST, LAST = 1900, 2100
"""Four digits outside these years are an amount as often as a year."""

MOST_WORDS = 6
"""Words of a date that are read before its year: "the second half of the year 2025"."""

MOST_CHARACTERS = 300
"""Quotes are short; in a longer passage a year may speak of anything."""

_LETTER = rf"[^\W{UNSPACED}]"
_SPACED, _UNSPACED = (
    LatePattern(rf"(?<!{letter})(?<![.,:/$€£¥-])(\d{{4}})(?!{letter}|%|[-/:]\w|[.,]\d)")
    for letter in (r"\w", _LETTER)
)
"""A year by itself, in a text of scripts that write blanks, and in any other."""
_HAN_REST = re.compile(r"年(?:上半年|下半年|第?[一二三四1-4]季度|\d{1,2}月)?")


_COUNTED, _COUNTED_UNSPACED = (LatePattern(rf" {letter}{{4,}}") for letter in (r"\w", _LETTER))
"""What the figure before it may count: "in 2000 stores"; a short word, as in "in 2025 it", not."""


class NamedPeriod(NamedTuple):
    """A period, and where its words begin and end in the plain passage."""

    period: Period
    start: int
    end: int


def named_period(passage: str, context: Context) -> Period | None:
    """The period in which what the passage says holds, given with its year.

    None where there is none, or more than one year; where the passage compares with another time
    or dates an event; and in languages without a table of such words.
    """
    text, words = plain(passage), _words_of(context)
    found = _only(text, words, context)
    if found is None or any(_has(text, w) for w in words["events"]):
        return None
    return found.period if _holds_within(text, found, words["within"]) else None


def only_date(passage: str, context: Context) -> Period | None:
    """The date or period of a passage that gives no other number, and compares with no other time.

    None wherever that is not sure.
    """
    text = plain(passage)
    found = _only(text, _words_of(context), context)
    if found is None or any(map(str.isdigit, text[: found.start] + text[found.end :])):
        return None
    return found.period


def _only(text: str, words: Mapping[str, tuple[str, ...]], context: Context) -> NamedPeriod | None:
    """What is read around the one year of a text that compares with no other time."""
    if not words or len(text) > MOST_CHARACTERS:
        return None
    pattern = (_UNSPACED if may_be_unspaced(text) else _SPACED).compiled
    years = [m for m in pattern.finditer(text) if FIRST <= int(m[1]) <= LAST]
    if len(years) != 1 or any(_has(text, w) for w in words["compared"]):
        return None
    return _longest(text, years[0], context)


def _words_of(context: Context) -> Mapping[str, tuple[str, ...]]:
    return _words().get(base_language(context.language), {})


@cache
def _words() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    text = (
        files("factcheck.values.naming").joinpath("period_words.toml").read_text(encoding="utf-8")
    )
    return {
        language: {part: tuple(table[part]) for part in ("within", "compared", "events")}
        for language, table in tomllib.loads(text).items()
    }


@cache
def _whole(word: str) -> re.Pattern[str]:
    spaced = not (may_be_unspaced(word) and re.match(rf"[{UNSPACED}]", word))
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)" if spaced else re.escape(word))


def _has(text: str, word: str) -> bool:
    folded = text.casefold()  # few words are there at all, and each has a pattern to compile
    return word in folded and _whole(word).search(folded) is not None


def _longest(text: str, year: re.Match[str], context: Context) -> NamedPeriod | None:
    """The longest run of words around the year that reads as a period."""
    end = year.end()
    if rest := _HAN_REST.match(text, end):
        end = rest.end()
    for start in _starts(text, year.start()):
        for last in dict.fromkeys((end, year.end())):
            try:
                return NamedPeriod(read_period(text[start:last], context), start, last)
            except ReadingError:
                continue
    return None


def _starts(text: str, at: int) -> Iterator[int]:
    """Where a date that ends with the year may begin, the farthest first."""
    before = [m.start() for m in re.finditer(r"\S+", text[max(0, at - 60) : at])]
    offset = max(0, at - 60)
    yield from (offset + start for start in before[-MOST_WORDS:])
    yield at


def _holds_within(text: str, found: NamedPeriod, within: tuple[str, ...]) -> bool:
    """Whether a word for "in" opens the period, or stands right before it."""
    if "年" in within:
        return text[found.start : found.end].find("年") >= 0
    counted = _COUNTED_UNSPACED if may_be_unspaced(text) else _COUNTED
    if counted.compiled.match(text, found.end):
        return False
    date, before = text[found.start : found.end].casefold(), text[: found.start].casefold().rstrip()
    return any(
        date.startswith(f"{word} ") or re.search(rf"(?<!\w){re.escape(word)}\Z", before)
        for word in within
    )
