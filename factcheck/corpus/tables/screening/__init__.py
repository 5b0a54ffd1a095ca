"""Large tables: which of their rows become claims. `screen.py` is the way in."""

from __future__ import annotations

from factcheck.corpus.tables.screening.screen import screened

__all__ = ["screened"]
