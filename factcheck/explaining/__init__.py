"""The stage that tells how a finding, or no finding, came about: from what a run already made."""

from __future__ import annotations

from factcheck.explaining.explanation import Explanation, Section
from factcheck.explaining.findings import explain_finding
from factcheck.explaining.index import Index
from factcheck.explaining.naming import UnknownClaim, claim_named
from factcheck.explaining.pairs import explain_pair

__all__ = [
    "Explanation",
    "Index",
    "Section",
    "UnknownClaim",
    "claim_named",
    "explain_finding",
    "explain_pair",
]
