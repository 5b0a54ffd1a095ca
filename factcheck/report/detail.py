"""Builds the explanations of findings: of the open ones for people, of all for programs."""

from __future__ import annotations

from factcheck.report.explained import Explained, RecordView, RuleView, UncheckedView
from factcheck.report.finding_view import claim_seen, finding_view
from factcheck.report.rulebook import explanation
from factcheck.report.rulebook import summary as summary_of
from factcheck.report.run import Run
from factcheck.report.summary import Summary
from factcheck.report.unchecked import not_compared
from factcheck.rules import every_rule


def explained(summary: Summary, run: Run) -> Explained:
    """The summary, with the explanation of each finding that needs attention."""
    return Explained(
        summary=summary,
        findings={
            line.id: finding_view(judged, weight, line, run)
            for line, (judged, weight) in zip(summary.findings, run.weighed, strict=True)
            if not line.settled
        },
        rules=tuple(RuleView(r.name, summary_of(r), explanation(r)) for r in every_rule()),
    )


def record(summary: Summary, run: Run) -> RecordView:
    """All results of the run."""
    return RecordView(
        summary=summary,
        findings=tuple(
            finding_view(judged, weight, line, run)
            for line, (judged, weight) in zip(summary.findings, run.weighed, strict=True)
        ),
        unchecked=tuple(
            UncheckedView(
                one.reason,
                one.sentence,
                one.todo,
                tuple(claim_seen(claim, run.look) for claim in one.claims),
            )
            for one in not_compared(run.look)
        ),
    )
