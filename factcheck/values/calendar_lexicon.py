"""The phrases that can stand in a date of a language, with what each of them says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from factcheck.values import edtf
from factcheck.values.language import fold, language_of, plain


@lru_cache(maxsize=64)
def range_words(tag: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What opens a range at the beginning of a text, and what stands between its two ends."""
    data = language_of(tag).data.get("periods", {})
    openings, connectors = (
        "|".join(re.escape(fold(w)) for w in sorted(data.get(part, ()), key=len, reverse=True))
        for part in ("opening", "connector")
    )
    return re.compile(rf"(?:{openings or '(?!)'}) "), re.compile(rf" (?:{connectors or '(?!)'}) ")


@lru_cache(maxsize=64)
def lexicon(tag: str) -> Mapping[str, Mapping[str, Any]]:
    """Every phrase that can stand in a date of the language, with what it says."""
    language = language_of(tag)
    data = language.data.get("periods", {})
    found: dict[str, dict[str, Any]] = {}

    def add(phrase: str, part: str, meaning: Any) -> None:
        for form in {fold(phrase), plain(fold(phrase))}:
            found.setdefault(form, {})[part] = meaning

    for phrase, meanings in language.phrases.items():
        for part in ("month", "weekday"):
            if part in meanings:
                add(phrase, part, meanings[part])
                add(phrase.rstrip("."), part, meanings[part])
    for part in ("filler", "fiscal", "about", "since", "until", "decade", "decade_before", "last"):
        for phrase in data.get(part, ()):
            add(phrase, part, True)
    for unit, phrases in data.get("relative", {}).items():
        for phrase, by in phrases.items():
            add(phrase, "shift", (unit, by))
    for name in (*edtf.PARTS, *edtf.SEASONS, "early", "late", "mid"):
        for phrase in (
            *data.get("parts", {}).get(name, ()),
            *([name] if name in edtf.PARTS else []),
        ):
            add(phrase, "part", name)
    add("fy", "fiscal", True)
    return found
