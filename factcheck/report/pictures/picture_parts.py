"""The parts of the report's pictures: coordinates in percent or pixels, and the words beside them.

Horizontally, a coordinate is a percentage of the picture's width, so that a picture fills a desk or
a phone while its letters keep their size; vertically, it is a whole number of pixels. Both begin at
the upper left. Every picture also states its facts in words.
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.model.frozen import dataclass

Span = tuple[Decimal, Decimal]
"""From where to where, in percent of the width."""


@dataclass(frozen=True, slots=True)
class TickView:
    """A line of the scale with its label: `at` is in percent, or in pixels from the top."""

    at: Decimal
    label: str
    anchor: str  # which part of the label stands at the line: SVG's text-anchor


@dataclass(frozen=True, slots=True)
class BarView:
    """The interval of one position: in words, and as nested bands.

    `figure` is the written figure, `written` the interval of its wording, and `reach` adds a rate
    or a tolerance. An open end continues beyond the picture.
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
    """The positions of a conflict about figures, each as a bar on one common scale."""

    caption: str
    legend: tuple[tuple[str, str], ...]  # (band, what it means), of the bands that occur
    ticks: tuple[TickView, ...]
    bars: tuple[BarView, ...]


@dataclass(frozen=True, slots=True)
class ClashView:
    """The findings about a claim: a sign, a word, and the most severe finding's id."""

    state: str  # "conflict", "unclear" or "decided"
    sign: str
    word: str
    finding: str


@dataclass(frozen=True, slots=True)
class MarkView:
    """One figure of a time line: a line as long as its period, and one for its interval."""

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
    """One source's claim on one topic; `link` is the id of a place in the page."""

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
    """Topics with claims of at least two sources, against these sources."""

    lead: str
    legend: tuple[CellView, ...]  # one of each state that occurs
    columns: tuple[ColumnView, ...]
    blocks: tuple[BlockView, ...]
    remarks: tuple[str, ...]  # what is left out


@dataclass(frozen=True, slots=True)
class OriginRow:
    """The origins of an outlet's claims: one row of the table of origins."""

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
    """The table of origins."""

    lead: str
    rows: tuple[OriginRow, ...]  # by outlet, those of the most claims first
    alone: tuple[str, ...]  # outlets that name nobody else
    remarks: tuple[str, ...]
