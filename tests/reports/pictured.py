"""The pictures of the view made by hand: one small case of each."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.reporting.pictures import (
    BlockView,
    CellView,
    ClashView,
    ColumnView,
    EdgeView,
    MarkView,
    MatrixView,
    NodeView,
    OriginsView,
    RowView,
    TickView,
    TimelineView,
)
from tests.reports.bricks import HARBOUR, MOLO, QUAY, span

CLASH = ClashView("conflict", "≠", "in conflict", "3f0a91c2d4e5")
SPENT = MarkView(
    period="2025",
    value="85 million EUR",
    outlets=("Molo Oggi",),
    forecast=False,
    kind="actual",
    span=span("13.9", "54.9"),
    x=Decimal("34.4"),
    y=121,
    top=110,
    bottom=131,
    open_below=False,
    open_above=False,
    label="85 mn",
    label_at=(Decimal("34.4"), 110, "middle"),
    clash=CLASH,
)
PLANNED = replace(
    SPENT,
    period="2026",
    value="at least 160 million EUR",
    outlets=("Harbour Post", "Quay Wire"),
    forecast=True,
    kind="forecast",
    span=span("54.9", "95.9"),
    x=Decimal("75.4"),
    y=40,
    top=22,
    bottom=40,
    open_above=True,
    label="160 mn",
    label_at=None,
    clash=None,
)
TIMELINE = TimelineView(
    id="time-northwind-budget",
    subject="Northwind",
    attribute="budget",
    scope="the whole port",
    caption="Figures in EUR; the scale begins at zero.",
    remarks=("Not drawn, as no period with two ends is given: 1 claim.",),
    columns=(
        TickView(Decimal("13.9"), "2025", "start"),
        TickView(Decimal("54.9"), "2026", "start"),
    ),
    rows=(TickView(Decimal(218), "0"), TickView(Decimal(103), "100 mn")),
    marks=(SPENT, PLANNED),
    height=250,
)
GIVEN = CellView("given", "•", "value given", "20,000", 1, f"s-{MOLO.id}")
SILENT = CellView("silent", "–", "silent")
TORN = CellView("conflict", "≠", "in conflict", "85 million EUR", 0, "f-3f0a91c2d4e5")
MATRIX = MatrixView(
    lead="Each row is a topic, each column a source.",
    legend=(TORN, GIVEN, SILENT),
    columns=tuple(ColumnView(s.id, s.outlet, s.published) for s in (QUAY, HARBOUR, MOLO)),
    blocks=(
        BlockView(
            "Northwind",
            (
                RowView("budget", (SILENT, replace(TORN, value="150 million EUR"), TORN)),
                RowView("cranes ordered", (SILENT, GIVEN, GIVEN)),
            ),
        ),
    ),
    remarks=("The table shows 2 of 9 topics.",),
)
ORIGINS = OriginsView(
    lead="From left to right: whom each outlet names.",
    width=556,
    height=110,
    box=(190, 42),
    nodes=(
        NodeView("read", "■", "Molo Oggi", "read: 7 claims", 8, 8),
        NodeView("named", "○", "Port Registry", "research firm", 348, 8),
        NodeView("anonymous", "?", "people not named", "says Molo Oggi", 348, 59),
    ),
    edges=(
        EdgeView(
            start="Molo Oggi",
            end="Port Registry",
            how="names",
            count=2,
            kind="names",
            circular=True,
            path="M198 29C273 29 273 29 348 29",
            head="M348 29l-9-4v8Z",
            label="↺ 2 claims",
            x=290,
            y=29,
        ),
    ),
    legend=(("■", "an outlet that was read"), ("○", "named, but not read")),
    alone=("Harbour Post",),
    remarks=("Only the 40 with the most claims are drawn.",),
)
