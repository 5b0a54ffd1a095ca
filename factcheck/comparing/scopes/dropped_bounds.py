"""A bound that a source states in one place holds for the same figure in its other places."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.model import Claim, Value
from factcheck.values.base import Incomparable
from factcheck.values.measures.measured import Measured

Figure = tuple[str, Decimal, str]  # source, number, unit


def with_bounds(
    claims: Sequence[Claim], values: Sequence[Value | Incomparable]
) -> list[Value | Incomparable]:
    """The values of claims of one scope; "30" of a source that says "about 30" is about 30, too."""
    bounded: dict[Figure, Measured] = {}
    for claim, value in zip(claims, values, strict=True):
        if isinstance(value, Measured) and value.bound != "exact" and value.last is None:
            bounded.setdefault((claim.source.id, value.number, value.unit), value)
    return [
        bounded.get((claim.source.id, value.number, value.unit), value)
        if isinstance(value, Measured) and value.bound == "exact" and value.last is None
        else value
        for claim, value in zip(claims, values, strict=True)
    ]
