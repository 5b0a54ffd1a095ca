"""Which values of a scope clash, told pair by pair and only as far as somebody asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.grouping.sides import Held
from factcheck.values.base import Meeting


class Clashes:
    """Every two values that are not compatible, in order. Of thousands there are millions."""

    def __init__(self, held: Sequence[Held], meeting: Meeting) -> None:
        self._held = held
        self._pairs = meeting.pairs
        self._group = {i: n for n, group in enumerate(meeting.groups) for i in group}

    def __iter__(self) -> Iterator[tuple[Held, Held]]:
        for number in range(len(self._held)):
            yield from self._of(number, range(number + 1, len(self._held)))

    def sources(self) -> set[str]:
        """Those of all values that clash with another one."""
        every = range(len(self._held))
        torn = [h for n, h in enumerate(self._held) if next(self._of(n, every), None) is not None]
        return {c.source.id for h in torn for c in h.claims}

    def of_one_outlet(self) -> Iterator[tuple[Held, Held]]:
        """Those of two values that one outlet gives both, in the same order."""
        given: dict[str, list[int]] = defaultdict(list)
        for number, held in enumerate(self._held):
            for outlet in {c.source.outlet for c in held.claims}:
                given[outlet].append(number)
        for number, held in enumerate(self._held):
            outlets = {c.source.outlet for c in held.claims}
            yield from self._of(
                number, sorted({n for o in outlets for n in given[o] if n > number})
            )

    def _of(self, number: int, others: Sequence[int]) -> Iterator[tuple[Held, Held]]:
        for other in others:
            a, b = sorted((self._group[number], self._group[other]))
            if a != b and (a, b) not in self._pairs:
                yield self._held[number], self._held[other]
