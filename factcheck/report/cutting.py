"""Limits lists to the room of a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from factcheck.report.page import Cut

T = TypeVar("T")


def cut(items: Sequence[T], most: int, beyond: int = 0) -> Cut[T]:
    """The first `most` of the items, and the number of the others, `beyond` them among these."""
    return Cut(tuple(items[:most]), max(0, len(items) - most) + beyond)


class Space:
    """The room of a page for things of one kind; cards take it in their order."""

    def __init__(self, left: int) -> None:
        self.left = left

    def take(self, items: Sequence[T], most: int, least: int = 0) -> Cut[T]:
        """As many items as there is room for, `most` at most, and `least` in any case."""
        taken = cut(items, max(least, min(most, self.left)))
        self.left = max(0, self.left - len(taken.shown))
        return taken
