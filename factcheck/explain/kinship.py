"""Finds connections between two claims of different topics, or claims bound by a relation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.comparing.relations import Outcome
from factcheck.comparing.relations.relation_words import in_words
from factcheck.comparing.scopes import families
from factcheck.explain.explanation import Row
from factcheck.explain.index import Index
from factcheck.model import Attribute, Claim, Subject, Vocabulary
from factcheck.values import kind_for

OUTCOMES = {
    Outcome.HOLDS: "it holds",
    Outcome.DIVIDED: "it holds with some of what is said, not with all",
    Outcome.UNDETERMINED: "it holds only if zeros at the end are rounding",
    Outcome.OPEN: "it holds only because one figure has an open end",
    Outcome.CEILING: "it holds, unless a ceiling is reached",
    Outcome.BROKEN: "it does not hold",
}
"""What became of a relation, in words."""


def kinship(a: Claim, b: Claim, index: Index) -> Iterator[Row]:
    """The connection of their subjects and of their attributes."""
    vocabulary = index.compared.vocabulary
    if a.subject.id != b.subject.id:
        yield "subjects", f"{a.subject.label!s} and {b.subject.label!s} are two"
        yield from _subjects(a.subject, b.subject, a.attribute, b.attribute, vocabulary)
    else:
        yield "subject", f"both speak of {a.subject.label!s}"
    if a.attribute.id != b.attribute.id:
        yield "attributes", f"{a.attribute.label!s} and {b.attribute.label!s} are two"
        yield from _attributes(a.attribute, b.attribute, vocabulary)
    else:
        yield "attribute", f"both say its {a.attribute.label!s}"


def _subjects(
    a: Subject, b: Subject, of_a: Attribute, of_b: Attribute, vocabulary: Vocabulary
) -> Iterator[Row]:
    for member, family in ((a, b), (b, a)):
        if family.id in families(member.id, vocabulary):
            yield "family", f"{member.label!s} belongs to {family.label!s}"
            if of_a.id == of_b.id and not kind_for(of_a).inherited:
                yield "but", f"{of_a.label!s} of a family is not said of each of its members"
        if family.id in _wholes(member, vocabulary.subjects):
            yield "part", f"{member.label!s} is part of {family.label!s}"
        for confusable in member.confusable_with:
            if confusable.subject == family.id:
                yield "taken for each other", confusable.reason


def _wholes(subject: Subject, subjects: Mapping[str, Subject]) -> list[str]:
    found: list[str] = []
    above = subject.part_of
    while above is not None and above not in found and above in subjects:
        found.append(above)
        above = subjects[above].part_of
    return found


def _attributes(a: Attribute, b: Attribute, vocabulary: Vocabulary) -> Iterator[Row]:
    for part, whole in ((a, b), (b, a)):
        seen: list[str] = []
        above = part.part_of
        while above is not None and above not in seen and above in vocabulary.attributes:
            seen.append(above)
            above = vocabulary.attributes[above].part_of
        if whole.id in seen:
            yield "part", f"{part.label!s} counts a part of {whole.label!s}"
        if part.ranks == whole.id:
            yield "rank", f"{part.label!s} is given by the figures of {whole.label!s}"


def relations(a: Claim, b: Claim, index: Index) -> Iterator[Row]:
    """The relations that bind both claims, with their results."""
    for one in index.related(a, b):
        relation = one.binding.relation
        holds = "must hold" if relation.holds == "must" else "is expected to hold"
        scope = f" ({one.binding.label!s})" if one.binding.label else ""
        yield relation.id, f"{in_words(one.binding)!s}{scope} {holds}: {OUTCOMES[one.outcome]}"
