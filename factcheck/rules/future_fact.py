"""A fact of a time that lies after the day on which its source was published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from factcheck.model import Claim, Finding, Period, Position, Verdict, Wording, say
from factcheck.rules.base import ClaimRule, Example, Statement
from factcheck.values import kind_for
from factcheck.values.period import show_period

STATES = frozenset({"stock", "cumulative"})
"""Measures that a source can know of a day, whatever period it lies in."""
FIRM = frozenset({"actual", "confirmed", "provisional"})
NEARLY_OVER = 12
"""In the last twelfth of a period, as in December of a year, its figure is told as a fact."""
DATED = frozenset({"period", "date", "time"})
"""Kinds whose value is itself a date: that something is to open next year is known today."""


class FutureFact(ClaimRule):
    """A claim states as a fact what nobody could know when its source was published.

    ## Why it matters

    A year that is not over has no actual turnover. What is told of it is a plan, a projection, or
    the figure of another year, and beside real figures each of them misleads: it is compared with
    facts, and not with the plans and projections of others.

    ## What to do

    Give the claim the status that it has (`planned`, `projected`, `estimate` …), or correct its
    period. Where the source itself tells a projection as a fact, ask it.
    """

    flags = (
        Example(
            "an actual figure for a year that is not over",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "budget",
                    "85 million euros",
                    {"period": "2025", "status": "actual"},
                    published="2025-06-10",
                ),
            ),
        ),
        Example(
            "a figure for a year that has not begun",
            (
                Statement(
                    "Quay Wire",
                    "Northwind",
                    "sales",
                    "4,125",
                    {"period": "2027"},
                    published="2025-06-10",
                ),
            ),
        ),
    )
    allows = (
        Example(
            "a plan for next year",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "budget",
                    "85 million euros",
                    {"period": "2026", "status": "planned"},
                    published="2025-06-10",
                ),
            ),
        ),
        Example(
            "a state within the year",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "toll",
                    "412",
                    {"as_of": "2025", "status": "actual"},
                    published="2025-06-10",
                ),
            ),
        ),
        Example(
            "a year that is over",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "budget",
                    "85 million euros",
                    {"period": "2024", "status": "actual"},
                    published="2025-01-10",
                ),
            ),
        ),
    )

    def check_claim(self, claim: Claim, text: str | None) -> Iterator[Finding]:
        time = claim.as_of if claim.period is None else claim.period
        published = claim.source.updated or claim.source.published
        if time is None or time.approximate or claim.attribute.kind in DATED:
            return
        if claim.ignore or not _is_too_early(claim, time, published):
            return
        yield Finding(
            rule=self.name,
            verdict=Verdict.UNDETERMINED,
            anchor=(claim.source.id, claim.id),
            positions=(Position(_label(claim), (claim,), claim.value),),
            message=say(
                "{claim} states as a fact what is of {time}, and its source is of {day}.",
                claim=claim.name,
                time=show_period(time),
                day=show_period(published),
            ),
            todo=say(
                "Say what it is: a plan, a projection or an estimate. Or correct its {key}.",
                key="as_of" if claim.period is None else "period",
            ),
            subject=claim.subject,
            attribute=claim.attribute,
        )


def _label(claim: Claim) -> Wording:
    return claim.text if claim.value is None else kind_for(claim.attribute).show(claim.value)


def _is_too_early(claim: Claim, time: Period, published: Period) -> bool:
    """Whether the time lies ahead, or its end does and the claim is a fact of all of it."""
    if claim.status is not None and claim.status not in FIRM:
        return False
    if time.start > published.end:
        return True
    whole = claim.status in FIRM and claim.attribute.measure not in STATES
    if not whole or time.end == date.max:
        return False
    return (time.end - published.end) * NEARLY_OVER > time.end - time.start
