"""The stage that decides what a report says: every count, order and phrase is made here."""

from __future__ import annotations

from factcheck.reporting.build import report
from factcheck.reporting.records import AnnouncementView, ResolutionView, StaleView
from factcheck.reporting.view import (
    AgreementView,
    ClaimView,
    CommandView,
    FindingView,
    PositionView,
    ReportView,
    RuleView,
    SourceView,
    UncheckedView,
    WeightView,
)

__all__ = [
    "AgreementView",
    "AnnouncementView",
    "ClaimView",
    "CommandView",
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
