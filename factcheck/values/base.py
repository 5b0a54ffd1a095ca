"""What a kind of value offers: read a text, bring values together, compare two, show one."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import ClassVar

from factcheck.model import (
    COMPATIBLE,
    Attribute,
    Comparison,
    Phrase,
    Value,
    Verdict,
    Wording,
)
from factcheck.model.frozen import dataclass
from factcheck.text.context import Context

Pair = tuple[int, int]  # the smaller number first


@dataclass(frozen=True, slots=True)
class Incomparable:
    """Why a value cannot stand beside the others of its scope."""

    dimension: str  # "rate" where no exchange rate is known, "dimension" where the units differ
    why: Phrase


@dataclass(frozen=True, slots=True)
class Meeting:
    """Which of several values are compatible, each called by its number, and what the rest says.

    Values of one group are compatible with each other, and alike with all others; `pairs` are the
    groups of which the values are compatible. `apart` are the verdicts on all other pairs.
    """

    groups: tuple[tuple[int, ...], ...]
    pairs: frozenset[Pair]
    disjoint: frozenset[Verdict]

    def compatible(self) -> Iterator[Pair]:
        """Every two values that are compatible."""
        for group in self.groups:
            yield from combinations(group, 2)
        for a, b in self.pairs:
            yield from ((min(i, j), max(i, j)) for i, j in product(self.groups[a], self.groups[b]))


def meeting_of(count: int, verdicts: Mapping[Pair, Verdict], others: Verdict) -> Meeting:
    """The meeting of so many values from the verdicts on some pairs, and the one on all others."""
    pairs = frozenset(pair for pair, verdict in verdicts.items() if verdict in COMPATIBLE)
    disjoint = {verdict for verdict in verdicts.values() if verdict not in COMPATIBLE}
    if len(verdicts) < count * (count - 1) // 2:
        disjoint.add(others)
    return Meeting(tuple((n,) for n in range(count)), pairs, frozenset(disjoint))


class Kind(ABC):
    """One kind of value. Without state: one instance serves everybody."""

    name: ClassVar[str]

    examples: ClassVar[tuple[str, ...]] = ()
    """Four English texts of which no two are compatible: what tests of every kind clash with."""

    @property
    @abstractmethod
    def mismatch(self) -> str:
        """The name of the rule that reports clashing values of this kind: "date-mismatch".

        Empty where unequal values never clash, as in free text. It has no default, and a kind
        without it cannot be instantiated: a kind whose clashes nobody reports would be silent.
        """

    inherited: ClassVar[bool] = False
    """Whether what is said of a family holds of its members: a licence does, a head count not."""

    @property
    def decides(self) -> bool:
        """Whether unequal values can clash."""
        return bool(self.mismatch)

    @abstractmethod
    def read(self, text: str, context: Context) -> Value:
        """The value that `text` gives, as its source writes it. Raises ReadingError."""

    def together(
        self, values: Sequence[Value], attribute: Attribute | None
    ) -> tuple[Value | Incomparable, ...]:
        """The same values, in the same order, in one unit and with the attribute's tolerance.

        The unit is the attribute's, or else the most frequent one among the values (ties: the
        first in the alphabet), so that the order of the claims decides nothing.
        """
        return tuple(values)

    @abstractmethod
    def compare(self, a: Value, b: Value) -> Comparison:
        """What two values of one scope, brought together before, have to do with each other.

        Symmetric but for the wording of its steps. Steps state the readings, the intervals, and
        what decided.
        """

    def verdict(self, a: Value, b: Value) -> Verdict:
        """The verdict of `compare`; kinds of which many are compared write no sentence for it."""
        return self.compare(a, b).verdict

    def meeting(self, values: Sequence[Value]) -> Meeting:
        """Which of these values of one scope, brought together before, are compatible.

        Every pair is compared. Kinds of which one scope may have thousands know better.
        """
        verdicts = {
            (i, j): self.verdict(values[i], values[j])
            for i, j in combinations(range(len(values)), 2)
        }
        return meeting_of(len(values), verdicts, others=Verdict.UNDETERMINED)

    def on_a_line(self, values: Sequence[Value]) -> bool:
        """Whether intervals alone say which of these values are compatible.

        Then a scope of thousands is swept once; else every pair is compared.
        """
        return all(value.strict is not None and value.loose is not None for value in values)

    @abstractmethod
    def show(self, value: Value) -> Wording:
        """The value in short, the same for equal values: "85 bn CNY", "H1 2025", "proprietary"."""

    def remembered(self, value: Value, attribute: Attribute) -> Wording:
        """The value as decisions keep it: exact, and the same however it is typed."""
        return self.show(value)

    def describe(self, value: Value) -> Wording:
        """How the value was read, in full: "85 bn CNY, between 76.5 and 93.5 bn CNY"."""
        return self.show(value)

    def parts(self, value: Value) -> tuple[tuple[str, Wording], ...]:
        """The reading piece by piece, each with its name, for somebody who wants to know why."""
        return (("read as", self.describe(value)),)

    @abstractmethod
    def occurs(self, value: Value, passage: str, context: Context) -> bool | None:
        """Whether `passage` gives this value; None where that cannot be told."""
