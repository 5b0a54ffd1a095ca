"""A share that is not what part and whole make it."""

from __future__ import annotations

from decimal import Decimal

from factcheck.model import own
from factcheck.rules.base import Example, RelationRule, Statement


class ShareMismatch(RelationRule):
    """A part, its whole and its share, as they are stated, do not go together.

    ## Why it matters

    A percentage is often copied without the figures that it was made of. A relation of kind `share`
    in relations.yaml says which percentage belongs to which part and whole.

    ## What to do

    Read each input in its source, with the words around it: one of them is not so, or speaks of
    another period, place or coverage. The steps say what each would have to be, if it alone were
    to change; which of them it is, arithmetic does not know.
    """

    relations = frozenset({"share"})
    sentence = own(
        "For {name} of {subject}{scope}, {stated} is stated; "
        "the stated share of its whole is {made}."
    )

    smallest_miss: Decimal = Decimal(0)
    """A miss below this part of what is stated is not reported."""

    flags = (
        Example(
            "a share that fits neither",
            (
                Statement(
                    "Harbour Post", "Northwind", "budget", "150 million euros", {"period": "2025"}
                ),
                Statement(
                    "Harbour Post", "Northwind", "wages", "60 million euros", {"period": "2025"}
                ),
                Statement("Quay Wire", "Northwind", "wage-quota", "60%", {"period": "2025"}),
            ),
        ),
    )
    allows = (
        Example(
            "a share in round figures",
            (
                Statement(
                    "Harbour Post", "Northwind", "budget", "150 million euros", {"period": "2025"}
                ),
                Statement(
                    "Harbour Post", "Northwind", "wages", "60 million euros", {"period": "2025"}
                ),
                Statement("Quay Wire", "Northwind", "wage-quota", "about 40%", {"period": "2025"}),
            ),
        ),
        Example(
            "sides that contradict each other, of which one fits",
            (
                Statement(
                    "Harbour Post", "Northwind", "budget", "150 million euros", {"period": "2025"}
                ),
                Statement(
                    "Quay Wire", "Northwind", "budget", "100 million euros", {"period": "2025"}
                ),
                Statement(
                    "Harbour Post", "Northwind", "wages", "60 million euros", {"period": "2025"}
                ),
                Statement("Quay Wire", "Northwind", "wage-quota", "60%", {"period": "2025"}),
            ),
        ),
    )
