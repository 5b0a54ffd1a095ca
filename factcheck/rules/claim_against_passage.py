"""A claim that its own sentence does not support."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.comparing import Compared
from factcheck.comparing.against_passage import Doubt, Peers, doubts_of
from factcheck.model import Claim, Finding, Position, Verdict, say
from factcheck.rules.base import CorpusRule, Example, Statement
from factcheck.text.passages.standing import Standing, standing


class ClaimAgainstPassage(CorpusRule):
    """The sentence around a quote takes back, bounds, dates or hedges what the claim states.

    ## Why it matters

    A quote can be exact, and the claim still not what the text says: "will **not** spend 85
    million" contains "85 million". With an archived text, the sentence around the quote is read for
    words that deny it, for a bound ("up to"), for how firm it is ("plans to", "could"), for the
    year, and for whom it speaks of. What excludes the claim is an error; what the claim merely
    leaves out is a warning with the line to add. Such words are known for Chinese, English, French,
    German, Italian, Portuguese and Spanish.

    ## What to do

    Read the sentence, which the finding shows. Correct the claim, add what it leaves out, or quote
    the passage that does carry it.
    """

    flags = (
        Example(
            "the sentence denies it",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "budget",
                    "85 million euros",
                    {"quote": "spend 85 million euros", "period": "2025"},
                    archived="Northwind will not spend 85 million euros, the mayor said.",
                ),
            ),
        ),
        Example(
            "the claim drops the ceiling",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "staff",
                    "8,500",
                    {"quote": "8,500 people"},
                    archived="At its height the firm has up to 8,500 people on its ships.",
                ),
            ),
        ),
        Example(
            "a plan is stated as a fact",
            (
                Statement(
                    "Molo Oggi",
                    "Northwind",
                    "budget",
                    "85 milioni di euro",
                    {"quote": "85 milioni di euro", "period": "2026"},
                    language="it",
                    archived="Per i traghetti Northwind intende spendere 85 milioni di euro.",
                ),
            ),
        ),
        Example(
            "the sentence speaks of another year",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "budget",
                    "85 million euros",
                    {"quote": "85 million euros", "period": "2025"},
                    archived="Northwind spent 85 million euros in 2023.",
                ),
            ),
        ),
    )
    allows = (
        Example(
            "another clause is denied",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "staff",
                    "8,500",
                    {"quote": "8,500 people"},
                    archived="The firm did not grow, but employs 8,500 people.",
                ),
            ),
        ),
        Example(
            "the claim says how firm it is",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "budget",
                    "85 million euros",
                    {"quote": "85 million euros", "period": "2026", "status": "planned"},
                    archived="Northwind plans to spend 85 million euros.",
                ),
            ),
        ),
    )

    def check(self, compared: Compared) -> Iterator[Finding]:
        if not compared.archives:
            return
        peers = Peers(compared)
        for claim in compared.claims:
            text = compared.archives.get(claim.source.id)
            if text is None or claim.quote is None:
                continue
            places = standing(text, claim.quote)
            doubts = [tuple(doubts_of(claim, place, peers)) for place in places]
            if doubts and all(doubts):  # one passage that supports it is enough
                yield self._finding(claim, places[0], doubts[0])

    def _finding(self, claim: Claim, place: Standing, doubts: Sequence[Doubt]) -> Finding:
        first, *more = sorted(doubts, key=lambda doubt: doubt.verdict is not Verdict.UNSUPPORTED)
        return Finding(
            rule=self.name,
            verdict=first.verdict,
            anchor=(claim.source.id, claim.id),
            positions=(Position(claim.text, (claim,), claim.value),),
            message=first.message,
            todo=first.todo,
            remarks=(
                say("The passage: “{sentence}”", sentence=place.sentence.strip()),
                *(doubt.message for doubt in more),
            ),
            subject=claim.subject,
            attribute=claim.attribute,
        )
