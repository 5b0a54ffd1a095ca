"""The scopes in which several claims give one value, and what stands behind each."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.comparing.origins import Backing
from factcheck.model import UNREPORTED, Scope, Topic
from factcheck.model.frozen import dataclass
from factcheck.report.backing import backing_of_agreement
from factcheck.report.run import RunView
from factcheck.report.summary import AgreementLine


@dataclass(frozen=True, slots=True)
class Agreement:
    """A scope of a topic in which several claims give one value."""

    topic: Topic
    scope: Scope
    backing: Backing


def agreements(look: RunView) -> tuple[Agreement, ...]:
    """The agreements, those behind which several known origins stand first."""
    return tuple(sorted(_agreements(look), key=lambda one: len(one.backing.origins) < 2))


def _agreements(look: RunView) -> Iterator[Agreement]:
    for topic in look.compared.topics:
        key = (topic.subject.id, topic.attribute.id)
        for scope in topic.scopes:
            if scope.verdict in UNREPORTED and len(scope.claims) > 1:
                yield Agreement(topic, scope, look.graph.backing(scope.claims, key))


def agreement_line(agreement: Agreement, look: RunView) -> AgreementLine:
    """The agreement as a line shows it."""
    words = look.words
    return AgreementLine(
        subject=words.fact(agreement.topic.subject.label),
        attribute=words.fact(agreement.topic.attribute.label),
        scope=words.fact(agreement.scope.label),
        origins=len(agreement.backing.origins),
        backing=backing_of_agreement(agreement.backing, words),
    )
