"""The origin graph: where claims come from, so that agreement is counted by independent origins."""

from __future__ import annotations

from factcheck.comparing.origins.chains import CitationCycle, Trace
from factcheck.comparing.origins.origin_graph import Backing, OriginGraph
from factcheck.comparing.origins.publisher_groups import PublisherGroups, Root

__all__ = ["Backing", "CitationCycle", "OriginGraph", "PublisherGroups", "Root", "Trace"]
