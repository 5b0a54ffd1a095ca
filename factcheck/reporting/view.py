"""What every output format is given: words and numbers to be placed, nothing to be computed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.model import Diagnostic, KnownValue, Location
from factcheck.reporting.lazy import LazyView
from factcheck.reporting.page import FacetView, GapView, PrintableView, SubjectView, WorkView
from factcheck.reporting.records import AnnouncementView, GoneView, ResolutionView, StaleView

if TYPE_CHECKING:  # only a page has pictures
    from factcheck.reporting.pictures import MatrixView, OriginsView, PlotView, TimelineView

MANY = 100
"""Cards that a browser lays out at once without delay."""


@dataclass(frozen=True)
class ClaimView(LazyView):
    """One claim as a reader sees it. `quote` is split where the value stands in it."""

    name: str
    id: str
    source: str
    outlet: str
    title: str
    published: str
    language: str  # a tag, for programs
    language_name: str  # for readers
    url: str  # http or https, or empty
    text: str  # the value as written
    reading: str  # how it was read, empty where that says no more than the text
    notes: tuple[str, ...]
    quote: tuple[str, str, str]  # before the value, the value, after it
    subject: str  # as the source writes it
    subject_label: str
    attribute: str
    qualifiers: tuple[tuple[str, str], ...]  # (name, words): period, place, status, covers …
    origins: tuple[str, ...]
    location: Location  # of the value
    note: str
    ours: bool
    subject_id: str = ""


@dataclass(frozen=True)
class PositionView(LazyView):
    """One side of a disagreement."""

    value: str
    claims: Sequence[ClaimView]
    outlets: tuple[str, ...]
    origins: int  # independent ones that are known
    backing: str  # the same in words; empty where the side is a spelling


@dataclass(frozen=True, slots=True)
class WeightView:
    """What a finding weighs among those of its severity. `score` orders; readers get the words."""

    score: Decimal = Decimal(1)
    ratio: Decimal | None = None  # the larger figure over the smaller one
    uncertainties: Decimal | None = None  # how many times what both leave open they are apart
    origins: tuple[int, ...] = ()  # independent ones of each side
    words: str = ""


@dataclass(frozen=True, slots=True)
class CommandView:
    """A line to type in a shell, and what for."""

    purpose: str
    line: str


@dataclass(frozen=True)
class FindingView(LazyView):
    """One disagreement, one card. The side that a change touched comes first, else the later."""

    id: str
    rule: str
    verdict: str
    sign: str  # stands beside the verdict, so that colour never says it alone
    severity: str
    state: str
    subject: str
    attribute: str
    scope: str
    subject_id: str
    attribute_id: str
    message: str
    todo: str
    positions: tuple[PositionView, ...]
    plot: PlotView | None
    silent: tuple[str, ...]  # outlets that say nothing about this
    hints: tuple[str, ...]
    causes: tuple[str, ...]
    steps: Sequence[str]
    typed: tuple[CommandView, ...]  # what to type next
    fails: bool = False  # whether the gate fails on it
    resolution: ResolutionView | None = None
    why: str = field(default_factory=str)  # why it is changed or reopened
    before: tuple[str, ...] = field(
        default_factory=tuple
    )  # values that were known and are given no longer
    weight: WeightView = field(default_factory=WeightView)
    printable: PrintableView = field(default_factory=PrintableView)
    content: tuple[KnownValue, ...] = field(default_factory=tuple)  # what a later run remembers

    @property
    def news(self) -> bool:
        """Whether it is an error or a warning that was not there, or not so, when people looked."""
        return self.severity != "note" and self.state in ("new", "changed", "reopened")

    @property
    def settled(self) -> bool:
        """Whether people know of it or have decided it: it passes, and lists leave it out."""
        return self.state in ("known", "resolved", "gone")

    @property
    def commands(self) -> tuple[str, ...]:
        """The lines to type next, without what for."""
        return tuple(command.line for command in self.typed)

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that it is about, sorted."""
        return tuple(sorted({c.source for p in self.positions for c in p.claims}))

    @property
    def at(self) -> ClaimView:
        """The one place to show it at: the foremost claim of the foremost side."""
        return self.positions[0].claims[0]

    @property
    def against(self) -> tuple[ClaimView, ...]:
        """The foremost claim of each other side."""
        return tuple(position.claims[0] for position in self.positions[1:])


