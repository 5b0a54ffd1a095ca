"""The stage that decides what a report says: every count, order and phrase is made here."""

from __future__ import annotations

from factcheck.reporting.build import report
from factcheck.reporting.page import LetterView, PrintableView
from factcheck.reporting.records import AnnouncementView, ResolutionView, StaleView
from factcheck.reporting.translating import Translator, translator
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
    "LetterView",
    "PositionView",
    "PrintableView",
    "ReportView",
    "ResolutionView",
    "RuleView",
    "SourceView",
    "StaleView",
    "Translator",
    "UncheckedView",
    "WeightView",
    "report",
    "translator",
]
