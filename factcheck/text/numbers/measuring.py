"""Reads the one measure that a text gives, in whichever of the usual ways it is written."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from factcheck.model import Span, say
from factcheck.text.context import NoValueGiven, ReadingError
from factcheck.text.language import Language
from factcheck.text.numbers.brackets import read_brackets
from factcheck.text.numbers.changes import MIRRORED, SHARES, change_at_start
from factcheck.text.numbers.elapsed import read_elapsed
from factcheck.text.numbers.filings import read_filing
from factcheck.text.numbers.foreign_words import refuse_english_scale, with_foreign_words
from factcheck.text.numbers.measure import Measure
from factcheck.text.numbers.model_names import names_as_nouns
from factcheck.text.numbers.numeral import Numeral
from factcheck.text.numbers.pattern import Pattern
from factcheck.text.numbers.ranks import read_rank
from factcheck.text.numbers.scanning import prepared, scan
from factcheck.text.numbers.sums import read_sum
from factcheck.text.numbers.tokens import Tokens, cut
from factcheck.text.numbers.word_roles import placed_in, span_of

_DASH = re.compile(r"\d ?%? ?[-–—] ?\d")


@lru_cache(maxsize=32_768)
def read_measure(text: str, language: Language, declared: str = "") -> Measure:
    """The measure that `text` gives, to be read and not changed. Raises ReadingError, NoValueGiven.

    What many sources write is read once, whatever the day and the currency. `declared` is the unit
    of the attribute, which decides what an "m" and a "K" mean.
    """
    tokens = prepared(text, language)
    if not len(tokens):
        raise ReadingError("the text is empty: write the value as the source gives it")

    def read(part: Tokens) -> Measure:
        return _read(part, language, declared)

    found = read_brackets(tokens, language, read) or read(tokens)
    if tokens.text != text or found.more:
        found.spans = placed_in(found.spans, text)
    return found


def _read(tokens: Tokens, language: Language, declared: str) -> Measure:
    try:
        return _found(tokens, language, declared)
    except NoValueGiven:
        raise
    except ReadingError:
        otherwise = _otherwise(tokens, language, declared)
        if otherwise is None:
            raise
        return otherwise


def _found(tokens: Tokens, language: Language, declared: str) -> Measure:
    items = with_foreign_words(tokens, scan(tokens, language), language)
    refuse_english_scale(tokens, items, language)
    return Pattern(tokens, names_as_nouns(tokens, items), language, declared).measure()


def _otherwise(tokens: Tokens, language: Language, declared: str) -> Measure | None:
    """What a text gives in another way: a change, a rank, or a measure in two units."""
    changed = _changed(tokens, language, declared)
    if changed is not None:
        return changed
    rank = read_rank(tokens, language)
    if rank is not None:
        note = say('"{text}" is read as a place in an order', text=tokens.text)
        number = Numeral(0, len(tokens), rank, Decimal(0))
        spans = (span_of(tokens, "number", 0, len(tokens)),)
        return Measure(number, unit="rank", notes=(note,), spans=spans)
    elapsed = read_elapsed(tokens, language, declared)
    if elapsed is not None:
        return elapsed
    filing = read_filing(tokens, language, lambda part: _found(part, language, declared))
    if filing is not None:
        return filing
    total = read_sum(tokens, language)
    if total is None:
        return None
    return Measure(total.number, total.bound, total.bound_text, total.unit, spans=total.spans)


def _changed(tokens: Tokens, language: Language, declared: str) -> Measure | None:
    """A rise or a fall in a share, as "down 18%"; never "down to 18%"."""
    change = change_at_start(tokens, language)
    if change is None:
        return None
    rest = cut(change.rest)
    first = scan(rest, language)[0]
    if first.numeral is None and "bound" not in first:
        return None
    found = _found(rest, language, declared)
    if found.unit.partition("/")[0] not in SHARES or found.number.number < 0:
        return None
    if found.last is not None and not _DASH.search(rest.text):
        return None  # "rose 5% to 18%"
    found.changed = change.word
    shift = len(tokens.text) - len(change.rest)
    moved = (s._replace(start=s.start + shift, end=s.end + shift) for s in found.spans)
    found.spans = (Span("number", change.word, 0, len(change.word)), *moved)
    if change.sign > 0:
        found.notes += (say('"{word}" is read as a rise', word=change.word),)
        return found
    found.notes += (say('"{word}" is read as a fall: a negative number', word=change.word),)
    found.bound = MIRRORED.get(found.bound, found.bound)
    lower = found.number if found.last is None else found.last
    found.last = None if found.last is None else found.number.times(Decimal(-1))
    found.number = lower.times(Decimal(-1))
    return found
