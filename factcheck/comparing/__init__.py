"""The stage that compares claims: topics, relations, origins, and what rules find in them."""

from __future__ import annotations

from factcheck.comparing.compared import Compared, collate
from factcheck.comparing.running import RuleCrash, compare, with_findings
from factcheck.comparing.unreported import UnreportedClash

__all__ = ["Compared", "RuleCrash", "UnreportedClash", "collate", "compare", "with_findings"]
