"""What several sources say alike, with its origins and what is open about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.model import UNREPORTED, Scope, Topic
from factcheck.reporting.backing import backing_of_agreement
from factcheck.reporting.claims import outlets_of
from factcheck.reporting.groups import SIGNS
from factcheck.reporting.lazy import told_by
from factcheck.reporting.looking import Look
from factcheck.reporting.printable import agreed
from factcheck.reporting.view import AgreementView, ClaimView
from factcheck.sourcing import Backing


def agreeing(look: Look, questions: Mapping[str, Sequence[str]]) -> Iterator[AgreementView]:
    """Scopes in which several claims hold one position, or in which only one origin speaks.

    `questions` holds for each claim the ids of the open findings that are about it.
    """
    for topic in look.compared.topics:
        for scope in topic.scopes:
            if scope.verdict in UNREPORTED and len(scope.claims) > 1:
                yield _agreement(topic, scope, look, questions)


@dataclass(frozen=True, slots=True)
class _Teller:
    """What is told of an agreement only where a format shows it."""

    topic: Topic
    agreed_on: Scope
    backed: Backing
    look: Look
    questions: Mapping[str, Sequence[str]]

    def scope(self) -> str:
        return self.look.words.fact(self.agreed_on.label)

    def value(self) -> str:
        return self.look.words.fact(self.agreed_on.positions[0].label)

    def outlets(self) -> tuple[str, ...]:
        return outlets_of(self.agreed_on.claims)

    def backing(self) -> str:
        return backing_of_agreement(self.backed, self.look.words)

    def origin_names(self) -> tuple[str, ...]:
        return tuple(sorted(self.look.words.fact(root.label) for root in self.backed.origins))

    def sentence(self) -> str:
        return agreed(self.topic, self.agreed_on, self.look.words)

    def questioned(self) -> tuple[str, ...]:
        asked = (id for c in self.agreed_on.claims for id in self.questions.get(c.name, ()))
        return tuple(dict.fromkeys(asked))

    def claims(self) -> Sequence[ClaimView]:
        return self.look.claims(self.agreed_on.claims)


def _agreement(
    topic: Topic, scope: Scope, look: Look, questions: Mapping[str, Sequence[str]]
) -> AgreementView:
    backed = look.graph.backing(scope.claims, (topic.subject.id, topic.attribute.id))
    return told_by(
        AgreementView,
        _Teller(topic, scope, backed, look, questions),
        subject=look.words.fact(topic.subject.label),
        subject_id=topic.subject.id,
        attribute=look.words.fact(topic.attribute.label),
        verdict=scope.verdict.value,
        sign=SIGNS[scope.verdict],
        origins=len(backed.origins),
    )
