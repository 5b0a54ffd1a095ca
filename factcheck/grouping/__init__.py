"""The stage that brings claims together: claims -> topics -> scopes -> positions."""

from __future__ import annotations

from factcheck.grouping.group import families, group

__all__ = ["families", "group"]
