"""What a rule is, and what it looks at: the interface between comparing and the rules."""

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
    stated: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class RuleInput:
    """One thing that a rule looks at, and what it finds there."""

    name: str
    findings: Iterator[Finding]


class Rule(ABC):
    """A test that claims may fail. Its docstring is its page; its annotated attributes are options.

    Each rule declares by its class what it looks at: a topic, a subject, a source or the corpus. A
    finding depends on that alone, so that it holds as long as that does not change. A check is pure
    and yields findings: no clock, no files, no settings, no severity, no rendering.
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
        """All that it looks at, one thing after the other."""

    def answers_for(self, topic: Topic, scope: Scope) -> bool:
        """Whether this rule, as its options have it, must report what this scope says.

        `comparing` holds every clash against the answers of all rules, so that none is lost.
        """
        return False


class TopicRule(Rule):
    """A rule that looks at one topic at a time."""

    @abstractmethod
    def check(self, topic: Topic, compared: Compared) -> Iterator[Finding]:
        """What is wrong in this topic.

        Of `compared` it reads the vocabulary, the origins and the texts, and no other topic.
        """

    def looks(self, compared: Compared) -> Iterator[RuleInput]:
        for topic in compared.topics:
            yield RuleInput(
                f"{topic.subject.id} / {topic.attribute.id}", self.check(topic, compared)
            )


class SubjectRule(Rule):
    """A rule that looks at all topics of one subject at a time."""

    @abstractmethod
    def check(self, topics: Sequence[Topic], compared: Compared) -> Iterator[Finding]:
        """What is wrong in these topics, which are those of one subject in order of attributes.

        Of `compared` it reads the vocabulary, the origins and the texts, and no other topic.
        """

    def looks(self, compared: Compared) -> Iterator[RuleInput]:
        for subject, topics in groupby(compared.topics, key=lambda topic: topic.subject.id):
            yield RuleInput(subject, self.check(tuple(topics), compared))


class SourceRule(Rule):
    """A rule that looks at one source at a time."""

    @abstractmethod
    def check(self, claims: Sequence[Claim], text: str | None) -> Iterator[Finding]:
        """What is wrong with these claims, all those of one source; `text` is archived of it."""

    def looks(self, compared: Compared) -> Iterator[RuleInput]:
        by_source: dict[str, list[Claim]] = defaultdict(list)
        for claim in compared.claims:
            by_source[claim.source.id].append(claim)
        for source, claims in by_source.items():
            yield RuleInput(source, self.check(claims, compared.archives.get(source)))


class ClaimRule(SourceRule):
    """A rule that looks at one source at a time, and there at each claim by itself."""

    @abstractmethod
    def check_claim(self, claim: Claim, text: str | None) -> Iterator[Finding]:
        """What is wrong with this claim; `text` is archived of its source."""

    def check(self, claims: Sequence[Claim], text: str | None) -> Iterator[Finding]:
        for claim in claims:
            yield from self.check_claim(claim, text)


class CorpusRule(Rule):
    """A rule that has to look at everything at once."""

    @abstractmethod
    def check(self, compared: Compared) -> Iterator[Finding]:
        """What is wrong in this corpus."""

    def looks(self, compared: Compared) -> Iterator[RuleInput]:
        yield RuleInput("the corpus", self.check(compared))


def anchored(topic: Topic) -> Iterator[tuple[Anchor, Scope]]:
    """Each scope of the topic, and each clash across scopes, with the anchor of a finding on it."""
    key = (topic.subject.id, topic.attribute.id)
    yield from (((*key, scope.anchor), scope) for scope in topic.scopes)
    yield from (((*key, scope.anchor, "across"), scope) for scope in topic.across)
