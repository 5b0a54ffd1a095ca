"""Dates of one scope that have no day in common."""

from __future__ import annotations

from factcheck.model import say
from factcheck.rules.base import Example, MismatchRule, Statement


class DateMismatch(MismatchRule):
    """Sources date the same event differently, at the precision that both give.

    ## Why it matters

    "October 2025" and "8 October 2025" agree; "October 2025" and "8 November 2025" do not. Relative
    words ("last month") are resolved against the day on which the source was published.

    ## What to do

    Check day and month order and the source's own date, ask the outlet, and record a decision.
    """

    undecided = say("Ask for the exact day or time.")

    flags = (
        Example(
            "two days",
            (
                Statement("Harbour Post", "Harbour Bridge", "opened", "8 October 2025"),
                Statement(
                    "Molo Oggi", "Harbour Bridge", "opened", "8 novembre 2025", language="it"
                ),
            ),
        ),
    )
    allows = (
        Example(
            "one is coarser",
            (
                Statement("Harbour Post", "Harbour Bridge", "opened", "8 October 2025"),
                Statement("Molo Oggi", "Harbour Bridge", "opened", "ottobre 2025", language="it"),
            ),
        ),
        Example(
            "relative to the day of publishing",
            (
                Statement("Harbour Post", "Harbour Bridge", "opened", "last month"),
                Statement("Quay Wire", "Harbour Bridge", "opened", "December 2025"),
            ),
        ),
    )
