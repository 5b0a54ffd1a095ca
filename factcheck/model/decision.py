"""What people decided about findings, and what was known of a finding before this run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum

from factcheck.model.frozen import dataclass
from factcheck.model.wording import Location, Phrase


class Decision(StrEnum):
    """What a person decided about a finding."""

    PREFER = "prefer"
    ALL_RIGHT = "all-right"
    NONE_RIGHT = "none-right"
    NOT_COMPARABLE = "not-comparable"
    CURATION_ERROR = "curation-error"
    ACCEPT_UNRESOLVED = "accept-unresolved"
    PENDING = "pending"


@dataclass(frozen=True, slots=True, order=True)
class KnownValue:
    """One value of a finding as it is remembered, and the names of the claims that gave it.

    `digests` are of what these claims meant, by name; records from before there were any, and what
    claims write of a name alone, have none.
    """

    value: str
    claims: tuple[str, ...]
    digests: tuple[tuple[str, str], ...] = ()

    def without_digests(self) -> KnownValue:
        """The same, held by value alone."""
        return KnownValue(self.value, self.claims)


@dataclass(frozen=True, slots=True)
class KnownFinding:
    """A finding as it was before: in the baseline, or in another revision of the corpus.

    `location` is its line in the baseline; None where nobody keeps a record that could be stale.
    """

    id: str
    rule: str
    topic: str
    values: tuple[KnownValue, ...]
    location: Location | None = None


@dataclass(frozen=True, eq=False)
class Resolution:
    """A person's recorded decision on a finding: what was judged, how, why, by whom, when."""

    finding: str
    rule: str
    topic: str
    values: tuple[KnownValue, ...]
    decision: Decision
    reason: str
    by: str
    on: date
    location: Location
    places: Mapping[str, Location] = field(default_factory=dict)
    prefer: str | None = None  # one of the values, with the decision "prefer"
    evidence: str = ""
    expires: date | None = None
    ticket: str = ""

    def at(self, key: str) -> Location:
        """Where the value of `key` stands, or the resolution itself where it is not written."""
        return self.places.get(key, self.location)


class Lapse(StrEnum):
    """Why a record of the baseline or a resolution is stale."""

    GONE = "gone"  # a line of the baseline whose finding is no longer found
    UNUSED = "unused"  # a resolution whose finding is not found
    EXPIRED = "expired"
    CHANGED = "changed"  # what was judged is not what is there now
    AGAINST_POLICY = "against-policy"  # the settings do not let it hold
    OUTDATED = "outdated"  # in force, but it names claims that are no longer part of the finding


@dataclass(frozen=True, slots=True)
class Stale:
    """A record that no longer fits what is found, and what to do about it."""

    lapse: Lapse
    finding: str  # its id
    topic: str
    message: Phrase
    todo: Phrase
    location: Location


class AnnouncementKind(StrEnum):
    """What an announcement is about."""

    BASE = "base"  # with what the run is compared
    NO_CORPUS_THERE = "no-corpus-there"  # the base has no claims: all is new
    ERRORS_THERE = "faults-there"  # what cannot be read at the base is not known
    DECISION_ADDED = "decision-added"
    DECISION_CHANGED = "decision-changed"
    DECISION_WITHDRAWN = "decision-withdrawn"
    BASELINE_LONGER = "baseline-longer"
    BASELINE_SHORTER = "baseline-shorter"
    SETTINGS_CHANGED = "settings-changed"


@dataclass(frozen=True, slots=True)
class Announcement:
    """What every reader of a comparison is told, so that no change can silence itself.

    `location` is None where nothing on the disk shows it.
    """

    about: AnnouncementKind
    message: Phrase
    location: Location | None = None
