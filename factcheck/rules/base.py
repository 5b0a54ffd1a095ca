"""What rules share, and all that a rule's file imports. Read this, then any neighbour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import ClassVar

from factcheck.comparing import Compared
from factcheck.comparing.relations import Evaluation, OfRelation, Outcome
from factcheck.comparing.relations.relation_words import disjoint, in_figures, made, positions
from factcheck.comparing.rule import (
    Anchor,
    ClaimRule,
    CorpusRule,
    Example,
    Rule,
    SourceRule,
    Statement,
    SubjectRule,
    TopicRule,
    anchored,
)
from factcheck.model import (
    Finding,
    OfScope,
    Phrase,
    Scope,
    Topic,
    Verdict,
    Wording,
    bracketed,
    in_english,
    joined,
    own,
    say,
)
from factcheck.values import kind_for

__all__ = [
    "BROKEN",
    "CLASHES",
    "Anchor",
    "ClaimRule",
    "Compared",
    "CorpusRule",
    "Example",
    "MismatchRule",
    "RelationRule",
    "Rule",
    "SourceRule",
    "Statement",
    "SubjectRule",
    "TopicRule",
    "anchored",
]

CLASHES: dict[Verdict, tuple[str, Phrase]] = {
    Verdict.CONTRADICTS: (
        own("Sources disagree on {attribute} of {subject}{scope}: {values}."),
        say("Ask the sources what each of them means, then record a decision."),
    ),
    Verdict.SELF_CONTRADICTS: (
        own("One source gives two values for {attribute} of {subject}{scope}: {values}."),
        say("Read the source again: an error of curation, or one to ask the outlet about."),
    ),
    Verdict.UNDETERMINED: (
        own(
            "It cannot be decided whether these agree on {attribute} of {subject}{scope}: {values}."
        ),
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
    """Claims of one scope without a common value, for the kinds of value that name the rule."""

    mismatch = True
    undecided: ClassVar[Phrase]
    """What to do where the values themselves decide nothing."""

    def check(self, topic: Topic, compared: Compared) -> Iterator[Finding]:
        for anchor, scope in anchored(topic):
            if self.answers_for(topic, scope):
                yield self._finding(topic, scope, anchor)

    def answers_for(self, topic: Topic, scope: Scope) -> bool:
        """Clashes of the kinds whose mismatch it is, but for those that an option leaves out."""
        return (
            scope.verdict in CLASHES
            and not scope.reported_by
            and kind_for(topic.attribute).mismatch == self.name
            and self.reports(scope)
        )

    def reports(self, scope: Scope) -> bool:
        """Whether this clash is worth a finding; rules with options narrow it."""
        return True

    def _finding(self, topic: Topic, scope: Scope, anchor: Anchor) -> Finding:
        sentence, todo = CLASHES[scope.verdict]
        subject, attribute = topic.subject, topic.attribute
        return Finding(
            rule=self.name,
            verdict=scope.verdict,
            anchor=anchor,
            positions=scope.positions,
            message=say(
                sentence,
                attribute=attribute.label,
                subject=_whom(topic, scope),
                scope=bracketed(scope.label),
                values=listed(p.label for p in scope.positions),
            ),
            todo=scope.todo or (self.undecided if scope.verdict is Verdict.UNDETERMINED else todo),
            evidence=OfScope(topic, scope),
            subject=subject,
            attribute=attribute,
            scope=scope.label,
        )


def _whom(topic: Topic, scope: Scope) -> Wording:
    """The subject; where the claims do not say which of several it is, the name that they write."""
    return scope.claims[0].subject_text if scope.narrowing.choices else topic.subject.label


def listed(labels: Iterable[Wording]) -> Wording:
    """The sides by name; of very many, the first ones and how many more there are."""
    labels = tuple(labels)
    more = len(labels) - MOST_LISTED
    shown = joined(labels[:MOST_LISTED], " / ")
    if more <= 0:
        return shown
    count = in_english(f"{more:,}", "{number}", number=more)
    return say("{shown} and {count} more", shown=shown, count=count)


BROKEN: dict[Outcome, tuple[Verdict, Phrase]] = {
    Outcome.BROKEN: (
        Verdict.IMPOSSIBLE,
        say("Read each of these in its source: one of them is not so, or speaks of another scope."),
    ),
    Outcome.UNDETERMINED: (
        Verdict.UNDETERMINED,
        say("Ask for more exact figures: taken as rounded, these may fit."),
    ),
    Outcome.CEILING: (
        Verdict.UNDETERMINED,
        say("If the ceiling is reached, the part exceeds the whole: ask what each of them counts."),
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

    common = True
    relations: ClassVar[frozenset[str]]
    sentence: ClassVar[str]
    smallest_miss: Decimal = Decimal(0)

    def check(self, compared: Compared) -> Iterator[Finding]:
        for evaluation in compared.relations.of(self.relations):
            if evaluation.outcome in BROKEN and self.reports(evaluation):
                yield self._finding(evaluation)

    def reports(self, evaluation: Evaluation) -> bool:
        """Whether the miss is large enough to be told."""
        factor = evaluation.factor
        return factor is None or max(factor, 1 / factor) - 1 >= self.smallest_miss

    def _finding(self, evaluation: Evaluation) -> Finding:
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
                name=slot.label,
                subject=slot.subject.label,
                scope=bracketed(binding.label),
                stated=evaluation.nearest[main].label,
                made=made(evaluation),
                figures=in_figures(binding, evaluation.nearest),
            ),
            todo=todo,
            evidence=OfRelation(evaluation),
            subject=slot.subject,
            attribute=slot.attribute,
            scope=binding.label,
            expected=binding.relation.holds != "must",
            disjoint=disjoint(evaluation),
        )
