"""Finds the clock time of a text, in figures or words, and leaves what may be its date."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from factcheck.values.base import Context, NoValueGiven, ReadingError
from factcheck.values.calendar_lexicon import visible
from factcheck.values.cldr import uses_twelve_hours
from factcheck.values.clock import Beside, Clock, made
from factcheck.values.han_dates import with_figures
from factcheck.values.language import fold, language_of, plain
from factcheck.values.tokens import normalise

MAX_LENGTH = 200

_ISO = re.compile(
    r"(\d{4}-\d{2}-\d{2})[t ](\d{2}):?(\d{2})(?::?(\d{2})(?:\.\d{1,9})?)?(z|[+-]\d{2}(?::?\d{2})?)?"
)
_OFFSET = r"(?:(?:utc|gmt) ?[+-]\d{1,2}(?::?\d{2})?|[+-]\d{2}:\d{2})"
# Abbreviations that name a zone in any language, and those that are words in others than English.
_ZONES = ("utc", "gmt", "cet", "cest", "mez", "mesz", "eest", "jst", "kst", "hkt", "sgt", "msk")
_ENGLISH_ZONES = (
    *("bst", "est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "mt", "pst", "pdt", "pt"),
    *("ist", "aest", "aedt", "awst", "nzst", "nzdt", "eet", "wet", "west"),
)
_WORDS_OF_ZONES = {"北京时间": "BEIJING", "北京時間": "BEIJING", "日本時間": "JST"}


def read_clock(text: str, context: Context) -> tuple[Clock, str]:
    """The clock time that `text` gives, and the words beside it. Raises ReadingError."""
    if len(text) > MAX_LENGTH:
        raise ReadingError(f"a time of {len(text)} characters is too long: give its words alone")
    language = language_of(context.language)
    folded = fold(normalise(visible(text))).strip(" .,;")
    if not folded:
        raise ReadingError("the text is empty: write the time as the source gives it")
    if "no_value" in language.meanings(folded):
        raise NoValueGiven(f'"{text.strip()}" says that no time is given')
    if language.data.get("hanzi"):
        folded = with_figures(folded)
    if iso := _ISO.fullmatch(folded):
        parts = (iso[2], iso[3], iso[4])
        noted = Beside(zone=(iso[5] or "").upper().replace("Z", "UTC"))
        return made(parts, text, noted), iso[1]
    zone, folded = _zone(folded, language.code)
    forms = _forms(context.language)
    found = [hit for hit in forms.figures.finditer(folded) if _is_time(hit)]
    if len(found) > 1:
        raise ReadingError(f'"{text.strip()[:60]}" gives more than one time: give the words of one')
    if found:
        return _figures(found[0], folded, zone, text, forms)
    return _words(folded, zone, text, forms)


@dataclass(frozen=True, slots=True)
class _Forms:
    """How a language tells the time."""

    figures: re.Pattern[str]
    words: tuple[tuple[re.Pattern[str], int, int], ...]  # (pattern, minutes, hours to add)
    halves: Mapping[str, str]  # "pm", "nachmittags": which half of the day
    hours: Mapping[str, int]
    about: tuple[str, ...]
    filler: tuple[str, ...]
    fixed: Mapping[str, int]  # "noon": 720
    lengths: tuple[str, ...]  # words for hours that more often count them: "3 hours"
    noon_is_zero: bool  # 午後0時 is noon, and nobody knows what 午後12時 is
    twelve: bool  # whether the clock has twelve hours


@lru_cache(maxsize=32)
def _forms(tag: str) -> _Forms:
    data = language_of(tag).data.get("times", {})
    halves = {f: half for half, ws in data.get("halves", {}).items() for w in ws for f in _both(w)}
    halves |= {f: h for h in ("am", "pm") for f in (h, h[0], f"{h[0]}.m.", f"{h[0]}.m")}
    hours = {
        f: n for n, ws in enumerate(data.get("hours", ()), start=1) for w in ws for f in _both(w)
    }
    half, after, hour = (_one_of(ws) for ws in (halves, data.get("after", ()), hours))
    sign = _one_of(data.get("hour_signs", ())) or "(?!)"
    minute = _one_of(data.get("minute_signs", ())) or "(?!)"
    second = _one_of(data.get("second_signs", ())) or "(?!)"
    before = rf"(?:(?P<half>{half})\s?)?"
    behind = rf"(?:\s?(?:{half})|[ap])"  # one letter stands without a blank: "1:55p"
    dot = r"|\." if data.get("dot") else ""
    figures = re.compile(
        rf"(?<![\d.,:/-])(?:(?<=[^a-z])|^){before}(?:"
        rf"(?P<h>\d{{1,2}})(?P<sep>:{dot})(?P<m>\d{{2}})(?::(?P<s>\d{{2}}))?"
        rf"|(?P<h2>\d{{1,2}})\s?(?P<sign>{sign})(?:\s?(?P<m2>\d{{1,2}}(?!\d)|半)\s?(?:{minute})?)?"
        rf"(?:\s?(?P<s2>\d{{1,2}})\s?(?:{second}))?"
        rf"|(?P<h3>\d{{1,2}})(?=\s?(?:{half})|[ap](?![^\W\d_])))"
        rf"(?![\d:%]|[.,]\d)(?:\s?(?P<after>{after or '(?!)'})(?![a-zà-ÿ]))?"
        rf"(?:(?P<half2>{behind})(?![a-zà-ÿ]))?"
    )
    words = tuple(
        (re.compile(rf"(?<![^\W\d_]){_pattern(p, hour)}(?![^\W\d_])"), int(minutes), int(add))
        for p, (minutes, add) in data.get("words", {}).items()
    )
    return _Forms(
        figures,
        words,
        halves,
        hours | {str(n): n for n in range(1, 13)},
        tuple(fold(w) for w in data.get("about", ())),
        tuple(fold(w) for w in data.get("filler", ())),
        {form: n for w, n in data.get("fixed", {}).items() for form in _both(w)},
        tuple(data.get("lengths", ())),
        bool(data.get("noon_is_zero", False)),
        uses_twelve_hours(tag),
    )


def _both(word: str) -> set[str]:
    return {fold(word), plain(fold(word)), fold(word).rstrip(".")}


def _one_of(words: object) -> str:
    assert isinstance(words, Mapping | list | tuple)
    return "|".join(re.escape(fold(w)) for w in sorted(words, key=lambda w: (-len(w), w)))


def _pattern(phrase: str, hour: str) -> str:
    """ "half past {hour}" as a pattern; {minutes} are written in figures."""
    escaped = re.escape(fold(phrase))
    return escaped.replace(r"\{hour\}", rf"(?P<hour>{hour}|\d{{1,2}})")


def _zone(text: str, code: str) -> tuple[str, str]:
    """The time zone as it is written, in capitals, and the text without it."""
    for words, zone in _WORDS_OF_ZONES.items():
        if words in text:
            return zone, text.replace(words, " ").strip()
    named = "|".join((*_ZONES, *(_ENGLISH_ZONES if code == "en" else ())))
    pattern = rf"(?<![^\W\d_])\(?({_OFFSET}|z|(?:{named}))\)?(?![^\W_])"
    for found in re.finditer(pattern, text):
        if found[1] != "z" or text[: found.start()][-1:].isdigit():
            rest = (text[: found.start()].rstrip() + " " + text[found.end() :]).strip(" ,")
            return found[1].upper().replace(" ", "").replace("Z", "UTC", found[1] == "z"), rest
    return "", text


def _is_time(hit: re.Match[str]) -> bool:
    return any(hit[name] is not None for name in ("h", "h2", "h3"))


def _figures(
    hit: re.Match[str], text: str, zone: str, original: str, forms: _Forms
) -> tuple[Clock, str]:
    if hit["half"] is not None and hit["half2"] is not None:
        raise ReadingError(f'"{original.strip()[:60]}" says twice which half of the day it means')
    half = hit["half"] or (hit["half2"] or "").strip() or None
    bare = half is None and not (text[: hit.start()] + text[hit.end() :]).strip(" .,")
    if bare and hit["sep"] == "." and hit["after"] is None:
        raise ReadingError(f'"{original.strip()[:60]}" may be a number: write the time as 13:55')
    if bare and hit["sign"] in forms.lengths and hit["m2"] is None:
        raise ReadingError(f'"{original.strip()[:60]}" may be a length of time: write it as 13:00')
    parts = (
        hit["h"] or hit["h2"] or hit["h3"],
        "30" if hit["m2"] == "半" else hit["m"] or hit["m2"],
        hit["s"] or hit["s2"],
    )
    rest, about = _rest(text[: hit.start()], text[hit.end() :], forms)
    if half is None and rest in forms.halves:
        half, rest = rest, ""
    named = {"a": "am", "p": "pm"}.get(half or "", None if half is None else forms.halves.get(half))
    noted = Beside(named, zone, about, forms.noon_is_zero)
    unsure = forms.twelve and named is None and not parts[0].startswith("0")
    return made(parts, original, noted, unsure=unsure), rest


def _words(text: str, zone: str, original: str, forms: _Forms) -> tuple[Clock, str]:
    for pattern, minutes, add in forms.words:
        if (found := pattern.search(text)) is not None:
            return _spoken(found, (minutes, add), text, zone, original, forms)
    for words, minutes in forms.fixed.items():
        found = re.search(rf"(?<![^\W\d_]){re.escape(words)}(?![^\W\d_])", text)
        if found is not None:
            rest, about = _rest(text[: found.start()], text[found.end() :], forms)
            parts = (str(minutes // 60), f"{minutes % 60:02}", None)
            return made(parts, original, Beside(None, zone, about)), rest
    raise ReadingError(
        f'"{original.strip()[:60]}" is no time of day that can be read: write it as 13:55 or '
        "1:55 pm"
    )


def _spoken(
    found: re.Match[str],
    told: tuple[int, int],
    text: str,
    zone: str,
    original: str,
    forms: _Forms,
) -> tuple[Clock, str]:
    """As in "halb vier nachmittags": `told` is the minutes, and how many hours to add."""
    minutes, add = told
    hour = forms.hours.get(found["hour"], int(found["hour"]) if found["hour"].isdigit() else 0)
    half, before, after = _half(text[: found.start()], text[found.end() :], forms)
    rest, about = _rest(before, after, forms)
    on_the_hour = minutes == 0 and add == 0
    # "Quarter to one" counts from twelve, which is no hour of its own before noon.
    full = (hour + add) % 12 or 12 if hour <= 12 else hour + add
    parts = (str(full), None if on_the_hour else f"{minutes:02}", None)
    noted = Beside(half, zone, about, forms.noon_is_zero)
    return made(parts, original, noted, unsure=half is None), rest


def _half(before: str, after: str, forms: _Forms) -> tuple[str | None, str, str]:
    """Which half of the day stands behind a time in words, or before it; and what is left."""
    behind, ahead = after.lstrip(" ,"), before.rstrip(" ,")
    for phrase in sorted(forms.halves, key=lambda form: (-len(form), form)):
        if behind.startswith(phrase) and not behind[len(phrase) :][:1].isalpha():
            return forms.halves[phrase], before, behind[len(phrase) :]
        if ahead.endswith(phrase) and not ahead[: -len(phrase)][-1:].isalpha():
            return forms.halves[phrase], ahead[: -len(phrase)], after
    return None, before, after


def _rest(before: str, after: str, forms: _Forms) -> tuple[str, bool]:
    """What stands around the time without the words that only introduce it; whether it is about."""
    about = False
    before, after = before.strip(" ,(|·–-"), after.strip(" ,).|·–-")
    changed = True
    while changed:
        changed = False
        for word in (*forms.about, *forms.filler):
            if before == word or before.endswith(" " + word):
                before, changed = before[: len(before) - len(word)].strip(" ,"), True
                about |= word in forms.about
            if after == word or after.startswith(word + " "):
                after, changed = after[len(word) :].strip(" ,"), True
                about |= word in forms.about
    return " ".join(part for part in (before, after) if part), about
