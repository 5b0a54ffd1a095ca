"""Whose figure was revised: then the old one contradicts nothing, and others carry it on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.grouping.positions import clash
from factcheck.model import (
    Attribute,
    Claim,
    Later,
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
    """An outlet that gave one position up for another: what it said, and what it says now."""

    old: Claim
    new: Claim
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
        key=lambda m: (issued(m.new.source), m.new.name, m.old.name),
    )
    left = {place for m in moves for place in m.left} - {p for m in moves for p in m.taken}
    if not left:
        return scope
    stands = len(scope.positions) - len(left)
    steps = Later(
        lambda: (*scope.steps, *_told(moves, left, attribute), *_stale(moves, left, scope))
    )
    verdict = Verdict.SUPERSEDED if stands == 1 else scope.verdict
    return replace(scope, verdict=verdict, steps=steps)


def issued(source: Source) -> Period:
    """The day of what a source says now."""
    return source.updated or source.published


def _revisions(scope: Scope) -> Iterator[Move]:
    """For each outlet with sources of several days: what its last one gave up."""
    by_outlet: dict[str, list[Claim]] = defaultdict(list)
    for claim in scope.claims:
        by_outlet[claim.source.outlet.casefold()].append(claim)
    revised = [c for c in by_outlet.values() if len({issued(one.source) for one in c}) > 1]
    places = _places(scope) if revised else {}
    for claims in revised:
        last = [c for c in claims if not any(_before(c.source, o.source) for o in claims)]
        now = frozenset(place for c in last for place in places[c])
        for claim in claims:
            new = next((c for c in last if _before(claim.source, c.source)), None)
            if new is not None and now.isdisjoint(places[claim]):
                yield Move(claim, new, frozenset(places[claim]), now)


def _places(scope: Scope) -> dict[Claim, Collection[int]]:
    """The numbers of the positions in which each claim stands."""
    places: dict[Claim, Collection[int]] = {}
    for number, position in enumerate(scope.positions):
        places.update(dict.fromkeys(position.own, (number,)))
    for spread in {id(p.spread): p.spread for p in scope.positions}.values():
        for where, claims in spread.members:
            places.update(dict.fromkeys(claims, where))
    return places


def _before(a: Source, b: Source) -> bool:
    return issued(a).end < issued(b).start


def _replacements(scope: Scope, former: Iterable[Claim], attribute: Attribute) -> Iterator[Move]:
    """What was given up by sources that say which one they replace."""
    now: dict[str, tuple[Claim, Places]] = {}
    places = _places(scope)
    for claim in scope.claims:
        if (old := claim.source.replaces) is not None:
            _, taken = now.get(old, (claim, frozenset()))
            now[old] = (claim, taken | frozenset(places[claim]))
    for claim in former:
        if claim.source.id in now and claim.value is not None:
            new, taken = now[claim.source.id]
            left = _fitting(claim.value, scope.positions, attribute)
            if left and not left & taken:
                yield Move(claim, new, left, taken)


def _fitting(value: Value, positions: Sequence[Position], attribute: Attribute) -> Places:
    kind = kind_for(attribute)
    known = [p.value for p in positions if p.value is not None]
    moved, *others = kind.together([value, *known], attribute)
    if not isinstance(moved, Value) or len(others) != len(positions):
        return frozenset()
    return frozenset(
        n for n, o in enumerate(others) if isinstance(o, Value) and not clash(moved, o, kind)
    )


def _told(moves: Iterable[Move], left: set[int], attribute: Attribute) -> Iterator[Phrase]:
    kind = kind_for(attribute)
    for move in moves:
        if move.left & left and move.old.value is not None and move.new.value is not None:
            yield say(
                "{outlet} gave {old} in its text of {then}, and {new} in that of {now}.",
                outlet=move.new.source.outlet,
                old=kind.show(move.old.value),
                new=kind.show(move.new.value),
                then=show_period(issued(move.old.source)),
                now=show_period(issued(move.new.source)),
            )


def _stale(moves: Sequence[Move], left: set[int], scope: Scope) -> Iterator[Phrase]:
    """Who still carries an old figure: a copy that went stale on the day of the revision."""
    for place in sorted(left):
        since = min((issued(m.new.source) for m in moves if place in m.left), default=None)
        movers = {m.new.source.outlet for m in moves if place in m.left}
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
