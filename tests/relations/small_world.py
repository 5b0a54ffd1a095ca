"""Sources that speak of the small world of the rules' examples, and what its relations say."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from factcheck.comparing import collate
from factcheck.comparing.relations import Evaluation
from factcheck.comparing.relations.relating import PART
from factcheck.model import Loaded, Relation
from factcheck.model.relation_kinds import FORMS
from factcheck.report.rulebook import claims_of
from factcheck.rules.base import Example, Statement

POST, WIRE, MOLO = "Harbour Post", "Quay Wire", "Molo Oggi"


def corpus(*stated: Statement) -> Loaded:
    return claims_of(Example("a test", stated))


def of(
    outlet: str, attribute: str, value: str, period: str | None = "2025", **keys: object
) -> Statement:
    """A claim on Northwind; without a period it gives none."""
    return Statement(
        outlet, "Northwind", attribute, value, keys | ({"period": period} if period else {})
    )


def with_relation(world: Loaded, kind: str, holds: str = "must", **terms: str) -> Loaded:
    """The same claims under one other relation, the only one; a term may be a comma list."""
    (any_relation, *_) = world.vocabulary.relations.values()
    named = tuple((term, one) for term, given in terms.items() for one in given.split(", "))
    relation = Relation("tested", kind, any_relation.location, named, holds)
    vocabulary = replace(world.vocabulary, relations={"tested": relation})
    return replace(world, vocabulary=vocabulary)


def results(world: Loaded, kinds: Collection[str] = (*FORMS, PART)) -> list[tuple[str, str, str]]:
    """Of each combination that is bound: its relation, its scope, and the outcome."""
    return [(*_place(e), e.outcome.value) for e in evaluations(world, kinds)]


def evaluations(world: Loaded, kinds: Collection[str]) -> list[Evaluation]:
    return list(collate(world).relations.of(kinds))


def _place(evaluation: Evaluation) -> tuple[str, str]:
    binding = evaluation.binding
    home = f" in {binding.home}" if binding.home else ""
    return binding.relation.id, f"{binding.label!s}{home}"
