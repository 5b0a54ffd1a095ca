"""What several sources say alike, with its origins and what is open about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.model import Corpus, Scope, Topic
from factcheck.reporting.backing import backing_of_agreement
from factcheck.reporting.claims import claim_view, outlets_of
from factcheck.reporting.groups import SIGNS
from factcheck.reporting.view import AgreementView
from factcheck.reporting.wording import HARMLESS
from factcheck.sourcing import OriginGraph


def agreeing(
    corpus: Corpus, graph: OriginGraph, questions: Mapping[str, Sequence[str]]
) -> Iterator[AgreementView]:
    """Scopes in which several claims hold one position, or in which only one origin speaks.

    `questions` holds for each claim the ids of the open findings that are about it.
    """
    for topic in corpus.topics:
        for scope in topic.scopes:
            if scope.verdict in HARMLESS and len(scope.claims) > 1:
                yield _agreement(topic, scope, graph, questions)


def _agreement(
    topic: Topic, scope: Scope, graph: OriginGraph, questions: Mapping[str, Sequence[str]]
) -> AgreementView:
    backing = graph.backing(scope.claims, (topic.subject.id, topic.attribute.id))
    return AgreementView(
        subject=topic.subject.label,
        subject_id=topic.subject.id,
        attribute=topic.attribute.label,
        scope=scope.label,
        value=scope.positions[0].label,
        verdict=scope.verdict.value,
        sign=SIGNS[scope.verdict],
        outlets=outlets_of(scope.claims),
        origins=len(backing.origins),
        backing=backing_of_agreement(backing),
        origin_names=tuple(root.label for root in backing.origins),
        questioned=tuple(
            dict.fromkeys(id for claim in scope.claims for id in questions.get(claim.name, ()))
        ),
        claims=tuple(claim_view(c, graph.houses) for c in scope.claims),
    )
