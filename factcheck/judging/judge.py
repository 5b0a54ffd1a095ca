"""Findings become judged findings."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.judging.identity import ids_of
from factcheck.model import Finding, JudgedFinding, Severity, State, Verdict

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


def judge(findings: Iterable[Finding]) -> tuple[JudgedFinding, ...]:
    """Each finding with its id, weight and state, in the order in which they came."""
    return tuple(
        JudgedFinding(finding, id, SEVERITIES[finding.verdict], State.NEW)
        for id, finding in ids_of(findings).items()
    )
