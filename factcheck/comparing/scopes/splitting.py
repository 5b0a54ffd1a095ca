"""Splits positions whose values exclude each other although their intervals meet.

"Nearly 40,000" and "more than 40,000" meet if 40,000 counts as rounded. Both mean that very number,
however round it is, and so they contradict each other: no position contains both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import chain, combinations

from factcheck.comparing.scopes.sweep import CompatibleSet, Swept, cliques, swept
from factcheck.model import CONTRADICTING, Stated
from factcheck.values.base import Kind
from factcheck.values.measures.measured import Measured

MOST_CLASSES = 12
"""Kinds of opposed bounds that one side is parted by: with more it stays whole, as their
combinations grow without end.
"""

Members = frozenset[int]  # numbers of values
Piece = tuple[Members, CompatibleSet]
Pairs = Set[frozenset[int]]


def split(positions: Swept, stated: Sequence[Stated], kind: Kind) -> Swept:
    """The positions; one with opposed values is split into positions without any."""
    classes = _classes(stated)
    opposed = {frozenset(pair) for pair in _opposed(classes, stated, kind)}
    if not opposed:
        return positions
    every: list[set[int]] = [set() for _ in positions.positions]
    for number, places in enumerate(positions.places(stated)):
        for place in places:
            every[place].add(number)
    pieces = [
        list(_without_opposed(frozenset(members), position, classes, opposed, stated))
        for members, position in zip(every, positions.positions, strict=True)
    ]
    largest = list(_largest(pieces))
    standing: list[list[int]] = [[] for _ in stated]
    for place, (members, _) in enumerate(largest):
        for number in members:
            standing[number].append(place)
    edges = [(position.ending, position.beginning) for _, position in largest]
    return swept(edges, ((frozenset(p), s) for p, s in zip(standing, stated, strict=True)))


def _largest(pieces: Sequence[Sequence[Piece]]) -> Iterator[Piece]:
    """The maximal sets, each once: only neighbours can be equal or contain one another."""
    for number, of_position in enumerate(pieces):
        before = [members for members, _ in chain(*pieces[max(number - 1, 0) : number])]
        near = [members for members, _ in chain(*pieces[number : number + 2])]
        for members, position in of_position:
            if members not in before and not any(members < m for m in (*before, *near)):
                yield members, position


def _classes(stated: Sequence[Stated]) -> dict[int, list[int]]:
    """Measures with one number and equal intervals, under the first of them."""
    alike: dict[object, list[int]] = defaultdict(list)
    for number, one in enumerate(stated):
        if isinstance(one.value, Measured):
            alike[one.value.number, one.value.strict, one.value.loose].append(number)
    return {members[0]: members for members in alike.values()}


def _opposed(
    classes: dict[int, list[int]], stated: Sequence[Stated], kind: Kind
) -> Iterator[tuple[int, int]]:
    """Every two classes of one number that contradict each other, though their rounded intervals
    meet.
    """
    by_number: dict[object, list[int]] = defaultdict(list)
    for first in classes:
        value = stated[first].value
        assert isinstance(value, Measured)
        by_number[value.number].append(first)
    for alike in by_number.values():
        spans = [v.strict.ends for n in alike if (v := stated[n].value).strict is not None]
        if max(low for low, _ in spans) <= min(high for _, high in spans):
            continue  # they all have a number in common
        for i, j in combinations(alike, 2):
            a, b = stated[i].value, stated[j].value
            meet = a.loose is not None and b.loose is not None and a.loose.meets(b.loose)
            if meet and kind.verdict(a, b) in CONTRADICTING:
                yield i, j


def _without_opposed(
    members: Members,
    position: CompatibleSet,
    classes: dict[int, list[int]],
    opposed: Pairs,
    stated: Sequence[Stated],
) -> Iterator[Piece]:
    """The position itself, or one position for each maximal choice among its opposed classes."""
    inside = sorted({n for pair in opposed if pair <= members for n in pair})
    if not inside or len(inside) > MOST_CLASSES:
        yield members, position
        return
    pairs = [
        (i, j)
        for i, j in combinations(range(len(inside)), 2)
        if frozenset((inside[i], inside[j])) not in opposed
    ]
    chosen = [frozenset(inside[i] for i in clique) for clique in cliques(len(inside), pairs)]
    bounds = frozenset(n for first in inside for n in classes[first])
    for number, choice in enumerate(chosen):
        after, before = chosen[number + 1 :][:1], chosen[max(number - 1, 0) : number]
        own = frozenset(n for first in choice for n in classes[first])
        ending = stated[min(choice - after[0])] if after else position.ending
        beginning = stated[min(choice - before[0])] if before else position.beginning
        yield (members - bounds) | own, CompatibleSet((), ending, beginning)
