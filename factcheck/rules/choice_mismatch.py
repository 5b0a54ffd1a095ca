"""Answers of one scope that exclude each other."""

from __future__ import annotations

from factcheck.model import say
from factcheck.rules.base import Example, MismatchRule, Statement


class ChoiceMismatch(MismatchRule):
    """Sources choose answers that the attribute declares to exclude each other.

    ## Why it matters

    "Open source" and "proprietary" cannot both be printed of one model. What is said of a family
    ("Northwind's models") is compared with what is said of its members, and the finding says so.

    ## What to do

    Ask which licence, state or category each source means. Where an attribute does not say how two
    of its choices relate, add `excludes` or `refines` to it.
    """

    undecided = say("Ask which is meant, or say in the attribute how these choices relate.")

    flags = (
        Example(
            "two answers that exclude each other",
            (
                Statement("Harbour Post", "Lantern", "licence", "an open-source model"),
                Statement("Molo Oggi", "Lantern", "licence", "modello proprietario", language="it"),
            ),
        ),
        Example(
            "one speaks of the family",
            (
                Statement("Harbour Post", "Lantern", "licence", "open-source"),
                Statement("Quay Wire", "Northwind's models", "licence", "proprietary"),
            ),
        ),
    )
    allows = (
        Example(
            "one answer refines the other",
            (
                Statement("Harbour Post", "Lantern", "licence", "open-source"),
                Statement("Quay Wire", "Lantern", "licence", "under the MIT licence"),
            ),
        ),
    )
