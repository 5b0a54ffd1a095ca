"""What rules report, and what judging adds to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from factcheck.model.claim import Claim
from factcheck.model.topic import Position
from factcheck.model.value import Verdict
from factcheck.model.vocabulary import Attribute, Subject
from factcheck.model.wording import Phrase


@dataclass(frozen=True)
class Finding:
    """What a rule reports. `anchor` is what it is about, and with the rule its identity."""

    rule: str
    verdict: Verdict
    anchor: tuple[str, ...]
    positions: tuple[Position, ...]
    message: Phrase
    todo: Phrase
    steps: tuple[Phrase, ...] = ()
    subject: Subject | None = None
    attribute: Attribute | None = None
    scope: str = ""
    hints: tuple[Phrase, ...] = ()
    causes: tuple[Finding, ...] = ()  # findings on the same claims that may explain this one

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of all positions, each once, in order of name."""
        named = {c.name: c for p in self.positions for c in p.claims}
        return tuple(named[name] for name in sorted(named))


class Severity(StrEnum):
    """How much a finding weighs at the gate."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class State(StrEnum):
    """What judging adds to a finding."""

    NEW = "new"
    CHANGED = "changed"
    GROWN = "grown"
    KNOWN = "known"
    RESOLVED = "resolved"
    REOPENED = "reopened"
    GONE = "gone"


@dataclass(frozen=True)
class JudgedFinding:
    """A finding with its id, its weight and its state."""

    finding: Finding
    id: str
    severity: Severity
    state: State
