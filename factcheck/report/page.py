"""The data of the HTML report: templates arrange it, and compute nothing.

A page limits the length of its lists; it counts the items that it leaves out.
"""

from __future__ import annotations

from typing import Generic, TypeVar

from factcheck.model import Diagnostic, Location
from factcheck.model.frozen import dataclass
from factcheck.report.explained import FindingView
from factcheck.report.pictures.picture_parts import MatrixView, OriginsView, PlotView, TimelineView
from factcheck.report.record_views import GoneView, StaleView
from factcheck.report.summary import FindingLine, Summary

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Cut(Generic[T]):
    """The beginning of a list, and the number of items that are left out."""

    shown: tuple[T, ...]
    left_out: int

    @property
    def count(self) -> int:
        """The length of the whole list."""
        return len(self.shown) + self.left_out


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """One claim on a card. `quote` is split around the value that it contains."""

    name: str
    source: str
    outlet: str
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
    listed: bool  # the claim has a row under its subject


@dataclass(frozen=True, slots=True)
class ColumnOfCard:
    """One position of a disagreement as a column of its card."""

    value: str
    outlets: Cut[str]
    backing: str  # empty where the position is a spelling
    claims: Cut[ClaimCard]


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter to the editors of an outlet, paragraph by paragraph, ready to be copied."""

    outlet: str
    paragraphs: tuple[str, ...]
    language: str  # the tag of its own


@dataclass(frozen=True, slots=True)
class PrintableView:
    """Texts that may be printed about a finding, and letters about it.

    No sentence and no question takes a position. `corrections` exist only while a decision prefers
    one; they go to the outlets that give another value.
    """

    sentences: Cut[str]
    questions: Cut[LetterView]
    corrections: tuple[LetterView, ...]


@dataclass(frozen=True, slots=True)
class CardView:
    """One disagreement as a card of the page."""

    finding: FindingView
    columns: Cut[ColumnOfCard]
    fitting: tuple[ColumnOfCard, ...]  # of claims that fit several of the columns
    plot: PlotView | None
    undrawn: bool  # there is a picture, for which the page has no room
    silent: Cut[str]  # outlets that say nothing about this
    before: tuple[str, ...]  # values that were known and are given no longer
    steps: Cut[str]
    printable: PrintableView


@dataclass(frozen=True, slots=True)
class GroupView:
    """Findings with one kind of action for the reader: decide, clarify, or take note.

    `severity` is that of its findings; "resolved" for those that are decided.
    """

    severity: str
    title: str
    lead: str
    cards: tuple[CardView, ...]
    rows: tuple[FindingLine, ...]  # the findings for which there is no card

    @property
    def count(self) -> int:
        """Its findings."""
        return len(self.cards) + len(self.rows)


@dataclass(frozen=True, slots=True)
class PointView:
    """Something mentioned on the page, with the place of its details."""

    target: str  # the anchor, without "#"
    words: str
    excluded: str
    subject: str  # ids, by which it is filtered
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TaskView:
    """One thing to do, or one outlet to ask, with all findings concerned, most severe first."""

    todo: str
    points: Cut[PointView]


@dataclass(frozen=True, slots=True)
class WorkView:
    """The next tasks for one kind of person."""

    who: str  # "editor", "outlet" or "curator"
    title: str
    lead: str
    tasks: Cut[TaskView]


@dataclass(frozen=True, slots=True)
class StatementView:
    """One claim as a row of a list: its source, topic, value and place."""

    name: str  # source/id
    source: str
    outlet: str
    url: str
    subject_id: str
    subject: str
    attribute: str
    scope: str  # its qualifiers in words; empty where the list is of one scope
    text: str
    language: str
    location: Location
    findings: tuple[str, ...]  # ids, in the order of the report
    listed: bool  # the source has a row in the list of sources


@dataclass(frozen=True, slots=True)
class SubjectView:
    """A subject, and every claim on it by attribute."""

    id: str
    label: str
    statements: Cut[StatementView]
    findings: int


@dataclass(frozen=True, slots=True)
class AgreementView:
    """A scope in which several sources give one value."""

    subject_id: str
    subject: str
    attribute: str
    scope: str
    value: str
    backing: str  # "2 outlets, 1 origin"
    origin_names: tuple[str, ...]  # of those that are known
    sentence: str  # what may be printed of it as it stands
    weak: tuple[str, ...]  # why it is not agreed, the weakest point first
    questioned: tuple[str, ...]  # ids of open findings on the passages of its claims
    sources: tuple[str, ...]  # ids, sorted
    statements: Cut[StatementView]


@dataclass(frozen=True, slots=True)
class UncheckedTable:
    """The claims that were not compared for one reason, and what would have them compared."""

    reason: str
    sentence: str
    todo: str
    statements: Cut[StatementView]


@dataclass(frozen=True, slots=True)
class SourceView:
    """One source, with the number of its claims."""

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
class OptionView:
    """One value for filtering findings, with the number of findings that have it."""

    value: str
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class FacetView:
    """A filter for findings: their state, their verdict, their source."""

    key: str
    label: str
    every: str  # what is said where nothing is chosen
    options: tuple[OptionView, ...]


@dataclass(frozen=True, slots=True)
class GapView:
    """Something that was not checked: its count, the reason, and where it is listed."""

    count: int
    words: str
    target: str


@dataclass(frozen=True, slots=True)
class Page:
    """All data of the page. The first findings have cards, the others rows."""

    summary: Summary
    title: str
    diagnostics: Cut[Diagnostic]
    stale: Cut[StaleView]
    gone: Cut[GoneView]  # known before, found no longer
    open: Cut[CardView]  # the errors and warnings that nobody has decided
    mixed: bool  # open findings differ in their states, so that it is worth saying which is new
    crowded: bool  # there are so many cards that a browser should lay out only those in sight
    groups: tuple[GroupView, ...]
    work: tuple[WorkView, ...]
    facets: tuple[FacetView, ...]
    looked: tuple[tuple[str, str], ...]  # at by the run: (term, words)
    gaps: tuple[GapView, ...]
    matrix: MatrixView | None
    timelines: tuple[TimelineView, ...]
    agreed: Cut[AgreementView]
    several: Cut[AgreementView]  # said by several, with what is weak about it
    unchecked: tuple[UncheckedTable, ...]
    subjects: Cut[SubjectView]
    origins: OriginsView | None
    sources: Cut[SourceView]
