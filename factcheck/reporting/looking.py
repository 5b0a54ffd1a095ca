"""What every part of a report is told from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.comparing import Compared
from factcheck.hinting import Hints
from factcheck.model import Claim, Finding, Position
from factcheck.reporting.claims import claim_view
from factcheck.reporting.lazy import Unrolled
from factcheck.reporting.translating import Translator
from factcheck.reporting.view import ClaimView
from factcheck.sourcing import Backing, OriginGraph


@dataclass(frozen=True, slots=True)
class Look:
    """The corpus, its origins, and the language in which it is told."""

    compared: Compared
    graph: OriginGraph
    hints: Hints
    words: Translator
    _seen: dict[tuple[Claim, str], ClaimView] = field(default_factory=dict)

    @classmethod
    def at(cls, compared: Compared, words: Translator) -> Look:
        """All of it, in the language of `words`."""
        hints = Hints(compared.claims, compared.relations)
        return cls(compared, compared.origins, hints, words)

    def claim(self, claim: Claim, key: str = "value") -> ClaimView:
        """The claim as a reader sees it: one view, however many cards show it."""
        view = self._seen.get((claim, key))
        if view is None:
            view = claim_view(claim, self.graph.houses, self.words, key)
            self._seen[claim, key] = view
        return view

    def backing(self, position: Position, finding: Finding) -> Backing:
        """What stands behind a side of a finding, among the claims of its topic."""
        topic = None
        if finding.subject is not None and finding.attribute is not None:
            topic = (finding.subject.id, finding.attribute.id)
        return self.graph.backing(position.claims, topic)

    def claims(self, claims: Sequence[Claim]) -> Sequence[ClaimView]:
        """The claims as a reader sees them."""
        return Unrolled(map(self.claim, claims), len(claims))
