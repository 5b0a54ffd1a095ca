"""Compares the scopes of a topic with one another: conflicts, missing qualifiers, differences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, islice
from operator import itemgetter

from factcheck.comparing.scopes.lattice import Lattice, Placed
from factcheck.comparing.scopes.namesakes import choose, which
from factcheck.comparing.scopes.positions import clash
from factcheck.comparing.scopes.scoping import STATED
from factcheck.comparing.scopes.topic_key import TIMES
from factcheck.comparing.scopes.within import ScopePairs, compare_within, drifting, years_between
from factcheck.model import (
    Attribute,
    Claim,
    Period,
    Phrase,
    Scope,
    Subject,
    Verdict,
    Wording,
    both,
    either,
    joined,
    named_first,
    say,
)
from factcheck.model.frozen import dataclass
from factcheck.values import kind_for
from factcheck.values.measures.kernel import agree
from factcheck.values.measures.measured import Measured

MOST_PAIRS = 10_000
"""Pairs of scopes looked at for a note that scopes differ: such a note decides nothing."""


@dataclass(frozen=True)
class Across:
    """The results between scopes, and which scopes were compared: their claims, and their
    numbers.
    """

    scopes: tuple[Scope, ...] = ()
    related: frozenset[Claim] = frozenset()
    met: frozenset[tuple[int, int]] = frozenset()


def across(
    placed: Sequence[Placed], attribute: Attribute, subjects: Mapping[str, Subject]
) -> Across:
    """Every result between the scopes of one topic: conflicts, possible conflicts, and notes."""
    if len(placed) < 2:
        return Across()
    described = [p for p in placed if not p.narrowed.missing]
    compared = compare_within(described, Lattice(described, attribute, subjects), attribute)
    scopes = tuple(compared.scopes)
    if not _all_agree(placed):
        differing = _explained(described, attribute, compared)
        scopes = (*_undetermined(placed, attribute), *scopes, *differing)
    numbers = {one: number for number, one in enumerate(placed)}
    met = (sorted((numbers[a], numbers[b])) for a, b in compared.pairs)
    return Across(scopes, frozenset(compared.claims), frozenset((a, b) for a, b in met))


def _all_agree(placed: Iterable[Placed]) -> bool:
    """Whether all figures share a unit and a number: then none of them clash."""
    values = [v for one in placed for v in one.values]
    reaches = [v.strict for v in values if isinstance(v, Measured) and v.strict is not None]
    units = {v.unit for v in values if isinstance(v, Measured)}
    return len(reaches) == len(values) and len(units) == 1 and agree(reaches)


def settled(placed: Sequence[Placed], attribute: Attribute) -> Iterator[Placed]:
    """The same scopes; a clash of claims that leave a qualifier out is none where each of them
    fits a claim that states it: an undated figure of each of two years.
    """
    rivals_of = _Rivals(placed, attribute)
    for one in placed:
        if one.scope.todo is None:
            yield one
            continue
        known = [r for r in rivals_of(one) if not r.narrowed.missing]
        if _each_fits(one, known, attribute):
            step = say(
                "Each fits a value that states its {missing}.",
                missing=both(one.narrowed.missing),
            )
            verdict, remarks = Verdict.SCOPE_DIFFERS, (*one.scope.remarks, step)
            yield replace(
                one, scope=replace(one.scope, verdict=verdict, remarks=remarks, todo=None)
            )
        else:
            yield one


def _each_fits(vague: Placed, rivals: Iterable[Placed], attribute: Attribute) -> bool:
    """Whether each value of a scope also occurs in a rival scope, or has drifted to one there."""
    kind, drift = kind_for(attribute), attribute.drift or Decimal(0)
    fitting: set[int] = set()
    for rival in rivals:
        years = Decimal(0) if rival.time == vague.time else years_between(vague, rival)
        moved = drift * (years or 0)
        known = drifting(rival, moved)
        for number, value in enumerate(drifting(vague, moved)):
            if number not in fitting and any(not clash(value, v, kind) for v in known):
                fitting.add(number)
    return len(fitting) == len(vague.values)


def _undetermined(placed: Sequence[Placed], attribute: Attribute) -> Iterator[Scope]:
    """The result for a scope with an unknown qualifier that fits none of its possible scopes."""
    described: set[tuple[Placed, ...]] = set()
    rivals_of = _Rivals(placed, attribute)
    for vague in (p for p in placed if p.narrowed.missing):
        if vague.scope.todo is not None:
            continue  # it says already what to add
        rivals = rivals_of(vague)
        involved = rivals_of.ordered((vague, *rivals))
        if not rivals or involved in described:
            continue
        if not _each_fits(vague, rivals, attribute):
            described.add(involved)
            label = vague.scope.positions[0].label
            days = {one.time for one in involved if one.time is not None}
            yield Scope(
                tuple(q for q in vague.scope.qualifiers if len(days) < 2 or q[0] not in TIMES),
                tuple(p for one in (vague, *rivals) for p in one.positions),
                Verdict.UNDETERMINED,
                (_unstated(vague, label),),
                _additions(vague, involved),
                anchor=f"{vague.scope.anchor}; no {either(named_first(vague.narrowed.missing))!s}",
            )


def _unstated(vague: Placed, label: Wording) -> Phrase:
    if vague.narrowed.choices:
        return which(vague.narrowed.choices)
    return say("{label} states no {missing}.", label=label, missing=either(vague.narrowed.missing))


def _additions(vague: Placed, involved: Iterable[Placed]) -> Phrase:
    """The qualifiers to add, and the claims to add them to."""
    if vague.narrowed.choices:
        return choose(vague.narrowed.choices, vague.scope.claims)
    parts = [
        say(
            "{keys} to {claims}",
            keys=both(missing),
            claims=", ".join(c.name for c in one.scope.claims),
        )
        for one in involved
        if (missing := one.narrowed.missing)
    ]
    return say("Add {parts} to decide.", parts=joined(parts, "; "))


class _Rivals:
    """For a scope: those that differ from it only by qualifiers that one of the two leaves out.

    For a state with a declared drift, they include the last known state before and the next one
    after.
    """

    def __init__(self, placed: Sequence[Placed], attribute: Attribute) -> None:
        self._drifts = attribute.drift is not None
        self._in_time: dict[tuple[frozenset[str], object], list[Placed]] = {}
        self._order = {p: n for n, p in enumerate(placed)}
        self._by_names: dict[frozenset[str], list[Placed]] = defaultdict(list)
        for one in placed:
            self._by_names[_names(one)].append(one)
        self._indexes: dict[tuple[frozenset[str], frozenset[str]], dict[object, list[Placed]]] = {}

    def __call__(self, vague: Placed) -> tuple[Placed, ...]:
        found = []
        for names in self._by_names:
            common = (names & _names(vague)) | STATED
            likes = self._index(names, common).get(_projection(vague, common), ())
            found += [p for p in likes if p is not vague]
            if self._drifts:
                found += self._neighbours(vague, names, common)
        return self.ordered(dict.fromkeys(found))

    def _neighbours(
        self, vague: Placed, names: frozenset[str], common: frozenset[str]
    ) -> Iterator[Placed]:
        """The adjacent scopes in time that otherwise differ only by missing qualifiers."""
        but_time = common - frozenset(TIMES)
        likes = self._index(names, but_time).get(_projection(vague, but_time), ())
        timed = [(p.time, p) for p in likes if p.time is not None]
        if vague.time is None or not timed:
            return
        key = (names, _projection(vague, but_time))
        if key not in self._in_time:
            self._in_time[key] = [p for _, p in sorted(timed, key=itemgetter(0))]
        line = self._in_time[key]
        after = bisect_right(line, vague.time, key=_time)
        before = bisect_left(line, vague.time, key=_time)
        yield from (p for p in (*line[:before][-1:], *line[after : after + 1]) if p is not vague)

    def ordered(self, placed: Iterable[Placed]) -> tuple[Placed, ...]:
        return tuple(sorted(placed, key=self._order.__getitem__))

    def _index(self, names: frozenset[str], common: frozenset[str]) -> dict[object, list[Placed]]:
        if (names, common) not in self._indexes:
            index: dict[object, list[Placed]] = defaultdict(list)
            for one in self._by_names[names]:
                index[_projection(one, common)].append(one)
            self._indexes[names, common] = index
        return self._indexes[names, common]


def _time(placed: Placed) -> Period:
    assert placed.time is not None
    return placed.time


def _names(placed: Placed) -> frozenset[str]:
    return frozenset(name for name, _ in placed.narrowed.tokens)


def _projection(placed: Placed, names: frozenset[str]) -> object:
    return tuple(t for t in placed.narrowed.tokens if t[0] in names)


def _explained(
    described: Sequence[Placed], attribute: Attribute, compared: ScopePairs
) -> Iterator[Scope]:
    """One note per topic: sources with different scopes whose values would otherwise clash."""
    disjoint = [
        (a, b)
        for a, b in islice(combinations(described, 2), MOST_PAIRS)
        if not compared.met(a, b) and a.sources.isdisjoint(b.sources) and a.clashes(b, attribute)
    ]
    if not disjoint:
        return
    every = {p for pair in disjoint for p in pair}
    involved = [p for p in described if p in every]
    tokens = [dict(p.narrowed.tokens) for p in involved]
    names = sorted({n for known in tokens for n in known})
    unlike = [n for n in names if len({known.get(n) for known in tokens}) > 1]
    step = say(
        "The values differ, and so does what they speak of ({names}).", names=", ".join(unlike)
    )
    yield Scope(
        (), tuple(p for one in involved for p in one.positions), Verdict.SCOPE_DIFFERS, (step,)
    )
