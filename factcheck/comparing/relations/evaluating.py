"""Evaluates whether a relation holds for the claims that it binds, and what each input should be.

It tries all combinations of the inputs' positions. An equation is broken only if no combination
satisfies it: if one does, the inputs contradict each other, which is another finding. A limit must
hold for every pair: a part that exceeds one of two conflicting wholes contradicts that one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal, localcontext
from enum import StrEnum
from itertools import product as every_combination
from math import prod

from factcheck.comparing.relations import intervals
from factcheck.comparing.relations.binding import Binding, Input
from factcheck.comparing.relations.intervals import EVERYTHING, ONE, hull, scaled
from factcheck.comparing.relations.slots import Slot
from factcheck.comparing.relations.term_positions import (
    TermPosition,
    at_its_figure,
    bound_of,
)
from factcheck.model import Interval, joined
from factcheck.model.frozen import dataclass
from factcheck.model.relation_kinds import LIMITS, Law
from factcheck.text.numbers.precision import CEILINGS

MOST_COMBINATIONS = 1000
"""Beyond so many combinations, the sides of the most divided inputs are taken as one hull each.

A hull satisfies whatever one of its sides would: a finding may be missed, none is invented.
"""

RATIOS = frozenset({"growth"})
"""Kinds of relation that say nothing of losses: a loss of 10 that shrinks by half is no rise."""

_DIGITS = 40


class Outcome(StrEnum):
    """The joint result of all combinations of a binding."""

    HOLDS = "holds"
    DIVIDED = "divided"  # some sides fit, others do not
    UNDETERMINED = "undetermined"  # only if trailing zeros are taken as rounding
    OPEN = "open"  # only because "up to" or "more than" leaves one end open
    CEILING = "ceiling"  # a part stays below its whole, unless its "up to" is reached
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A binding with its outcome, and the combination that comes nearest to satisfying it.

    `follows` is true if another evaluation implies this one: a part also exceeds a nearer whole, or
    a source breaks what all sources together break.
    """

    binding: Binding
    outcome: Outcome
    nearest: tuple[TermPosition, ...]
    tried: int  # combinations
    fitting: tuple[tuple[TermPosition, ...], ...]  # those that satisfy the relation
    follows: bool = False

    @property
    def factor(self) -> Decimal | None:
        """The stated main term divided by the value computed from the other terms."""
        return miss(self.binding, self.nearest)


def evaluate(binding: Binding) -> Evaluation:
    """Evaluate the relation for a binding with claims on every term."""
    combinations = tuple(every_combination(*_bounded(binding.inputs)))
    strict = [c for c in combinations if _holds(binding, [s.strict for s in c])]
    loose = strict or [c for c in combinations if _holds(binding, [s.loose for s in c])]
    if binding.relation.kind in LIMITS and (beyond := _beyond(binding, combinations)):
        outcome, combinations = beyond
        binding = _of(binding, combinations) if outcome is Outcome.BROKEN else binding
    elif strict and (exact := _only_open(binding, strict)):
        binding = _of(binding, strict)
        outcome, combinations = Outcome.OPEN, exact
    elif strict and (exact := _parts_at_their_ceilings(binding, combinations)):
        outcome, combinations = Outcome.CEILING, exact
    elif len(strict) == len(combinations):
        outcome = Outcome.HOLDS
    elif strict:
        outcome = Outcome.DIVIDED
    else:
        outcome = Outcome.UNDETERMINED if loose else Outcome.BROKEN
    nearest = min(combinations, key=lambda c: _distance(binding, c))
    return Evaluation(binding, outcome, nearest, len(combinations), tuple(strict))


def implied(binding: Binding, reaches: Sequence[Interval], index: int) -> Interval:
    """The interval of the term at `index` that the other terms imply, in its own unit."""
    terms = [i.slot.term for i in binding.inputs]
    lawful = [scaled(r, t.factor, t.offset) for r, t in zip(reaches, terms, strict=True)]
    found = _solved(binding.form.law, lawful, index)
    term = terms[index]
    return intervals.scaled(found, Decimal(1) / term.factor, -term.offset / term.factor)


