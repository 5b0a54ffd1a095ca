"""Views of decisions, records, and announcements about them."""

from __future__ import annotations

from factcheck.model import Location
from factcheck.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class ResolutionView:
    """A person's decision on a finding. Missing texts are empty."""

    decision: str  # "prefer", "not-comparable" …
    prefer: str  # the value that was preferred
    reason: str
    by: str
    on: str  # a day: 2026-03-04
    expires: str
    evidence: str
    ticket: str
    in_force: bool  # False where the finding was reopened since
    location: Location


@dataclass(frozen=True, slots=True)
class StaleView:
    """An outdated line of the baseline, or an outdated resolution."""

    lapse: str  # "gone", "unused", "expired", "changed" or "outdated"
    finding: str  # its id
    topic: str
    message: str
    todo: str
    location: Location


@dataclass(frozen=True, slots=True)
class AnnouncementView:
    """An announcement for readers of a comparison: the base, and the records that the change
    alters.
    """

    about: str  # "base", "decision-added", "baseline-longer" …
    message: str
    location: Location | None  # None where nothing on the disk shows it


@dataclass(frozen=True, slots=True)
class GoneView:
    """A known finding that is no longer found, with the values that it had."""

    finding: str  # its id
    rule: str
    topic: str
    values: tuple[str, ...]
