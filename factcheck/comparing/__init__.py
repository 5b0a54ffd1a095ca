"""The comparing stage: topics, relations, origins, and the findings of the rules."""

from __future__ import annotations

from factcheck.comparing.compared import Compared, collate
from factcheck.comparing.finding_steps import steps
from factcheck.comparing.running import RuleCrash, compare, with_findings
from factcheck.comparing.unreported import UnreportedClash
from factcheck.comparing.verdict import How, Pair, PairVerdict, verdict

__all__ = [
    "Compared",
    "How",
    "Pair",
    "PairVerdict",
    "RuleCrash",
    "UnreportedClash",
    "collate",
    "compare",
    "steps",
    "verdict",
    "with_findings",
]
