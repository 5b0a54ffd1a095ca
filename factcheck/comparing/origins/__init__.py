"""Whom claims go back to: the origin graph, by which agreement is counted."""

from __future__ import annotations

from factcheck.comparing.origins.chains import CitationCycle, Trace
from factcheck.comparing.origins.origin_graph import Backing, OriginGraph
from factcheck.comparing.origins.publisher_groups import PublisherGroups, Root

__all__ = ["Backing", "CitationCycle", "OriginGraph", "PublisherGroups", "Root", "Trace"]
