"""Large tables: which of their rows become claims. `sift.py` is the way in."""

from __future__ import annotations

from factcheck.corpus.tables.screening.screen import sifted

__all__ = ["sifted"]
