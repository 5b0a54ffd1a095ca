"""The stage that decides what a report says: every count, order and phrase is made here."""

from __future__ import annotations

from factcheck.reporting.build import report
from factcheck.reporting.view import (
    AgreementView,
    AnnouncementView,
    ClaimView,
    FindingView,
    PositionView,
    ReportView,
    ResolutionView,
    RuleView,
    SourceView,
    StaleView,
    UncheckedView,
    WeightView,
)

__all__ = [
    "AgreementView",
    "AnnouncementView",
    "ClaimView",
    "FindingView",
    "PositionView",
    "ReportView",
    "ResolutionView",
    "RuleView",
    "SourceView",
    "StaleView",
    "UncheckedView",
    "WeightView",
    "report",
]
