"""What pictures of a report are made of: places in percent or pixels, and the words beside them.

Across, a place is a percentage of the picture's width, so that a picture fills a desk or a phone
while its letters keep their size; down, it is a whole number of pixels. Both begin at the upper
left. Every picture carries its facts as words too.
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.model.frozen import dataclass

Span = tuple[Decimal, Decimal]
"""From where to where, in percent of the width."""


@dataclass(frozen=True, slots=True)
class TickView:
    """A line of the scale with what it stands for: `at` is in percent, or in pixels down."""

    at: Decimal
    label: str
    anchor: str  # which part of the label stands at the line: SVG's text-anchor


@dataclass(frozen=True, slots=True)
class BarView:
    """How far the figure of one position reaches: in words, and as bands that lie in each other.

    `figure` is what is written, `written` what its wording leaves open, and `reach` what a rate or
    a tolerance adds. An open end runs on beyond the picture.
    """

    label: str
    words: str
    figure: Span
    written: Span
    reach: Span
    open_below: bool
    open_above: bool


@dataclass(frozen=True, slots=True)
class PlotView:
    """The positions of a disagreement about figures, each as a bar on one and the same scale."""

    caption: str
    legend: tuple[tuple[str, str], ...]  # (band, what it means), of the bands that occur
    ticks: tuple[TickView, ...]
    bars: tuple[BarView, ...]


@dataclass(frozen=True, slots=True)
class ClashView:
    """How a claim stands to the findings: a sign, a word, and the gravest finding's id."""

    state: str  # "conflict", "unclear" or "decided"
    sign: str
    word: str
    finding: str


@dataclass(frozen=True, slots=True)
class MarkView:
    """One figure of a time line: a line as long as its period, and one as high as it reaches."""

    period: str
    value: str
    outlets: tuple[str, ...]
    forecast: bool
    kind: str  # the same in a word
    span: Span  # of the period
    x: Decimal  # its middle
    y: int
    top: int
    bottom: int
    open_below: bool
    open_above: bool
    label: str
    label_at: tuple[Decimal, int, str] | None  # percent, pixels, anchor; None: there is no room
    clash: ClashView | None


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The figures of one attribute of a subject against their periods, in order of time."""

    id: str
    subject: str
    attribute: str
    scope: str
    caption: str
    remarks: tuple[str, ...]  # what is not drawn, and why
    columns: tuple[TickView, ...]
    rows: tuple[TickView, ...]
    marks: tuple[MarkView, ...]
    height: int
    in_conflict: bool  # one of its figures is


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A source as a column of the matrix."""

    id: str
    outlet: str
    published: str
    listed: bool  # the source has a row in the list of sources


@dataclass(frozen=True, slots=True)
class CellView:
    """What one source says on one topic; `link` is the id of a place in the page."""

    state: str  # "given", "silent", "none", "conflict", "unclear" or "decided"
    sign: str
    word: str
    value: str
    more: int  # further claims that this source makes on the topic
    link: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A topic as a row of the matrix: one cell for each column."""

    attribute: str
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class BlockView:
    """The rows of one subject."""

    subject: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class MatrixView:
    """Who says what: topics on which at least two sources speak, against these sources."""

    lead: str
    legend: tuple[CellView, ...]  # one of each state that occurs
    columns: tuple[ColumnView, ...]
    blocks: tuple[BlockView, ...]
    remarks: tuple[str, ...]  # what is left out


@dataclass(frozen=True, slots=True)
class OriginRow:
    """Whom an outlet has claims from: one row of the table of origins."""

    outlet: str
    origin: str
    kind: str  # what the origin is: "research firm"; empty where nobody has said so
    how: str  # "cites in general", "belongs to" …; empty where it names the origin
    through: tuple[str, ...]  # the outlets that it names, and that have it from the origin
    claims: int  # 0 where no single claim says so
    sources: int  # of the outlet, that have it from there; 0 where no source says so
    since: str  # the day of the first of them; empty where there is none
    circular: bool  # the names lead back to the outlet


@dataclass(frozen=True, slots=True)
class OriginsView:
    """Who has it from whom."""

    lead: str
    rows: tuple[OriginRow, ...]  # by outlet, those of the most claims first
    alone: tuple[str, ...]  # outlets that name nobody else
    remarks: tuple[str, ...]
