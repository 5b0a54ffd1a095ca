"""What a text measures: number or range, bound, unit or currency, and what is counted."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import Phrase, Span
from factcheck.text.numbers.numeral import Numeral


@dataclass(slots=True)
class Measure:
    """What a text measures, filled in from left to right.

    `last` is the upper end of a range, `apart` the ± of a number, `reach` a stated interval.
    """

    number: Numeral
    bound: str = "exact"
    bound_text: str = ""
    unit: str = ""
    currency: str = ""
    currency_text: str = ""
    maybe_currency: str = ""  # what the unit means, if it is money: pounds
    last: Numeral | None = None
    disjoint: Numeral | None = None
    reach: tuple[Numeral, Numeral] | None = None  # "95% (90.3-97.6)"
    noun: str = ""  # what is counted, where no unit says it: "zebras"
    counted: str = ""  # the same in the singular, folded
    excludes: str = ""  # what the text leaves out: "Daihatsu"
    notes: tuple[Phrase, ...] = ()
    more: str = ""  # what stands in brackets, with digits in it
    changed: str = ""  # the word that makes it a rise or a fall: "down"
    spans: tuple[Span, ...] = ()  # all words of the text, each with its role