def _solved(law: Law, terms: Sequence[Interval], index: int) -> Interval:
    first, *rest = terms
    others = [t for n, t in enumerate(terms) if n not in (0, index)]
    match law:
        case Law.SUM:
            whole = intervals.total(others)
            return whole if index == 0 else intervals.difference(first, whole)
        case Law.PRODUCT:
            whole = intervals.product(others or [ONE])
            return whole if index == 0 else intervals.quotient(first, whole)
        case Law.ORDER:
            return intervals.at_most(rest[0]) if index == 0 else intervals.at_least(first)


def figure_of(
    binding: Binding, positions: Sequence[TermPosition | None], index: int
) -> Decimal | None:
    """The single number for the term at `index` that the other terms' figures imply."""
    terms = [i.slot.term for i in binding.inputs]
    with localcontext() as context:
        context.prec = _DIGITS
        lawful = [
            Decimal(1) if s is None else s.figure * t.factor + t.offset
            for s, t in zip(positions, terms, strict=True)
        ]
        found = _figure(binding.form.law, lawful, index)
        return None if found is None else (found - terms[index].offset) / terms[index].factor


def _figure(law: Law, terms: Sequence[Decimal], index: int) -> Decimal | None:
    others = [t for n, t in enumerate(terms) if n not in (0, index)]
    match law:
        case Law.SUM:
            return sum(others, Decimal(0)) if index == 0 else terms[0] - sum(others, Decimal(0))
        case Law.PRODUCT:
            made = prod(others, start=Decimal(1))
            if index == 0:
                return made
            return None if made == 0 else terms[0] / made
        case Law.ORDER:
            return terms[1 - index]


def miss(binding: Binding, positions: Sequence[TermPosition]) -> Decimal | None:
    """The stated main term over the computed one; None if no ratio is meaningful."""
    main = binding.form.main
    made, stated = figure_of(binding, positions, main), positions[main].figure
    if made is None or made * stated <= 0:
        return None
    with localcontext() as context:
        context.prec = _DIGITS
        return stated / made


def _holds(binding: Binding, reaches: Sequence[Interval]) -> bool:
    if binding.relation.kind in RATIOS and any(_may_be_negative(r) for r in reaches[:2]):
        return True
    terms = [i.slot.term for i in binding.inputs]
    first = scaled(reaches[0], terms[0].factor, terms[0].offset)
    lawful = [scaled(r, t.factor, t.offset) for r, t in zip(reaches, terms, strict=True)]
    return _solved(binding.form.law, lawful, 0).meets(first)


def _may_be_negative(reach: Interval) -> bool:
    """Whether a figure may be a loss; "up to 14" may not."""
    return reach.high <= 0 or (reach.low.is_finite() and reach.low < 0)


def _distance(
    binding: Binding, positions: Sequence[TermPosition]
) -> tuple[Decimal, tuple[str, ...]]:
    """How far a combination misses; ties are ordered by label."""
    ratio = miss(binding, positions)
    labels = tuple(str(s.label) for s in positions)
    if ratio is None:
        made = figure_of(binding, positions, binding.form.main)
        disjoint = (
            Decimal("Infinity") if made is None else abs(positions[binding.form.main].figure - made)
        )
        return disjoint, labels
    return max(ratio, 1 / ratio), labels


def _of(binding: Binding, combinations: Sequence[tuple[TermPosition, ...]]) -> Binding:
    """The binding reduced to the positions of these combinations."""
    inputs = (
        replace(one, positions=tuple(dict.fromkeys(c[index] for c in combinations)))
        for index, one in enumerate(binding.inputs)
    )
    return replace(binding, inputs=tuple(inputs))


