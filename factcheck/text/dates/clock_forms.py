"""How a language tells the time: the patterns of its figures and words, made from its data file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from factcheck.model.frozen import dataclass
from factcheck.text.cldr import day_periods, uses_twelve_hours
from factcheck.text.dates.calendar_lexicon import lexicon
from factcheck.text.language import fold, language_of, plain

_END = r"(?![a-zà-ÿ])"
_NO = "(?!)"


@dataclass(frozen=True, slots=True)
class Forms:
    """How a language tells the time."""

    figures: re.Pattern[str]
    words: tuple[tuple[re.Pattern[str], int, int], ...]  # (pattern, minutes, hours to add)
    halves: Mapping[str, str]  # "pm", "nachmittags": which half of the day; the longest first
    hours: Mapping[str, int]
    about: tuple[str, ...]
    filler: tuple[str, ...]
    fixed: Mapping[str, int]  # "noon": 720
    fixed_words: re.Pattern[str]
    notes: re.Pattern[str]  # what sites print beside a time: "(Estimated)", "*"
    lengths: tuple[str, ...]  # words for hours that more often count them: "3 hours"
    noon_is_zero: bool  # 午後0時 is noon, and nobody knows what 午後12時 is
    twelve: bool  # whether the clock has twelve hours


@lru_cache(maxsize=32)
def forms_of(tag: str) -> Forms:
    """How the language of a tag tells the time."""
    data = language_of(tag).data.get("times", {})
    halves = _halves(tag, data)
    fixed = _fixed(tag, data)
    hours = {
        f: n for n, ws in enumerate(data.get("hours", ()), start=1) for w in ws for f in _both(w)
    }
    return Forms(
        _figures(tag, data, {*halves, *fixed}),
        tuple(_worded(phrase, meant, hours) for phrase, meant in data.get("words", {}).items()),
        halves,
        hours | {str(n): n for n in range(1, 13)},
        tuple(fold(w) for w in data.get("about", ())),
        tuple(fold(w) for w in data.get("filler", ())),
        fixed,
        re.compile("|".join(_whole(word) for word in _longest_first(fixed)) or _NO),
        _notes(data.get("notes", ()), data.get("notes_behind", ())),
        tuple(data.get("lengths", ())),
        bool(data.get("noon_is_zero", False)),
        uses_twelve_hours(tag),
    )


def _halves(tag: str, data: Mapping[str, Any]) -> dict[str, str]:
    found = {
        f: half for name, half in day_periods(tag) if half in ("am", "pm") for f in _both(name)
    }
    found |= {f: h for h in ("am", "pm") for f in (h, h[0], f"{h[0]}.m.", f"{h[0]}.m")}
    found |= {f: half for half, ws in data.get("halves", {}).items() for w in ws for f in _both(w)}
    return {form: found[form] for form in _longest_first(found)}


def _fixed(tag: str, data: Mapping[str, Any]) -> dict[str, int]:
    minutes = {"noon": 720, "midnight": 0}
    found = {f: minutes[at] for name, at in day_periods(tag) if at in minutes for f in _both(name)}
    return found | {form: n for w, n in data.get("fixed", {}).items() for form in _both(w)}


def _figures(tag: str, data: Mapping[str, Any], halves: Iterable[str]) -> re.Pattern[str]:
    half = _one_of(halves)
    before = _one_of(word for word in halves if len(word) > 1 or not word.isascii())
    after, sign, minute, second = (
        _one_of(data.get(part, ())) or _NO
        for part in ("after", "hour_signs", "minute_signs", "second_signs")
    )
    # One letter stands without a blank ("1:55p"), and a site may glue a date to it ("9:04aDec 19").
    glued = rf"(?:{_END}|(?={_one_of(_names(tag)) or _NO}))"
    behind = rf"(?:\s?(?:{half})|[ap]){glued}"
    four = _one_of(data.get("four_figures", ())) or _NO
    dot = r"|\." if data.get("dot") else ""
    return re.compile(
        rf"(?<![\d.,:/-])(?:(?<=[^a-z])|^)(?:(?P<half>{before})\s?)?(?:"
        rf"(?P<h>\d{{1,2}})(?P<sep>:{dot})(?P<m>\d{{2}})(?::(?P<s>\d{{2}}))?"
        rf"|(?P<h2>\d{{1,2}})\s?(?P<sign>{sign})(?:\s?(?P<m2>\d{{1,2}}(?!\d)|半)\s?(?:{minute})?)?"
        rf"(?:\s?(?P<s2>\d{{1,2}})\s?(?:{second}))?"
        rf"|(?P<h3>\d{{1,2}})(?={behind})"
        rf"|(?P<h4>[01]\d|2[0-3])(?P<m4>[0-5]\d)(?=\s?(?:{four}){_END}))"
        rf"(?![\d:%]|[.,]\d)(?:\s?(?P<after>{after}){_END})?(?P<half2>{behind})?"
    )


def _names(tag: str) -> list[str]:
    """Names of months and weekdays."""
    words = lexicon(tag).items()
    return [w for w, senses in words if len(w) > 2 and {"month", "weekday"} & senses.keys()]


def _notes(phrases: Iterable[str], behind: Iterable[str]) -> re.Pattern[str]:
    words, last = (
        "|".join(_whole(fold(word)) for word in _longest_first(some)) or _NO
        for some in (phrases, behind)
    )
    signs = r"[*†‡§]+|\[\w\]|[¹²³]+|\([+-]\d\)|[+-]\d ?days?|(?<=[ap]m)\s?\+[1-3]$"
    return re.compile(rf"[(\[]\s?(?:{words}|{last})\s?[)\]]|(?:{words})|(?:{last})$|{signs}")


def _worded(
    phrase: str, meant: Sequence[int], hours: Iterable[str]
) -> tuple[re.Pattern[str], int, int]:
    """ "half past {hour}" as a pattern; minutes are written in figures."""
    hour = rf"(?P<hour>{_one_of(hours) or _NO}|\d{{1,2}})"
    escaped = re.escape(fold(phrase)).replace(r"\{hour\}", hour)
    return re.compile(rf"(?<![^\W\d_]){escaped}(?![^\W\d_])"), meant[0], meant[1]


def _whole(word: str) -> str:
    """A word as a pattern; words of languages without blanks may stand within others."""
    return rf"(?<![^\W\d_]){re.escape(word)}(?![^\W\d_])" if word < "\u3000" else re.escape(word)


def _both(word: str) -> set[str]:
    folded = fold(word.replace("\u202f", " ").replace("\xa0", " "))
    return {folded, plain(folded), folded.rstrip(".")}


def _one_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(fold(w)) for w in _longest_first(words))


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda w: (-len(w), w))
