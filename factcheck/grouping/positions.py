"""The sides of a scope: maximal sets of mutually compatible claims, and the verdict on them all.

Compatibility is not transitive: "80 to 160" fits both 85 and 150, which clash. A coarse value is
therefore shown on every side that it fits, and never hides that two fine ones conflict.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby, islice, pairwise

from factcheck.grouping.clashing import Clashes
from factcheck.grouping.sides import Held, Side, Sides, by_pairs, sweep
from factcheck.model import (
    Attribute,
    Claim,
    Comparison,
    Interval,
    Later,
    Phrase,
    Position,
    Reason,
    Scope,
    Spread,
    Value,
    Verdict,
    say,
)
from factcheck.values import kind_for
from factcheck.values.base import Incomparable, Kind
from factcheck.values.measured import Measured

LADDER = tuple(Verdict)
MOST_TOLD = 20
"""Pairs of values whose comparison is told step by step: more would bury the rest."""


@dataclass(frozen=True)
class Judged:
    """A scope with its verdict (None: nothing can be compared), and the claims left out of it."""

    scope: Scope | None
    unlike: dict[Claim, Reason]


def judge(claims: Sequence[Claim], attribute: Attribute) -> Judged:
    """What all these claims say together, were they all of one scope."""
    kind = kind_for(attribute)
    held, unlike = _distinct(claims, attribute, kind)
    if not held:
        return Judged(None, unlike)
    sides, verdict, steps = _sides(held, kind)
    if verdict is Verdict.UNDETERMINED and not kind.decides:
        return Judged(None, unlike | dict.fromkeys(claims, Reason.FREE_TEXT))
    return Judged(Scope((), tuple(_positions(sides, kind)), verdict, steps), unlike)


def _distinct(
    claims: Sequence[Claim], attribute: Attribute, kind: Kind
) -> tuple[list[Held], dict[Claim, Reason]]:
    """The claims by distinct value, in one unit, in a fixed order."""
    ordered = sorted(claims, key=lambda c: c.name)
    values = kind.together([c.value for c in ordered if c.value is not None], attribute)
    unlike: dict[Claim, Reason] = {}
    by_value: dict[object, list[tuple[Value, Claim]]] = defaultdict(list)
    for claim, value in zip(ordered, values, strict=True):
        if isinstance(value, Incomparable):
            rate = value.dimension == "rate"
            unlike[claim] = Reason.NO_RATE if rate else Reason.OTHER_DIMENSION
        else:
            by_value[_key(value, kind)].append((value, claim))
    held = [Held(pairs[0][0], tuple(c for _, c in pairs)) for pairs in by_value.values()]
    return _in_order(held, kind), unlike


def _key(value: Value, kind: Kind) -> object:
    """Equal for values that reach as far, by the same words; the shown form tells all others."""
    words = value.text.casefold()
    return (words, kind.show(value)) if value.strict is None else (words, value.strict, value.loose)


def _in_order(held: Iterable[Held], kind: Kind) -> list[Held]:
    """By how far they reach; those that reach as far, by how they are shown."""
    ordered: list[Held] = []
    for _, alike in groupby(sorted(held, key=_order), key=_order):
        several = list(alike)
        if len(several) > 1:
            several.sort(key=lambda h: _spelled(h.value, kind))
        ordered += several
    return ordered


def _spelled(value: Value, kind: Kind) -> tuple[str, ...]:
    return (str(kind.show(value)), str(value.strict), str(value.loose), value.text.casefold())


def _order(held: Held) -> tuple[Decimal, Decimal]:
    reach = held.value.strict
    return (reach.low, reach.high) if reach is not None else (Decimal(0), Decimal(0))


def _sides(held: list[Held], kind: Kind) -> tuple[Sides, Verdict, Collection[Phrase]]:
    """The sides of the scope, and what they say together."""
    if len(held) == 1:
        return Sides((Side((held[0],), held[0], held[0]),)), Verdict.AGREE, ()
    if not kind.on_a_line([h.value for h in held]):
        return _by_pairs(held, kind)
    strict = sweep(held, _strict)
    if len(strict.sides) == 1:
        return strict, *_harmony(held, kind)
    rounded = any(h.value.loose != h.value.strict for h in held)
    loose = sweep(held, _loose) if rounded else strict
    sides, verdict = (
        (strict, Verdict.UNDETERMINED) if len(loose.sides) == 1 else (loose, Verdict.CONTRADICTS)
    )
    pairs = [(a.ending, b.beginning) for a, b in pairwise(sides.sides)]
    told = [kind.compare(a.value, b.value) for a, b in pairs[:MOST_TOLD]]
    sources = {c.source.id for pair in pairs for h in pair for c in h.claims}
    return sides, *_discord(sources, pairs, told, kind, verdict)


def _by_pairs(held: list[Held], kind: Kind) -> tuple[Sides, Verdict, Collection[Phrase]]:
    """Sides of values that have no place on a line, by which of them are compatible."""
    meeting = kind.meeting([h.value for h in held])
    sides = by_pairs(held, meeting)
    if not meeting.apart:
        return sides, *_harmony(held, kind)
    clashes = Clashes(held, meeting)
    told = [kind.compare(a.value, b.value) for a, b in islice(clashes, MOST_TOLD)]
    verdicts = [Comparison(verdict) for verdict in sorted(meeting.apart)]
    compared = [*told, *verdicts]
    return sides, *_discord(
        clashes.sources(), clashes.of_one_outlet(), compared, kind, Verdict.UNDETERMINED
    )


def _strict(held: Held) -> Interval:
    assert held.value.strict is not None
    return held.value.strict


def _loose(held: Held) -> Interval:
    assert held.value.loose is not None
    return held.value.loose


def _harmony(held: list[Held], kind: Kind) -> tuple[Verdict, Collection[Phrase]]:
    """One side: how close its values are to its narrowest one."""
    first = min(held, key=_narrowness)
    compared = [kind.compare(first.value, h.value) for h in held if h is not first]
    return _gravest(compared, Verdict.AGREE)


def _discord(
    sources: Set[str],
    pairs: Iterable[tuple[Held, Held]],
    compared: Iterable[Comparison],
    kind: Kind,
    at_least: Verdict,
) -> tuple[Verdict, Collection[Phrase]]:
    """Several sides: what the pairs that clash say, and at least what is known of them all.

    `sources` are those of all values that clash; `pairs` may leave out what no outlet gives both.
    """
    verdict, steps = _gravest(compared, at_least)
    if verdict is Verdict.CONTRADICTS and len(sources) == 1:
        return Verdict.SELF_CONTRADICTS, steps
    return verdict, Later(lambda: (*steps, *_torn_apart(pairs, kind)))


def _torn_apart(pairs: Iterable[tuple[Held, Held]], kind: Kind) -> Iterator[Phrase]:
    """The sources that give both of two values that clash; the first few of very many."""
    torn = _each_once(s for a, b in pairs for s in _torn(a, b, kind))
    yield from islice(torn, MOST_TOLD)


def _each_once(phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    seen: set[Phrase] = set()
    for phrase in phrases:
        if phrase not in seen:
            seen.add(phrase)
            yield phrase


def _torn(a: Held, b: Held, kind: Kind) -> Iterator[Phrase]:
    """A sentence for each source that gives both of two values that clash."""
    both = {c.source.outlet for c in a.claims} & {c.source.outlet for c in b.claims}
    for outlet in sorted(both):
        first, second = kind.show(_written(a)), kind.show(_written(b))
        yield say("{outlet} itself gives both {a} and {b}.", outlet=outlet, a=first, b=second)


def _gravest(
    compared: Iterable[Comparison], at_least: Verdict
) -> tuple[Verdict, Collection[Phrase]]:
    """The gravest verdict, and every step once. One plain contradiction outweighs a confusion."""
    compared = list(compared)
    words = {c.verdict for c in compared} | {at_least}
    verdict = max(words, key=LADDER.index)
    if verdict is Verdict.CONFUSED and Verdict.CONTRADICTS in words:
        verdict = Verdict.CONTRADICTS
    told = compared[:MOST_TOLD]
    return verdict, Later(lambda: dict.fromkeys(step for c in told for step in c.steps))


def _narrowness(held: Held) -> tuple[Decimal, str]:
    reach = held.value.strict
    width = reach.high - reach.low if reach is not None else Decimal(0)
    return (width, held.value.text)


def _positions(sides: Sides, kind: Kind) -> Iterator[Position]:
    """The sides, each called by a value that no other one shares, if it has one of its own."""
    spread = Spread(tuple((places, h.claims) for places, h in sides.shared))
    for number, side in enumerate(sides.sides):
        first = min(side.own or (side.beginning,), key=lambda h: (_moved(h), *_narrowness(h)))
        own = tuple(sorted((c for h in side.own for c in h.claims), key=lambda c: c.name))
        label = kind.show(_written(first))
        yield Position(label, own, first.value, spread=spread, place=number)


def _written(held: Held) -> Value:
    """The value as its source gives it, before it was brought to the unit of the others."""
    return held.claims[0].value or held.value


def _moved(held: Held) -> bool:
    """Whether the value had to be converted; a side is called by one that had not, if it can."""
    return getattr(_written(held), "unit", None) != getattr(held.value, "unit", None)


def clash(a: Value, b: Value, kind: Kind) -> bool:
    """Whether two values would contradict each other, were they of one scope."""
    if a.loose is not None and b.loose is not None and a.loose.meets(b.loose):
        return False
    if _are_apart(a, b):
        return True
    return kind.compare(a, b).verdict in (Verdict.CONTRADICTS, Verdict.CONFUSED)


def _are_apart(a: Value, b: Value) -> bool:
    """Whether two measures whose intervals do not meet contradict each other, whatever is told.

    A bound and the very number that it bounds do not. Asked of many pairs: it writes no sentence.
    """
    if not isinstance(a, Measured) or not isinstance(b, Measured):
        return False
    reach = (a.strict, b.strict, a.loose, b.loose)
    return None not in reach and a.unit == b.unit and a.number != b.number