def _parts_at_their_ceilings(
    binding: Binding, combinations: Sequence[tuple[TermPosition, ...]]
) -> tuple[tuple[TermPosition, ...], ...]:
    """The combinations at their ceilings, if parts at these exceed every stated sum."""
    found = []
    for whole, *parts in combinations if binding.relation.kind == "sum" else ():
        raised = [at_its_figure(s) if bound_of(s) in CEILINGS else None for s in parts]
        reached = tuple(new or one for new, one in zip(raised, parts, strict=True))
        least = intervals.total(s.loose for s in reached).ends[0]
        if not any(raised) or least <= whole.loose.ends[1]:
            return ()
        found.append((whole, *reached))
    return tuple(found)


def _beyond(
    binding: Binding, combinations: Sequence[tuple[TermPosition, ...]]
) -> tuple[Outcome, tuple[tuple[TermPosition, ...], ...]] | None:
    """The pairs that break a limit, or else those that would break it if a ceiling were reached."""
    broken = [c for c in combinations if not _holds(binding, [s.loose for s in c])]
    if broken:
        return Outcome.BROKEN, tuple(broken)
    small = 0 if binding.relation.kind == "at-most" else 1
    reached = [
        c
        for c in combinations
        if bound_of(c[small]) in CEILINGS
        and (exact := at_its_figure(c[small])) is not None
        and not _holds(binding, [exact.loose if n == small else s.loose for n, s in enumerate(c)])
    ]
    return (Outcome.CEILING, tuple(reached)) if reached else None


def _only_open(
    binding: Binding, combinations: Sequence[tuple[TermPosition, ...]]
) -> tuple[tuple[TermPosition, ...], ...]:
    """The combinations at their figures, if growth fits only because of an "up to".

    A source that gives a bound and its growth computes the growth from the figure of the bound.
    """
    if not any(i.slot.term.back for i in binding.inputs):
        return ()
    exact = tuple(
        c for positions in combinations if (c := _at_figure(binding, positions)) is not None
    )
    fit = any(_holds(binding, [s.loose for s in c]) for c in exact)
    return exact if len(exact) == len(combinations) and not fit else ()


def _at_figure(
    binding: Binding, positions: Sequence[TermPosition]
) -> tuple[TermPosition, ...] | None:
    """The combination with its value at the figure, if the same source states its growth."""
    value, *_, growth = positions
    shared = {c.source.id for c in value.claims} & {c.source.id for c in growth.claims}
    exact = at_its_figure(value) if shared else None
    return None if exact is None else (exact, *positions[1:])


def _bounded(inputs: Sequence[Input]) -> list[tuple[TermPosition, ...]]:
    """The positions of each input, limited so that all combinations can be tried."""
    found = [i.positions for i in inputs]
    while prod(len(positions) for positions in found) > MOST_COMBINATIONS:
        widest = max(range(len(found)), key=lambda n: len(found[n]))
        found[widest] = (_as_one(found[widest]),)
    return found


def _as_one(positions: Sequence[TermPosition]) -> TermPosition:
    claims = {c.name: c for s in positions for c in s.claims}
    return TermPosition(
        tuple(claims[name] for name in sorted(claims)),
        positions[0].value,
        joined((positions[0].label, positions[-1].label), " … "),
        hull(s.strict for s in positions),
        hull(s.loose for s in positions),
    )


def needed(evaluation: Evaluation, index: int) -> Interval:
    """The value that the input at `index` needs for the rest of the nearest combination to fit."""
    return implied(evaluation.binding, [s.strict for s in evaluation.nearest], index)


def slot_of(evaluation: Evaluation, index: int) -> Slot:
    """The slot of an input."""
    return evaluation.binding.inputs[index].slot


def unknown(binding: Binding) -> list[Interval]:
    """The interval of each input of an incomplete binding; unbounded for a term without claims."""
    return [
        hull(s.strict for s in i.positions) if i.positions else EVERYTHING for i in binding.inputs
    ]
