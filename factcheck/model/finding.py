"""What rules report, and what judging adds to it."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from functools import cached_property

from factcheck.model.claim import Claim
from factcheck.model.decision import Resolution, Stale
from factcheck.model.frozen import dataclass
from factcheck.model.topic import FitsSeveral, Position, Scope, Topic, claims_of, fitting_several
from factcheck.model.value import Interval, Verdict
from factcheck.model.vocabulary import Attribute, Subject
from factcheck.model.wording import Diagnostic, Phrase, Wording


class Evidence:
    """What a finding follows from, of what comparing keeps."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class OfScope(Evidence):
    """The claims of one scope of a topic, or of several that were compared."""

    topic: Topic
    scope: Scope


@dataclass(frozen=True)
class Finding:
    """What a rule reports. `anchor` is what it is about, and with the rule its identity.

    `evidence` is what it follows from, so that its steps can be derived; `remarks` and
    `own_hints` are the steps and hints that its rule gives. `apart` is how far the two figures
    reach whose distance it tells of, where these are not its positions: what is stated, and what
    the other terms of a relation make of it.
    """

    rule: str
    verdict: Verdict
    anchor: tuple[str, ...]
    positions: tuple[Position, ...]
    message: Phrase
    todo: Phrase
    evidence: Evidence | None = field(default=None, compare=False, repr=False)
    remarks: tuple[Phrase, ...] = ()
    own_hints: tuple[Phrase, ...] = ()
    subject: Subject | None = None
    attribute: Attribute | None = None
    scope: Wording = ""
    causes: tuple[Finding, ...] = ()  # findings on the same claims that may explain this one
    expected: bool = False  # it breaks what is only expected to hold, not what must
    disjoint: tuple[Interval, Interval] | None = None

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of all positions, each once, in order of name."""
        return claims_of(self.positions)

    @property
    def fits_several(self) -> tuple[FitsSeveral, ...]:
        """The claims that fit several of its positions, and which."""
        return fitting_several(self.positions)


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
    """A finding with its id, its weight and its state, and whether the gate fails on it.

    `resolution` is the decision on it, be it in force or not; `why` says why it was reopened, or
    what changed.
    """

    finding: Finding
    id: str
    severity: Severity
    state: State
    fails: bool = False
    resolution: Resolution | None = None
    why: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """What judging gives: the findings in their states, and the records that no longer fit them.

    `gone` counts the findings of the baseline, of the base revision and of the resolutions that
    are no longer found; `diagnostics` are faults of resolutions that only their findings show.
    `ignored` counts the findings that the settings leave out; `set_aside` holds their ids, and
    those of records whose rules the settings leave out, of which there are `rules_left_out`.
    """

    findings: tuple[JudgedFinding, ...]
    stale: tuple[Stale, ...] = ()
    gone: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
    ignored: int = 0
    excluded_by: frozenset[str] = frozenset()
    rules_left_out: int = 0
