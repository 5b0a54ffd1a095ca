"""Finds the positions of a scope (maximal sets of mutually compatible claims) and its verdict.

Compatibility is not transitive: "80 to 160" fits both 85 and 150, which clash. A coarse value is
therefore shown in every position that it fits, and never hides a conflict of two fine ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from decimal import Decimal
from itertools import groupby, pairwise

from factcheck.comparing.scopes.clashing import Clashes
from factcheck.comparing.scopes.dropped_bounds import with_bounds
from factcheck.comparing.scopes.splitting import split
from factcheck.comparing.scopes.sweep import CompatibleSet, Swept, by_pairs, sweep
from factcheck.model import (
    Attribute,
    Claim,
    Interval,
    Position,
    Reason,
    Scope,
    SharedMembers,
    Stated,
    Value,
    Verdict,
)
from factcheck.model.frozen import dataclass
from factcheck.values import kind_for
from factcheck.values.base import Incomparable, Kind

ORDER = tuple(Verdict)
MOST_COMPARED = 20
"""Pairs of neighbouring values of which the verdict is asked: the others say the same."""


@dataclass(frozen=True)
class ScopeResult:
    """A scope with its verdict (None: nothing to compare), and the claims excluded from it."""

    scope: Scope | None
    unlike: dict[Claim, Reason]


def judge(claims: Sequence[Claim], attribute: Attribute) -> ScopeResult:
    """The verdict on all these claims as claims of one scope."""
    kind = kind_for(attribute)
    stated, unlike = _distinct(claims, attribute, kind)
    if not stated:
        return ScopeResult(None, unlike)
    found, verdict = _swept(stated, kind)
    if verdict is Verdict.UNDETERMINED and not kind.decides:
        return ScopeResult(None, unlike | dict.fromkeys(claims, Reason.FREE_TEXT))
    positions = tuple(_labelled(found, kind))
    return ScopeResult(Scope((), positions, verdict, stated=tuple(stated), alone=verdict), unlike)


def _distinct(
    claims: Sequence[Claim], attribute: Attribute, kind: Kind
) -> tuple[list[Stated], dict[Claim, Reason]]:
    """The claims by distinct value, in one unit, in a fixed order."""
    ordered = sorted(claims, key=lambda c: c.name)
    moved = kind.together([c.value for c in ordered if c.value is not None], attribute)
    values = with_bounds(ordered, moved)
    unlike: dict[Claim, Reason] = {}
    by_value: dict[object, list[tuple[Value, Claim]]] = defaultdict(list)
    for claim, value in zip(ordered, values, strict=True):
        if isinstance(value, Incomparable):
            rate = value.dimension == "rate"
            unlike[claim] = Reason.NO_RATE if rate else Reason.OTHER_DIMENSION
        else:
            by_value[_key(value, kind)].append((value, claim))
    found = [Stated(pairs[0][0], tuple(c for _, c in pairs)) for pairs in by_value.values()]
    return _in_order(found, kind), unlike


def _key(value: Value, kind: Kind) -> object:
    """A sort key, equal for values with equal intervals and bound words, or else with one shown
    form.
    """
    words = value.text.casefold()
    return (words, kind.show(value)) if value.strict is None else (words, value.strict, value.loose)


def _in_order(found: Iterable[Stated], kind: Kind) -> list[Stated]:
    """Order by interval, and by the shown form if the intervals are equal."""
    ordered: list[Stated] = []
    for _, alike in groupby(sorted(found, key=_order), key=_order):
        several = list(alike)
        if len(several) > 1:
            several.sort(key=lambda h: _spelled(h.value, kind))
        ordered += several
    return ordered


def _spelled(value: Value, kind: Kind) -> tuple[str, ...]:
    return (str(kind.show(value)), str(value.strict), str(value.loose), value.text.casefold())


def _order(one: Stated) -> tuple[Decimal, Decimal]:
    reach = one.value.strict
    return (reach.low, reach.high) if reach is not None else (Decimal(0), Decimal(0))


def _swept(stated: list[Stated], kind: Kind) -> tuple[Swept, Verdict]:
    """The positions of the scope, and their verdict."""
    if len(stated) == 1:
        return Swept((CompatibleSet((stated[0],), stated[0], stated[0]),)), Verdict.AGREE
    if not on_a_line(stated, kind):
        return _by_pairs(stated, kind)
    strict = sweep(stated, _strict)
    if len(strict.positions) == 1:
        return strict, _agreement(stated, kind)
    rounded = any(one.value.loose != one.value.strict for one in stated)
    loose = split(sweep(stated, _loose) if rounded else strict, stated, kind)
    if len(loose.positions) == 1:
        positions, at_least = strict, Verdict.UNDETERMINED
    else:
        positions, at_least = loose, Verdict.CONTRADICTS
    pairs = [(a.ending, b.beginning) for a, b in pairwise(positions.positions)]
    verdicts = [kind.verdict(a.value, b.value) for a, b in pairs[:MOST_COMPARED]]
    sources = {c.source.id for pair in pairs for one in pair for c in one.claims}
    return positions, _conflict(sources, verdicts, at_least)


def on_a_line(stated: Iterable[Stated], kind: Kind) -> bool:
    """Whether every value is an interval on a line, so that intervals decide compatibility."""
    return kind.on_a_line([one.value for one in stated])


def _by_pairs(stated: list[Stated], kind: Kind) -> tuple[Swept, Verdict]:
    """The positions of values that are no intervals, by pairwise compatibility."""
    meeting = kind.meeting([one.value for one in stated])
    positions = by_pairs(stated, meeting)
    if not meeting.disjoint:
        return positions, _agreement(stated, kind)
    clashes = Clashes(stated, positions.places(stated))
    return positions, _conflict(clashes.sources(), meeting.disjoint, Verdict.UNDETERMINED)


def _strict(one: Stated) -> Interval:
    assert one.value.strict is not None
    return one.value.strict


def _loose(one: Stated) -> Interval:
    assert one.value.loose is not None
    return one.value.loose


def narrowest(stated: Iterable[Stated]) -> Stated:
    """The value with the shortest interval; of several, the first in the alphabet."""
    return min(stated, key=_narrowness)


def _agreement(stated: list[Stated], kind: Kind) -> Verdict:
    """The verdict on one position: how close its values are to its narrowest one."""
    first = narrowest(stated)
    verdicts = [kind.verdict(first.value, one.value) for one in stated if one is not first]
    return _most_severe(verdicts, Verdict.AGREE)


def _conflict(sources: Set[str], verdicts: Iterable[Verdict], at_least: Verdict) -> Verdict:
    """The verdict on several positions, from the pairs that clash.

    `sources` are those of all values that clash.
    """
    verdict = _most_severe(verdicts, at_least)
    if verdict is Verdict.CONTRADICTS and len(sources) == 1:
        return Verdict.SELF_CONTRADICTS
    return verdict


def _most_severe(verdicts: Iterable[Verdict], at_least: Verdict) -> Verdict:
    """The most severe verdict. One plain contradiction outweighs a confusion of names."""
    words = {*verdicts, at_least}
    verdict = max(words, key=ORDER.index)
    plain = verdict is Verdict.CONFUSED and Verdict.CONTRADICTS in words
    return Verdict.CONTRADICTS if plain else verdict


def _narrowness(one: Stated) -> tuple[Decimal, str]:
    reach = one.value.strict
    width = reach.high - reach.low if reach is not None else Decimal(0)
    return (width, one.value.text)


def _labelled(found: Swept, kind: Kind) -> Iterator[Position]:
    """The positions, each labelled by a value that no other position shares, if it has one."""
    shared = SharedMembers(tuple((places, h.claims) for places, h in found.shared))
    for number, position in enumerate(found.positions):
        first = min(
            position.own or (position.beginning,), key=lambda h: (_moved(h), *_narrowness(h))
        )
        own = tuple(sorted((c for h in position.own for c in h.claims), key=lambda c: c.name))
        yield Position(
            label=kind.show(written(first)),
            own=own,
            value=first.value,
            shared=shared,
            place=number,
            ending=position.ending,
            beginning=position.beginning,
        )


def written(one: Stated) -> Value:
    """The value as its source gives it, before conversion to the common unit."""
    return one.claims[0].value or one.value


def _moved(one: Stated) -> bool:
    """Whether the value had to be converted; labels prefer values that had not."""
    return getattr(written(one), "unit", None) != getattr(one.value, "unit", None)


def clash(a: Value, b: Value, kind: Kind) -> bool:
    """Whether two values would contradict each other if they were of one scope."""
    if a.loose is not None and b.loose is not None and a.loose.meets(b.loose):
        return False
    return kind.verdict(a, b) in (Verdict.CONTRADICTS, Verdict.CONFUSED)
