"""A report view made by hand, with everything that a page must be able to place; all invented."""

from __future__ import annotations

from dataclasses import replace

from factcheck.model import Diagnostic, Location, Verdict
from factcheck.reporting import (
    AnnouncementView,
    ReportView,
    RuleView,
    StaleView,
)
from factcheck.reporting.groups import SIGNS, grouped
from factcheck.reporting.translating import translator
from factcheck.reporting.view import (
    AgreementView,
    UncheckedView,
)
from tests.reports.a_page import FACETS, GAPS, LOOKED, SUBJECTS, WORK
from tests.reports.bricks import HARBOUR, MOLO, QUAY, said
from tests.reports.findings import (
    BUDGET,
    CONFUSED,
    FINDINGS,
    LICENCE,
    SPELLING,
    STAFF,
)
from tests.reports.pictured import MATRIX, ORIGINS, TIMELINE

__all__ = ["BUDGET", "CONFUSED", "FINDINGS", "LICENCE", "SPELLING", "STAFF", "VIEW"]

AGREEMENT = AgreementView(
    subject="Northwind",
    attribute="cranes ordered",
    scope="2026, planned",
    value="20,000",
    verdict="consistent",
    sign=SIGNS[Verdict.CONSISTENT],
    outlets=("Harbour Post", "Molo Oggi"),
    origins=2,
    backing="2 outlets, 2 origins",
    claims=(said(HARBOUR, 70, "20,000"), said(MOLO, 72, "oltre 20.000")),
    sentence="Cranes ordered of Northwind (2026, planned): 20,000; more than 20,000.",
    subject_id="northwind",
    origin_names=("Crane Yard", "Port Registry"),
)
VIEW = ReportView(
    title="Where the sources disagree",
    headline=(
        "2 contradictions and 1 confused name are open.",
        "1 spelling varies.",
        "21 claims from 3 sources were read; 4 met no other claim and were not checked.",
    ),
    summary=(
        ("sources", 3),
        ("claims", 21),
        ("topics", 9),
        ("findings", 5),
        ("error", 3),
        ("warning", 1),
        ("note", 1),
        ("not-compared", 4),
    ),
    findings=FINDINGS,
    groups=grouped(FINDINGS, translator()),
    agreements=(
        AGREEMENT,
        replace(AGREEMENT, attribute="piers", scope="", value="12", questioned=(BUDGET.id,)),
    ),
    single_origin=(
        replace(
            AGREEMENT,
            attribute="port fee",
            scope="",
            value="4.5 %",
            verdict="agree",
            origins=1,
            backing="2 outlets, 1 origin",
        ),
    ),
    unchecked=(
        UncheckedView(
            "alone",
            "No other source speaks of the same thing in the same scope.",
            "Look for a second source.",
            (said(HARBOUR, 80, "4,125"), said(MOLO, 81, "4 gru", attribute="cranes")),
        ),
        UncheckedView("no-value", "The source gives no value.", "Ask.", (said(QUAY, 30, "n/a"),)),
    ),
    sources=(HARBOUR, MOLO, QUAY),
    diagnostics=(
        Diagnostic(
            Location("claims/sources/faro-2026.yaml", 12, 5),
            "unknown attribute 'budgte'",
            "did you mean 'budget'? (8 claims)",
        ),
    ),
    program="factcheck 0.1.0",
    stale=(
        StaleView(
            "gone",
            "dec0de000001",
            "northwind / piers / 2024",
            "Nothing is found any more for northwind / piers / 2024.",
            "Take the line out: factcheck baseline prune.",
            Location("claims/baseline.jsonl", 7, 1),
        ),
    ),
    announced=(
        AnnouncementView("base", "Compared with 0123456789ab, where HEAD and main part.", None),
        AnnouncementView(
            "decision-added",
            "This change decides on dec0de000002 (northwind / staff): all-right, by A. Berg: Both.",
            Location("claims/resolutions/dec0de000002.yaml", 1, 1),
        ),
    ),
    rules=(
        RuleView(
            "quantity-mismatch",
            "Figures clash.",
            "## Why it matters\n\nA figure is\nremembered.\n\n## What to do\n\nAsk.",
        ),
    ),
    work=WORK,
    facets=FACETS,
    subjects=SUBJECTS,
    looked=LOOKED,
    gaps=GAPS,
    timelines=(TIMELINE,),
    matrix=MATRIX,
    origins=ORIGINS,
)
