"""Describes a relation: its equation in words and in figures, its inputs, its miss."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Context, Decimal

from factcheck.comparing.depending_claims import depending
from factcheck.comparing.relations.binding import Binding
from factcheck.comparing.relations.evaluating import Evaluation, Outcome, figure_of, needed
from factcheck.comparing.relations.intervals import EVERYTHING
from factcheck.comparing.relations.reconciling import Adjustment, changes
from factcheck.comparing.relations.slots import Slot, Topics
from factcheck.comparing.relations.term_positions import TermPosition
from factcheck.model import (
    Claim,
    Interval,
    Phrase,
    Position,
    Value,
    Wording,
    joined,
    own,
    say,
    say_many,
)
from factcheck.values import kind_for
from factcheck.values.measures.figures import show_number
from factcheck.values.measures.measured import Measured, describe_measured, show_measured
from factcheck.values.period import show_day, show_period

SHOWN = Context(prec=4)
"""Digits of a figure that was calculated: more would claim more than its inputs allow."""

MOST_CLAIMS = 3
"""Claims of one side that are named in a step; the finding's positions list them all."""


def positions(binding: Binding) -> tuple[Position, ...]:
    """One position for each position of each input of the relation."""
    return tuple(
        Position(
            say("{subject}: {value}", subject=name(binding, i.slot), value=position.label),
            position.claims,
            position.value,
        )
        for i in binding.inputs
        for position in i.positions
    )


def name(binding: Binding, slot: Slot) -> Wording:
    """The term in words, with its subject if the relation has several subjects."""
    several = len({i.slot.subject.id for i in binding.inputs}) > 1
    if not several:
        return slot.label
    return say("{attribute} of {subject}", attribute=slot.label, subject=slot.subject.label)


def in_words(binding: Binding) -> Phrase:
    """The equation with the labels of its terms."""
    return _filled(binding, [name(binding, i.slot) for i in binding.inputs])


def in_figures(binding: Binding, positions: tuple[TermPosition, ...]) -> Phrase:
    """The equation with the stated values of its terms."""
    return _filled(binding, [position.label for position in positions])


def _filled(binding: Binding, words: list[Wording]) -> Phrase:
    by_term: dict[str, list[Wording]] = {}
    for word, one in zip(words, binding.inputs, strict=True):
        by_term.setdefault(one.slot.term.name, []).append(word)
    terms = {term: joined(stated, binding.form.sign) for term, stated in by_term.items()}
    return say(binding.form.equation, **terms)


def made(evaluation: Evaluation) -> Wording:
    """The value of the main term as computed from the others, in short."""
    main = evaluation.binding.form.main
    figure = figure_of(evaluation.binding, evaluation.nearest, main)
    return shown(evaluation.nearest[main].value, figure, needed(evaluation, main))


def disjoint(evaluation: Evaluation) -> tuple[Interval, Interval] | None:
    """The intervals of the main figure as stated and as computed; None for dates."""
    main = evaluation.binding.form.main
    stated = evaluation.nearest[main]
    if not isinstance(stated.value, Measured):
        return None
    return stated.strict, needed(evaluation, main)


def shown(value: Value, figure: Decimal | None, reach: Interval, full: bool = False) -> Wording:
    """A calculated figure in the unit of `value`: "82.9 bn CNY", "at most 3", "before 2020"."""
    if not isinstance(value, Measured):
        return _days(reach)
    if figure is None or reach == EVERYTHING:
        return say("any number")
    bound = "up to" if reach.low.is_infinite() else "at least"
    bound = bound if reach.low.is_infinite() or reach.high.is_infinite() else "exact"
    new = replace(value, number=SHOWN.plus(figure), last=None, bound=bound, strict=reach)
    return describe_measured(new) if full else show_measured(new)


def _days(reach: Interval) -> Phrase:
    if reach.low.is_infinite():
        return say("{day} or before", day=_day(reach.high))
    return say("{day} or later", day=_day(reach.low))


