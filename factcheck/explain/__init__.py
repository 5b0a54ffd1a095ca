"""The explaining stage: derives from a finished run how a verdict came about."""

from __future__ import annotations

from factcheck.explain.claim_named import UnknownClaim, claim_named
from factcheck.explain.explanation import Explanation, Section
from factcheck.explain.finding_chain import explain_finding
from factcheck.explain.index import Index
from factcheck.explain.pair_chain import explain_pair

__all__ = [
    "Explanation",
    "Index",
    "Section",
    "UnknownClaim",
    "claim_named",
    "explain_finding",
    "explain_pair",
]
