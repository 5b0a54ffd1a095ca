"""Whom claims go back to: the origin graph, by which agreement is counted."""

from __future__ import annotations

from factcheck.sourcing.chains import Circle, Trace
from factcheck.sourcing.graph import Backing, OriginGraph
from factcheck.sourcing.houses import Houses, Root

__all__ = ["Backing", "Circle", "Houses", "OriginGraph", "Root", "Trace"]
