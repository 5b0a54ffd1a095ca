"""Groups nodes that reach one another in a graph (strongly connected components)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TypeVar

N = TypeVar("N", bound=tuple[object, ...])


def components(edges: Mapping[N, Collection[N]]) -> Iterator[tuple[N, ...]]:
    """Every node once, in groups; a group comes after all groups that it has edges to.

    H. N. Gabow, "Path-based depth-first search for strong and biconnected components", 2000; with
    an explicit stack, as chains may be longer than the interpreter's.
    """
    number: dict[N, int] = {}
    closed: set[N] = set()
    path: list[N] = []  # visited, not yet in a group
    bounds: list[N] = []  # the nodes of the path that may begin a group
    for start in edges:
        trail = [] if start in number else [_enter(start, edges, number, path, bounds)]
        while trail:
            node, following = trail[-1]
            for successor in following:
                if successor not in number:
                    trail.append(_enter(successor, edges, number, path, bounds))
                    break
                if successor not in closed:
                    while number[bounds[-1]] > number[successor]:
                        bounds.pop()
            else:
                trail.pop()
                if bounds[-1] == node:
                    bounds.pop()
                    group = _group(node, path)
                    closed.update(group)
                    yield group


def _enter(
    node: N,
    edges: Mapping[N, Collection[N]],
    number: dict[N, int],
    path: list[N],
    bounds: list[N],
) -> tuple[N, Iterator[N]]:
    number[node] = len(number)
    path.append(node)
    bounds.append(node)
    return node, iter(edges[node])


def _group(first: N, path: list[N]) -> tuple[N, ...]:
    """Pop the nodes from `first` on off the path."""
    group = [path.pop()]
    while group[-1] != first:
        group.append(path.pop())
    return tuple(group)
