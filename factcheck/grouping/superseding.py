"""Whose figure was revised: then the old one contradicts nothing, and others carry it on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.grouping.positions import clash
from factcheck.model import (
    Attribute,
    Claim,
    Period,
    Phrase,
    Position,
    Scope,
    Source,
    Value,
    Verdict,
    say,
)
from factcheck.values import kind_for
from factcheck.values.period import show_period

Places = frozenset[int]  # which positions of the scope


@dataclass(frozen=True)
class Move:
    """An outlet that gave one position up for another: in `old`, then in `new`."""

    old: Source
    new: Source
    left: Places
    taken: Places


def superseded(scope: Scope, former: Iterable[Claim], attribute: Attribute) -> Scope:
    """The scope, its verdict `superseded` where revisions leave one position that stands.

    A revision is one of the same outlet: two outlets that cite one origin revise nothing.
    `former` are claims of sources that were replaced, on the same topic and scope.
    """
    if scope.verdict is not Verdict.CONTRADICTS:
        return scope
    moves = sorted(
        (*_revisions(scope), *_replacements(scope, former, attribute)),
        key=lambda m: (m.new.published, m.new.id, m.old.id),
    )
    left = {place for m in moves for place in m.left} - {p for m in moves for p in m.taken}
    if not left:
        return scope
    steps = (*scope.steps, *_told(moves, left, scope), *_stale(moves, left, scope))
    stands = len(scope.positions) - len(left)
    verdict = Verdict.SUPERSEDED if stands == 1 else scope.verdict
    return replace(scope, verdict=verdict, steps=steps)


def issued(source: Source) -> Period:
    """The day of what a source says now."""
    return source.updated or source.published


def _revisions(scope: Scope) -> Iterator[Move]:
    """For each outlet with sources of several days: what its last one gave up."""
    by_outlet: dict[str, dict[str, tuple[Source, Places]]] = defaultdict(dict)
    for place, position in enumerate(scope.positions):
        for claim in position.claims:
            told = by_outlet[claim.source.outlet.casefold()]
            _, places = told.get(claim.source.id, (claim.source, frozenset()))
            told[claim.source.id] = (claim.source, places | {place})
    for _, told in sorted(by_outlet.items()):
        sources = [told[id] for id in sorted(told)]
        last = [s for s, _ in sources if not any(_before(s, other) for other, _ in sources)]
        now = frozenset(p for s, places in sources if s in last for p in places)
        for source, places in sources:
            new = next((s for s in last if _before(source, s)), None)
            if new is not None and not places & now:
                yield Move(source, new, places, now)


def _before(a: Source, b: Source) -> bool:
    return issued(a).end < issued(b).start


def _replacements(scope: Scope, former: Iterable[Claim], attribute: Attribute) -> Iterator[Move]:
    """What was given up by sources that say which one they replace."""
    now: dict[str, tuple[Source, Places]] = {}
    for place, position in enumerate(scope.positions):
        for claim in position.claims:
            if (old := claim.source.replaces) is not None:
                _, places = now.get(old, (claim.source, frozenset()))
                now[old] = (claim.source, places | {place})
    for claim in former:
        if claim.source.id in now and claim.value is not None:
            new, taken = now[claim.source.id]
            left = _fitting(claim.value, scope.positions, attribute)
            if left and not left & taken:
                yield Move(claim.source, new, left, taken)


def _fitting(value: Value, positions: Sequence[Position], attribute: Attribute) -> Places:
    kind = kind_for(attribute)
    known = [p.value for p in positions if p.value is not None]
    moved, *others = kind.together([value, *known], attribute)
    if not isinstance(moved, Value) or len(others) != len(positions):
        return frozenset()
    return frozenset(
        n for n, o in enumerate(others) if isinstance(o, Value) and not clash(moved, o, kind)
    )


def _told(moves: Iterable[Move], left: set[int], scope: Scope) -> Iterator[Phrase]:
    for move in moves:
        for place in sorted(move.left & left):
            yield say(
                "{outlet} gave {old} in its text of {then}, and {new} in that of {now}.",
                outlet=move.new.outlet,
                old=scope.positions[place].label,
                new=" / ".join(scope.positions[p].label for p in sorted(move.taken)),
                then=show_period(issued(move.old)),
                now=show_period(issued(move.new)),
            )


def _stale(moves: Sequence[Move], left: set[int], scope: Scope) -> Iterator[Phrase]:
    """Who still carries an old figure: a copy that went stale on the day of the revision."""
    for place in sorted(left):
        since = min((issued(m.new) for m in moves if place in m.left), default=None)
        movers = {m.new.outlet for m in moves if place in m.left}
        holders = {c.source.outlet: c.source for c in scope.positions[place].claims}
        for outlet, source in sorted(holders.items()):
            if since is not None and outlet not in movers:
                yield say(
                    "{outlet} ({day}) carries {old}: a stale copy since {since}.",
                    outlet=outlet,
                    day=show_period(issued(source)),
                    old=scope.positions[place].label,
                    since=show_period(since),
                )
