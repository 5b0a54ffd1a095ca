"""Where the words of a reading stand in the text as its source wrote it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from factcheck.model import Span
from factcheck.values.calendar_lexicon import visible
from factcheck.values.han_dates import figures_with_places
from factcheck.values.tokens import normalise

_STRIPPED = " .,;:"


def placed(spans: Iterable[Span], text: str, hanzi: bool = False) -> tuple[Span, ...]:
    """The same spans by their places in `text`, with its own letters.

    They come by their places in the folded text, in which blanks are single, invisible characters
    are gone and, in a language of Han characters, numbers are in figures.
    """
    places = _places(text, hanzi)
    found = []
    for span in spans:
        if span.start < span.end <= len(places):
            start, end = places[span.start][0], places[span.end - 1][1]
            found.append(replace(span, text=text[start:end], start=start, end=end))
    return tuple(found)


def _places(text: str, hanzi: bool) -> list[tuple[int, int]]:
    """For each character of the folded text, the stretch of `text` that it comes from."""
    folded: list[tuple[str, tuple[int, int]]] = []
    for at, char in enumerate(text):
        for one in normalise(visible(char)).casefold() or (" " if char.isspace() else ""):
            if not one.isspace():
                folded.append((one, (at, at + 1)))
            elif folded and folded[-1][0] != " ":
                folded.append((" ", (at, at + 1)))
    while folded and folded[-1][0] in _STRIPPED:
        folded.pop()
    while folded and folded[0][0] in _STRIPPED:
        folded.pop(0)
    if hanzi:
        return figures_with_places("".join(char for char, _ in folded), [p for _, p in folded])
    return [place for _, place in folded]
