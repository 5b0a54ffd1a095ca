"""Finds single inputs whose correction would make a broken relation hold, and ranks them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Context, Decimal

from factcheck.comparing.relations.evaluating import Evaluation, figure_of, needed
from factcheck.comparing.relations.intervals import EVERYTHING
from factcheck.comparing.relations.slots import Slot, Topics
from factcheck.comparing.relations.term_positions import TermPosition, value_in
from factcheck.model import Claim, Interval
from factcheck.model.frozen import dataclass

_RANKED = Context(prec=3)
_FAR = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Adjustment:
    """One input of a broken relation, the value it needs, and the claims in `support` of that
    value.
    """

    slot: Slot
    position: TermPosition
    figure: Decimal
    reach: Interval
    support: Claim | None


def changes(evaluation: Evaluation, topics: Topics) -> tuple[Adjustment, ...]:
    """One change for each input that alone can make the relation hold.

    Order: changes that another claim supports; then the smallest change; then the less exact input.
    """
    return tuple(change for _, change in sorted(_ranked(evaluation, topics), key=lambda r: r[0]))


def _ranked(
    evaluation: Evaluation, topics: Topics
) -> Iterator[tuple[tuple[bool, Decimal, Decimal, int], Adjustment]]:
    bound = {c.name for c in evaluation.binding.claims}
    for index, position in enumerate(evaluation.nearest):
        reach = needed(evaluation, index)
        figure = figure_of(evaluation.binding, evaluation.nearest, index)
        if reach == EVERYTHING or figure is None:
            continue
        slot = evaluation.binding.inputs[index].slot
        support = _support(slot, reach, topics, bound)
        change = Adjustment(slot, position, figure, reach, support)
        yield (support is None, _move(position, figure), -_play(position), index), change


def _support(slot: Slot, reach: Interval, topics: Topics, bound: set[str]) -> Claim | None:
    """The first other claim on the same subject and attribute, of any scope, whose value would
    fit.
    """
    topic = topics.by_key.get((slot.subject.id, slot.attribute.id))
    claims = {c.name: c for scope in topic.scopes for c in scope.claims} if topic else {}
    for name in sorted(claims.keys() - bound):
        value = value_in(claims[name], slot.unit)
        if value is not None and value.strict is not None and _within(value.strict, reach):
            return claims[name]
    return None


def _within(strict: Interval, reach: Interval) -> bool:
    """Whether a figure meets the interval; a figure without two ends supports nothing."""
    return strict.low.is_finite() and strict.high.is_finite() and strict.meets(reach)


def _move(position: TermPosition, figure: Decimal) -> Decimal:
    """The factor by which the figure would change; factors that hardly differ rank equally."""
    stated = position.figure
    if stated == figure:
        return Decimal(1)
    if stated * figure <= 0:
        return _FAR
    ratio = _RANKED.divide(stated, figure)
    return ratio if ratio >= 1 else _RANKED.divide(figure, stated)


def _play(position: TermPosition) -> Decimal:
    """The relative uncertainty of a position: the width of its interval as a part of its figure."""
    width = position.strict.high - position.strict.low
    if width.is_infinite() or position.figure == 0:
        return _FAR
    return _RANKED.divide(width, abs(position.figure))
