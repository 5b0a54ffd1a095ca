"""Sentences of an archived text, and where a quote stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from factcheck.model import Quote
from factcheck.text.passages.passage import folded, plain, selected, spans

MOST_CHARACTERS = 600
"""A longer sentence is a list or page furniture: it is cut where a clause ends, or not read."""

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
# A full stop before a capital or a figure; glued to the next word where a page was cut badly.
_END = re.compile(r"(?<=[.!?…])(?= [^\W_a-z])|(?<=[^\W\dA-Z_]\.)(?=[A-Z][a-z])|(?<=[。！？])")
# A full stop behind these ends no sentence: an initial, an ordinal, a title or a unit cut short.
_SHORTENED = re.compile(
    r"(?:\b[A-Z]|\b\d{1,2}|\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|No|Nr|vs|ca|approx|etc|Inc|Ltd|Co|Corp|Sig|"
    r"Dott|art|pag|núm|Sra|Mio|Mrd|Mln|Abs|Nos|Gen|Sen|Rep|Gov|Mme|Mlle|U\.S|U\.K|a\.m|p\.m))\.\Z"
)


class Standing(NamedTuple):
    """A place of a quote: its sentence, plain and without quotation marks, and the span in it."""

    sentence: str
    start: int
    end: int


def standing(text: str, quote: Quote) -> tuple[Standing, ...]:
    """Every place at which the text has the quote, within one sentence each.

    A quote that runs over the end of a sentence, or is stitched together from several, has none.
    """
    exact = folded(plain(quote.exact))
    if not exact or "…" in exact:
        return ()
    return tuple(
        found
        for paragraph in paragraphs(text)
        for span in spans(paragraph, (exact,))
        if selected(paragraph, span, quote)
        for found in _in_its_sentence(paragraph, *span)
    )


@lru_cache(maxsize=8)
def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text, folded as quotes are."""
    return tuple(folded(plain(one)) for one in _PARAGRAPH.split(text) if one.strip())


@lru_cache(maxsize=1024)
def sentence_spans(paragraph: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence of a folded paragraph begins and ends."""
    ends = [0]
    for found in _END.finditer(paragraph):
        if not _SHORTENED.search(paragraph[max(0, found.start() - 12) : found.start()]):
            ends.append(found.start())
    return tuple(pairwise([*ends, len(paragraph)]))


def _in_its_sentence(paragraph: str, start: int, end: int) -> Iterator[Standing]:
    for first, last in sentence_spans(paragraph):
        if first <= start and end <= last and last - first <= MOST_CHARACTERS:
            yield Standing(paragraph[first:last], start - first, end - first)