def _day(ordinal: Decimal) -> Wording:
    if not ordinal.is_finite():
        return say("any day")
    return show_day(date.fromordinal(min(max(int(ordinal), 1), date.max.toordinal())))


def steps(evaluation: Evaluation, topics: Topics) -> Iterator[Phrase]:
    """The whole chain: the equation, each input, the computed value, the miss, possible
    corrections.
    """
    binding, nearest = evaluation.binding, evaluation.nearest
    facts = {"relation": binding.relation.id, "equation": in_words(binding)}
    if binding.relation.holds == "must":
        yield say("must hold ({relation}): {equation}", **facts)
    else:
        yield say("is expected to hold ({relation}): {equation}", **facts)
    for one, position in zip(binding.inputs, nearest, strict=True):
        yield from _input(name(binding, one.slot), position)
    yield say("as stated: {figures}", figures=in_figures(binding, nearest))
    main = binding.form.main
    figure = figure_of(binding, nearest, main)
    yield say(
        "the others give {made} for {name}; {stated} is stated",
        made=shown(nearest[main].value, figure, needed(evaluation, main), full=True),
        name=name(binding, binding.inputs[main].slot),
        stated=nearest[main].label,
    )
    yield from _miss(evaluation, figure)
    yield from depending(c for one in nearest for c in one.claims)
    if evaluation.tried > 1:
        yield say(
            "{tried} combinations of what is stated were tried; none fits, and this one is nearest",
            tried=evaluation.tried,
        )
    for change in changes(evaluation, topics):
        yield _change(name(binding, change.slot), change)


def _input(name: Wording, position: TermPosition) -> Iterator[Phrase]:
    kind = kind_for(position.claims[0].attribute)
    stated = joined(
        (
            say(own("“{words}” ({limits})"), words=c.text, limits=joined(_of_claim(c)))
            for c in position.claims[:MOST_CLAIMS]
        ),
        "; ",
    )
    yield say(
        "{name}: {stated}, read as {read}",
        name=name,
        stated=stated,
        read=kind.describe(position.value),
    )
    yield from position.value.notes


def _of_claim(claim: Claim) -> Iterator[Wording]:
    """The outlet, the period, and the source's own words of a claim."""
    yield claim.source.outlet
    when = claim.period or claim.as_of
    if when is not None:
        yield show_period(when)
    if claim.covers:
        yield say("of “{words}”", words=claim.covers)


def _miss(evaluation: Evaluation, figure: Decimal | None) -> Iterator[Phrase]:
    factor = evaluation.factor
    stated = evaluation.nearest[evaluation.binding.form.main]
    match evaluation.outcome:
        case Outcome.UNDETERMINED:
            yield say("taken as rounded, trailing zeros let them fit")
        case Outcome.OPEN:
            yield say("only an open end lets them fit; taken at its figure, it misses")
        case _:
            pass
    if not isinstance(stated.value, Measured):
        earlier, later = evaluation.nearest
        days = int(earlier.strict.low - later.strict.high)
        yield say_many(
            "they are {count} day out of order", "they are {count} days out of order", days
        )
    elif factor is not None:
        larger = max(factor, 1 / factor)
        yield say("it misses by a factor of {factor}", factor=show_number(SHOWN.plus(larger)))
    elif figure is not None:
        yield say("it misses by {gap}", gap=show_number(SHOWN.plus(abs(stated.figure - figure))))


def _change(name: Wording, change: Adjustment) -> Phrase:
    facts = {
        "name": name,
        "needed": shown(change.position.value, change.figure, change.reach, full=True),
        "stated": change.position.label,
    }
    if change.support is None:
        return say("{name} alone would mend it: {needed}, in place of {stated}", **facts)
    when = change.support.period or change.support.as_of
    return say(
        "{name} alone would mend it: {needed}, in place of {stated}; {source} says “{text}”{when}",
        source=change.support.source.outlet,
        text=change.support.text,
        when=say(" for {period}", period=show_period(when)) if when is not None else "",
        **facts,
    )
