"""A quote that its source's text does not contain."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.model import (
    Claim,
    Finding,
    Phrase,
    Position,
    Quote,
    Verdict,
    both,
    in_english,
    own,
    say,
)
from factcheck.rules.base import ClaimRule, Example, Statement
from factcheck.text.passages.nearness import Difference, nearest
from factcheck.text.passages.passage import NEAR, Sought, seek

MOST_DIFFERENCES = 5
"""Differences that are told one by one; more are counted."""


class QuoteNotFound(ClaimRule):
    """The archived text of a source does not contain the quote of a claim.

    ## Why it matters

    A quote is the proof that a source says what a claim says. It is looked for in the source's own
    text, which `--archive` gives. Quotation marks, kinds of dashes and spaces, ligatures, words
    divided at a line's end, full-width letters and a capital at the beginning make no difference;
    any other letter does. An ellipsis stands for at most 1,000 characters. A number must stand
    there as a whole. Where the quote has a `prefix` or a `suffix`, that must stand beside it.

    ## What to do

    Copy the phrase again from the source; the finding shows the nearest passage, and word by word
    where it differs. If the outlet changed its text since, say so in `note` and keep the older
    copy.
    """

    flags = (
        Example(
            "one word is another",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "staff",
                    "8,500",
                    {"quote": "a staff of 8,500 engineers"},
                    archived="The firm has a staff of 8,500 people in two cities.",
                ),
            ),
        ),
        Example(
            "it stands there, but not behind its prefix",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "staff",
                    "8,500",
                    {"quote": {"exact": "8,500 people", "prefix": "Northwind employs"}},
                    archived="Southwind employs 8,500 people, and Northwind fewer.",
                ),
            ),
        ),
    )
    allows = (
        Example(
            "other quotation marks and spaces",
            (
                Statement(
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
            "words left out, with an ellipsis in their place",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "staff",
                    "8,500",
                    {"quote": "Northwind … 8,500 people"},
                    archived="Northwind, which builds bridges, employs 8,500 people.",
                ),
            ),
        ),
        Example(
            "no archived text to look in",
            (
                Statement(
                    "Harbour Post", "Northwind", "staff", "8,500", {"quote": "8,500 engineers"}
                ),
            ),
        ),
    )

    def check_claim(self, claim: Claim, text: str | None) -> Iterator[Finding]:
        if claim.quote is None or text is None:
            return
        sought = seek(text, claim.quote)
        if sought.found:
            return
        message, todo = _sentences(claim, claim.quote, sought)
        yield Finding(
            rule=self.name,
            verdict=Verdict.UNSUPPORTED,
            anchor=(claim.source.id, claim.id),
            positions=(Position(claim.text, (claim,), claim.value),),
            message=message,
            todo=todo,
            remarks=tuple(_steps(text, claim.quote, sought)),
            subject=claim.subject,
            attribute=claim.attribute,
        )


def _sentences(claim: Claim, quote: Quote, sought: Sought) -> tuple[Phrase, Phrase]:
    """What is wrong, and what to do about it."""
    if not sought.around:
        message = say(
            'The text of {source} does not contain "{quote}".',
            source=claim.source.id,
            quote=quote.exact,
        )
        return message, say("Copy the phrase again from the source.")
    message = say(
        'The text of {source} contains "{quote}", but not {where}.',
        source=claim.source.id,
        quote=quote.exact,
        where=both(
            say(word, words=given)
            for word, given in (
                (own('behind "{words}"'), quote.prefix),
                (own('before "{words}"'), quote.suffix),
            )
            if given
        ),
    )
    return message, say("Correct prefix and suffix, or quote the passage that is meant.")


def _steps(archived: str, quote: Quote, sought: Sought) -> Iterator[Phrase]:
    for before, behind in sought.around:
        yield say(
            'It stands there as "{before}[{quote}]{behind}".',
            before=before,
            quote=quote.exact,
            behind=behind,
        )
    if not sought.around and not sought.missing:
        yield say(
            "Its parts stand in the text, but not in this order, or more than {most} characters "
            "apart.",
            most=in_english(f"{NEAR:,}", "{number}", number=Decimal(NEAR)),
        )
    for part in sought.missing:
        near = nearest(archived, part)
        if near is None:
            yield say('No passage of the text is like "{part}".', part=part)
            continue
        yield say('The nearest passage: "{passage}"', passage=near.passage)
        if not near.differences:
            yield say("The two differ in hyphens, or in where a word begins or ends.")
        yield from (_described(d) for d in near.differences[:MOST_DIFFERENCES])
        if (more := len(near.differences) - MOST_DIFFERENCES) > 0:
            yield say("They differ in more places; not shown here: {more}.", more=more)


def _described(found: Difference) -> Phrase:
    """One difference between quote and text, in words."""
    if found.quote and found.text:
        return say(
            'Where the quote has "{quote}", the text has "{text}".',
            quote=found.quote,
            text=found.text,
        )
    if found.text:
        return say(
            'Behind "{after}", the text has "{text}", and the quote nothing.',
            after=found.after,
            text=found.text,
        )
    if found.after:
        return say(
            'Behind "{after}", the quote has "{quote}", and the text nothing.',
            after=found.after,
            quote=found.quote,
        )
    return say('The quote begins with "{quote}", the text does not.', quote=found.quote)
