"""Decisions and records as a report shows them, and what a comparison announces of them."""

from __future__ import annotations

from factcheck.model import Location
from factcheck.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class ResolutionView:
    """What somebody decided about a finding. Texts that were not given are empty."""

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
    """A line of the baseline, or a resolution, that no longer fits what is found."""

    lapse: str  # "gone", "unused", "expired", "changed" or "outdated"
    finding: str  # its id
    topic: str
    message: str
    todo: str
    location: Location


@dataclass(frozen=True, slots=True)
class AnnouncementView:
    """What a reader of a comparison is told: with what, and which records the change alters."""

    about: str  # "base", "decision-added", "baseline-longer" …
    message: str
    location: Location | None  # None where nothing on the disk shows it


@dataclass(frozen=True, slots=True)
class GoneView:
    """A finding that was known and is no longer found, with the values that it had."""

    finding: str  # its id
    rule: str
    topic: str
    values: tuple[str, ...]
