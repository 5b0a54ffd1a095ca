"""Limits how many rows of a large table are checked in full, so that the report stays readable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.corpus.yaml.documents import Diagnostics
from factcheck.model import Diagnostic, Location

MOST_LOOKED_AT = 200_000
"""Rows that become claims; a table with at most as many is not screened."""

MOST_BAD = 10_000
"""Bad rows that are named one by one."""

Group = tuple[str, str]


def chosen(counts: Mapping[Group, int]) -> set[Group]:
    """The topics to check in full, in order of their ids, within the limit of rows.

    It always includes at least one.
    """
    taken: set[Group] = set()
    rows = 0
    for group in sorted(counts):
        rows += counts[group]
        if taken and rows > MOST_LOOKED_AT:
            break
        taken.add(group)
    return taken


class Few(Diagnostics):
    """The first faults of a large table, and how many more there are."""

    def __init__(self) -> None:
        super().__init__()
        self.kept = 0
        self.more = 0

    def add(self, location: Location, message: str, hint: str = "") -> None:
        """Store one diagnostic, or count it."""
        if self.kept < MOST_BAD:
            self.kept += 1
            super().add(location, message, hint)
        else:
            self.more += 1

    def extend(self, found: Iterable[Diagnostic]) -> None:
        """Store or count diagnostics from elsewhere."""
        for diagnostic in found:
            self.add(diagnostic.location, diagnostic.message, diagnostic.hint)
