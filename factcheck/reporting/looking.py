"""What every part of a report is told from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.model import Claim, Corpus
from factcheck.reporting.claims import claim_view
from factcheck.reporting.translating import Translator
from factcheck.reporting.view import ClaimView
from factcheck.sourcing import OriginGraph


@dataclass(frozen=True, slots=True)
class Look:
    """The corpus, its origins, and the language in which it is told."""

    corpus: Corpus
    graph: OriginGraph
    words: Translator

    def claims(self, claims: Iterable[Claim]) -> tuple[ClaimView, ...]:
        """The claims as a reader sees them."""
        return tuple(claim_view(c, self.graph.houses, self.words) for c in claims)
