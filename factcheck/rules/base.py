"""What a rule is. Read this, then any neighbour: one file, with its docs and examples inside."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar

from factcheck.arithmetic import Evaluation, Outcome, outcomes
from factcheck.arithmetic.telling import apart, in_figures, made, name, positions, steps
from factcheck.model import (
    Claim,
    Corpus,
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
from factcheck.values import kind_for

Anchor = tuple[str, ...]
"""What a finding is about, free of how any source words it."""


@dataclass(frozen=True)
class Said:
    """What one source of an example says: the keys of its claim, and what its header needs."""

    outlet: str
    subject: str
    attribute: str
    value: str | Sequence[str]
    keys: Mapping[str, object] = field(default_factory=dict)
    language: str = "en"
    published: str = "2026-01-05"
    archived: str | None = None  # the text of the source, as an archive would keep it


@dataclass(frozen=True)
class Example:
    """A titled case. Its claims speak of the small world in `rules/examples/`."""

    title: str
    said: tuple[Said, ...]


class Rule(ABC):
    """A test that claims may fail. Its docstring is its page; its annotated attributes are options.

    A check is pure and yields findings: no clock, no files, no settings, no severity, no rendering.
    """

    flags: ClassVar[tuple[Example, ...]]
    allows: ClassVar[tuple[Example, ...]]
    annotates: ClassVar[bool] = False
    """Whether its findings become causes of a mismatch of the same claims, if there is one."""
    joint: ClassVar[bool] = False
    """Whether its findings need every one of their positions; else two that clash are enough."""
    identity: ClassVar[str]
    """Its first name, of which the ids of its findings are made. Only a rule that was renamed
    states one; records and settings may call it by either."""

    def __init_subclass__(cls) -> None:
        cls.identity = vars(cls).get("identity", _dashed(cls.__name__))

    def answers_for(self, topic: Topic, scope: Scope) -> bool:
        """Whether this rule, as its options have it, must report what this scope says.

        `comparing` holds every clash against the answers of all rules, so that none is lost.
        """
        return False

    @property
    def name(self) -> str:
        """The class's name as the command line writes it: QuantityMismatch -> quantity-mismatch."""
        return _dashed(type(self).__name__)


def _dashed(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()


class TopicRule(Rule):
    """A rule that looks at one topic at a time."""

    @abstractmethod
    def check(self, topic: Topic) -> Iterator[Finding]:
        """What is wrong in this topic."""


class ClaimRule(Rule):
    """A rule that looks at one claim at a time, and at its source's text if an archive has it."""

    @abstractmethod
    def check(self, claim: Claim, archived: str | None) -> Iterator[Finding]:
        """What is wrong with this claim."""


class CorpusRule(Rule):
    """A rule that needs to see everything."""

    @abstractmethod
    def check(self, corpus: Corpus) -> Iterator[Finding]:
        """What is wrong in this corpus."""


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
    """Claims of one scope without a common value, for the kinds of value that name the rule."""

    undecided: ClassVar[Phrase]
    """What to do where the values themselves decide nothing."""

    def check(self, topic: Topic) -> Iterator[Finding]:
        for anchor, scope in anchored(topic):
            if self.answers_for(topic, scope):
                yield self._finding(topic, scope, anchor)

    def answers_for(self, topic: Topic, scope: Scope) -> bool:
        """Clashes of the kinds whose mismatch it is, but for those that an option leaves out."""
        return (
            scope.verdict in CLASHES
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


def anchored(topic: Topic) -> Iterator[tuple[Anchor, Scope]]:
    """Each scope of the topic, and each clash across scopes, with the anchor of a finding on it."""
    key = (topic.subject.id, topic.attribute.id)
    yield from (((*key, scope.anchor), scope) for scope in topic.scopes)
    yield from (((*key, scope.anchor, "across"), scope) for scope in topic.across)


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

    def check(self, corpus: Corpus) -> Iterator[Finding]:
        for evaluation in outcomes(corpus, self.relations):
            if evaluation.outcome in BROKEN and self.reports(evaluation):
                yield self._finding(evaluation, corpus)

    def reports(self, evaluation: Evaluation) -> bool:
        """Whether the miss is large enough to be told."""
        factor = evaluation.factor
        return factor is None or max(factor, 1 / factor) - 1 >= self.smallest_miss

    def _finding(self, evaluation: Evaluation, corpus: Corpus) -> Finding:
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
            steps=tuple(dict.fromkeys(steps(evaluation, corpus))),
            subject=slot.subject,
            attribute=slot.attribute,
            scope=binding.label,
            expected=binding.relation.holds != "must",
            apart=apart(evaluation),
        )
