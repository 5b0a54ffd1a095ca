"""Finds the positions that a denial disputes. A denial gives no value, and joins no position."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.comparing.scopes.lattice import Placed
from factcheck.comparing.scopes.positions import clash
from factcheck.model import Attribute, Claim, Denial, Position, Value
from factcheck.values import kind_for

Tokens = tuple[tuple[str, str], ...]


def denials(
    placed: Iterable[Placed], denied: Mapping[Tokens, Iterable[Claim]], attribute: Attribute
) -> Iterator[Denial]:
    """Each denial with the positions of its scope that it disputes.

    A denial without a value disputes them all. A source never disputes its own claims.
    """
    scopes = {p.narrowed.tokens: p.scope for p in placed}
    for tokens, claims in sorted(denied.items()):
        for claim in sorted(claims, key=lambda c: c.name):
            if tokens in scopes:
                scope = scopes[tokens]
                positions = tuple(p for p in scope.positions if _disputes(claim, p, attribute))
                if positions:
                    yield Denial(claim, scope, positions)


def _disputes(claim: Claim, position: Position, attribute: Attribute) -> bool:
    if all(c.source.id == claim.source.id for c in position.claims):
        return False
    if claim.value is None or position.value is None:
        return True
    kind = kind_for(attribute)
    denied, given = kind.together([claim.value, position.value], attribute)
    return isinstance(denied, Value) and isinstance(given, Value) and not clash(denied, given, kind)
