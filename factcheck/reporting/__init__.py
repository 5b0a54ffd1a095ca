"""The stage that decides what a report says: every count, order and phrase is made here."""

from __future__ import annotations

from factcheck.reporting.build import Report, report
from factcheck.reporting.summary import FindingLine, Summary
from factcheck.reporting.translating import Translator, translator

__all__ = ["FindingLine", "Report", "Summary", "Translator", "report", "translator"]
