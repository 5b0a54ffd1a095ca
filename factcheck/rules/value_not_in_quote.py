"""A value that its own quote does not give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Claim, Finding, Position, Verdict, say
from factcheck.rules.base import ClaimRule, Example, Said
from factcheck.values import kind_for
from factcheck.values.base import Context
from factcheck.values.choice import Chosen
from factcheck.values.passage import plain


class ValueNotInQuote(ClaimRule):
    """The quote of a claim does not contain the value that was curated from it.

    ## Why it matters

    Most wrong figures in a collection of claims are slips of typing: 85 for 58, millions for
    billions. The quote was copied, the value was typed; where they part, one of them is wrong.
    Numbers are compared as read, so 14 stands for "fourteen" and 20.000 for 20,000.

    ## What to do

    Open the source and correct the value, or choose the phrase that does carry it.
    """

    flags = (
        Example(
            "two digits swapped",
            (
                Said(
                    "Harbour Post",
                    "Northwind",
                    "staff",
                    "5,800",
                    {"quote": "a staff of 8,500 people"},
                ),
            ),
        ),
        Example(
            "digits inside another number",
            (Said("Harbour Post", "Northwind", "staff", "85", {"quote": "since 1985 it grew"}),),
        ),
        Example(
            "another order of magnitude",
            (
                Said(
                    "Molo Oggi",
                    "Northwind",
                    "budget",
                    "85 milioni di euro",
                    {"quote": "spende 85 miliardi di euro", "period": "2025"},
                    language="it",
                ),
            ),
        ),
    )
    allows = (
        Example(
            "a number in words",
            (
                Said(
                    "Harbour Post",
                    "Northwind",
                    "staff",
                    "14",
                    {"quote": "fourteen people work there"},
                ),
            ),
        ),
    )

    def check(self, claim: Claim, archived: str | None) -> Iterator[Finding]:
        if claim.quote is None or claim.value is None:
            return
        if not isinstance(claim.value, Chosen) and _stands_in(claim.text, claim.quote.exact):
            return
        context = Context(claim.language, claim.source.published.start, claim.attribute)
        kind = kind_for(claim.attribute)
        if kind.occurs(claim.value, claim.quote.exact, context) is False:
            yield Finding(
                rule=self.name,
                verdict=Verdict.UNSUPPORTED,
                anchor=(claim.source.id, claim.id),
                positions=(Position(claim.text, (claim,), claim.value),),
                message=say(
                    'The quote of {claim} does not give its value: "{value}" is not in "{quote}".',
                    claim=claim.name,
                    value=claim.text,
                    quote=claim.quote.exact,
                ),
                todo=say("Correct the value, or quote the phrase that carries it."),
                subject=claim.subject,
                attribute=claim.attribute,
            )


def _stands_in(text: str, quote: str) -> bool:
    """Whether `text` stands in `quote` as a whole: 85 neither in 1985 nor in -85, 12 not in 12,000.

    Chinese and Japanese write no blanks: there the value's kind must find it.
    """
    wanted = re.escape(plain(text).casefold())
    whole = rf"(?<![\w$€£¥+-])(?<!\d[.,:/]){wanted}(?!\w|[.,:/-]\d)"
    return bool(wanted) and re.search(whole, plain(quote).casefold()) is not None
