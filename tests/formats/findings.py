"""Findings made by hand, one of each kind that a page must be able to place; all invented."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.model import Location
from factcheck.report.explained import CommandView, FindingView, WeightView
from factcheck.report.page import CardView, Cut, LetterView, PrintableView
from factcheck.report.pictures.picture_parts import BarView, PlotView, TickView
from factcheck.report.printable import NOTHING
from factcheck.report.record_views import ResolutionView
from tests.formats.altering import with_columns, with_fields
from tests.formats.bricks import HARBOUR, MOLO, QUAY, column_of, span, stated, whole

WEIGHTLESS = WeightView(Decimal(1), None, None, (), "")
COLUMNS = (
    column_of(
        "85 million EUR",
        stated(
            MOLO,
            14,
            "circa 85 milioni di euro",
            "spesi circa 85 milioni di euro per le gru",
            reading="about 85 million EUR, from 80.75 to 89.25 million",
            notes=("“circa” widens the value by 5 % to both sides.",),
            qualifiers=(
                ("period", "2025"),
                ("status", "actual"),
                ("covers", "gru e binari"),
            ),
        ),
    ),
    column_of(
        "150 million EUR",
        stated(
            HARBOUR,
            21,
            "€150m",
            "the €150m that Northwind spent",
            reading="150 million EUR, from 149.5 to 150.5 million",
            qualifiers=(
                ("period", "2025"),
                ("status", "actual"),
                ("covers", "the whole port"),
            ),
            origins=("Port Registry",),
            ours=True,
        ),
        stated(
            QUAY,
            8,
            "150 million euros",
            "",
            reading="150 million EUR, from 149.5 to 150.5 million",
            qualifiers=(("period", "2025"),),
            origins=("Port Registry", "people familiar with the matter"),
            note="Given in a caption only.",
        ),
    ),
)
PLOT = PlotView(
    caption="One scale in EUR, which begins at zero.",
    legend=(
        ("figure", "the figure as stated"),
        ("written", "what its wording leaves open"),
        ("beyond", "what the exchange rate leaves open"),
    ),
    ticks=(
        TickView(Decimal(0), "0", "start"),
        TickView(Decimal("31.3"), "50 mn", "middle"),
        TickView(Decimal("62.5"), "100 mn", "middle"),
    ),
    bars=(
        BarView(
            "85 million EUR",
            "from 80.75 to 89.25 million EUR",
            span("52.7", "53.5"),
            span("50.6", "55.9"),
            span("48.1", "58.4"),
            open_below=True,
            open_above=False,
        ),
        BarView(
            "150 million EUR",
            "149.5 million EUR or more",
            span("93.4", "94.2"),
            span("93.4", "100"),
            span("93.4", "100"),
            open_below=False,
            open_above=True,
        ),
    ),
)
BUDGET_CARD = with_columns(
    CardView(
        finding=FindingView(
            id="3f0a91c2d4e5",
            rule="quantity-mismatch",
            verdict="contradicts",
            sign="",
            severity="error",
            state="new",
            news=True,
            settled=False,
            fails=True,
            subject="Northwind",
            attribute="budget",
            scope="2025",
            subject_id="northwind",
            attribute_id="budget",
            message="For the budget of Northwind (2025), sources give 150 million EUR /"
            " 85 million EUR.",
            todo="Ask the outlets what they count, then record a decision.",
            values=(),
            sources=(),
            at=HARBOUR.location,
            against=(),
            resolution=None,
            positions=(),
            fitting=(),
            hints=(
                "They may count different things: “gru e binari” (Molo Oggi); “the whole port”.",
                "85 million EUR also stands for “budget for cranes”, 2026 in Quay Wire.",
            ),
            causes=("The same figure is given for 2025 and for 2026.",),
            steps=(
                "Both claims speak of 2025.",
                "“circa 85 milioni di euro” is read as 80.75–89.25 million EUR.",
                "“€150m” is read as 149.5–150.5 million EUR.",
                "The intervals have no number in common, so they contradict each other.",
            ),
            why="",
            weight=WeightView(
                score=Decimal("8.574321"),
                ratio=Decimal("1.76471"),
                uncertainties=Decimal("15.2941"),
                origins=(1, 2),
                words="1.8 times the other, 15 times their uncertainty; 1 origin against 2",
            ),
            commands=(
                CommandView("Record a decision", "factcheck resolve 3f0a91c2d4e5"),
                CommandView("Read about the rule", "factcheck explain quantity-mismatch"),
                CommandView("See every step", "factcheck explain 3f0a91c2d4e5"),
            ),
            content=(),
        ),
        fitting=(),
        columns=Cut((), 0),
        plot=PLOT,
        undrawn=False,
        silent=whole(["Faro Settimanale"]),
        before=(),
        steps=Cut((), 0),
        printable=PrintableView(
            sentences=whole(
                [
                    "Budget of Northwind (2025): between about 85 million euros and 150 million"
                    " euros, depending on the source.",
                    "According to Molo Oggi, budget of Northwind (2025): about 85 million euros.",
                    "According to Port Registry, as cited by Harbour Post and Quay Wire, budget of"
                    " Northwind (2025): 150 million euros.",
                ]
            ),
            questions=whole(
                [
                    LetterView(
                        "Molo Oggi", ("To the editors of Molo Oggi", "Could you tell us?"), "en"
                    ),
                    LetterView(
                        "Quay Wire", ("To the editors of Quay Wire", "Could you tell us?"), "en"
                    ),
                ]
            ),
            corrections=(),
        ),
    ),
    *COLUMNS,
)
BARE = replace(BUDGET_CARD, plot=None, silent=whole([]), printable=NOTHING)
"""The same with nothing but its finding and its positions."""

LICENCE_CARD = with_columns(
    BARE,
    column_of("open", stated(HARBOUR, 33, "open to all", "a tariff open to all")),
    column_of("closed", stated(MOLO, 40, "riservata", "una tariffa riservata ai soci")),
    column_of("mixed", stated(QUAY, 12, "mixed", "what it calls a mixed model")),
    id="77aa01b2c3d4",
    weight=WEIGHTLESS,
    rule="choice-mismatch",
    attribute="tariff model",
    attribute_id="tariff",
    scope="",
    message="For the tariff model of Northwind, sources give open, closed and mixed.",
    hints=(),
    causes=(),
    steps=("“open” excludes “closed”.",),
)
CONFUSED_CARD = with_columns(
    BARE,
    column_of("Gantry 9", stated(HARBOUR, 50, "Gantry 9", "orders for Gantry 9 cranes")),
    column_of(
        "Gondola 9",
        stated(MOLO, 52, "Gondola 9", "le gru Gondola 9"),
        stated(QUAY, 20, "Gondola 9", "Gondola 9 cranes from the yard"),
    ),
    id="c0ffee001122",
    weight=WEIGHTLESS,
    rule="confusable-name",
    verdict="confused",
    attribute="crane model",
    scope="",
    message="Harbour Post names Gantry 9, where the others name Gondola 9.",
    hints=(),
    causes=("Gantry 9 is a lift; Gondola 9 is a crane.",),
)
SPELLING_CARD = with_columns(
    BARE,
    column_of(
        "Norhtwind", stated(MOLO, 61, "12", "le 12 gru", subject="Norhtwind", attribute="cranes")
    ),
    id="0dd5be111213",
    weight=WEIGHTLESS,
    rule="name-variant",
    verdict="variant",
    severity="warning",
    fails=False,
    attribute="",
    attribute_id="",
    scope="",
    message="“Norhtwind” is a misspelling of Northwind.",
    todo="Correct it in the quote if the typing is ours; else leave it, it is the source's.",
    hints=(),
    causes=(),
    steps=(),
)
STAFF_CARD = with_fields(
    replace(BARE, silent=BUDGET_CARD.silent),
    id="5ca1ab1e0001",
    weight=WEIGHTLESS,
    verdict="scope-differs",
    severity="note",
    fails=False,
    attribute="staff",
    scope="2024 against 2025",
    message="The staff of Northwind differs from one year to the other.",
    hints=(),
    causes=(),
)
DECISION = ResolutionView(
    decision="prefer",
    prefer="85 million EUR",
    reason="The port's own accounts say so.",
    by="Ida Moreau",
    on="2026-03-04",
    expires="2026-09-04",
    evidence="https://port.example/accounts",
    ticket="desk 123",
    in_force=True,
    location=Location("claims/resolutions/dec1ded00002.yaml", 1, 1),
)
DECIDED_CARD = with_fields(
    replace(
        BUDGET_CARD,
        printable=replace(
            NOTHING,
            corrections=(
                LetterView("Quay Wire", ("To the editors of Quay Wire", "Would you?"), "en"),
            ),
        ),
    ),
    id="dec1ded00002",
    state="resolved",
    fails=False,
    scope="2024",
    message="For the budget of Northwind (2024), sources give 150 million EUR / 85 million EUR.",
    resolution=DECISION,
)
REOPENED_CARD = with_fields(
    replace(BARE, silent=BUDGET_CARD.silent),
    id="dec1ded00003",
    weight=WEIGHTLESS,
    state="reopened",
    scope="2023",
    message="For the budget of Northwind (2023), sources give 150 million EUR / 85 million EUR.",
    why="The decision held until 2026-01-31.",
    resolution=replace(DECISION, in_force=False, expires="2026-01-31"),
)
CARDS = (
    BUDGET_CARD,
    LICENCE_CARD,
    CONFUSED_CARD,
    REOPENED_CARD,
    SPELLING_CARD,
    STAFF_CARD,
    DECIDED_CARD,
)
BUDGET, LICENCE, CONFUSED, REOPENED, SPELLING, STAFF, DECIDED = (card.finding for card in CARDS)
FINDINGS = tuple(card.finding for card in CARDS)
