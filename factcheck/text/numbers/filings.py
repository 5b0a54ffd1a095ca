"""Reads amounts of which the unit holds the scale, as in filings: "5,430 in thousands of euros"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache

from factcheck.model import say
from factcheck.text.context import ReadingError
from factcheck.text.language import Language, fold, language_of
from factcheck.text.numbers.measure import Measure
from factcheck.text.numbers.tokens import Tokens, cut
from factcheck.text.numbers.word_roles import placed_in

Read = Callable[[Tokens], Measure]

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]|:(?=\s)")


def read_filing(tokens: Tokens, language: Language, read: Read) -> Measure | None:
    """The amount of a text with one phrase of the language's [filings]; None for other texts.

    The phrase multiplies digits that have no scale of their own, and a currency must stand there.
    """
    text = " ".join(tokens.text.split())
    folded = fold(text)
    phrase = next((one for one in filing_phrases(language.tag) if one in folded), None)
    if phrase is None or len(folded) != len(text):
        return None
    at = folded.index(phrase)
    rest = _BRACKETS.sub(r" \1 ", f"{text[:at]} {text[at + len(phrase) :]}")
    try:
        found = read(cut(" ".join(rest.split())))
    except ReadingError:  # the caller's own quotes the text as it is
        return None
    number = found.number
    if number.magnitude or number.spelled or found.last is not None or not found.currency:
        return None
    power = filing_phrases(language.tag)[phrase]
    found.number = number.times(Decimal(10) ** power)._replace(magnitude=power)
    note = say('"{words}" multiplies the amount', words=text[at : at + len(phrase)])
    found.notes += (note,)
    placed = placed_in(found.spans, tokens.text)
    found.spans = tuple(s._replace(kind="scale") if s.kind == "note" else s for s in placed)
    return found


@cache
def filing_phrases(tag: str) -> Mapping[str, int]:
    """The phrases of [filings], folded, the longest first, with the power of ten of each."""
    words = language_of(tag).data.get("filings", {}).get("words", {})
    longest_first = sorted(words.items(), key=lambda entry: (-len(entry[0]), entry[0]))
    return {fold(phrase): int(power) for phrase, power in longest_first}
