"""What several sources say alike, with its origins and what is open about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.model import Scope, Topic
from factcheck.reporting.backing import backing_of_agreement
from factcheck.reporting.claims import outlets_of
from factcheck.reporting.groups import SIGNS
from factcheck.reporting.looking import Look
from factcheck.reporting.printable import agreed
from factcheck.reporting.view import AgreementView
from factcheck.reporting.wording import HARMLESS


def agreeing(look: Look, questions: Mapping[str, Sequence[str]]) -> Iterator[AgreementView]:
    """Scopes in which several claims hold one position, or in which only one origin speaks.

    `questions` holds for each claim the ids of the open findings that are about it.
    """
    for topic in look.corpus.topics:
        for scope in topic.scopes:
            if scope.verdict in HARMLESS and len(scope.claims) > 1:
                yield _agreement(topic, scope, look, questions)


def _agreement(
    topic: Topic, scope: Scope, look: Look, questions: Mapping[str, Sequence[str]]
) -> AgreementView:
    words = look.words
    backing = look.graph.backing(scope.claims, (topic.subject.id, topic.attribute.id))
    return AgreementView(
        subject=topic.subject.label,
        subject_id=topic.subject.id,
        attribute=topic.attribute.label,
        scope=words.fact(scope.label),
        value=words.fact(scope.positions[0].label),
        verdict=scope.verdict.value,
        sign=SIGNS[scope.verdict],
        outlets=outlets_of(scope.claims),
        origins=len(backing.origins),
        backing=backing_of_agreement(backing, words),
        origin_names=tuple(sorted(root.label for root in backing.origins)),
        sentence=agreed(topic, scope, words),
        questioned=tuple(
            dict.fromkeys(id for claim in scope.claims for id in questions.get(claim.name, ()))
        ),
        claims=look.claims(scope.claims),
    )
