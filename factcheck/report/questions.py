"""Finds the open findings about a passage; they apply to all claims that quote it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from factcheck.model import Claim, JudgedFinding, Severity, State
from factcheck.text.passages.passage import folded
from factcheck.text.passages.standing import standing

MOST_QUOTES = 400
"""Quotes of one source that are held against each other; of more, equal ones are found."""

Passage = tuple[str, str]  # id of a source, and the words of the passage


class Questions:
    """The ids of open errors and warnings by claim, and by the passages that claims quote."""

    def __init__(
        self,
        findings: Iterable[JudgedFinding],
        archives: Mapping[str, str],
    ) -> None:
        """`archives` are texts by ids of sources: with them, a passage is a whole sentence."""
        self._archives = archives
        self._by_claim: dict[str, list[str]] = defaultdict(list)
        asked: dict[str, dict[str, Claim]] = defaultdict(dict)
        for judged in findings:
            if judged.severity is not Severity.NOTE and judged.state is not State.RESOLVED:
                for claim in judged.finding.claims:
                    self._by_claim[claim.name].append(judged.id)
                    asked[claim.source.id][claim.name] = claim
        self._by_passage: dict[Passage, list[str]] = defaultdict(list)
        for of_source in asked.values():
            for claim in of_source.values():
                for passage in self._passages(claim):
                    self._by_passage[passage] += self._by_claim[claim.name]
        self._quotes = {
            source: [(_quote(c), c.name) for c in of.values() if c.quote is not None]
            for source, of in asked.items()
        }

    def of(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """The open findings on these claims, or on the passages that they quote."""
        return tuple(dict.fromkeys(id for claim in claims for id in self._of(claim)))

    def _of(self, claim: Claim) -> Iterator[str]:
        yield from self._by_claim.get(claim.name, ())
        if claim.quote is None or claim.source.id not in self._quotes:
            return
        for passage in self._passages(claim):
            yield from self._by_passage.get(passage, ())
        quotes = self._quotes[claim.source.id]
        own = _quote(claim)
        for other, name in quotes[:MOST_QUOTES]:
            if own in other or other in own:
                yield from self._by_claim[name]

    def _passages(self, claim: Claim) -> Iterator[Passage]:
        if claim.quote is None:
            return
        text = self._archives.get(claim.source.id)
        yield claim.source.id, _quote(claim)
        for found in () if text is None else standing(text, claim.quote):
            yield claim.source.id, found.sentence


def _quote(claim: Claim) -> str:
    assert claim.quote is not None
    return folded(claim.quote.exact)
