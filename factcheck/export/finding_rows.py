"""The table of findings, with people's decisions."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.export.rows import Row
from factcheck.model import Judged, JudgedFinding
from factcheck.text.hostile import visible

COLUMNS = (
    *("finding", "rule", "verdict", "severity", "state", "fails", "subject", "attribute", "scope"),
    *("side", "value", "sources", "claims", "message", "todo", "decision", "reason", "by"),
)


def rows(judged: Judged) -> Iterator[Row]:
    """A row for each position of each finding."""
    for one in judged.findings:
        whole = _finding(one)
        for number, position in enumerate(one.finding.positions, 1):
            yield {
                **whole,
                "side": number,
                "value": str(position.label),
                "sources": position.sources,
                "claims": tuple(claim.name for claim in position.claims),
            }


def _finding(one: JudgedFinding) -> Row:
    finding, decided = one.finding, one.resolution
    return {
        "finding": one.id,
        "rule": finding.rule,
        "verdict": finding.verdict.value,
        "severity": one.severity.value,
        "state": one.state.value,
        "fails": one.fails,
        "subject": None if finding.subject is None else finding.subject.id,
        "attribute": None if finding.attribute is None else finding.attribute.id,
        "scope": str(finding.scope),
        "message": visible(str(finding.message)),
        "todo": visible(str(finding.todo)),
        "decision": None if decided is None else decided.decision.value,
        "reason": None if decided is None else decided.reason,
        "by": None if decided is None else decided.by,
    }
