"""Files to claims and diagnostics. `load.py` is the stage; everything else serves it."""

from __future__ import annotations

from factcheck.loading.folder import Files, MissingPath

__all__ = ["Files", "MissingPath"]
