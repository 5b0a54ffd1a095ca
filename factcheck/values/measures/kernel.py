"""The one question behind every mismatch: which groups hold intervals that cannot all be so?

Plain Python, without a dependency. Two ways in:

- `agree(intervals)`: whether all of them have a number in common. Claims of one topic, in one unit,
  that agree so can give no mismatch, whatever their scopes; a rule need not look at them.
- `disagreeing(rows)`: the groups in which two intervals without a common number have a day in
  common. Rows may come in any order and number: what is kept is a cell for each group and period.

Ends of intervals are given as `Ends`: two things that can be ordered, as `Interval.ends` are. An
engine works on their ranks (`ranked`) and gives the same groups.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import field
from heapq import heappop, heappush
from typing import Any, NamedTuple, TypeAlias

from factcheck.model import Interval
from factcheck.model.frozen import dataclass

Ends: TypeAlias = tuple[Any, Any]
"""The lower and the upper end; two intervals meet where neither begins beyond the other's end."""

ALWAYS = (0, 4_000_000)
"""The days of a row that may be of any time: before and after all that a date can say."""


class IntervalRow(NamedTuple):
    """What one claim says, for the kernel: of which group and days, and between which ends."""

    group: Hashable
    start: int
    end: int
    low: Any
    high: Any


def agree(intervals: Iterable[Interval]) -> bool:
    """Whether all intervals have a number in common; none at all do.

    Intervals on a line that meet pairwise do (Helly's theorem in one dimension).
    """
    both = [interval.ends for interval in intervals]
    return not both or max(low for low, _ in both) <= min(high for _, high in both)


def disagreeing(rows: Iterable[IntervalRow]) -> set[Hashable]:
    """The groups in which two intervals without a common number have a day in common."""
    cells = Cells()
    for row in rows:
        cells.add(*row)
    return cells.disagreeing()


@dataclass(slots=True)
class Cells:
    """What is known of each group in each of its periods: the last low end, the first high one."""

    _known: dict[tuple[Hashable, int, int], list[Any]] = field(default_factory=dict)

    def add(self, group: Hashable, start: int, end: int, low: Any, high: Any) -> None:
        """One row: days from `start` to `end`, both included, and the ends of its interval."""
        cell = self._known.get((group, start, end))
        if cell is None:
            self._known[group, start, end] = [low, high]
            return
        if low > cell[0]:
            cell[0] = low
        if high < cell[1]:
            cell[1] = high

    def without_days(self, which: Callable[[Any], bool]) -> Cells:
        """What is known of some groups, as if every row of theirs were of any time."""
        merged = Cells()
        for (group, _, _), (low, high) in self._known.items():
            if which(group):
                merged.add(group, *ALWAYS, low, high)
        return merged

    def disagreeing(self) -> set[Hashable]:
        """The groups that disagree, in one of their cells or between two of them."""
        found = {group for (group, _, _), (low, high) in self._known.items() if low > high}
        by_group: dict[Hashable, list[tuple[int, int, Any, Any]]] = defaultdict(list)
        for (group, start, end), (low, high) in self._known.items():
            if group not in found:
                by_group[group].append((start, end, low, high))
        found.update(group for group, cells in by_group.items() if _clash(cells))
        return found


def _clash(cells: list[tuple[int, int, Any, Any]]) -> bool:
    """Whether two cells with a day in common have no number in common.

    A sweep by first day in n log n steps: of the cells that still run, the least upper and the
    greatest lower end stand on top.
    """
    if len(cells) < 2 or max(low for _, _, low, _ in cells) <= min(high for *_, high in cells):
        return False
    highs: list[tuple[Any, int]] = []
    lows: list[tuple[_Greatest, int]] = []
    for start, end, low, high in sorted(cells):
        while highs and highs[0][1] < start:
            heappop(highs)
        while lows and lows[0][1] < start:
            heappop(lows)
        if (highs and low > highs[0][0]) or (lows and high < lows[0][0].end):
            return True
        heappush(highs, (high, end))
        heappush(lows, (_Greatest(low), end))
    return False


@dataclass(frozen=True, slots=True)
class _Greatest:
    """An end that stands the nearer to the top of a heap the greater it is."""

    end: Any

    def __lt__(self, other: _Greatest) -> bool:
        return bool(other.end < self.end)


def ranked(distinct: Iterable[Ends]) -> Iterator[tuple[int, int]]:
    """The same ends as whole numbers in the same order, for engines that have no exact decimals.

    A float would tell 0.1 from 0.1, or take two numbers for one.
    """
    pairs: Sequence[Ends] = list(distinct)
    rank = {end: number for number, end in enumerate(sorted({e for pair in pairs for e in pair}))}
    yield from ((rank[low], rank[high]) for low, high in pairs)
