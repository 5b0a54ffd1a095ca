"""Finds maximal sets of mutually compatible values: by a sweep over intervals, or by pairs.

A value of several positions is stored once, with their numbers: a coarse value beside many fine
ones would otherwise be copied as often as there are fine ones.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from heapq import heappop, heappush

from factcheck.model import End, Interval, Stated
from factcheck.model.frozen import dataclass
from factcheck.values.base import Meeting

Places = Collection[int]  # numbers of sides


Reach = Callable[[Stated], Interval]


@dataclass(frozen=True)
class CompatibleSet:
    """The values of this set alone; and, of all its values, the first end and the last
    beginning.
    """

    own: tuple[Stated, ...]
    ending: Stated
    beginning: Stated


@dataclass(frozen=True)
class Swept:
    """All sets, in order, and the values that belong to several of them."""

    positions: tuple[CompatibleSet, ...]
    shared: tuple[tuple[Places, Stated], ...] = ()

    def members(self, number: int) -> list[Stated]:
        """Every value of one set."""
        return [*self.positions[number].own, *(h for places, h in self.shared if number in places)]

    def places(self, stated: Iterable[Stated]) -> list[frozenset[int]]:
        """For each of these values, the numbers of its sets."""
        found = {
            id(one): frozenset((n,))
            for n, position in enumerate(self.positions)
            for one in position.own
        }
        found |= {id(one): frozenset(places) for places, one in self.shared}
        return [found[id(one)] for one in stated]


def sweep(given: Sequence[Stated], reach: Reach) -> Swept:
    """Maximal sets of intervals with a common number: a set ends where one of its members does.

    Intervals on a line that meet pairwise have a common number (Helly's theorem in one dimension).
    A single number meets a bound at that very number, so that the ends are those of
    `Interval.ends`, which are ordered on one line. Takes n log n steps.
    """
    spans = sorted(((*reach(h).ends, h) for h in given), key=lambda span: span[0])
    found: list[tuple[Stated, Stated]] = []
    begun: dict[int, int] = {}  # of the active values, the first side on which each stands
    places: list[range] = [range(0)] * len(spans)
    ends: list[tuple[End, int]] = []  # of the active ones, the first to end on top

    def close() -> None:
        found.append((spans[ends[0][-1]][-1], spans[last][-1]))

    last = 0
    for number, (low, high, _) in enumerate(spans):
        grown = True
        while ends and ends[0][0] < low:
            if grown:
                close()
            grown = False
            ended = heappop(ends)[-1]
            places[ended] = range(begun.pop(ended), len(found))
        begun[number] = len(found)
        heappush(ends, (high, number))
        last = number
    close()
    for number, first in begun.items():
        places[number] = range(first, len(found))
    return swept(found, [(places[n], h) for n, (_, _, h) in enumerate(spans)])


def by_pairs(given: Sequence[Stated], meeting: Meeting) -> Swept:
    """Maximal sets of values that are no intervals, by pairwise compatibility."""
    groups = meeting.groups
    found = sorted(
        (tuple(sorted(i for g in clique for i in groups[g])), clique)
        for clique in cliques(len(groups), meeting.pairs)
    )
    places: list[list[int]] = [[] for _ in given]
    for number, (members, _) in enumerate(found):
        for member in members:
            places[member].append(number)
    return swept(
        [(given[members[0]], given[members[0]]) for members, _ in found],
        [(frozenset(p), h) for p, h in zip(places, given, strict=True)],
    )


def swept(
    edges: Iterable[tuple[Stated, Stated]], members: Iterable[tuple[Places, Stated]]
) -> Swept:
    members = list(members)
    edges = list(edges)
    own: list[list[Stated]] = [[] for _ in edges]
    for places, given in members:
        if len(places) == 1:
            own[next(iter(places))].append(given)
    positions = tuple(CompatibleSet(tuple(o), *e) for o, e in zip(own, edges, strict=True))
    return Swept(positions, tuple((p, h) for p, h in members if len(p) > 1))


def cliques(size: int, pairs: Iterable[tuple[int, int]]) -> list[tuple[int, ...]]:
    """Maximal cliques, found separately in each connected component."""
    near: dict[int, set[int]] = {i: set() for i in range(size)}
    for i, j in pairs:
        near[i].add(j)
        near[j].add(i)
    found: list[tuple[int, ...]] = []
    for part in _parts(near):
        if all(len(near[i]) == len(part) - 1 for i in part):
            found.append(tuple(sorted(part)))
        else:
            found.extend(_grown(part, near))
    return sorted(found)


def _parts(near: Mapping[int, Set[int]]) -> Iterator[Set[int]]:
    """The connected components of the pairs."""
    seen: set[int] = set()
    for start in near:
        if start not in seen:
            part, waiting = {start}, [start]
            while waiting:
                new = near[waiting.pop()] - part
                part |= new
                waiting.extend(new)
            seen |= part
            yield part


def _grown(part: Set[int], near: Mapping[int, Set[int]]) -> Iterator[tuple[int, ...]]:
    """Maximal cliques in one component (Bron and Kerbosch 1973, with a pivot)."""
    waiting: list[tuple[Set[int], Set[int], Set[int]]] = [(frozenset(), part, frozenset())]
    while waiting:
        clique, candidates, done = waiting.pop()
        if not candidates and not done:
            yield tuple(sorted(clique))
            continue
        pivot = max(sorted(candidates | done), key=lambda v: len(near[v] & candidates))
        for v in sorted(candidates - near[pivot]):
            waiting.append((clique | {v}, candidates & near[v], done & near[v]))
            candidates = candidates - {v}
            done = done | {v}
