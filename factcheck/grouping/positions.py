"""The sides of a scope: maximal sets of mutually compatible claims, and the verdict on them all.

Compatibility is not transitive: "80 to 160" fits both 85 and 150, which clash. A coarse value is
therefore shown on every side that it fits, and never hides that two fine ones conflict.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from heapq import heappop, heappush
from itertools import combinations, pairwise

from factcheck.model import (
    Attribute,
    Claim,
    Comparison,
    Interval,
    Phrase,
    Position,
    Reason,
    Scope,
    Value,
    Verdict,
    say,
)
from factcheck.values import kind_for
from factcheck.values.base import Incomparable, Kind

LADDER = tuple(Verdict)
COMPATIBLE = frozenset({Verdict.AGREE, Verdict.CONSISTENT, Verdict.REFINES, Verdict.VARIANT})


@dataclass(frozen=True)
class Judged:
    """A scope with its verdict (None: nothing can be compared), and the claims left out of it."""

    scope: Scope | None
    unlike: dict[Claim, Reason]


@dataclass(frozen=True)
class Held:
    """One distinct value, and the claims that give it."""

    value: Value
    claims: tuple[Claim, ...]


Side = list[Held]
Reach = Callable[[Held], Interval]


def judge(claims: Sequence[Claim], attribute: Attribute) -> Judged:
    """What all these claims say together, were they all of one scope."""
    kind = kind_for(attribute)
    held, unlike = _distinct(claims, attribute, kind)
    if not held:
        return Judged(None, unlike)
    sides, verdict, steps = _sides(held, kind)
    if verdict is Verdict.UNDETERMINED and not kind.decides:
        return Judged(None, unlike | dict.fromkeys(claims, Reason.FREE_TEXT))
    shared = Counter(id(h) for side in sides for h in side)
    positions = tuple(_position(side, kind, shared) for side in sides)
    return Judged(Scope((), positions, verdict, steps), unlike)


def _distinct(
    claims: Sequence[Claim], attribute: Attribute, kind: Kind
) -> tuple[list[Held], dict[Claim, Reason]]:
    """The claims by distinct value, in one unit, in a fixed order."""
    ordered = sorted(claims, key=lambda c: c.name)
    values = kind.together([c.value for c in ordered if c.value is not None], attribute)
    unlike: dict[Claim, Reason] = {}
    by_value: dict[tuple[str, ...], list[tuple[Value, Claim]]] = defaultdict(list)
    for claim, value in zip(ordered, values, strict=True):
        if isinstance(value, Incomparable):
            rate = value.dimension == "rate"
            unlike[claim] = Reason.NO_RATE if rate else Reason.OTHER_DIMENSION
        else:
            key = (kind.show(value), str(value.strict), str(value.loose), value.text.casefold())
            by_value[key].append((value, claim))
    held = [Held(pairs[0][0], tuple(c for _, c in pairs)) for _, pairs in sorted(by_value.items())]
    return sorted(held, key=_order), unlike


def _order(held: Held) -> tuple[Decimal, Decimal]:
    reach = held.value.strict
    return (reach.low, reach.high) if reach is not None else (Decimal(0), Decimal(0))


def _sides(held: list[Held], kind: Kind) -> tuple[list[Side], Verdict, tuple[Phrase, ...]]:
    """The sides of the scope, and what they say together."""
    if not all(h.value.strict is not None and h.value.loose is not None for h in held):
        return _by_pairs(held, kind)
    strict = _sweep(held, _strict)
    if len(strict) == 1:
        return strict, *_harmony(held, kind)
    loose = _sweep(held, _loose)
    if len(loose) == 1:
        return strict, *_discord(_neighbours(strict, _strict), kind, Verdict.UNDETERMINED)
    return loose, *_discord(_neighbours(loose, _loose), kind, Verdict.CONTRADICTS)


def _by_pairs(held: list[Held], kind: Kind) -> tuple[list[Side], Verdict, tuple[Phrase, ...]]:
    """Sides of values that have no place on a line: every pair is compared."""
    clashes = [
        (i, j)
        for i, j in combinations(range(len(held)), 2)
        if kind.compare(held[i].value, held[j].value).verdict not in COMPATIBLE
    ]
    if not clashes:
        return [held], *_harmony(held, kind)
    sides = [[held[i] for i in clique] for clique in _cliques(len(held), clashes)]
    pairs = [(held[i], held[j]) for i, j in clashes]
    return sides, *_discord(pairs, kind, Verdict.UNDETERMINED)


def _sweep(held: list[Held], reach: Reach) -> list[Side]:
    """Maximal sets of intervals with a common number: a side ends where one of its members does.

    Intervals on a line that meet pairwise have a common number (Helly's theorem in one dimension).
    """
    spans = sorted(
        ((reach(h), h) for h in held),
        key=lambda pair: (pair[0].low, pair[0].low_open),
    )
    sides: list[Side] = []
    active: dict[int, Held] = {}
    ends: list[tuple[Decimal, bool, int]] = []  # of the active ones, the first to end on top
    for number, (span, one) in enumerate(spans):
        grown = True
        while ends and not spans[ends[0][-1]][0].meets(span):
            if grown:
                sides.append(list(active.values()))
            grown = False
            del active[heappop(ends)[-1]]
        active[number] = one
        heappush(ends, (span.high, not span.high_open, number))
    return [*sides, list(active.values())]


def _neighbours(sides: list[Side], reach: Reach) -> list[tuple[Held, Held]]:
    """Of each two sides that follow each other on the line, the members that clash most surely."""
    return [
        (min(a, key=lambda h: reach(h).high), max(b, key=lambda h: reach(h).low))
        for a, b in pairwise(sides)
    ]


def _strict(held: Held) -> Interval:
    assert held.value.strict is not None
    return held.value.strict


def _loose(held: Held) -> Interval:
    assert held.value.loose is not None
    return held.value.loose


def _cliques(size: int, clashes: Iterable[tuple[int, int]]) -> list[tuple[int, ...]]:
    """Maximal sets without a clash (Bron and Kerbosch 1973, with a pivot)."""
    near = {i: set(range(size)) - {i} for i in range(size)}
    for i, j in clashes:
        near[i].discard(j)
        near[j].discard(i)
    found: list[tuple[int, ...]] = []

    def grow(clique: frozenset[int], candidates: set[int], done: set[int]) -> None:
        if not candidates and not done:
            found.append(tuple(sorted(clique)))
            return
        pivot = max(sorted(candidates | done), key=lambda v: len(near[v] & candidates))
        for v in sorted(candidates - near[pivot]):
            grow(clique | {v}, candidates & near[v], done & near[v])
            candidates = candidates - {v}
            done = done | {v}

    grow(frozenset(), set(near), set())
    return sorted(found)


def _harmony(held: list[Held], kind: Kind) -> tuple[Verdict, tuple[Phrase, ...]]:
    """One side: how close its values are to its narrowest one."""
    first = min(held, key=_narrowness)
    compared = [kind.compare(first.value, h.value) for h in held if h is not first]
    return _gravest(compared, Verdict.AGREE)


def _discord(
    pairs: list[tuple[Held, Held]], kind: Kind, at_least: Verdict
) -> tuple[Verdict, tuple[Phrase, ...]]:
    """Several sides: what the pairs that clash say, gravest first."""
    verdict, steps = _gravest([kind.compare(a.value, b.value) for a, b in pairs], at_least)
    sources = {c.source.id for pair in pairs for h in pair for c in h.claims}
    if verdict is Verdict.CONTRADICTS and len(sources) == 1:
        return Verdict.SELF_CONTRADICTS, steps
    return verdict, (*steps, *dict.fromkeys(s for a, b in pairs for s in _torn(a, b, kind)))


def _torn(a: Held, b: Held, kind: Kind) -> Iterator[Phrase]:
    """A sentence for each source that gives both of two values that clash."""
    both = {c.source.outlet for c in a.claims} & {c.source.outlet for c in b.claims}
    for outlet in sorted(both):
        first, second = kind.show(_written(a)), kind.show(_written(b))
        yield say("{outlet} itself gives both {a} and {b}.", outlet=outlet, a=first, b=second)


def _gravest(
    compared: Iterable[Comparison], at_least: Verdict
) -> tuple[Verdict, tuple[Phrase, ...]]:
    """The gravest verdict, and every step once. One plain contradiction outweighs a confusion."""
    compared = list(compared)
    words = {c.verdict for c in compared} | {at_least}
    verdict = max(words, key=LADDER.index)
    if verdict is Verdict.CONFUSED and Verdict.CONTRADICTS in words:
        verdict = Verdict.CONTRADICTS
    return verdict, tuple(dict.fromkeys(step for c in compared for step in c.steps))


def _narrowness(held: Held) -> tuple[Decimal, str]:
    reach = held.value.strict
    width = reach.high - reach.low if reach is not None else Decimal(0)
    return (width, held.value.text)


def _position(side: Side, kind: Kind, shared: Mapping[int, int]) -> Position:
    """The side, called by a value that no other side shares, if it has one of its own."""
    claims = sorted({c.name: c for h in side for c in h.claims}.items())
    first = min(side, key=lambda h: (shared[id(h)], _moved(h), *_narrowness(h)))
    return Position(kind.show(_written(first)), tuple(c for _, c in claims), first.value)


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
    return kind.compare(a, b).verdict in (Verdict.CONTRADICTS, Verdict.CONFUSED)
