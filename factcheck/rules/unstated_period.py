"""A quote that names a period which its claim does not state."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import (
    Attribute,
    Claim,
    Finding,
    Period,
    Phrase,
    Position,
    Verdict,
    Wording,
    say,
)
from factcheck.rules.base import ClaimRule, Example, Statement
from factcheck.text.context import Context
from factcheck.values.naming.named_periods import named_period
from factcheck.values.period import show_period

DATED = frozenset({"period", "date", "time"})
"""Kinds whose value is itself a date: the year of the quote may be the value."""


class UnstatedPeriod(ClaimRule):
    """The quote of a claim says in which year it holds; the claim states no period, or another.

    ## Why it matters

    Figures meet only where their periods do. A claim without its period is compared with any year
    or with none; one with the wrong year contradicts sources that it agrees with. A year in the
    quote is taken for the period only where that is plain: not in a comparison ("than in 2024"),
    not where it dates an event ("founded in 1998"), not in a name, and not beside a second year.

    ## What to do

    Add the period that the quote names, or correct the one that the claim states. If the year
    means something else, quote the phrase without it.
    """

    flags = (
        Example(
            "the year of the quote was not curated",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "budget",
                    "85 million euros",
                    {"quote": "a budget of 85 million euros in 2025"},
                ),
            ),
        ),
        Example(
            "the claim states another year",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "budget",
                    "85 million euros",
                    {"quote": "In 2025, it spent 85 million euros", "period": "2024"},
                ),
            ),
        ),
    )
    allows = (
        Example(
            "a part of the year that the quote names",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "budget",
                    "85 million euros",
                    {"quote": "85 million euros in 2025", "period": "H1 2025"},
                ),
            ),
        ),
        Example(
            "a comparison with another year",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "budget",
                    "85 million euros",
                    {"quote": "85 million euros, more than in 2024", "period": "2025"},
                ),
            ),
        ),
        Example(
            "the year of an event",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "staff",
                    "85",
                    {"quote": "founded in 1998, it has 85 people"},
                ),
            ),
        ),
    )

    def check_claim(self, claim: Claim, text: str | None) -> Iterator[Finding]:
        if claim.quote is None or claim.attribute.kind in DATED or claim.status == "denied":
            return
        on = claim.relative_to or claim.source.published
        named = named_period(claim.quote.exact, Context(claim.language, on.start))
        if named is None or str(named.start.year) in claim.text:
            return
        stated = [p for p in (claim.period, claim.as_of) if p is not None]
        if any(_meet(p, named) for p in stated):
            return
        key = _key(claim.attribute)
        if stated or key is not None:
            yield self._finding(claim, named, stated, key or "period")

    def _finding(self, claim: Claim, named: Period, stated: list[Period], key: str) -> Finding:
        shown = show_period(named)
        message, todo = _sentences(claim, shown, stated, key)
        return Finding(
            rule=self.name,
            verdict=Verdict.UNDETERMINED,
            anchor=(claim.source.id, claim.id),
            positions=(Position(claim.text, (claim,), claim.value),),
            message=message,
            todo=todo,
            subject=claim.subject,
            attribute=claim.attribute,
        )


def _sentences(
    claim: Claim, shown: Wording, stated: list[Period], key: str
) -> tuple[Phrase, Phrase]:
    """What is wrong, and what to do about it."""
    if stated:
        message = say(
            "The quote of {claim} speaks of {named}, the claim of {stated}.",
            claim=claim.name,
            named=shown,
            stated=show_period(stated[0]),
        )
        return message, say("Correct the period of the claim, or quote the phrase that gives it.")
    message = say(
        "The quote of {claim} speaks of {named}, and the claim states no period.",
        claim=claim.name,
        named=shown,
    )
    return message, say("Add {key}: {named} to the claim.", key=key, named=shown)


def _key(attribute: Attribute) -> str | None:
    """The qualifier in which the attribute's claims say when they hold; None where none does."""
    if "period" in attribute.key:
        return "period"
    if "as_of" in attribute.key or attribute.measure == "stock":
        return "as_of"
    return "period" if attribute.measure == "flow" else None


def _meet(a: Period, b: Period) -> bool:
    return a.start <= b.end and b.start <= a.end
