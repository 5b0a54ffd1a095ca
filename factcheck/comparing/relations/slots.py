"""Fills the terms of a relation with an attribute of a subject, and with its claims."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from factcheck.comparing.relations.term_positions import value_in
from factcheck.comparing.scopes.superseding import issued
from factcheck.model import (
    Attribute,
    Claim,
    Period,
    Relation,
    Subject,
    Topic,
    Value,
    Vocabulary,
    Wording,
    say,
)
from factcheck.model.frozen import dataclass
from factcheck.model.relation_kinds import FORMS, Term, split
from factcheck.values.measures.dimensions import Misfit, units_of
from factcheck.values.measures.measured import Measured, common_unit

MOST_DAYS = 366
"""A period longer than a year has no period before it."""

STATES = frozenset({"stock", "cumulative"})
"""The measures of which a figure is of a day, and never adds up over a period."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One term of a relation, filled with an attribute of a subject."""

    term: Term
    subject: Subject
    attribute: Attribute
    unit: str | None

    @property
    def label(self) -> Wording:
        """The term in words."""
        return (
            say("{attribute}, the year before", attribute=self.attribute.label)
            if self.term.back
            else self.attribute.label
        )


@dataclass(frozen=True, slots=True)
class Frame:
    """The qualifiers of a claim that decide which others it is bound with."""

    when: Period | None
    place: str
    coverage: str
    basis: str
    planned: bool

    @property
    def fixed(self) -> tuple[str, str, str]:
        """The qualifiers that must be equal for every kind of relation."""
        return self.place, self.coverage, self.basis


@dataclass(frozen=True)
class Topics:
    """The topics of a corpus, by subject and attribute."""

    vocabulary: Vocabulary
    all: tuple[Topic, ...]

    @cached_property
    def by_key(self) -> Mapping[tuple[str, str], Topic]:
        return {(t.subject.id, t.attribute.id): t for t in self.all}

    @cached_property
    def subjects_of(self) -> Mapping[str, frozenset[str]]:
        """The subjects with a claim on an attribute."""
        found: dict[str, set[str]] = defaultdict(set)
        for topic in self.all:
            found[topic.attribute.id].add(topic.subject.id)
        return {attribute: frozenset(subjects) for attribute, subjects in found.items()}


def slots_of(relation: Relation, topics: Topics, missing: bool) -> Iterator[tuple[Slot, ...]]:
    """The terms, filled for each subject that has enough claims."""
    form, vocabulary = FORMS[relation.kind], topics.vocabulary
    named = [
        (term, *split(reference))
        for term in form.terms
        for name, reference in relation.terms
        if name == term.given_as
    ]
    if any(attribute not in vocabulary.attributes for _, _, attribute in named):
        return
    units = units_of(relation.kind, [(t, vocabulary.attributes[a]) for t, _, a in named])
    if isinstance(units, Misfit):
        return
    for subject in _subjects(relation, named, topics, missing):
        yield _in_one_currency(
            [
                Slot(term, vocabulary.subjects[own or subject], vocabulary.attributes[a], unit)
                for (term, own, a), unit in zip(named, units, strict=True)
            ],
            topics,
        )


def _in_one_currency(slots: Sequence[Slot], topics: Topics) -> tuple[Slot, ...]:
    """The slots in the currency of most claims, if no attribute declares one."""
    undeclared = [s for s in slots if s.unit is None and s.attribute.kind == "money"]
    amounts = [
        claim.value
        for slot in undeclared
        for claim, _, _, _ in mentioned(slot, topics)
        if isinstance(claim.value, Measured)
    ]
    unit = common_unit(amounts, None) or None
    return tuple(replace(slot, unit=unit) if slot in undeclared else slot for slot in slots)


def _subjects(
    relation: Relation,
    named: Sequence[tuple[Term, str | None, str]],
    topics: Topics,
    missing: bool,
) -> Iterable[str]:
    """The subjects for terms that name none; if all name one, that of the first."""
    open_terms = {attribute for _, own, attribute in named if own is None}
    if not open_terms:
        return [own for _, own, _ in named if own is not None][:1]
    worded = [topics.subjects_of.get(a, frozenset()) for a in sorted(open_terms)]
    found = frozenset.union(*worded) if missing else frozenset.intersection(*worded)
    return sorted(found & set(relation.subjects) if relation.subjects else found)


Mentioned = tuple[Claim, Frame, str, Value]  # a claim, its scope, its position there, in one unit


def mentioned(slot: Slot, topics: Topics) -> Iterator[Mentioned]:
    """The claims that may fill the slot, each with its frame and its position."""
    topic = topics.by_key.get((slot.subject.id, slot.attribute.id))
    for number, scope in enumerate(topic.scopes if topic is not None else ()):
        planned = any(name == "status" for name, _ in scope.qualifiers)
        for place, position in enumerate(scope.positions):
            for claim in position.claims:
                value = value_in(claim, slot.unit)
                if value is not None:
                    yield claim, frame_of(claim, planned), f"{number} {place}", value


def frame_of(claim: Claim, planned: bool) -> Frame:
    """The scope of a claim; a cumulative figure without a day is of the day it was published."""
    measure = claim.attribute.measure
    when = (claim.as_of or claim.period) if measure in STATES else (claim.period or claim.as_of)
    if when is None and measure == "cumulative":
        when = issued(claim.source)
    place, coverage, basis = (
        " ".join((text or "").casefold().split())
        for text in (
            claim.place,
            claim.coverage if "covers" in claim.attribute.key else None,
            claim.basis,
        )
    )
    return Frame(when, place, coverage, basis, planned)


def is_timed(attribute: Attribute) -> bool:
    """Whether its figures are of a time: a cumulative one always is."""
    keyed = "period" in attribute.key or "as_of" in attribute.key
    return keyed or attribute.measure == "cumulative"


def is_reserved(claim: Claim, frame: Frame, kind: str) -> bool:
    """Whether the claim is bound only with claims of its own source.

    A figure that hangs on a condition is summed with the plans of others; from what its growth is
    reckoned, its own source alone knows.
    """
    undated = frame.when is None and is_timed(claim.attribute)
    return undated or (bool(claim.conditions) and any(t.back for t in FORMS[kind].terms))


def before(period: Period | None) -> Period | None:
    """The same part of the year before: H1 2025 of H1 2026; None if there is none.

    The end of a month stays the end: of 28 February 2025 it is 29 February 2024.
    """
    if period is None or period.start == date.min or period.end == date.max:
        return None
    if (period.end - period.start).days >= MOST_DAYS or period.start.year == date.min.year:
        return None
    start, end = _a_year_back(period.start), _a_year_back(period.end)
    if _ends_month(period.end):
        end = end.replace(day=monthrange(end.year, end.month)[1])
    if period.start == period.end:
        start = end
    return replace(period, start=start, end=end, notes=())


def _a_year_back(day: date) -> date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap else day.day)


def _ends_month(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]
