"""A value that its own quote does not give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Claim, Finding, Phrase, Position, Quote, Verdict, say, say_many
from factcheck.rules.base import ClaimRule, Example, Statement
from factcheck.text.context import Context
from factcheck.text.passages.passage import contains, plain
from factcheck.values import kind_for
from factcheck.values.choice import Chosen
from factcheck.values.measures.digit_slips import swapped, zeros_between
from factcheck.values.measures.measured import Measured
from factcheck.values.measures.occurring import numbers_in
from factcheck.values.name import Name
from factcheck.values.naming.named_periods import only_date
from factcheck.values.period import Days
from factcheck.values.text import Text

_BEGINS = re.compile(r"(?<![\w$€£¥+-])(?<!\d[.,:/])")
_ENDS = re.compile(r"(?!\w|[.,:/-]\d)")
"""Where a text that stands alone can begin and end."""


class ValueNotInQuote(ClaimRule):
    """The quote of a claim does not contain the value that was curated from it.

    ## Why it matters

    Most wrong figures in a collection of claims are slips of typing: 85 for 58, millions for
    billions. The quote was copied, the value was typed; where they part, one of them is wrong.
    Numbers are compared as read, so 14 stands for "fourteen" and 20.000 for 20,000; names by the
    registry, choices by the words of their attribute. A date is only held against a quote that
    gives one date and no other number.

    ## What to do

    Open the source and correct the value, or choose the phrase that does carry it.
    """

    flags = (
        Example(
            "two digits swapped",
            (
                Statement(
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
            (
                Statement(
                    "Harbour Post", "Northwind", "staff", "85", {"quote": "since 1985 it grew"}
                ),
            ),
        ),
        Example(
            "another order of magnitude",
            (
                Statement(
                    "Molo Oggi",
                    "Northwind",
                    "budget",
                    "85 milioni di euro",
                    {"quote": "spende 85 miliardi di euro", "period": "2025"},
                    language="it",
                ),
            ),
        ),
        Example(
            "another day",
            (
                Statement(
                    "Harbour Post",
                    "Harbour Bridge",
                    "opened",
                    "2019-04-12",
                    {"quote": "opened on 14 April 2019"},
                ),
            ),
        ),
    )
    allows = (
        Example(
            "a date in words",
            (
                Statement(
                    "Harbour Post",
                    "Harbour Bridge",
                    "opened",
                    "2019-04-12",
                    {"quote": "opened on 12 April 2019"},
                ),
            ),
        ),
        Example(
            "a name of another script",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "chip",
                    "Lantern",
                    {"quote": "名为灯笼的芯片"},
                    language="zh",
                ),
            ),
        ),
        Example(
            "a number in words",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "staff",
                    "14",
                    {"quote": "fourteen people work there"},
                ),
            ),
        ),
    )

    def check_claim(self, claim: Claim, text: str | None) -> Iterator[Finding]:
        if claim.quote is None or claim.value is None or _given(claim, claim.quote.exact):
            return
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
            own_hints=tuple(dict.fromkeys(_typing_errors(claim, claim.quote.exact))),
            subject=claim.subject,
            attribute=claim.attribute,
        )


def _given(claim: Claim, quote: str) -> bool:
    """Whether the quote gives the value, or nobody can tell."""
    value = claim.value
    assert value is not None
    if isinstance(value, Measured) and _stands_in(claim.text, quote):
        return True
    context = Context(
        claim.language, (claim.relative_to or claim.source.published).start, claim.attribute
    )
    if isinstance(value, Days):
        other = None if claim.text in quote else only_date(quote, context)
        return other is None or (
            other.start <= value.period.end and value.period.start <= other.end
        )
    # What is denied stands in words that negate it.
    denied = claim.status == "denied" and isinstance(value, Chosen)
    if (denied or isinstance(value, Name | Text)) and contains(quote, Quote(claim.text)):
        return True
    return kind_for(claim.attribute).occurs(value, quote, context) is not False


def _stands_in(text: str, quote: str) -> bool:
    """Whether `text` stands in `quote` as a whole: 85 neither in 1985 nor in -85, 12 not in 12,000.

    Chinese and Japanese write no blanks: there the value's kind must find it.
    """
    wanted, passage = plain(text).casefold(), plain(quote).casefold()
    at = passage.find(wanted) if wanted else -1
    while at >= 0:
        if _BEGINS.match(passage, at) and _ENDS.match(passage, at + len(wanted)):
            return True
        at = passage.find(wanted, at + 1)
    return False


def _typing_errors(claim: Claim, quote: str) -> Iterator[Phrase]:
    """What slip of typing would turn a number of the quote into the value."""
    value = claim.value
    if not isinstance(value, Measured):
        return
    for given in sorted({n.number for n in numbers_in(quote, claim.language)}):
        if swapped(value.number, given):
            yield say("The quote has the same digits in another order: a typing error?")
        elif zeros := zeros_between(value.number, given):
            more = abs(given) > abs(value.number)
            yield _more_zeros(zeros) if more else _fewer_zeros(zeros)


def _more_zeros(zeros: int) -> Phrase:
    return say_many(
        "The quote has the same digits, but {count} zero more: an error of magnitude?",
        "The quote has the same digits, but {count} zeros more: an error of magnitude?",
        zeros,
    )


def _fewer_zeros(zeros: int) -> Phrase:
    return say_many(
        "The quote has the same digits, but {count} zero fewer: an error of magnitude?",
        "The quote has the same digits, but {count} zeros fewer: an error of magnitude?",
        zeros,
    )