@dataclass(frozen=True, slots=True)
class GroupView:
    """The findings that ask the same of a reader: to decide, to clarify, or to take note.

    `severity` is that of its findings; "resolved" for those that are decided.
    """

    severity: str
    title: str
    lead: str
    findings: tuple[FindingView, ...]


@dataclass(frozen=True)
class AgreementView(LazyView):
    """What several sources say alike."""

    subject: str
    attribute: str
    scope: str
    value: str
    verdict: str
    sign: str
    outlets: tuple[str, ...]
    origins: int
    backing: str  # "2 outlets, 1 origin"
    claims: Sequence[ClaimView]
    subject_id: str = ""
    origin_names: tuple[str, ...] = field(default_factory=tuple)  # of those that are known
    sentence: str = field(default_factory=str)  # what may be printed of it as it stands
    questioned: tuple[str, ...] = field(
        default_factory=tuple
    )  # ids of open findings that are about one of the claims

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that say it, sorted."""
        return tuple(sorted({claim.source for claim in self.claims}))


@dataclass(frozen=True)
class UncheckedView(LazyView):
    """Claims that were not compared, for one reason, and what would have them compared."""

    reason: str
    sentence: str
    todo: str
    claims: Sequence[ClaimView]


@dataclass(frozen=True, slots=True)
class SourceView:
    """One source, with how many claims were curated from it."""

    id: str
    outlet: str
    title: str
    published: str
    language: str  # a tag, for programs
    language_name: str  # for readers
    genre: str
    url: str
    cites: tuple[str, ...]
    claims: int
    findings: int
    note: str
    location: Location


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule as its page begins: its first sentence, and the rest of what it says, as Markdown."""

    name: str
    summary: str
    help: str


@dataclass(frozen=True)
class ReportView(LazyView):
    """The whole report. `summary` holds its counts by name, `headline` says them as sentences."""

    title: str
    headline: tuple[str, ...]
    summary: tuple[tuple[str, int], ...]
    findings: tuple[FindingView, ...]
    groups: tuple[GroupView, ...]  # the same findings, in the same order
    agreements: tuple[AgreementView, ...]
    unchecked: tuple[UncheckedView, ...]
    single_origin: tuple[AgreementView, ...]
    sources: tuple[SourceView, ...]
    diagnostics: tuple[Diagnostic, ...]
    program: str  # name and version
    stale: tuple[StaleView, ...] = field(default_factory=tuple)
    announced: tuple[AnnouncementView, ...] = field(default_factory=tuple)
    gone: tuple[GoneView, ...] = field(default_factory=tuple)  # known before, found no longer
    work: tuple[WorkView, ...] = field(default_factory=tuple)
    facets: tuple[FacetView, ...] = field(default_factory=tuple)
    subjects: tuple[SubjectView, ...] = field(default_factory=tuple)
    looked: tuple[tuple[str, str], ...] = field(default_factory=tuple)  # by the run: (term, words)
    gaps: tuple[GapView, ...] = field(default_factory=tuple)  # what was not checked
    rules: tuple[RuleView, ...] = field(default_factory=tuple)  # all of them, by name
    language: str = "en"  # the tag of the language that its own words are in
    timelines: tuple[TimelineView, ...] = field(default_factory=tuple)
    matrix: MatrixView | None = field(default_factory=lambda: None)
    origins: OriginsView | None = field(default_factory=lambda: None)

    @property
    def open_findings(self) -> tuple[FindingView, ...]:
        """The errors and warnings that nobody has decided, in their order."""
        groups = (g for g in self.groups if g.severity in ("error", "warning"))
        return tuple(finding for group in groups for finding in group.findings)

    @property
    def mixed(self) -> bool:
        """Whether open findings differ in their states, so that it is worth saying which is new."""
        return len({f.state for f in self.open_findings}) > 1

    @property
    def many(self) -> bool:
        """Whether there are so many findings that a browser should lay out only those in sight."""
        return len(self.findings) > MANY

    @property
    def printable(self) -> tuple[AgreementView, ...]:
        """What several origins say alike while no open finding is about it."""
        return tuple(one for one in self.agreements if not one.questioned)

    @property
    def doubted(self) -> tuple[AgreementView, ...]:
        """What several origins say alike although an open finding is about it."""
        return tuple(one for one in self.agreements if one.questioned)
