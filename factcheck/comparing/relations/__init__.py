"""Arithmetic relations between claims: their equations, the claims they bind, and whether they
hold.
"""

from __future__ import annotations

from factcheck.comparing.relations.binding import Binding, bind
from factcheck.comparing.relations.evaluating import Evaluation, Outcome, evaluate
from factcheck.comparing.relations.relating import OfRelation, Relations, related
from factcheck.model.relation_kinds import declared

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
