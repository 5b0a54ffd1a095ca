"""Parts that do not add up to their whole."""

from __future__ import annotations

from decimal import Decimal

from factcheck.model import own
from factcheck.rules.base import Example, RelationRule, Statement


class SumMismatch(RelationRule):
    """The parts that are stated for a whole do not add up to it.

    ## Why it matters

    A relation of kind `sum` in relations.yaml says of which parts a whole is made. Where the parts
    of one scope give another sum than is stated for the whole, no reader can have both. Each text
    counts as far as its digits and its words reach: "about 85" and 15 make about 100.

    ## What to do

    Read each input in its source, with the words around it: one of them is not so, or speaks of
    another period, place or coverage. The steps say what each would have to be, if it alone were
    to change; which of them it is, arithmetic does not know.
    """

    relations = frozenset({"sum"})
    sentence = own("For {name} of {subject}{scope}, {stated} is stated; its parts make {made}.")

    smallest_miss: Decimal = Decimal(0)
    """A miss below this part of what is stated is not reported."""

    flags = (
        Example(
            "two parts and a whole",
            (
                Statement(
                    "Harbour Post", "Northwind", "budget", "150 million euros", {"period": "2025"}
                ),
                Statement(
                    "Harbour Post", "Northwind", "wages", "60 million euros", {"period": "2025"}
                ),
                Statement(
                    "Quay Wire", "Northwind", "material", "40 million euros", {"period": "2025"}
                ),
            ),
        ),
    )
    allows = (
        Example(
            "rounded parts",
            (
                Statement(
                    "Harbour Post", "Northwind", "budget", "150 million euros", {"period": "2025"}
                ),
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "wages",
                    "about 100 million euros",
                    {"period": "2025"},
                ),
                Statement(
                    "Quay Wire", "Northwind", "material", "45 million euros", {"period": "2025"}
                ),
            ),
        ),
        Example(
            "parts of another year",
            (
                Statement(
                    "Harbour Post", "Northwind", "budget", "150 million euros", {"period": "2025"}
                ),
                Statement(
                    "Harbour Post", "Northwind", "wages", "60 million euros", {"period": "2024"}
                ),
                Statement(
                    "Quay Wire", "Northwind", "material", "40 million euros", {"period": "2024"}
                ),
            ),
        ),
    )
