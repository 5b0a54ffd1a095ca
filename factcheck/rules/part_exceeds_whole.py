"""A part that is larger than its whole."""

from __future__ import annotations

from decimal import Decimal

from factcheck.model import own
from factcheck.rules.base import Example, RelationRule, Statement


class PartExceedsWhole(RelationRule):
    """A part is larger than its whole, or a figure lies beyond what another one allows.

    ## Why it matters

    An attribute that declares `part_of` counts a part of another one: in one scope it is at most
    that one, and whatever that is a part of. Relations of kind `at-most` and `at-least` in
    relations.yaml say the same of figures that are no parts. A part that is as large as its whole
    is possible, and a profit, which is measured `net`, may be less than a part of it.

    ## What to do

    Read each input in its source, with the words around it: one of them is not so, or speaks of
    another period, place or coverage. The steps say what each would have to be, if it alone were
    to change; which of them it is, arithmetic does not know.
    """

    relations = frozenset({"at-most", "at-least", "part-of"})
    sentence = own("For {name} of {subject}{scope}, {stated} is stated; it can be {made}.")

    smallest_miss: Decimal = Decimal(0)
    """A miss below this part of what is stated is not reported."""

    flags = (
        Example(
            "wages above the budget",
            (
                Statement(
                    "Harbour Post", "Northwind", "budget", "85 million euros", {"period": "2025"}
                ),
                Statement(
                    "Quay Wire", "Northwind", "wages", "150 million euros", {"period": "2025"}
                ),
            ),
        ),
    )
    allows = (
        Example(
            "wages below the budget",
            (
                Statement(
                    "Harbour Post", "Northwind", "budget", "150 million euros", {"period": "2025"}
                ),
                Statement(
                    "Quay Wire", "Northwind", "wages", "85 million euros", {"period": "2025"}
                ),
            ),
        ),
        Example(
            "a plan and a fact",
            (
                Statement(
                    "Harbour Post", "Northwind", "budget", "85 million euros", {"period": "2025"}
                ),
                Statement(
                    "Quay Wire",
                    "Northwind",
                    "wages",
                    "150 million euros",
                    {"period": "2025", "status": "planned"},
                ),
            ),
        ),
        Example(
            "a whole without an upper end",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "budget",
                    "more than 85 million euros",
                    {"period": "2025"},
                ),
                Statement(
                    "Quay Wire", "Northwind", "wages", "150 million euros", {"period": "2025"}
                ),
            ),
        ),
    )
