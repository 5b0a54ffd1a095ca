"""Orders the scopes of a topic by containment: a half in its year, a town in its country, a partial
coverage in its whole.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import product

from factcheck.comparing.scopes.positions import clash
from factcheck.comparing.scopes.topic_key import TIMES
from factcheck.model import (
    Attribute,
    Narrowing,
    Period,
    Position,
    Scope,
    Subject,
    Value,
    Verdict,
    Wording,
    joined,
)
from factcheck.model.frozen import dataclass
from factcheck.values import kind_for

Rest = tuple[tuple[str, str], ...]  # the tokens of a narrowing without its time


@dataclass(frozen=True, eq=False)
class Placed:
    """A scope, with facts derived from its qualifiers."""

    scope: Scope

    @property
    def narrowed(self) -> Narrowing:
        """The qualifiers that narrow it."""
        return self.scope.narrowing

    @cached_property
    def rest(self) -> Rest:
        """All qualifiers except time."""
        return tuple(t for t in self.narrowed.tokens if t[0] not in TIMES)

    @property
    def time(self) -> Period | None:
        """The time that it covers."""
        return self.narrowed.time

    @property
    def label(self) -> Wording:
        """The scope in words."""
        return self.scope.label

    @cached_property
    def sources(self) -> frozenset[str]:
        """The ids of the sources with claims in it."""
        return frozenset(c.source.id for c in self.scope.claims)

    @cached_property
    def values(self) -> tuple[Value, ...]:
        """The values of its positions."""
        return tuple(p.value for p in self.scope.positions if p.value is not None)

    @cached_property
    def positions(self) -> tuple[Position, ...]:
        """Its positions, each labelled with its scope too."""
        positions = self.scope.positions
        if not self.label:
            return positions
        return tuple(
            replace(p, label=joined((p.label, self.label), " · "), scope=self.label)
            for p in positions
        )

    def clashes(self, other: Placed, attribute: Attribute) -> bool:
        """Whether the two scopes would contradict each other if they were one scope."""
        kind = kind_for(attribute)
        return any(clash(a, b, kind) for a, b in product(self.values, other.values))

    def is_undecided(self, other: Placed, attribute: Attribute) -> bool:
        """Whether some values of the two are neither equal nor disjoint (values that are not
        intervals).

        Fast for measures, which intervals decide.
        """
        kind = kind_for(attribute)
        return any(
            (a.loose is None or b.loose is None)
            and kind.compare(a, b).verdict is Verdict.UNDETERMINED
            for a, b in product(self.values, other.values)
        )


class Lattice:
    """The scopes of one topic, with a lookup of the wholes of each. Building it sorts them."""

    def __init__(
        self, placed: Iterable[Placed], attribute: Attribute, subjects: Mapping[str, Subject]
    ) -> None:
        self._coverages = {p.id: p.part_of for p in attribute.coverages}
        self._subjects = subjects
        self._timed: dict[Rest, _Times] = {}
        self._timeless: dict[Rest, Placed] = {}
        by_rest: dict[Rest, list[Placed]] = defaultdict(list)
        for one in placed:
            if one.time is None:
                self._timeless[one.rest] = one
            else:
                by_rest[one.rest].append(one)
        self._timed = {rest: _Times(members) for rest, members in by_rest.items()}

    def wholes(self, part: Placed) -> Iterator[Placed]:
        """The scopes that contain `part`, by time, place, coverage or several of these."""
        for rest in self._rests(part.rest):
            if part.time is None:
                found = self._timeless.get(rest)
                members: Iterable[Placed] = () if found is None else (found,)
            else:
                members = self._timed[rest].holding(part.time) if rest in self._timed else ()
            yield from (one for one in members if one is not part)

    def in_time(self) -> Iterator[Sequence[Placed]]:
        """Scopes that differ only in time, in its order."""
        for rest in sorted(self._timed):
            yield self._timed[rest].ordered

    def _rests(self, rest: Rest) -> Iterator[Rest]:
        """`rest` with each place and coverage replaced by itself and by each of its wholes."""
        wider = [[(name, t) for t in (token, *self._above(name, token))] for name, token in rest]
        yield from product(*wider)

    def _above(self, name: str, token: str) -> tuple[str, ...]:
        found: list[str] = []
        waiting = [token]
        while waiting:
            for above in self._next(name, waiting.pop()):
                if above not in found and above != token:
                    found.append(above)
                    waiting.append(above)
        return tuple(found)

    def _next(self, name: str, token: str) -> tuple[str, ...]:
        match name:
            case "covers":
                return self._coverages.get(token, ())
            case "place" if token in self._subjects:
                whole = self._subjects[token].part_of
                return () if whole is None else (whole,)
        return ()


class _Times:
    """Scopes by their first day, for each length that occurs: few, as calendars have few."""

    def __init__(self, members: Iterable[Placed]) -> None:
        timed = sorted(
            ((m.time, m) for m in members if m.time is not None), key=lambda pair: pair[0]
        )
        self.ordered = tuple(m for _, m in timed)
        self._by_length: dict[int, tuple[list[int], list[Placed]]] = {}
        for time, member in timed:
            starts, of_length = self._by_length.setdefault(_length(time), ([], []))
            starts.append(time.start.toordinal())
            of_length.append(member)

    def holding(self, time: Period) -> Iterator[Placed]:
        """The scopes whose time contains all days of `time`, shortest first."""
        first, last = time.start.toordinal(), time.end.toordinal()
        for length in sorted(self._by_length):
            if length >= _length(time):
                starts, members = self._by_length[length]
                begin = bisect_left(starts, last - length + 1)
                yield from members[begin : bisect_right(starts, first)]


def _length(time: Period) -> int:
    return time.end.toordinal() - time.start.toordinal() + 1
