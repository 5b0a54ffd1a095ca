"""Lists of one scope that have nothing in common."""

from __future__ import annotations

from factcheck.model import say
from factcheck.rules.base import Example, MismatchRule, Statement


class SetMismatch(MismatchRule):
    """Sources list several things each, and no thing stands in both lists.

    ## Why it matters

    A list is rarely complete: a source that names three partners does not deny a fourth, and one
    that names only two of them says less, not otherwise. Two lists without a common member are
    another matter: they may speak of two things under one attribute.

    ## What to do

    Look at what each source lists, and whether it means the same thing. Then add the qualifier that
    tells them apart, or ask.
    """

    undecided = say("Ask what each list is a list of.")

    flags = (
        Example(
            "no partner in common",
            (
                Statement("Harbour Post", "Northwind", "partners", ["Anna Berg", "Ada Lind"]),
                Statement("Quay Wire", "Northwind", "partners", ["Lantern"]),
            ),
        ),
    )
    allows = (
        Example(
            "a shorter list",
            (
                Statement("Harbour Post", "Northwind", "partners", ["Anna Berg", "Ada Lind"]),
                Statement("Quay Wire", "Northwind", "partners", ["Ada Lind"]),
            ),
        ),
        Example(
            "two lists that meet",
            (
                Statement("Harbour Post", "Northwind", "partners", ["Anna Berg", "Ada Lind"]),
                Statement("Quay Wire", "Northwind", "partners", ["Ada Lind", "Lantern"]),
            ),
        ),
    )
