"""Compares each figure of a part with each figure of its whole.

A conflict about the whole excuses no part: 4,400 in a part contradicts a whole of 3,688, whatever
another source gives for the whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from factcheck.comparing.depending_claims import depending
from factcheck.comparing.scopes.lattice import Placed
from factcheck.model import (
    Attribute,
    Phrase,
    Position,
    Stated,
    Value,
    Verdict,
    joined,
    say,
)
from factcheck.model.frozen import dataclass
from factcheck.model.value import End
from factcheck.text.numbers.precision import CEILINGS
from factcheck.values import kind_for
from factcheck.values.measures.measured import Measured


@dataclass(frozen=True, slots=True)
class Excess:
    """Figures of a part that exceed, or may exceed, figures of its whole."""

    verdict: Verdict
    positions: tuple[Position, ...]
    remarks: tuple[Phrase, ...]
    todo: Phrase | None


def excess(part: Placed, whole: Placed, attribute: Attribute) -> Excess | None:
    """The figures of the part that exceed the whole; None if every figure may be a part of it."""
    named = {"part": part.label, "whole": whole.label}
    above, below = _beyond(part, whole, _least)
    if above:
        step = say("{part} is a part of {whole}, and a part is at most its whole.", **named)
        return _found(Verdict.IMPOSSIBLE, (part, above), (whole, below), attribute, step)
    above, below = _beyond(part, whole, _ceiling)
    if above:
        step = say(
            "If the ceiling is reached, {part} exceeds {whole}, of which it is a part.", **named
        )
        todo = say("Ask how near to its ceiling the part comes.")
        return _found(Verdict.UNDETERMINED, (part, above), (whole, below), attribute, step, todo)
    return None


def exceeds(part: Value, whole: Value) -> bool:
    """Whether the first value exceeds the second in every reading of the two."""
    low, high = _least(part), _most(whole)
    return low is not None and high is not None and low > high


def _beyond(
    part: Placed, whole: Placed, low: Callable[[Value], End | None]
) -> tuple[list[Stated], list[Stated]]:
    """The values of the part that exceed some value of the whole, and the values that they
    exceed.
    """
    parts = [(end, s) for s in _valid(part) if (end := low(s.value)) is not None]
    wholes = [(end, s) for s in _valid(whole) if (end := _most(s.value)) is not None]
    if not parts or not wholes:
        return [], []
    largest, smallest = max(end for end, _ in parts), min(end for end, _ in wholes)
    return (
        [s for end, s in parts if end > smallest],
        [s for end, s in wholes if end < largest],
    )


def _valid(placed: Placed) -> Iterator[Stated]:
    """The values of a scope without those that their outlets gave up."""
    revised = {revision.old for revision in placed.scope.revisions}
    yield from (one for one in placed.scope.stated if not revised.issuperset(one.claims))


def _least(value: Value) -> End | None:
    return None if value.loose is None else value.loose.ends[0]


def _most(value: Value) -> End | None:
    return None if value.loose is None else value.loose.ends[1]


def _ceiling(value: Value) -> End | None:
    """The figure of a value that states only a maximum."""
    if isinstance(value, Measured) and value.bound in CEILINGS:
        return value.number, 0 if value.bound == "up to" else -1
    return None


def _found(
    verdict: Verdict,
    part: tuple[Placed, Sequence[Stated]],
    whole: tuple[Placed, Sequence[Stated]],
    attribute: Attribute,
    step: Phrase,
    todo: Phrase | None = None,
) -> Excess:
    claims = [c for _, stated in (part, whole) for one in stated for c in one.claims]
    positions = (*_positions(*part, attribute), *_positions(*whole, attribute))
    return Excess(verdict, positions, (step, *depending(claims)), todo)


def _positions(
    placed: Placed, involved: Sequence[Stated], attribute: Attribute
) -> tuple[Position, ...]:
    """The positions of a scope, reduced to the relevant values."""
    if len(involved) == len(placed.scope.stated):
        return placed.positions
    show = kind_for(attribute).show
    return tuple(
        Position(
            joined((show(one.value), placed.label), " · "),
            one.claims,
            one.value,
            scope=placed.label,
        )
        for one in involved
    )
