"""Finds the clashing values of a scope lazily, pair by pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Stated

Places = Sequence[frozenset[int]]  # for each value, the numbers of its positions


class Clashes:
    """Every two values without a common position, in order. Thousands of values have millions of
    pairs.
    """

    def __init__(self, stated: Sequence[Stated], places: Places) -> None:
        self._stated, self._places = stated, places

    def __iter__(self) -> Iterator[tuple[Stated, Stated]]:
        for number in range(len(self._stated)):
            yield from self._of(number, range(number + 1, len(self._stated)))

    def sources(self) -> set[str]:
        """The ids of the sources of all values that clash with another one."""
        every = range(len(self._stated))
        clashing = (
            one for n, one in enumerate(self._stated) if next(self._of(n, every), None) is not None
        )
        return {claim.source.id for one in clashing for claim in one.claims}

    def of_one_outlet(self) -> Iterator[tuple[Stated, Stated]]:
        """The pairs of clashing values that one outlet gives both, in the same order."""
        given: dict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(self._stated):
            for outlet in _outlets(one.claims):
                given[outlet].append(number)
        for number, one in enumerate(self._stated):
            others = {n for outlet in _outlets(one.claims) for n in given[outlet] if n > number}
            yield from self._of(number, sorted(others))

    def _of(self, number: int, others: Sequence[int]) -> Iterator[tuple[Stated, Stated]]:
        for other in others:
            if other != number and self._places[number].isdisjoint(self._places[other]):
                yield self._stated[number], self._stated[other]


def _outlets(claims: Sequence[Claim]) -> set[str]:
    return {claim.source.outlet for claim in claims}
