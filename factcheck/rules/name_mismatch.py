"""Names of one scope that mean different things."""

from __future__ import annotations

from factcheck.model import say
from factcheck.rules.base import Example, MismatchRule, Statement


class NameMismatch(MismatchRule):
    """Sources name different people, firms, places or products for the same thing.

    ## Why it matters

    The registry of subjects knows which names are one thing; two registered names are two things,
    however alike they look. Names that nobody registered are compared by spelling, across scripts:
    a likeness is only proposed, and a digit that differs (H20, H200) is never a likeness.

    ## What to do

    If both names mean one thing, add the second as an alias to `subjects.yaml`. Otherwise ask the
    outlet, and record a decision.
    """

    undecided = say("Ask which is meant, or register the names as subjects.")

    flags = (
        Example(
            "two people in one office",
            (
                Statement("Harbour Post", "Northwind", "chief", "Anna Berg"),
                Statement("Quay Wire", "Northwind", "chief", "Ada Lind"),
            ),
        ),
        Example(
            "a model letter that differs",
            (
                Statement("Harbour Post", "Northwind", "chip", "Birch 2A"),
                Statement("Quay Wire", "Northwind", "chip", "Birch 2B"),
            ),
        ),
    )
    allows = (
        Example(
            "an alias",
            (
                Statement("Harbour Post", "Northwind", "chief", "Anna Berg"),
                Statement("Quay Wire", "Northwind", "chief", "A. K. Berg"),
            ),
        ),
    )
