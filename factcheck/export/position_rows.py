"""The table of positions: the claims of each position in each scope."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.comparing import Compared
from factcheck.export.rows import Row

COLUMNS = ("subject", "attribute", "scope", "verdict", "side", "value", "sources", "claims")


def rows(compared: Compared) -> Iterator[Row]:
    """A row for each position of each scope, agreements included."""
    for topic in compared.topics:
        for scope in topic.scopes:
            for number, position in enumerate(scope.positions, 1):
                yield {
                    "subject": topic.subject.id,
                    "attribute": topic.attribute.id,
                    "scope": str(scope.label),
                    "verdict": scope.verdict.value,
                    "side": number,
                    "value": str(position.label),
                    "sources": position.sources,
                    "claims": tuple(claim.name for claim in position.claims),
                }
