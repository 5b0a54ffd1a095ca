"""Finds the figures of a finding in other claims of the corpus: on another thing or another
time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property
from itertools import islice

from factcheck.model import Claim, Finding, Phrase, say
from factcheck.values.measures.measured import Measured
from factcheck.values.period import show_period

MOST = 3
"""Other claims with the same figure that are named: more would bury the rest."""

Figure = tuple[str, Decimal, str]  # subject, number, unit


class Figures:
    """Every figure of a corpus, by subject, exact number and unit."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._all = claims

    @cached_property
    def _claims(self) -> dict[Figure, list[Claim]]:
        claims: dict[Figure, list[Claim]] = defaultdict(list)
        for claim in self._all:
            if (figure := _figure(claim)) is not None:
                claims[figure].append(claim)
        return claims

    def elsewhere(self, finding: Finding) -> Iterator[Phrase]:
        """Claims on the subject with the same figure, outside the finding."""
        yield from islice(self._others(finding), MOST)

    def _others(self, finding: Finding) -> Iterator[Phrase]:
        own = set(finding.claims)
        for position in finding.positions:
            given = dict.fromkeys(f for c in position.own if (f := _figure(c)) is not None)
            for other in (c for figure in given for c in self._claims.get(figure, ())):
                if other not in own and not any(map(other.is_twin, position.claims)):
                    time = other.period or other.as_of
                    yield say(
                        "The figure {figure} also stands for “{attribute}”{scope} in {source}.",
                        figure=position.label,
                        attribute=other.attribute.label,
                        scope=say(", {period}", period=show_period(time))
                        if time is not None
                        else "",
                        source=other.source.outlet,
                    )


def _figure(claim: Claim) -> Figure | None:
    value = claim.value
    return (claim.subject.id, value.number, value.unit) if isinstance(value, Measured) else None
