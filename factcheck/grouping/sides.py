"""Sides: maximal sets of mutually compatible values, by a sweep on a line or by pairs.

A value that stands on several sides is kept once, with the sides on which it stands: a coarse value
beside many fine ones would otherwise be copied as often as there are fine ones.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from heapq import heappop, heappush

from factcheck.model import Claim, Interval, Value

Places = Collection[int]  # numbers of sides


@dataclass(frozen=True, eq=False)
class Held:
    """One distinct value, and the claims that give it."""

    value: Value
    claims: tuple[Claim, ...]


Reach = Callable[[Held], Interval]


@dataclass(frozen=True)
class Side:
    """The values of no other side; of all its values, the first to end and the last to begin."""

    own: tuple[Held, ...]
    ending: Held
    beginning: Held


@dataclass(frozen=True)
class Sides:
    """All sides, in order, and the values that stand on several of them."""

    sides: tuple[Side, ...]
    shared: tuple[tuple[Places, Held], ...] = ()

    def members(self, number: int) -> list[Held]:
        """Every value of one side."""
        return [*self.sides[number].own, *(h for places, h in self.shared if number in places)]


def sweep(held: Sequence[Held], reach: Reach) -> Sides:
    """Maximal sets of intervals with a common number: a side ends where one of its members does.

    Intervals on a line that meet pairwise have a common number (Helly's theorem in one dimension).
    Takes n log n steps.
    """
    spans = sorted(((reach(h), h) for h in held), key=lambda pair: (pair[0].low, pair[0].low_open))
    found: list[tuple[Held, Held]] = []
    begun: dict[int, int] = {}  # of the active values, the first side on which each stands
    places: list[range] = [range(0)] * len(spans)
    ends: list[tuple[Decimal, bool, int]] = []  # of the active ones, the first to end on top

    def close() -> None:
        found.append((spans[ends[0][-1]][1], spans[last][1]))

    last = 0
    for number, (span, _) in enumerate(spans):
        grown = True
        while ends and not spans[ends[0][-1]][0].meets(span):
            if grown:
                close()
            grown = False
            ended = heappop(ends)[-1]
            places[ended] = range(begun.pop(ended), len(found))
        begun[number] = len(found)
        heappush(ends, (span.high, not span.high_open, number))
        last = number
    close()
    for number, first in begun.items():
        places[number] = range(first, len(found))
    return _sides(found, [(places[n], h) for n, (_, h) in enumerate(spans)])


def by_pairs(held: Sequence[Held], clashes: Iterable[tuple[int, int]]) -> Sides:
    """The same for values that have no place on a line, from every pair that clashes."""
    found = cliques(len(held), clashes)
    members = [
        (frozenset(n for n, clique in enumerate(found) if i in clique), h)
        for i, h in enumerate(held)
    ]
    return _sides([(held[c[0]], held[c[0]]) for c in found], members)


def _sides(edges: Iterable[tuple[Held, Held]], members: Iterable[tuple[Places, Held]]) -> Sides:
    members = list(members)
    edges = list(edges)
    own: list[list[Held]] = [[] for _ in edges]
    for places, held in members:
        if len(places) == 1:
            own[next(iter(places))].append(held)
    sides = tuple(Side(tuple(o), *e) for o, e in zip(own, edges, strict=True))
    return Sides(sides, tuple((p, h) for p, h in members if len(p) > 1))


def cliques(size: int, clashes: Iterable[tuple[int, int]]) -> list[tuple[int, ...]]:
    """Maximal sets without a clash (Bron and Kerbosch 1973, with a pivot)."""
    near = {i: set(range(size)) - {i} for i in range(size)}
    for i, j in clashes:
        near[i].discard(j)
        near[j].discard(i)
    found: list[tuple[int, ...]] = []

    def grow(clique: frozenset[int], candidates: set[int], done: set[int]) -> None:
        if not candidates and not done:
            found.append(tuple(sorted(clique)))
            return
        pivot = max(sorted(candidates | done), key=lambda v: len(near[v] & candidates))
        for v in sorted(candidates - near[pivot]):
            grow(clique | {v}, candidates & near[v], done & near[v])
            candidates = candidates - {v}
            done = done | {v}

    grow(frozenset(), set(near), set())
    return sorted(found)
