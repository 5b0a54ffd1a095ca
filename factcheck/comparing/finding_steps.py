"""Derives the steps of a finding from the results of comparing, when a user asks for them."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.comparing.compared import Compared
from factcheck.comparing.relations import OfRelation
from factcheck.comparing.relations.relation_words import steps as steps_of_relation
from factcheck.comparing.scopes.scope_steps import steps_of
from factcheck.model import Finding, OfScope, Phrase, Scope, Topic, say


def steps(compared: Compared, finding: Finding) -> tuple[Phrase, ...]:
    """Which claims were compared, what decided, and the rule's own remarks; each step once."""
    return tuple(dict.fromkeys((*_of_evidence(compared, finding), *finding.remarks)))


def _of_evidence(compared: Compared, finding: Finding) -> Iterator[Phrase]:
    match finding.evidence:
        case OfScope(topic, scope):
            yield from steps_of(scope, topic.attribute)
            yield from _inherited(topic, scope)
        case OfRelation(evaluation):
            yield from steps_of_relation(evaluation, compared.relations.topics)


def _inherited(topic: Topic, scope: Scope) -> Iterator[Phrase]:
    """A sentence for each claim about the subject's family instead of the subject itself."""
    for claim in scope.claims:
        if claim.subject.id != topic.subject.id:
            yield say(
                "{claim} speaks of {family}, the family that {subject} belongs to.",
                claim=claim.name,
                family=claim.subject.label,
                subject=topic.subject.label,
            )
