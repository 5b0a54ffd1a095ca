"""Amounts in two currencies that the stated rate does not join."""

from __future__ import annotations

from decimal import Decimal

from factcheck.model import own
from factcheck.rules.base import Example, RelationRule, Statement


class RateMismatch(RelationRule):
    """Two amounts in different currencies do not go together at the exchange rate that is stated.

    ## Why it matters

    A rate that a source states is part of its story: a loan of 100 million dollars at 0.9 is one of
    90 million euros. A relation of kind `rate` in relations.yaml says which attributes give the
    amounts and which the rate. Amounts that a claim gives in two currencies need no relation.

    ## What to do

    Read each input in its source, with the words around it: one of them is not so, or speaks of
    another period, place or coverage. The steps say what each would have to be, if it alone were
    to change; which of them it is, arithmetic does not know.
    """

    relations = frozenset({"rate"})
    sentence = own(
        "For {name} of {subject}{scope}, {stated} is stated; at the stated rate it is {made}."
    )

    smallest_miss: Decimal = Decimal(0)
    """A miss below this part of what is stated is not reported."""

    flags = (
        Example(
            "a rate turned upside down",
            (
                Statement("Harbour Post", "Northwind", "dollar-loan", "100 million dollars"),
                Statement("Harbour Post", "Northwind", "dollar-cost", "0.9"),
                Statement("Quay Wire", "Northwind", "euro-loan", "111 million euros"),
            ),
        ),
    )
    allows = (
        Example(
            "amounts that fit",
            (
                Statement("Harbour Post", "Northwind", "dollar-loan", "100 million dollars"),
                Statement("Harbour Post", "Northwind", "dollar-cost", "0.9"),
                Statement("Quay Wire", "Northwind", "euro-loan", "90 million euros"),
            ),
        ),
    )
