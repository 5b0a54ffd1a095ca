"""Words after a number that change what it says: a direction, or another language's magnitude."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from factcheck.values.language import Language, fold


def turned(word: str, language: Language) -> str | None:
    """Why a number followed by `word` is not the plain number; None where it is."""
    word = fold(word)
    if language.code in _table("words").get(word, ()):
        return "says in which direction, or of what: a fall of 3 % is not 3 %"
    if others := _table("magnitudes").get(word):
        return f'multiplies it in another language: give the claim "language: {others[0]}"'
    return None


@cache
def _table(name: str) -> Mapping[str, tuple[str, ...]]:
    """Each word of a table of turning.toml, folded, with the languages under which it stands."""
    text = (files("factcheck.values") / "turning.toml").read_text(encoding="utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for code, words in tomllib.loads(text)[name].items():
        for word in words:
            found[fold(word)] = (*found.get(fold(word), ()), code)
    return found
