"""Derives the steps to the verdict on a scope from the scope's results."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, pairwise

from factcheck.comparing.scopes.clashing import Clashes
from factcheck.comparing.scopes.positions import narrowest, on_a_line, written
from factcheck.comparing.scopes.superseding import issued, left_for_good
from factcheck.model import Attribute, Phrase, Scope, Stated, Verdict, say
from factcheck.values import kind_for
from factcheck.values.base import Kind
from factcheck.values.period import show_period

MOST_SHOWN = 20
"""Pairs of values whose comparison is told step by step: more would bury the rest."""


def steps_of(scope: Scope, attribute: Attribute) -> tuple[Phrase, ...]:
    """How the values of the scope compare, which were revised, and what else decided."""
    kind = kind_for(attribute)
    return (*_of_values(scope, kind), *_of_revisions(scope, kind), *scope.remarks)


def _of_values(scope: Scope, kind: Kind) -> Iterator[Phrase]:
    """Each step once: of the first pairs, and of outlets that give two clashing values."""
    if len(scope.positions) < 2:
        first = narrowest(scope.stated) if scope.stated else None
        pairs = [(first, one) for one in scope.stated if first is not None and one is not first]
        yield from _compared(pairs, kind)
    elif scope.stated:
        clashes, of_one_outlet = _clashing(scope, kind)
        yield from _compared(clashes, kind)
        if scope.alone is not Verdict.SELF_CONTRADICTS:
            yield from islice(dict.fromkeys(_of_both(of_one_outlet, kind)), MOST_SHOWN)


Pairs = Iterable[tuple[Stated, Stated]]


def _clashing(scope: Scope, kind: Kind) -> tuple[Pairs, Pairs]:
    """The pairs that clash, and those of them that one outlet may give both."""
    if on_a_line(scope.stated, kind):
        edges = [(a.ending, b.beginning) for a, b in pairwise(scope.positions)]
        neighbours = [(a, b) for a, b in edges if a is not None and b is not None]
        return neighbours, neighbours
    places = scope.places()
    clashes = Clashes(scope.stated, [frozenset(places[s.claims[0]]) for s in scope.stated])
    return clashes, clashes.of_one_outlet()


def _compared(pairs: Pairs, kind: Kind) -> Iterator[Phrase]:
    described = (kind.compare(a.value, b.value) for a, b in islice(pairs, MOST_SHOWN))
    yield from dict.fromkeys(step for comparison in described for step in comparison.steps)


def _of_both(pairs: Pairs, kind: Kind) -> Iterator[Phrase]:
    """A sentence for each source that gives both of two clashing values."""
    for a, b in pairs:
        both = {c.source.outlet for c in a.claims} & {c.source.outlet for c in b.claims}
        for outlet in sorted(both):
            first, second = kind.show(written(a)), kind.show(written(b))
            yield say("{outlet} itself gives both {a} and {b}.", outlet=outlet, a=first, b=second)


def _of_revisions(scope: Scope, kind: Kind) -> Iterator[Phrase]:
    left = left_for_good(scope.revisions)
    for one in scope.revisions:
        if one.left & left and one.old.value is not None and one.new.value is not None:
            yield say(
                "{outlet} gave {old} in its text of {then}, and {new} in that of {now}.",
                outlet=one.new.source.outlet,
                old=kind.show(one.old.value),
                new=kind.show(one.new.value),
                then=show_period(issued(one.old.source)),
                now=show_period(issued(one.new.source)),
            )
    for place in sorted(left):
        yield from _stale(scope, place)


def _stale(scope: Scope, place: int) -> Iterator[Phrase]:
    """The sources that repeat an old figure: a copy became stale on the day of the revision."""
    revisions = [one for one in scope.revisions if place in one.left]
    since = min(issued(one.new.source) for one in revisions)
    movers = {one.new.source.outlet for one in revisions}
    holders = {c.source.outlet: c.source for c in scope.positions[place].claims}
    for outlet, source in sorted(holders.items()):
        if outlet not in movers:
            yield say(
                "{outlet} ({day}) carries {old}: a stale copy since {since}.",
                outlet=outlet,
                day=show_period(issued(source)),
                old=scope.positions[place].label,
                since=show_period(since),
            )
