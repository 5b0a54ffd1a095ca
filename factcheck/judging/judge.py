"""Findings become judged findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from factcheck.judging.identity import ids_of
from factcheck.model import Finding, Judged, JudgedFinding, Severity, State, Verdict

SEVERITIES = {
    Verdict.SCOPE_DIFFERS: Severity.NOTE,
    Verdict.SUPERSEDED: Severity.WARNING,
    Verdict.UNDETERMINED: Severity.WARNING,
    Verdict.VARIANT: Severity.WARNING,
    Verdict.CONTRADICTS: Severity.ERROR,
    Verdict.SELF_CONTRADICTS: Severity.ERROR,
    Verdict.CONFUSED: Severity.ERROR,
    Verdict.IMPOSSIBLE: Severity.ERROR,
    Verdict.UNSUPPORTED: Severity.ERROR,
}
"""What each verdict weighs. No rule knows this table."""


FAILING = frozenset({State.NEW, State.CHANGED, State.REOPENED})
"""The states on which the gate fails; `grown`, `known`, `resolved` and `gone` pass."""

ORDER = (Severity.NOTE, Severity.WARNING, Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Gate:
    """What the gate goes by.

    `today` is the day by which resolutions expire (None: none does); `fail_on` the least severity
    on which the gate fails (None: it never does).
    """

    today: date | None = None
    fail_on: Severity | None = Severity.ERROR
    severities: Mapping[Verdict, Severity] = field(default_factory=lambda: SEVERITIES)


PLAIN = Gate()
"""Nothing expires, and errors fail."""


def judge(findings: Iterable[Finding], gate: Gate = PLAIN) -> Judged:
    """Each finding with its id, weight and state, in the order in which they came."""
    return Judged(
        tuple(
            JudgedFinding(
                finding,
                id,
                severity := gate.severities[finding.verdict],
                State.NEW,
                gate.fail_on is not None and ORDER.index(severity) >= ORDER.index(gate.fail_on),
            )
            for id, finding in ids_of(findings).items()
        )
    )
