"""A quote that its source's text does not contain."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Claim, Finding, Position, Verdict, say
from factcheck.rules.base import ClaimRule, Example, Said
from factcheck.values.passage import contains, nearest


class QuoteNotFound(ClaimRule):
    """The archived text of a source does not contain the quote of a claim.

    ## Why it matters

    A quote is the proof that a source says what a claim says. It is looked for in the source's own
    text, which `--archive` gives; kinds of quotation marks, dashes, spaces, ellipses and words
    divided at a line's end make no difference, any other letter does.

    ## What to do

    Copy the phrase again from the source. If the outlet changed its text since, say so in `note`
    and keep the older copy.
    """

    flags = (
        Example(
            "one word is another",
            (
                Said(
                    "Harbour Post",
                    "Northwind",
                    "staff",
                    "8,500",
                    {"quote": "a staff of 8,500 engineers"},
                    archived="The firm has a staff of 8,500 people in two cities.",
                ),
            ),
        ),
    )
    allows = (
        Example(
            "other quotation marks and spaces",
            (
                Said(
                    "Harbour Post",
                    "Northwind",
                    "staff",
                    "8,500",
                    {"quote": "the town's 8,500 people"},
                    archived="It employs the town’s 8,500\npeople.",
                ),
            ),
        ),
        Example(
            "no archived text to look in",
            (Said("Harbour Post", "Northwind", "staff", "8,500", {"quote": "8,500 engineers"}),),
        ),
    )

    def check(self, claim: Claim, archived: str | None) -> Iterator[Finding]:
        if claim.quote is None or archived is None or contains(archived, claim.quote):
            return
        yield Finding(
            rule=self.name,
            verdict=Verdict.UNSUPPORTED,
            anchor=(claim.source.id, claim.id),
            positions=(Position(claim.text, (claim,), claim.value),),
            message=say(
                'The text of {source} does not contain "{quote}".',
                source=claim.source.id,
                quote=claim.quote.exact,
            ),
            todo=say("Copy the phrase again from the source."),
            steps=(
                say('The nearest passage: "{passage}"', passage=nearest(archived, claim.quote)),
            ),
            subject=claim.subject,
            attribute=claim.attribute,
        )
