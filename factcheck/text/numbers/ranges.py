"""The ends of a range: whose magnitude holds for both, and what only looks like a range."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from factcheck.model import say
from factcheck.text.context import ReadingError
from factcheck.text.numbers.numeral import Numeral
from factcheck.text.numbers.pairs import with_magnitude
from factcheck.text.numbers.scanning import ScannedItem, short

FAR = 1000
"""A range with one magnitude and ends further apart than this is not sure of its lower end."""
NEAR = 5
"""Ends that are at most so many times apart, once both are thousands: "20-25,000", "1-2,000"."""

_THOUSANDS = re.compile(r"\d{1,3}(?:[.,'’ \u00a0\u202f\u2009]\d{3})+")
_PHONE = re.compile(r"0\d+-\d+|\d{3}-\d{3}[1-9]|\d{3}-\d{2}[1-9]\d")


def range_start(
    first: ScannedItem, last: ScannedItem, between: Sequence[ScannedItem], text: str
) -> Numeral:
    """The lower end of a range, with the magnitude of the upper one where that holds for both.

    Raises ReadingError where the two are no range, or nobody can tell.
    """
    low, high = first.numeral, last.numeral
    assert low is not None and high is not None
    if _PHONE.fullmatch(text):
        raise ReadingError(
            f'"{short(text)}" may be a number to call: if it is a range, write it with read_as'
        )
    if sum("dash" in item for item in between) > 1 and any("unit" in item for item in between):
        raise ReadingError(
            f'"{short(text)}" may be one measure in two units or a range: write it with read_as'
        )
    low = _in_thousands(low, first, last, between, text) or _scaled(low, high)
    if low.number == high.number:
        raise ReadingError(
            f'"{short(text)}" says one number twice, and may be no number at all: write it with '
            "read_as"
        )
    if low.number > high.number:
        raise ReadingError(
            f'"{short(text)}" runs from a larger number to a smaller one: it is no range; a date '
            "or a score is no quantity"
        )
    far = low.number >= 1 and high.number >= low.number * FAR
    if high.magnitude and not low.magnitude and far:
        raise _unsure(text, "its magnitude word holds")
    return low


def _in_thousands(
    low: Numeral, first: ScannedItem, last: ScannedItem, between: Sequence[ScannedItem], text: str
) -> Numeral | None:
    """The 40 of "40-50,000" as 40,000, or None where it is plainly not meant so."""
    high = last.numeral
    assert high is not None
    plain = not (low.magnitude or high.magnitude or low.spelled or high.spelled)
    if not (plain and low.whole and high.whole and 1 <= low.number < FAR and not high.number % FAR):
        return None
    if low.number * FAR >= high.number:
        return None
    near = high.number <= low.number * FAR * NEAR
    is_dash = len(between) == 1 and between[0].text in "-–" and last.start - first.end == 1
    if not (near and is_dash and _THOUSANDS.fullmatch(last.text)):
        raise _unsure(text, "its thousands hold")
    note = say('"{low}" is read as thousands, as "{high}" is', low=first.text, high=last.text)
    return low.times(Decimal(FAR))._replace(notes=(*low.notes, note))


def _unsure(text: str, what: str) -> ReadingError:
    return ReadingError(
        f'"{short(text)}" does not say whether {what} for both numbers: write both in full with '
        "read_as"
    )


def _scaled(low: Numeral, high: Numeral) -> Numeral:
    """As in "10–12 billion": the magnitude of the second number holds for the first."""
    if low.number >= high.number.scaleb(-high.magnitude) or low.rough:
        return low
    return with_magnitude(low, high)
