"""Groups claims: claims -> topics -> scopes -> positions."""

from __future__ import annotations

from factcheck.comparing.scopes.grouping import Grouped, families, group

__all__ = ["Grouped", "families", "group"]
