"""Where the words of a reading stand in the text as its source wrote it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from factcheck.model import Span
from factcheck.text.dates.calendar_lexicon import visible
from factcheck.text.dates.han_dates import changes, figures_with_places
from factcheck.text.language import fold
from factcheck.text.numbers.tokens import normalise

Part = tuple[str, int, int]
"""A part of a reading, and where its words begin and end in the folded text."""

_STRIPPED = " .,;:"


def placed(parts: Iterable[Part], text: str, hanzi: bool = False) -> tuple[Span, ...]:
    """The spans of `text` that play these parts, in their order.

    Parts stand by their places in the folded text, in which blanks are single, invisible characters
    are gone and, in a language of Han characters, numbers are in figures.
    """
    ordered = sorted(parts, key=_start)
    if _in_place(text, hanzi):
        skipped = len(text) - len(text.lstrip(_STRIPPED))
        return tuple(
            Span(kind, text[start + skipped : end + skipped], start + skipped, end + skipped)
            for kind, start, end in ordered
        )
    places = _places(text, hanzi)
    found = []
    for kind, first, last in ordered:
        start, end = places[first][0], places[last - 1][1]
        found.append(Span(kind, text[start:end], start, end))
    return tuple(found)


def _in_place(text: str, hanzi: bool) -> bool:
    """Whether folding leaves every character where it is, but for those stripped at the ends."""
    if "  " in text or not text.isprintable():
        return False
    if text.isascii():
        return True
    folded = fold(normalise(text))
    return len(folded) == len(text) and text == text.strip() and not (hanzi and changes(folded))


def _start(part: Part) -> int:
    return part[1]


def _places(text: str, hanzi: bool) -> list[tuple[int, int]]:
    """For each character of the folded text, the stretch of `text` that it comes from."""
    chars: list[str] = []
    places: list[tuple[int, int]] = []
    for at, char in enumerate(text):
        for one in _folded(char):
            if one != " " or (chars and chars[-1] != " "):
                chars.append(one)
                places.append((at, at + 1))
    folded = "".join(chars)
    first = len(folded) - len(folded.lstrip(_STRIPPED))
    kept = folded.strip(_STRIPPED)
    places = places[first : first + len(kept)]
    return figures_with_places(kept, places) if hanzi else places


@lru_cache(maxsize=4096)
def _folded(char: str) -> str:
    """What a character is in the folded text; nothing, where it cannot be seen."""
    if char.isspace():
        return " "
    return " ".join(normalise(visible(char)).casefold().split(" "))
