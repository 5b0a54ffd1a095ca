"""Screening: selects the rows of a large table that become claims. Start in `screen.py`."""

from __future__ import annotations

from factcheck.corpus.tables.screening.screen import screened

__all__ = ["screened"]
