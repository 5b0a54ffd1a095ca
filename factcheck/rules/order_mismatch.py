"""Dates in an impossible order."""

from __future__ import annotations

from factcheck.model import own
from factcheck.rules.base import Example, RelationRule, Statement


class OrderMismatch(RelationRule):
    """Something is dated before what it has to follow.

    ## Why it matters

    A bridge is not opened before its works begin. A relation of kind `order` in relations.yaml says
    what cannot come after what. Dates count as far as they are written: a year holds all its days,
    and two dates of one year are in no order.

    ## What to do

    Read each input in its source, with the words around it: one of them is not so, or speaks of
    another period, place or coverage. The steps say what each would have to be, if it alone were
    to change; which of them it is, arithmetic does not know.
    """

    relations = frozenset({"order"})
    sentence = own(
        "For {name} of {subject}{scope}, {stated} is stated; the other date allows {made}."
    )

    flags = (
        Example(
            "opened before it was begun",
            (
                Statement("Harbour Post", "Harbour Bridge", "begun", "March 2021"),
                Statement("Quay Wire", "Harbour Bridge", "opened", "5 May 2019"),
            ),
        ),
    )
    allows = (
        Example(
            "begun and opened in one year",
            (
                Statement("Harbour Post", "Harbour Bridge", "begun", "March 2021"),
                Statement("Quay Wire", "Harbour Bridge", "opened", "2021"),
            ),
        ),
    )
