"""Finds revised figures: an old figure contradicts nothing, but other outlets may still repeat
it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factcheck.comparing.scopes.positions import clash
from factcheck.model import (
    Attribute,
    Claim,
    Period,
    Position,
    Revision,
    Scope,
    Source,
    Value,
    Verdict,
)
from factcheck.values import kind_for

Places = frozenset[int]  # which positions of the scope


def superseded(scope: Scope, former: Iterable[Claim], attribute: Attribute) -> Scope:
    """The scope; its verdict is `superseded` if revisions leave one valid position.

    A revision comes from the same outlet: two outlets that cite one origin revise nothing. `former`
    are claims of replaced sources on the same topic and scope.
    """
    if scope.verdict is not Verdict.CONTRADICTS:
        return scope
    revisions = sorted(
        (*_revisions(scope), *_replacements(scope, former, attribute)),
        key=lambda m: (issued(m.new.source), m.new.name, m.old.name),
    )
    left = left_for_good(revisions)
    if not left:
        return scope
    stands = len(scope.positions) - len(left)
    verdict = Verdict.SUPERSEDED if stands == 1 else scope.verdict
    return replace(scope, verdict=verdict, revisions=tuple(revisions))


def left_for_good(revisions: Sequence[Revision]) -> set[int]:
    """The numbers of the positions that their outlets gave up, and that no other outlet gives."""
    taken = {place for revision in revisions for place in revision.taken}
    return {place for revision in revisions for place in revision.left} - taken


def issued(source: Source) -> Period:
    """The day of a source's current statements."""
    return source.updated or source.published


def _revisions(scope: Scope) -> Iterator[Revision]:
    """For each outlet with sources of several days: the positions that its latest source gave
    up.
    """
    by_outlet: dict[str, list[Claim]] = defaultdict(list)
    for claim in scope.claims:
        by_outlet[claim.source.outlet.casefold()].append(claim)
    revised = [c for c in by_outlet.values() if len({issued(one.source) for one in c}) > 1]
    places = scope.places() if revised else {}
    for claims in revised:
        last = [c for c in claims if not any(_before(c.source, o.source) for o in claims)]
        now = frozenset(place for c in last for place in places[c])
        for claim in claims:
            new = next((c for c in last if _before(claim.source, c.source)), None)
            if new is not None and now.isdisjoint(places[claim]):
                yield Revision(claim, new, frozenset(places[claim]), now)


def _before(a: Source, b: Source) -> bool:
    return issued(a).end < issued(b).start


def _replacements(
    scope: Scope, former: Iterable[Claim], attribute: Attribute
) -> Iterator[Revision]:
    """The positions given up by sources that say which source they replace."""
    now: dict[str, tuple[Claim, Places]] = {}
    places = scope.places()
    for claim in scope.claims:
        if (old := claim.source.replaces) is not None:
            _, taken = now.get(old, (claim, frozenset()))
            now[old] = (claim, taken | frozenset(places[claim]))
    for claim in former:
        if claim.source.id in now and claim.value is not None:
            new, taken = now[claim.source.id]
            left = _fitting(claim.value, scope.positions, attribute)
            if left and not left & taken:
                yield Revision(claim, new, left, taken)


def _fitting(value: Value, positions: Sequence[Position], attribute: Attribute) -> Places:
    kind = kind_for(attribute)
    known = [p.value for p in positions if p.value is not None]
    moved, *others = kind.together([value, *known], attribute)
    if not isinstance(moved, Value) or len(others) != len(positions):
        return frozenset()
    return frozenset(
        n for n, o in enumerate(others) if isinstance(o, Value) and not clash(moved, o, kind)
    )
