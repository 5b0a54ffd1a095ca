"""A growth that does not lead from one year to the next."""

from __future__ import annotations

from decimal import Decimal

from factcheck.model import own
from factcheck.rules.base import Example, RelationRule, Statement


class GrowthMismatch(RelationRule):
    """A figure, that of the year before, and the growth stated between them do not go together.

    ## Why it matters

    "14 billion, up 18 %" says what the year before was. A relation of kind `growth` (in percent) or
    `change` (in the figure's own unit) in relations.yaml has every such triple checked, also where
    the three stand in different sources. A plan may be measured against the fact of the year
    before. "Up to 14 billion, 18 % more" is reckoned from 14: if nothing but "up to" lets the year
    before fit, the verdict is `undetermined`.

    ## What to do

    Read each input in its source, with the words around it: one of them is not so, or speaks of
    another period, place or coverage. The steps say what each would have to be, if it alone were
    to change; which of them it is, arithmetic does not know.
    """

    relations = frozenset({"growth", "change"})
    sentence = own(
        "For {name} of {subject}{scope}, {stated} is stated; "
        "the year before and the stated growth make {made}."
    )

    smallest_miss: Decimal = Decimal(0)
    """A miss below this part of what is stated is not reported."""

    flags = (
        Example(
            "a growth that the year before denies",
            (
                Statement(
                    "Harbour Post", "Northwind", "budget", "150 million euros", {"period": "2026"}
                ),
                Statement("Harbour Post", "Northwind", "rise-in-budget", "18%", {"period": "2026"}),
                Statement(
                    "Quay Wire", "Northwind", "budget", "85 million euros", {"period": "2025"}
                ),
            ),
        ),
        Example(
            "an upper bound that was reckoned from",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "budget",
                    "up to 150 million euros",
                    {"period": "2026"},
                ),
                Statement("Harbour Post", "Northwind", "rise-in-budget", "18%", {"period": "2026"}),
                Statement(
                    "Quay Wire", "Northwind", "budget", "85 million euros", {"period": "2025"}
                ),
            ),
        ),
    )
    allows = (
        Example(
            "a growth that fits",
            (
                Statement(
                    "Harbour Post", "Northwind", "budget", "100 million euros", {"period": "2026"}
                ),
                Statement("Harbour Post", "Northwind", "rise-in-budget", "18%", {"period": "2026"}),
                Statement(
                    "Quay Wire", "Northwind", "budget", "about 85 million euros", {"period": "2025"}
                ),
            ),
        ),
        Example(
            "growth of another year",
            (
                Statement(
                    "Harbour Post", "Northwind", "budget", "150 million euros", {"period": "2026"}
                ),
                Statement("Harbour Post", "Northwind", "rise-in-budget", "18%", {"period": "2024"}),
                Statement(
                    "Quay Wire", "Northwind", "budget", "85 million euros", {"period": "2025"}
                ),
            ),
        ),
    )
