"""The summary of a run: a line for each finding, the counts, and urgent messages.

`-o concise` renders it, and every larger view is built from it.
"""

from __future__ import annotations

from factcheck.model import Diagnostic, Location
from factcheck.model.frozen import dataclass
from factcheck.report.record_views import AnnouncementView, ResolutionView, StaleView


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One finding as one line. The position that a change touched comes first."""

    id: str
    rule: str
    verdict: str
    sign: str  # stands beside the verdict, so that colour never says it alone
    severity: str
    state: str
    news: bool  # an error or a warning that was not there, or not so, when people looked
    settled: bool  # people know of it or have decided it: it passes, and lists leave it out
    fails: bool  # the gate fails on it
    subject: str
    attribute: str
    scope: str
    subject_id: str
    attribute_id: str
    message: str
    todo: str
    values: tuple[str, ...]  # of its positions
    sources: tuple[str, ...]  # ids, sorted
    at: Location  # of the foremost claim of the first position
    against: tuple[Location, ...]  # of the foremost claim of each other position
    resolution: ResolutionView | None


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """A scope in which several claims give one value: agreed, or said by several."""

    subject: str
    attribute: str
    subject_id: str
    attribute_id: str
    scope: str
    origins: int  # independent ones that can know it
    backing: str  # "2 outlets, 1 origin"
    agreed: bool
    weakest: str  # the name of the weakest point: "single-origin"; empty where it is agreed
    why: str  # the same in words
    value: str
    claims: tuple[str, ...]  # by name
    questioned: tuple[str, ...]  # ids of open findings on the passages of its claims


@dataclass(frozen=True, slots=True)
class UncheckedLine:
    """The number of claims not compared for one reason, and what would make them comparable."""

    reason: str
    sentence: str
    todo: str
    claims: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The results of a run, in the order in which every format shows them."""

    program: str  # name and version
    language: str  # the tag of the language that its own words are in
    headline: tuple[str, ...]  # the answer in sentences
    counts: tuple[tuple[str, int], ...]  # by name
    findings: tuple[FindingLine, ...]
    agreements: tuple[AgreementLine, ...]  # those that are agreed come first
    unchecked: tuple[UncheckedLine, ...]
    diagnostics: tuple[Diagnostic, ...]
    stale: tuple[StaleView, ...]
    announced: tuple[AnnouncementView, ...]

    def count(self, name: str) -> int:
        """The count with this name. Raises KeyError if there is none."""
        return dict(self.counts)[name]
