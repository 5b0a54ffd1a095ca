"""What rules share, and all that a rule's file imports. Read this, then any neighbour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import ClassVar

from factcheck.arithmetic import Evaluation, Outcome
from factcheck.arithmetic.slots import Topics
from factcheck.arithmetic.telling import apart, in_figures, made, name, positions, steps
from factcheck.comparing import Compared
from factcheck.comparing.rule import ClaimRule, CorpusRule, Example, Rule, Said, TopicRule
from factcheck.model import (
    Finding,
    Later,
    Phrase,
    Scope,
    Topic,
    Verdict,
    Worded,
    bracketed,
    joined,
    own,
    say,
    told,
)

__all__ = [
    "BROKEN",
    "CLASHES",
    "ClaimRule",
    "Compared",
    "CorpusRule",
    "Example",
    "MismatchRule",
    "RelationRule",
    "Rule",
    "Said",
    "TopicRule",
]

CLASHES: dict[Verdict, tuple[str, Phrase]] = {
    Verdict.CONTRADICTS: (
        own("Sources disagree on {attribute} of {subject}{scope}: {values}."),
        say("Ask the sources what each of them means, then record a decision."),
    ),
    Verdict.SELF_CONTRADICTS: (
        own("One source gives two values for {attribute} of {subject}{scope}: {values}."),
        say("Read the source again: a slip of curation, or one to ask the outlet about."),
    ),
    Verdict.UNDETERMINED: (
        own("Nobody can tell whether these agree on {attribute} of {subject}{scope}: {values}."),
        say("Ask for a more exact figure, or for what each of them means."),
    ),
    Verdict.IMPOSSIBLE: (
        own("A part of {attribute} of {subject} is more than its whole{scope}: {values}."),
        say("Read both sources again: one figure is not so, or counts something else."),
    ),
    Verdict.SUPERSEDED: (
        own("The {attribute} of {subject}{scope} was revised: {values}."),
        say("Use the later value, and tell whoever still carries the old one."),
    ),
    Verdict.SCOPE_DIFFERS: (
        own("Values for {attribute} of {subject} differ because their scopes do: {values}."),
        say("Nothing to decide. Name the scope wherever you print one of them."),
    ),
}
"""For each verdict of a mismatch: its sentence, and what to do if the scope says nothing."""


MOST_LISTED = 12
"""Sides that a sentence names; the card shows them all."""


class MismatchRule(TopicRule):
    """Claims of one scope without a common value, for the kinds of value that the rule names."""

    mismatch = True
    kinds: ClassVar[frozenset[str]]
    many: ClassVar[bool] = False
    """Whether it looks at the attributes that take several values at once, or at all others."""
    undecided: ClassVar[Phrase]
    """What to do where the values themselves decide nothing."""

    def check(self, topic: Topic) -> Iterator[Finding]:
        if topic.attribute.kind in self.kinds and topic.attribute.many is self.many:
            for place, scopes in (("in", topic.scopes), ("across", topic.across)):
                for scope in scopes:
                    if scope.verdict in CLASHES and self.reports(scope):
                        yield self._finding(topic, scope, place)

    def reports(self, scope: Scope) -> bool:
        """Whether this clash is worth a finding; rules with options narrow it."""
        return True

    def _finding(self, topic: Topic, scope: Scope, place: str) -> Finding:
        sentence, todo = CLASHES[scope.verdict]
        subject, attribute = topic.subject, topic.attribute
        anchor = (subject.id, attribute.id, scope.anchor)
        return Finding(
            rule=self.name,
            verdict=scope.verdict,
            anchor=anchor if place == "in" else (*anchor, place),
            positions=scope.positions,
            message=say(
                sentence,
                attribute=attribute.label,
                subject=subject.label,
                scope=bracketed(scope.label),
                values=listed(p.label for p in scope.positions),
            ),
            todo=scope.todo or (self.undecided if scope.verdict is Verdict.UNDETERMINED else todo),
            steps=Later(lambda: (*scope.steps, *inherited(topic, scope))),
            subject=subject,
            attribute=attribute,
            scope=scope.label,
        )


def listed(labels: Iterable[str]) -> str:
    """The sides by name; of very many, the first ones and how many more there are."""
    labels = tuple(labels)
    more = len(labels) - MOST_LISTED
    shown = joined(labels[:MOST_LISTED], " / ")
    if more <= 0:
        return shown
    count = Worded(f"{more:,}", say("{number}", number=more))
    return told("{shown} and {count} more", shown=shown, count=count)


def inherited(topic: Topic, scope: Scope) -> Iterator[Phrase]:
    """A sentence for each claim that speaks of the subject's family, not of the subject itself."""
    for claim in scope.claims:
        if claim.subject.id != topic.subject.id:
            yield say(
                "{claim} speaks of {family}, the family that {subject} belongs to.",
                claim=claim.name,
                family=claim.subject.label,
                subject=topic.subject.label,
            )


BROKEN: dict[Outcome, tuple[Verdict, Phrase]] = {
    Outcome.BROKEN: (
        Verdict.IMPOSSIBLE,
        say("Read each of these in its source: one of them is not so, or speaks of another scope."),
    ),
    Outcome.UNDETERMINED: (
        Verdict.UNDETERMINED,
        say("Ask for more exact figures: taken as rounded, these may fit."),
    ),
    Outcome.OPEN: (
        Verdict.UNDETERMINED,
        say("Ask from which figure the change was reckoned."),
    ),
}
"""For each outcome of a relation that is worth a finding: its verdict, and what to do."""


class RelationRule(CorpusRule):
    """Claims that a relation binds and that no combination reconciles.

    `sentence` may use {name}, {subject}, {scope}, {stated}, {made} and {figures}.
    """

    joint = True
    relations: ClassVar[frozenset[str]]
    sentence: ClassVar[str]
    smallest_miss: Decimal = Decimal(0)

    def check(self, compared: Compared) -> Iterator[Finding]:
        for evaluation in compared.relations.of(self.relations):
            if evaluation.outcome in BROKEN and self.reports(evaluation):
                yield self._finding(evaluation, compared.relations.topics)

    def reports(self, evaluation: Evaluation) -> bool:
        """Whether the miss is large enough to be told."""
        factor = evaluation.factor
        return factor is None or max(factor, 1 / factor) - 1 >= self.smallest_miss

    def _finding(self, evaluation: Evaluation, topics: Topics) -> Finding:
        binding = evaluation.binding
        verdict, todo = BROKEN[evaluation.outcome]
        main = binding.form.main
        slot = binding.inputs[main].slot
        return Finding(
            rule=self.name,
            verdict=verdict,
            anchor=binding.anchor,
            positions=positions(binding),
            message=say(
                self.sentence,
                name=name(binding, slot),
                subject=slot.subject.label,
                scope=bracketed(binding.label),
                stated=evaluation.nearest[main].label,
                made=made(evaluation),
                figures=in_figures(binding, evaluation.nearest),
            ),
            todo=todo,
            steps=tuple(dict.fromkeys(steps(evaluation, topics))),
            subject=slot.subject,
            attribute=slot.attribute,
            scope=binding.label,
            expected=binding.relation.holds != "must",
            apart=apart(evaluation),
        )
