"""The data from which every view of a run is built."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import TYPE_CHECKING

from factcheck.comparing import Compared
from factcheck.comparing.hints import Hints
from factcheck.comparing.materiality import Materiality
from factcheck.comparing.origins import Backing, OriginGraph
from factcheck.model import Claim, Diagnostic, Finding, Judged, JudgedFinding, Position
from factcheck.model.frozen import dataclass
from factcheck.report.gone import Known
from factcheck.report.words.translating import Translator

if TYPE_CHECKING:  # a line for each finding needs no view of a claim
    from factcheck.report.explained import ClaimView


@dataclass(frozen=True, slots=True)
class RunView:
    """The corpus, its origins, and the language in which a report describes them."""

    compared: Compared
    graph: OriginGraph
    hints: Hints
    words: Translator
    claims: dict[tuple[Claim, str], ClaimView]  # the views that are made, by what they show

    @classmethod
    def at(cls, compared: Compared, words: Translator) -> RunView:
        """The same data in the language of `words`."""
        hints = Hints(compared.claims, compared.relations)
        return cls(compared, compared.origins, hints, words, {})

    def backing(self, position: Position, finding: Finding) -> Backing:
        """The backing of a finding's position, among the claims of its topic."""
        topic = None
        if finding.subject is not None and finding.attribute is not None:
            topic = (finding.subject.id, finding.attribute.id)
        return self.graph.backing(position.claims, topic)


@dataclass(frozen=True, slots=True)
class Run:
    """The results and parameters of a run, in the order of the report."""

    look: RunView
    weighed: Sequence[tuple[JudgedFinding, Materiality]]
    judged: Judged
    diagnostics: tuple[Diagnostic, ...]
    path: str  # how the user calls the corpus
    touched: Container[str]  # names of the claims that a change added or altered
    earlier: Known
    settings: str  # which ones were used; empty where none are set
    title: str

    @property
    def findings(self) -> tuple[JudgedFinding, ...]:
        """The findings, open and most severe ones first."""
        return tuple(judged for judged, _ in self.weighed)
