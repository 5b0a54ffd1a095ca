"""Large tables: which of their rows become claims. `sift.py` is the way in."""

from __future__ import annotations

from factcheck.loading.sifting.sift import sifted

__all__ = ["sifted"]
