"""Arithmetic between claims: what a relation says, which claims it binds, and whether it holds."""

from __future__ import annotations

from factcheck.arithmetic.binding import Binding, bind
from factcheck.arithmetic.evaluating import Evaluation, Outcome, evaluate
from factcheck.arithmetic.relating import OfRelation, Relations, declared, related

__all__ = [
    "Binding",
    "Evaluation",
    "OfRelation",
    "Outcome",
    "Relations",
    "bind",
    "declared",
    "evaluate",
    "related",
]
