"""The groups of findings in a report, and the sign of each verdict."""

from __future__ import annotations

from factcheck.model import Severity, Verdict, own

GROUPS = {
    Severity.ERROR: (
        own("Decide"),
        own("These cannot all stand as they are. No position is favoured here."),
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

DECIDED = (
    own("Decided"),
    own("People have decided these. Each comes back when what was decided changes."),
)
"""The title and the lead of the last group, of whatever severity."""
