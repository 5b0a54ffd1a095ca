"""Proposes relations that the attributes admit and the claims can test; it never applies them.

A proposal comes from units, `part_of` and ids. If only the units admit it, the claims must fit it
as well: most pairs of figures with matching units have nothing to do with each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, permutations

from factcheck.comparing.relations.binding import bind
from factcheck.comparing.relations.evaluating import Evaluation, Outcome, evaluate
from factcheck.comparing.relations.slots import Topics
from factcheck.model import Attribute, Relation
from factcheck.model.frozen import dataclass
from factcheck.model.relation_kinds import FORMS, MEASURED, split
from factcheck.values.measures.dimensions import Misfit, units_of

MOST_CANDIDATES = 5000
"""Combinations of attributes that are looked at; units and ids rule most of them out before."""

RISING = frozenset({"growth", "rise", "increase", "change", "decline", "fall"})
SHARING = frozenset({"share", "quota", "percent", "percentage", "portion", "part", "ratio"})
PRICING = frozenset({"price", "cost", "fee", "rate", "unit"})
"""Words in the id of an attribute that say what kind of figure it is."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A proposed relation, with the evaluations of its claims."""

    relation: Relation
    evaluations: tuple[Evaluation, ...]

    @property
    def fits(self) -> int:
        """The number of combinations that do not break it."""
        harmless = (Outcome.HOLDS, Outcome.DIVIDED, Outcome.UNDETERMINED)
        return sum(e.outcome in harmless for e in self.evaluations)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Terms that may make a relation. `told`: ids or part_of say so, not the units alone."""

    kind: str
    id: str
    terms: tuple[tuple[str, Attribute], ...]
    described: bool


def suggestions(topics: Topics) -> tuple[Suggestion, ...]:
    """The undeclared relations that some claims can test, by kind and id."""
    found = (_tried(candidate, topics) for candidate in _new(topics))
    kept = [suggestion for suggestion in found if suggestion is not None]
    return tuple(sorted(kept, key=lambda s: (s.relation.kind, s.relation.id)))


def _new(topics: Topics) -> Iterator[Candidate]:
    """The candidates with matching units that no declared relation covers.

    A percentage is of one thing: one that is a term already is proposed for nothing else.
    """
    relations = topics.vocabulary.relations.values()
    known = {(r.kind, frozenset(attribute for _, attribute in r.terms)) for r in relations}
    bound = {split(reference)[1] for r in relations for _, reference in r.terms}
    for candidate in islice(_candidates(topics), MOST_CANDIDATES):
        ids = frozenset(attribute.id for _, attribute in candidate.terms)
        rates = {a.id for _, a in candidate.terms if _is_percentage(a)}
        if (candidate.kind, ids) not in known and not rates & bound and _units_fit(candidate):
            yield candidate


def _candidates(topics: Topics) -> Iterator[Candidate]:
    """The candidates, likeliest first: from part_of and ids, then from units."""
    attributes = [
        topics.vocabulary.attributes[id]
        for id in sorted(topics.subjects_of)
        if topics.vocabulary.attributes[id].kind in MEASURED
        and not topics.vocabulary.attributes[id].many
    ]
    found = [*_sums(attributes), *_growths(attributes)]
    found += (*_shares(attributes), *_products(attributes))
    worded = topics.subjects_of
    together = (c for c in found if frozenset.intersection(*(worded[a.id] for _, a in c.terms)))
    yield from sorted(together, key=lambda c: (not c.described, c.kind, c.id))


def _sums(attributes: Sequence[Attribute]) -> Iterator[Candidate]:
    for whole in attributes:
        parts = [a for a in attributes if a.part_of == whole.id]
        if len(parts) > 1:
            terms = (("whole", whole), *(("parts", part) for part in parts))
            yield Candidate("sum", f"parts-of-{whole.id}", terms, True)


def _growths(attributes: Sequence[Attribute]) -> Iterator[Candidate]:
    for rate in filter(_is_percentage, attributes):
        for value in (a for a in attributes if not _is_percentage(a)):
            described = bool(_words(rate) & RISING) and _words(value) < _words(rate)
            if described or _words(rate) & RISING:
                terms = (("value", value), ("growth", rate))
                yield Candidate("growth", f"{value.id}-by-the-year", terms, described)


def _shares(attributes: Sequence[Attribute]) -> Iterator[Candidate]:
    for share in filter(_is_percentage, attributes):
        if _words(share) & RISING:
            continue
        for part, whole in permutations((a for a in attributes if not _is_percentage(a)), 2):
            named = bool(_words(share) & SHARING) and bool(_words(share) & _words(part))
            described = named and part.part_of == whole.id
            terms = (("part", part), ("whole", whole), ("share", share))
            yield Candidate("share", f"{part.id}-in-{whole.id}", terms, described)


def _products(attributes: Sequence[Attribute]) -> Iterator[Candidate]:
    money = [a for a in attributes if a.kind == "money"]
    counts = [a for a in attributes if a.kind == "quantity" and not _is_percentage(a)]
    for value, price in permutations(money, 2):
        if value.measure != "stock" and (price.measure == "stock" or _words(price) & PRICING):
            for count in counts:
                terms = (("product", value), ("factors", count), ("factors", price))
                described = bool(_words(price) & PRICING) and bool(_words(count) & _words(value))
                yield Candidate("product", f"{value.id}-by-the-piece", terms, described)


def _is_percentage(attribute: Attribute) -> bool:
    return attribute.unit == "%"


def _words(attribute: Attribute) -> frozenset[str]:
    return frozenset(re.split(r"[-_.]", attribute.id))


def _units_fit(candidate: Candidate) -> bool:
    placed = [
        (term, attribute)
        for term in FORMS[candidate.kind].terms
        for name, attribute in candidate.terms
        if name == term.given_as
    ]
    return not isinstance(units_of(candidate.kind, placed), Misfit)


def _tried(candidate: Candidate, topics: Topics) -> Suggestion | None:
    """The candidate with its evaluations, if claims can test it and support it."""
    terms = tuple((name, attribute.id) for name, attribute in candidate.terms)
    place = candidate.terms[0][1].location
    relation = Relation(candidate.id, candidate.kind, place, terms, "expected")
    evaluations = tuple(evaluate(binding) for binding in bind(relation, topics).complete)
    if not evaluations:
        return None
    fit = all(e.outcome is Outcome.HOLDS and _says_much(e) for e in evaluations)
    return Suggestion(relation, evaluations) if candidate.described or fit else None


def _says_much(evaluation: Evaluation) -> bool:
    """Whether every figure has two ends: "more than 100" fits nearly everything."""
    ends = (end for s in evaluation.nearest for end in (s.strict.low, s.strict.high))
    return all(end.is_finite() for end in ends)
