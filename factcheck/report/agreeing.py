"""Finds the scopes in which several claims give one value: agreed, or said by several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.comparing.origins import Backing
from factcheck.model import UNREPORTED, JudgedFinding, Scope, Topic
from factcheck.model.frozen import dataclass
from factcheck.report.backing import backing_of_agreement
from factcheck.report.questions import Questions
from factcheck.report.run import RunView
from factcheck.report.summary import AgreementLine
from factcheck.report.weak_points import WeakPoint, weak_points


@dataclass(frozen=True, slots=True)
class Agreement:
    """A scope of a topic in which several claims give one value, and the weak points of that.

    It is agreed if there are none. `questioned` are the ids of open findings on its passages.
    """

    topic: Topic
    scope: Scope
    backing: Backing
    weak: tuple[WeakPoint, ...]
    questioned: tuple[str, ...]


def agreements(look: RunView, findings: Iterable[JudgedFinding]) -> tuple[Agreement, ...]:
    """The scopes in which several claims give one value, agreed ones first."""
    found = _agreements(look, findings)
    return tuple(sorted(found, key=lambda one: (bool(one.weak), len(one.backing.knowing) < 2)))


def _agreements(look: RunView, findings: Iterable[JudgedFinding]) -> Iterator[Agreement]:
    compared = look.compared
    questions = Questions(findings, compared.archives)
    for topic in compared.topics:
        key = (topic.subject.id, topic.attribute.id)
        for scope in topic.scopes:
            if scope.verdict in UNREPORTED and len(scope.claims) > 1:
                backing = look.graph.backing(scope.claims, key)
                asked = questions.of(scope.claims)
                weak = tuple(weak_points(scope, backing, asked))
                yield Agreement(topic, scope, backing, weak, asked)


def agreement_line(agreement: Agreement, look: RunView) -> AgreementLine:
    """The agreement as one line of the report."""
    words, scope = look.words, agreement.scope
    weakest = agreement.weak[0] if agreement.weak else None
    return AgreementLine(
        subject=words.fact(agreement.topic.subject.label),
        attribute=words.fact(agreement.topic.attribute.label),
        subject_id=agreement.topic.subject.id,
        attribute_id=agreement.topic.attribute.id,
        scope=words.fact(scope.label),
        origins=len(agreement.backing.knowing),
        backing=backing_of_agreement(agreement.backing, words),
        agreed=weakest is None,
        weakest="" if weakest is None else weakest.name,
        why="" if weakest is None else words.fact(weakest.words),
        value=words.fact(scope.positions[0].label),
        claims=tuple(claim.name for claim in scope.claims),
        questioned=agreement.questioned,
    )
