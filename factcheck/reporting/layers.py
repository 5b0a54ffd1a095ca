"""Where the boxes of a graph stand: in columns from left to right, so that lines lead rightwards.

K. Sugiyama, S. Tagawa, M. Toda, "Methods for visual understanding of hierarchical system
structures", 1981: columns by the longest way to an end, a bend in every column that a line passes,
and rows by the mean of their neighbours. Boxes in a circle share a column.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from factcheck.sourcing.circles import components

Key = tuple[str, ...]
"""A box as (its id,); a bend as (start, end, column)."""

SWEEPS = 8


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns from the left, each with its boxes and bends from the top, and the ways.

    A way holds what a line touches, from its start to its end; within a column it has no bends.
    """

    columns: tuple[tuple[Key, ...], ...]
    ways: Mapping[tuple[str, str], tuple[Key, ...]]


def layout(nodes: Iterable[str], edges: Collection[tuple[str, str]]) -> Layout:
    """The layout; the order of nodes and edges decides nothing."""
    ordered = sorted(nodes)
    column = _columns(ordered, sorted(edges))
    ways = {edge: _way(edge, column) for edge in sorted(edges)}
    columns: list[list[Key]] = [[] for _ in range(max(column.values(), default=-1) + 1)]
    for node in ordered:
        columns[column[node]].append((node,))
    for (start, _), way in ways.items():
        for number, bend in enumerate(way[1:-1], column[start] + 1):
            columns[number].append(bend)
    return Layout(tuple(tuple(c) for c in _untangled(columns, ways.values())), ways)


def circling(edges: Collection[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """The edges that are part of a circle."""
    group_of = {n: i for i, group in enumerate(_groups((), edges)) for n in group}
    return frozenset((a, b) for a, b in edges if group_of[a] == group_of[b])


def _groups(nodes: Iterable[str], edges: Collection[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Nodes that lead to one another; a group comes after all that it leads to."""
    leads: dict[Key, list[Key]] = {(n,): [] for n in nodes}
    for start, end in sorted(edges):
        leads.setdefault((start,), []).append((end,))
        leads.setdefault((end,), [])
    return [tuple(sorted(n for (n,) in group)) for group in components(leads)]


def _columns(nodes: Sequence[str], edges: Sequence[tuple[str, str]]) -> dict[str, int]:
    """The number of the column of each node, from the left; ends stand at the right."""
    leads: dict[str, list[str]] = defaultdict(list)
    for start, end in edges:
        leads[start].append(end)
    depth: dict[str, int] = {}
    for group in _groups(nodes, edges):
        beyond = [depth[t] + 1 for n in group for t in leads[n] if t not in group]
        depth.update(dict.fromkeys(group, max(beyond, default=0)))
    last = max(depth.values(), default=0)
    return {node: last - depth[node] for node in nodes}


def _way(edge: tuple[str, str], column: Mapping[str, int]) -> tuple[Key, ...]:
    start, end = edge
    passed = range(column[start] + 1, column[end])
    return (start,), *((start, end, str(number)) for number in passed), (end,)


def _untangled(columns: Sequence[Sequence[Key]], ways: Iterable[Sequence[Key]]) -> list[list[Key]]:
    """The columns with their rows in an order in which few lines cross."""
    near: dict[Key, list[Key]] = defaultdict(list)
    for way in ways:
        for a, b in pairwise(way):
            near[a].append(b)
            near[b].append(a)
    found = [sorted(column) for column in columns]
    for sweep in range(SWEEPS):
        step = 1 if sweep % 2 == 0 else -1
        for number in range(len(found))[::step]:
            if 0 <= number - step < len(found):
                _sort(found[number], found[number - step], near)
    return found


def _sort(column: list[Key], beside: Sequence[Key], near: Mapping[Key, Sequence[Key]]) -> None:
    """By the mean row of the neighbours beside; what has none keeps its place."""
    row = {key: Fraction(2 * i + 1, 2 * len(beside)) for i, key in enumerate(beside)}
    own = {key: Fraction(2 * i + 1, 2 * len(column)) for i, key in enumerate(column)}

    def mean(key: Key) -> Fraction:
        rows = [row[n] for n in near.get(key, ()) if n in row]
        return sum(rows, Fraction(0)) / len(rows) if rows else own[key]

    column.sort(key=lambda key: (mean(key), own[key]))
