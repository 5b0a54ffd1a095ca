"""Findings in the groups in which a reader meets them, and the sign that each verdict bears."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from factcheck.model import Severity, State, Verdict, own
from factcheck.reporting.translating import Translator
from factcheck.reporting.view import FindingView, GroupView

GROUPS = {
    Severity.ERROR: (
        own("Decide"),
        own("These cannot all stand as they are. No side is favoured here."),
    ),
    Severity.WARNING: (
        own("Clarify"),
        own("Something is unclear: a spelling, a scope, or how exact a figure is."),
    ),
    Severity.NOTE: (
        own("For information"),
        own("These differ, but do not contradict each other: they speak of different scopes."),
    ),
}
"""For each severity: what the reader is asked to do, and why."""

SIGNS = {
    Verdict.AGREE: "=",
    Verdict.CONSISTENT: "≈",
    Verdict.REFINES: "⊂",
    Verdict.SCOPE_DIFFERS: "∥",
    Verdict.SUPERSEDED: "↻",
    Verdict.UNDETERMINED: "?",
    Verdict.VARIANT: "~",
    Verdict.CONTRADICTS: "≠",
    Verdict.SELF_CONTRADICTS: "≠",
    Verdict.CONFUSED: "⇄",
    Verdict.IMPOSSIBLE: "×",
    Verdict.UNSUPPORTED: "∅",
}
"""A sign beside each verdict's word, so that colour never says it alone."""

DECIDED = GroupView(
    "resolved",
    own("Decided"),
    own("People have decided these. Each comes back when what was decided changes."),
    (),
)
"""The last group, of whatever severity."""


def grouped(findings: Iterable[FindingView], words: Translator) -> tuple[GroupView, ...]:
    """The groups that have findings, the gravest first, what is decided last."""
    findings = tuple(findings)
    decided = tuple(f for f in findings if f.state == State.RESOLVED.value)
    open_ = tuple(f for f in findings if f.state != State.RESOLVED.value)
    groups = (
        GroupView(severity.value, title, lead, tuple(_of(severity, open_)))
        for severity, (title, lead) in GROUPS.items()
    )
    every = (*groups, replace(DECIDED, findings=decided))
    return tuple(
        replace(group, title=words.text(group.title), lead=words.text(group.lead))
        for group in every
        if group.findings
    )


def _of(severity: Severity, findings: Iterable[FindingView]) -> Iterable[FindingView]:
    return (f for f in findings if f.severity == severity.value)
