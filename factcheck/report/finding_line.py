"""Builds the view of a finding as one line."""

from __future__ import annotations

from factcheck.model import Claim, JudgedFinding, Position, Severity, State
from factcheck.report.decision_views import resolution_view
from factcheck.report.groups import SIGNS
from factcheck.report.position_order import in_order
from factcheck.report.run import Run
from factcheck.report.summary import FindingLine

NEWS = (State.NEW, State.CHANGED, State.REOPENED)
SETTLED = (State.KNOWN, State.RESOLVED, State.GONE)


def finding_line(judged: JudgedFinding, run: Run) -> FindingLine:
    """The finding as one line of the report."""
    finding, words = judged.finding, run.look.words
    subject, attribute = finding.subject, finding.attribute
    positions = in_order(finding, run.touched)
    at, *against = (p.claims[0].at(key_shown(p.claims[0], p)) for p in positions)
    return FindingLine(
        id=judged.id,
        rule=finding.rule,
        verdict=finding.verdict.value,
        sign=SIGNS[finding.verdict],
        severity=judged.severity.value,
        state=judged.state.value,
        news=judged.severity is not Severity.NOTE and judged.state in NEWS,
        settled=judged.state in SETTLED,
        fails=judged.fails,
        subject="" if subject is None else words.fact(subject.label),
        attribute="" if attribute is None else words.fact(attribute.label),
        scope=words.fact(finding.scope),
        subject_id="" if subject is None else subject.id,
        attribute_id="" if attribute is None else attribute.id,
        message=words.say(finding.message),
        todo=words.say(finding.todo),
        values=tuple(words.fact(position.label) for position in positions),
        sources=tuple(sorted({c.source.id for p in positions for c in p.claims})),
        at=at,
        against=tuple(against),
        resolution=resolution_view(judged, words),
    )


def key_shown(claim: Claim, position: Position) -> str:
    """The claim's key whose text the position is about."""
    if position.by != "name":
        return "value"
    names = (claim.subject_text, str(claim.subject.label))
    return "subject" if str(position.label) in names else "value"
