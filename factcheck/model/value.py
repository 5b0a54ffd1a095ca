"""What a value is: how far it reaches, and what comparing two of them can say."""

from __future__ import annotations

from abc import ABC
from dataclasses import field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from factcheck.model.frozen import dataclass
from factcheck.model.span import Span
from factcheck.model.wording import Phrase

End: TypeAlias = tuple[Decimal, int]
"""A number, and the side of it on which the end lies: -1 just below, 0 at it, 1 just above."""


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers between low and high; an open end does not belong to it. No end is ±Infinity."""

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    @property
    def ends(self) -> tuple[End, End]:
        """Both ends on one line: two intervals meet where neither begins beyond the other's end.

        A single number meets a bound at that very number. To an editor "4,125" and "more than
        4,125" are one fact, and 703,885 may be told as 703.88 thousand, while "more than 4,125" and
        "less than 4,125" are two.
        """
        if self.low == self.high:
            return (self.low, -1), (self.high, 1)
        return (self.low, int(self.low_open)), (self.high, -int(self.high_open))

    def meets(self, other: Interval) -> bool:
        """Whether the two have a number in common, as `ends` has it."""
        (low, high), (first, last) = self.ends, other.ends
        return low <= last and first <= high

    def contains(self, other: Interval) -> bool:
        """Whether every number of the other is one of these; a bound does not hold its number."""
        return (self.low, self.low_open) <= (other.low, other.low_open) and (
            (other.high, not other.high_open) <= (self.high, not self.high_open)
        )


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


COMPATIBLE = frozenset({Verdict.AGREE, Verdict.CONSISTENT, Verdict.REFINES, Verdict.VARIANT})
"""What is said of two values that may both be so: they are one position."""

UNREPORTED = COMPATIBLE - {Verdict.VARIANT}
"""Verdicts on which no rule has anything to report."""

CONTRADICTING = frozenset({Verdict.CONTRADICTS, Verdict.SELF_CONTRADICTS})
"""What is said of values of one scope that have nothing in common."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two values of one scope have to do with each other, and why, step by step."""

    verdict: Verdict
    steps: tuple[Phrase, ...] = ()
