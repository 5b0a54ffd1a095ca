"""The pictures of the view made by hand: one small case of each."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.report.pictures.picture_parts import (
    BlockView,
    CellView,
    ClashView,
    ColumnView,
    MarkView,
    MatrixView,
    OriginRow,
    OriginsView,
    RowView,
    TickView,
    TimelineView,
)
from tests.formats.bricks import HARBOUR, MOLO, QUAY, span

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
    rows=(TickView(Decimal(218), "0", "start"), TickView(Decimal(103), "100 mn", "start")),
    marks=(SPENT, PLANNED),
    height=250,
    in_conflict=True,
)
GIVEN = CellView("given", "•", "value given", "20,000", 1, f"s-{MOLO.id}")
SILENT = CellView("silent", "–", "silent", "", 0, "")
CONFLICTING = CellView("conflict", "≠", "in conflict", "85 million EUR", 0, "f-3f0a91c2d4e5")
MATRIX = MatrixView(
    lead="Each row is a topic, each column a source.",
    legend=(CONFLICTING, GIVEN, SILENT),
    columns=tuple(ColumnView(s.id, s.outlet, s.published, True) for s in (QUAY, HARBOUR, MOLO)),
    blocks=(
        BlockView(
            "Northwind",
            (
                RowView(
                    "budget", (SILENT, replace(CONFLICTING, value="150 million EUR"), CONFLICTING)
                ),
                RowView("cranes ordered", (SILENT, GIVEN, GIVEN)),
            ),
        ),
    ),
    remarks=("The table shows 2 of 9 topics.",),
)
ORIGINS = OriginsView(
    lead="From whom each outlet has what it says.",
    rows=(
        OriginRow(
            outlet="Molo Oggi",
            origin="Port Registry",
            kind="research firm",
            how="in the words of another text",
            through=("Quay Wire",),
            claims=2,
            sources=1,
            since="2026-02-05",
            circular=False,
        ),
        OriginRow(
            outlet="Quay Wire",
            origin="Evening Quay",
            kind="",
            how="cites in general",
            through=(),
            claims=0,
            sources=1,
            since="2026-01-28",
            circular=True,
        ),
    ),
    alone=("Harbour Post",),
    remarks=("3 more rows are left out.",),
)
