"""Figures of one scope that cannot all be true."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from factcheck.model import Scope, Verdict, say
from factcheck.rules.base import Example, MismatchRule, Statement


class QuantityMismatch(MismatchRule):
    """Sources give figures or amounts for the same thing that have no number in common.

    ## Why it matters

    A figure is what readers remember and what others copy. Each text is read as an interval: what
    the written digits, "about", "more than" and the exchange rate leave open. Only intervals of the
    same scope that do not meet are a contradiction; where trailing zeros may be rounding, or where
    a period is missing, the verdict is `undetermined` and says what to add. Scopes that lie in one
    another are held against each other too: a half-year, a town or a coverage that has more than
    the whole around it is `impossible`; and where an outlet gave its figure up for another one,
    the old one is `superseded`, and whoever still carries it is named.

    ## What to do

    Look at what each source says that it counts, and at whom it got the figure from. Ask the
    outlet, then record a decision; or add the qualifier that tells the claims apart.
    """

    undecided = say("Ask for a more exact figure, or for what each of them counts.")

    smallest_gap: Decimal = Decimal(0)
    """A gap between two sides below this part of the larger figure is not reported."""

    flags = (
        Example(
            "two amounts for one year",
            (
                Statement(
                    "Harbour Post", "Northwind", "budget", "150 million euros", {"period": "2025"}
                ),
                Statement(
                    "Quay Wire", "Northwind", "budget", "85 million euros", {"period": "2025"}
                ),
            ),
        ),
        Example(
            "the same across languages and units",
            (
                Statement("Harbour Post", "Harbour Bridge", "length", "1.2 km"),
                Statement(
                    "Molo Oggi", "Harbour Bridge", "length", "circa 800 metri", language="it"
                ),
            ),
        ),
        Example(
            "more in the half than in the year",
            (
                Statement(
                    "Harbour Post", "Northwind", "budget", "85 million euros", {"period": "2025"}
                ),
                Statement(
                    "Quay Wire", "Northwind", "budget", "120 million euros", {"period": "H1 2025"}
                ),
            ),
        ),
        Example(
            "a figure that its outlet revised, and a stale copy",
            (
                Statement("Harbour Post", "Northwind", "staff", "4,125", published="2025-02-01"),
                Statement("Harbour Post", "Northwind", "staff", "4,610", published="2025-11-01"),
                Statement("Quay Wire", "Northwind", "staff", "4,125", published="2025-12-01"),
            ),
        ),
    )
    allows = (
        Example(
            "rounding and bound words",
            (
                Statement("Harbour Post", "Northwind", "staff", "more than 4,000"),
                Statement("Molo Oggi", "Northwind", "staff", "4.125", language="it"),
            ),
        ),
        Example(
            "another year",
            (
                Statement(
                    "Harbour Post", "Northwind", "budget", "150 million euros", {"period": "2026"}
                ),
                Statement(
                    "Quay Wire", "Northwind", "budget", "150 million euros", {"period": "2026"}
                ),
                Statement(
                    "Quay Wire", "Northwind", "budget", "85 million euros", {"period": "2025"}
                ),
            ),
        ),
    )

    def reports(self, scope: Scope) -> bool:
        if scope.verdict is Verdict.SCOPE_DIFFERS or self.smallest_gap == 0:
            return True
        reaches = sorted(
            (p.value.strict for p in scope.positions if p.value and p.value.strict),
            key=lambda r: r.low,
        )
        return any(
            b.low - a.high >= self.smallest_gap * max(abs(b.low), abs(a.high))
            for a, b in pairwise(reaches)
        )
