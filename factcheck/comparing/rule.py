"""What a rule is, and what it looks at: the interface between comparing and the rules."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from factcheck.comparing.compared import Compared
from factcheck.model import Claim, Finding, Scope, Topic

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
    mismatch: ClassVar[bool] = False
    """Whether it reports scopes in which the values of claims clash: the others annotate it."""
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
    def check(self, compared: Compared) -> Iterator[Finding]:
        """What is wrong in this corpus."""


def anchored(topic: Topic) -> Iterator[tuple[Anchor, Scope]]:
    """Each scope of the topic, and each clash across scopes, with the anchor of a finding on it."""
    key = (topic.subject.id, topic.attribute.id)
    yield from (((*key, scope.anchor), scope) for scope in topic.scopes)
    yield from (((*key, scope.anchor, "across"), scope) for scope in topic.across)
