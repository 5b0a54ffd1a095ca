"""Arithmetic between claims: what a relation says, which claims it binds, and whether it holds."""

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
