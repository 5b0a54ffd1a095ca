"""Claims, positions and findings as tables, for spreadsheets and other programs."""

from __future__ import annotations

from factcheck.exporting.tables import TABLES, Table
from factcheck.exporting.writing import FORMATS, written

__all__ = ["FORMATS", "TABLES", "Table", "written"]
