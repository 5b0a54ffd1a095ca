"""The interface of a rule: its input, and the findings that it yields."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from itertools import groupby
from typing import ClassVar

from factcheck.comparing.compared import Compared
from factcheck.model import Claim, Finding, Scope, Topic
from factcheck.model.frozen import dataclass

Anchor = tuple[str, ...]
"""What a finding is about, free of how any source words it."""


@dataclass(frozen=True)
class Statement:
    """One source of an example: the keys of its claim, and what its header needs."""

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
    """An example case with a title. Its claims use the registries in `rules/examples/`."""

    title: str
    stated: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class RuleInput:
    """One input of a rule (a topic, a subject, a source or the corpus), and its findings there."""

    name: str
    findings: Iterator[Finding]


class Rule(ABC):
    """A test that claims may fail. Its docstring is its page; its annotated attributes are options.

    The class of a rule declares its input: a topic, a subject, a source or the corpus. A finding
    depends on that input alone, so that it stays valid until the input changes. A check is pure and
    yields findings: no clock, no files, no settings, no severity, no rendering.
    """

    flags: ClassVar[tuple[Example, ...]]
    allows: ClassVar[tuple[Example, ...]]
    annotates: ClassVar[bool] = False
    """Whether its findings become causes of a mismatch of the same claims, if there is one."""
    mismatch: ClassVar[bool] = False
    """Whether it reports scopes in which the values of claims clash: the others annotate it."""
    common: ClassVar[bool] = False
    """Whether its findings need every one of their positions; else two that clash are enough."""
    name: ClassVar[str]
    """The class's name as the command line writes it: QuantityMismatch -> quantity-mismatch."""
    identity: ClassVar[str]
    """Its first name, of which the ids of its findings are made. Only a rule that was renamed
    states one; records and settings may call it by either."""

    def __init_subclass__(cls) -> None:
        cls.name = re.sub(r"(?<!^)(?=[A-Z])", "-", cls.__name__).lower()
        cls.identity = vars(cls).get("identity", cls.name)

    @abstractmethod
    def looks(self, compared: Compared) -> Iterator[RuleInput]:
        """All inputs of the rule, one after another."""

    def answers_for(self, topic: Topic, scope: Scope) -> bool:
        """Whether this rule, with its options, must report the verdict of this scope.

        `comparing` checks every clash against the answers of all rules, so that none is lost.
        """
        return False


class TopicRule(Rule):
    """A rule that checks one topic at a time."""

    @abstractmethod
    def check(self, topic: Topic, compared: Compared) -> Iterator[Finding]:
        """The findings in this topic.

        The check may read the vocabulary, the origins and the texts of `compared`, but no other
        topic.
        """

    def looks(self, compared: Compared) -> Iterator[RuleInput]:
        for topic in compared.topics:
            yield RuleInput(
                f"{topic.subject.id} / {topic.attribute.id}", self.check(topic, compared)
            )


class SubjectRule(Rule):
    """A rule that checks all topics of one subject at a time."""

    @abstractmethod
    def check(self, topics: Sequence[Topic], compared: Compared) -> Iterator[Finding]:
        """The findings in these topics: all topics of one subject, in order of attributes.

        The check may read the vocabulary, the origins and the texts of `compared`, but no other
        topic.
        """

    def looks(self, compared: Compared) -> Iterator[RuleInput]:
        for subject, topics in groupby(compared.topics, key=lambda topic: topic.subject.id):
            yield RuleInput(subject, self.check(tuple(topics), compared))


class SourceRule(Rule):
    """A rule that checks one source at a time."""

    @abstractmethod
    def check(self, claims: Sequence[Claim], text: str | None) -> Iterator[Finding]:
        """The findings in these claims, all those of one source; `text` is its archived text."""

    def looks(self, compared: Compared) -> Iterator[RuleInput]:
        by_source: dict[str, list[Claim]] = defaultdict(list)
        for claim in compared.claims:
            by_source[claim.source.id].append(claim)
        for source, claims in by_source.items():
            yield RuleInput(source, self.check(claims, compared.archives.get(source)))


class ClaimRule(SourceRule):
    """A rule that checks each claim of a source by itself."""

    @abstractmethod
    def check_claim(self, claim: Claim, text: str | None) -> Iterator[Finding]:
        """The findings on this claim; `text` is the archived text of its source."""

    def check(self, claims: Sequence[Claim], text: str | None) -> Iterator[Finding]:
        for claim in claims:
            yield from self.check_claim(claim, text)


class CorpusRule(Rule):
    """A rule that must see the whole corpus at once."""

    @abstractmethod
    def check(self, compared: Compared) -> Iterator[Finding]:
        """The findings in this corpus."""

    def looks(self, compared: Compared) -> Iterator[RuleInput]:
        yield RuleInput("the corpus", self.check(compared))


def anchored(topic: Topic) -> Iterator[tuple[Anchor, Scope]]:
    """Each scope of the topic, and each clash across scopes, with the anchor for its finding."""
    key = (topic.subject.id, topic.attribute.id)
    yield from (((*key, scope.anchor), scope) for scope in topic.scopes)
    yield from (((*key, scope.anchor, "across"), scope) for scope in topic.across)
