"""Exports claims, positions and findings as tables, for spreadsheets and other programs."""

from __future__ import annotations

from factcheck.export.table_names import TABLES, ExportTable
from factcheck.export.writing import FORMATS, written

__all__ = ["FORMATS", "TABLES", "ExportTable", "written"]
