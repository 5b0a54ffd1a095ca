"""Factors that do not make their product."""

from __future__ import annotations

from decimal import Decimal

from factcheck.model import own
from factcheck.rules.base import Example, RelationRule, Statement


class ProductMismatch(RelationRule):
    """A product and its factors, or a quotient and its terms, do not go together.

    ## Why it matters

    So many pieces at such a price cost so much. A relation of kind `product` or `quotient` in
    relations.yaml says which figures make which; a price of a day goes with the orders of its year.

    ## What to do

    Read each input in its source, with the words around it: one of them is not so, or speaks of
    another period, place or coverage. The steps say what each would have to be, if it alone were
    to change; which of them it is, arithmetic does not know.
    """

    relations = frozenset({"product", "quotient"})
    sentence = own("For {name} of {subject}{scope}, {stated} is stated; the others make {made}.")

    smallest_miss: Decimal = Decimal(0)
    """A miss below this part of what is stated is not reported."""

    flags = (
        Example(
            "pieces, price and total",
            (
                Statement("Harbour Post", "Northwind", "orders", "20,000", {"period": "2025"}),
                Statement("Harbour Post", "Northwind", "unit-price", "20,000 euros"),
                Statement(
                    "Quay Wire", "Northwind", "order-value", "4 billion euros", {"period": "2025"}
                ),
            ),
        ),
    )
    allows = (
        Example(
            "a total that fits",
            (
                Statement("Harbour Post", "Northwind", "orders", "20,000", {"period": "2025"}),
                Statement("Harbour Post", "Northwind", "unit-price", "about 20,000 euros"),
                Statement(
                    "Quay Wire", "Northwind", "order-value", "400 million euros", {"period": "2025"}
                ),
            ),
        ),
        Example(
            "a price that leaves the total open",
            (
                Statement("Harbour Post", "Northwind", "orders", "20,000", {"period": "2025"}),
                Statement("Harbour Post", "Northwind", "unit-price", "more than 15,000 euros"),
                Statement(
                    "Quay Wire", "Northwind", "order-value", "400 million euros", {"period": "2025"}
                ),
            ),
        ),
    )
