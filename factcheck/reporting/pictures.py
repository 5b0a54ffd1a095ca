"""What pictures of a report are made of: places in percent or pixels, and the words beside them.

Across, a place is a percentage of the picture's width, so that a picture fills a desk or a phone
while its letters keep their size; down, it is a whole number of pixels. Both begin at the upper
left. Every picture carries its facts as words too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.reporting.lazy import LazyView

Span = tuple[Decimal, Decimal]
"""From where to where, in percent of the width."""


@dataclass(frozen=True, slots=True)
class TickView:
    """A line of the scale with what it stands for: `at` is in percent, or in pixels down."""

    at: Decimal
    label: str
    anchor: str = "middle"  # which part of the label stands at the line: SVG's text-anchor


@dataclass(frozen=True, slots=True)
class BarView:
    """How far the figure of one side reaches: in words, and as bands that lie in each other.

    `figure` is what is written, `written` what its wording leaves open, and `reach` what a rate or
    a tolerance adds. An open end runs on beyond the picture.
    """

    label: str
    words: str
    figure: Span
    written: Span
    reach: Span
    open_below: bool = False
    open_above: bool = False


@dataclass(frozen=True)
class PlotView(LazyView):
    """The sides of a disagreement about figures, each as a bar on one and the same scale."""

    caption: str
    legend: tuple[tuple[str, str], ...]  # (band, what it means), of the bands that occur
    ticks: tuple[TickView, ...]
    bars: Sequence[BarView]


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

    @property
    def torn(self) -> bool:
        """Whether one of its figures is in conflict."""
        return any(m.clash is not None and m.clash.state == "conflict" for m in self.marks)


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A source as a column of the matrix."""

    id: str
    outlet: str
    published: str


@dataclass(frozen=True, slots=True)
class CellView:
    """What one source says on one topic; `link` is the id of a place in the page."""

    state: str  # "given", "silent", "none", "conflict", "unclear" or "decided"
    sign: str
    word: str
    value: str = ""
    more: int = 0  # further claims that this source makes on the topic
    link: str = ""


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
class NodeView:
    """An outlet or an origin as a box; places are pixels."""

    kind: str  # "read", "named", "anonymous", "unknown"
    sign: str
    label: str
    detail: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class EdgeView:
    """A line from somebody to whom they name, with its label, in pixels and in words."""

    start: str
    end: str
    how: str
    count: int
    kind: str  # "names", "cites", "belongs", "unknown"
    circular: bool
    path: str  # SVG's d, as is `head`, its arrowhead
    head: str
    label: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class OriginsView:
    """Whom the outlets go back to, from left to right."""

    lead: str
    width: int
    height: int
    box: tuple[int, int]  # width and height of every node
    nodes: tuple[NodeView, ...]
    edges: tuple[EdgeView, ...]
    legend: tuple[tuple[str, str], ...]  # (sign, what it means)
    alone: tuple[str, ...]  # outlets that name nobody else
    remarks: tuple[str, ...]
