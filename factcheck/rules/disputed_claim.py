"""What one source denies and another one says."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import (
    Claim,
    Denial,
    Finding,
    Position,
    Topic,
    Verdict,
    Wording,
    joined,
    say,
)
from factcheck.rules.base import Compared, Example, Statement, TopicRule
from factcheck.values import kind_for


class DisputedClaim(TopicRule):
    """A source denies what another one says.

    ## Why it matters

    A denial takes no side and gives no figure, so no comparison of values would notice it. Whoever
    prints the claim without its denial prints half of the story.

    ## What to do

    Print the denial with the claim, with who denies it and on what day.
    """

    flags = (
        Example(
            "a figure, and its denial",
            (
                Statement("Harbour Post", "Northwind", "staff", "20,000"),
                Statement("Quay Wire", "Northwind", "staff", "20,000", {"status": "denied"}),
            ),
        ),
    )
    allows = (
        Example(
            "a denial of another figure",
            (
                Statement("Harbour Post", "Northwind", "staff", "20,000"),
                Statement("Quay Wire", "Northwind", "staff", "35,000", {"status": "denied"}),
            ),
        ),
        Example(
            "a denial for another year",
            (
                Statement("Harbour Post", "Northwind", "share", "13 %", {"period": "2024"}),
                Statement(
                    "Quay Wire",
                    "Northwind",
                    "share",
                    "13 %",
                    {"period": "2025", "status": "denied"},
                ),
            ),
        ),
    )

    def check(self, topic: Topic, compared: Compared) -> Iterator[Finding]:
        for denial in topic.denials:
            yield self._finding(topic, denial)

    def _finding(self, topic: Topic, denial: Denial) -> Finding:
        claim = denial.claim
        return Finding(
            rule=self.name,
            verdict=Verdict.UNDETERMINED,
            anchor=(
                topic.subject.id,
                topic.attribute.id,
                denial.scope.anchor,
                claim.source.id,
                claim.id,
            ),
            positions=(
                *denial.positions,
                Position(say("denied: {words}", words=_denied(claim)), (claim,)),
            ),
            message=say(
                "{outlet} denies what others say of {attribute} of {subject}: {values}.",
                outlet=claim.source.outlet,
                attribute=topic.attribute.label,
                subject=topic.subject.label,
                values=joined((p.label for p in denial.positions), " / "),
            ),
            todo=say("Print the denial with the claim."),
            subject=topic.subject,
            attribute=topic.attribute,
            scope=denial.scope.label,
        )


def _denied(claim: Claim) -> Wording:
    """What is denied, as far as the source says."""
    return claim.text if claim.value is None else kind_for(claim.attribute).show(claim.value)
