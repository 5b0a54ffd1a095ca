"""The phrases that can stand in a date of a language, with what each of them can say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from factcheck.text import cldr
from factcheck.text.dates.spans import PARTS, SEASONS
from factcheck.text.language import fold, language_of, plain
from factcheck.text.language_tables import tables_of
from factcheck.text.numbers.tokens import normalise

Senses = Mapping[str, Any]
"""What a phrase can say, by the part that it plays: {"unit": "year", "fiscal": True}."""

MARKS = (
    *("filler", "fiscal", "about", "since", "until", "after", "before", "bce", "ago", "ahead"),
    *("ending", "closing", "decade", "decade_before", "ordinal_suffix", "to_date", "ce"),
    *("old_style", "new_style", "rolling", "by_first"),
)
_ERAS = {"th": {"พ.ศ.": (-543, 9999)}, "lo": {"ພ.ສ.": (-543, 9999)}, "km": {"ព.ស.": (-543, 9999)}}
"""Of languages without a data file: the year before an era's first, and how many years it has."""
_UNKNOWN = {"cy": ("filler",), "fy": ("fiscal",), "ytd": ("to_date",)}
_PUNCTUATION = " .,;:()/-'’،、"


@lru_cache(maxsize=64)
def range_words(tag: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What opens a range at the beginning of a text, and what stands between its two ends."""
    language = language_of(tag)
    data = language.data.get("periods", {})
    openings, connectors = (
        "|".join(re.escape(fold(w)) for w in sorted(data.get(part, ()), key=len, reverse=True))
        for part in ("opening", "connector")
    )
    blank = " ?" if language.data.get("hanzi") else " "
    return (
        re.compile(rf"(?:{openings or '(?!)'}){blank}"),
        re.compile(rf"{blank}(?:{connectors or '(?!)'}){blank}"),
    )


def visible(text: str) -> str:
    """`text` without characters that are not seen: marks of direction, joiners."""
    if text.isascii() or text.isprintable():  # what is not seen is not printable
        return text
    return "".join(c for c in text if unicodedata.category(c) != "Cf")


@lru_cache(maxsize=64)
def lexicon(tag: str) -> Mapping[str, Senses]:
    """Every phrase that can stand in a date of the language, folded, with its senses."""
    tables = tables_of(tag)
    if tables is None:
        return worked_out(tag)
    made: Mapping[str, Senses] = tables["lexicon"]
    return made


def worked_out(tag: str) -> Mapping[str, Senses]:
    """The same from the data file and CLDR."""
    found: dict[str, dict[str, Any]] = {}
    for phrase, part, meaning in (*_of_cldr(tag), *_of_press(tag)):
        folded = fold(normalise(visible(phrase))).strip()
        for form in dict.fromkeys((folded, plain(folded), folded.rstrip("."))):
            if form and not form.isdigit():
                found.setdefault(form, {}).setdefault(part, meaning)
    hanzi = language_of(tag).data.get("hanzi")  # 日 is a day, and short for Sunday
    for senses in found.values():
        if "weekday" in senses and not hanzi:  # Indonesian "Minggu" is a Sunday, and a week
            senses.pop("unit", None)
    return found


@lru_cache(maxsize=64)
def longest(tag: str) -> Mapping[str, int]:
    """The length of the longest phrase that begins with each character."""
    found: dict[str, int] = {}
    for phrase in lexicon(tag):
        found[phrase[0]] = max(found.get(phrase[0], 0), len(phrase))
    return found


def _of_cldr(tag: str) -> Iterator[tuple[str, str, Any]]:
    literals = sorted(set(cldr.date_literals(tag)))
    words = [text.split()[-1] for _, text in literals if text.split() and text[-1].isalpha()]
    prefixes = list(dict.fromkeys(words))
    for name, number in cldr.month_names(tag):
        yield name, "month", number
        for prefix in prefixes:  # a preposition that is no word of its own: Hebrew "בינואר"
            yield prefix + name, "month", number
        for before, text in literals:  # a case ending: Basque "urriaren"
            if before == "M" and text[:1].isalpha():
                yield name + re.split(r"\W", text)[0], "month", number
    yield from ((name, "weekday", number) for name, number in cldr.weekdays(tag))
    yield from ((name, "part", f"Q{number}") for name, number in cldr.quarter_names(tag))
    yield from ((name, "ce" if n else "bce", True) for name, n in cldr.era_names(tag))
    for before, text in literals:
        for word in text.split():
            forms = (word, word.strip(_PUNCTUATION), *re.split(r"\W+", word))
            for form in dict.fromkeys(forms):
                if form.strip(_PUNCTUATION):
                    yield form, "glued" if before and not text[:1].isspace() else "filler", True
                    yield form, "filler", True
    if "units" in language_of(tag).data.get("periods", {}):
        return
    for unit, pattern, past in cldr.relative_patterns(tag):
        before, hole, after = pattern.partition("{0}")
        if hole and bool(before.strip()) != bool(after.strip()):
            # One phrase says both the unit and the direction: "years ago".
            yield (before + after).strip(), "far", (unit, -1 if past else 1)
        elif hole and before.strip() and after.strip():
            yield before.strip(), "ago" if past else "ahead", True
            yield after.strip(), "unit", unit


def _of_press(tag: str) -> Iterator[tuple[str, str, Any]]:
    language = language_of(tag)
    data = language.data.get("periods", {})
    for part in MARKS:
        yield from ((phrase, part, True) for phrase in data.get(part, ()))
    for phrase, parts in _UNKNOWN.items():
        yield from ((phrase, part, True) for part in parts)
    yield from ((w, "era", years) for w, years in _ERAS.get(language.code, {}).items())
    for unit, phrases in data.get("relative", {}).items():
        yield from ((phrase, "shift", (unit, by)) for phrase, by in phrases.items())
    several = set(data.get("plurals", ()))  # "the last months" are not the last month
    for unit, phrases in data.get("units", {}).items():
        yield from ((phrase, "unit", unit) for phrase in phrases)
        yield from ((phrase, "one_unit", unit) for phrase in phrases if phrase not in several)
    for by, name in enumerate(("last", "this", "next"), start=-1):
        phrases = data.get("deixis", {}).get(name, ())
        yield from ((phrase, "deixis", by) for phrase in phrases)
        yield from ((phrase, "one_deixis", by) for phrase in phrases if phrase not in several)
    for part, table in (("count", "counts"), ("ordinal", "ordinals")):
        for number, phrases in enumerate(data.get(table, ()), start=1):
            yield from ((phrase, part, number) for phrase in phrases)
    yield from ((phrase, "tens", n) for phrase, n in data.get("tens", {}).items())
    for part in ("era", "era_after"):
        yield from ((phrase, part, tuple(y)) for phrase, y in data.get(part + "s", {}).items())
    yield from ((phrase, "years", tuple(y)) for phrase, y in data.get("years", {}).items())
    yield from ((phrase, "weekday", n) for phrase, n in data.get("weekdays", {}).items())
    yield from ((phrase, "week_day", n) for phrase, n in data.get("week_days", {}).items())
    yield from ((phrase, "month", n) for phrase, n in data.get("months", {}).items())
    parts = data.get("parts", {})
    for name in (*PARTS, *SEASONS, "early", "late", "mid"):
        yield from ((phrase, "part", name) for phrase in parts.get(name, ()))
    yield from ((name, "part", name) for name in PARTS)
