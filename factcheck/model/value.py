"""What a value is: how far it reaches, and what comparing two of them can say."""

from __future__ import annotations

from abc import ABC
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from factcheck.model.span import Span
from factcheck.model.wording import Phrase


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers between low and high; an open end does not belong to it. No end is ±Infinity."""

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    def meets(self, other: Interval) -> bool:
        """True when the two have a number in common; a single one meets a bound at that number.

        To an editor "4,125" and "more than 4,125" are one fact, and 703,885 may be told as 703.88
        thousand, while "more than 4,125" and "less than 4,125" are two.
        """
        if self.low == self.high or other.low == other.high:
            return self.low <= other.high and other.low <= self.high
        return self._reaches(other) and other._reaches(self)

    def _reaches(self, other: Interval) -> bool:
        if self.high == other.low:
            return not (self.high_open or other.low_open)
        return self.high > other.low


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from start to end, both included; an open end is date.min or date.max."""

    start: date
    end: date
    approximate: bool = field(default=False, compare=False)
    notes: tuple[Phrase, ...] = field(default=(), compare=False)
    assumed: bool = field(default=False, compare=False)  # a fiscal year of undeclared months


@dataclass(frozen=True)
class Value(ABC):
    """The comparable form of a text. Kinds that are measured or dated also say how far they reach.

    `strict` takes every written digit as meant; `loose` takes trailing zeros as rounding. `spans`
    says which part each word of the text plays; kinds that do not account for words leave it empty.
    """

    text: str
    notes: tuple[Phrase, ...] = field(default=(), kw_only=True)
    strict: Interval | None = field(default=None, kw_only=True)
    loose: Interval | None = field(default=None, kw_only=True)
    spans: tuple[Span, ...] = field(default=(), kw_only=True, compare=False, repr=False)


class Verdict(StrEnum):
    """What a comparison says; from the most harmless to the gravest."""

    AGREE = "agree"
    CONSISTENT = "consistent"
    REFINES = "refines"
    SCOPE_DIFFERS = "scope-differs"
    SUPERSEDED = "superseded"
    UNDETERMINED = "undetermined"
    VARIANT = "variant"
    CONTRADICTS = "contradicts"
    SELF_CONTRADICTS = "self-contradicts"
    CONFUSED = "confused"
    IMPOSSIBLE = "impossible"
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two values of one scope have to do with each other, and why, step by step."""

    verdict: Verdict
    steps: Collection[Phrase] = ()
