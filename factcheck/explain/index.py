"""The data for explanations: the results of comparing, and the judged findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from factcheck.comparing import Compared, PairVerdict, verdict
from factcheck.comparing.hints import Hints
from factcheck.comparing.origins import OriginGraph
from factcheck.comparing.relations import Evaluation
from factcheck.model import Claim, JudgedFinding, Value
from factcheck.model.frozen import dataclass


@dataclass(frozen=True, eq=False)
class Index:
    """All compared claims, and the findings that the settings include."""

    compared: Compared
    findings: tuple[JudgedFinding, ...]

    @cached_property
    def hints(self) -> Hints:
        """The likely causes of a conflict."""
        return Hints(self.compared.claims, self.compared.relations)

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """The claims by name: source/id."""
        return {claim.name: claim for claim in self.compared.claims}

    @property
    def graph(self) -> OriginGraph:
        """The origins of each claim."""
        return self.compared.origins

    def verdict(self, a: Claim, b: Claim) -> PairVerdict:
        """The verdict on two claims; it considers only findings that the settings include."""
        return verdict(self._left_in, a, b)

    def found(self, pair: PairVerdict) -> list[JudgedFinding]:
        """The findings about two claims, in the order of the report."""
        return [judged for judged in self.findings if judged.finding in pair.findings]

    def related(self, a: Claim, b: Claim) -> list[Evaluation]:
        """The relations that bind both claims."""
        both = {a, b}
        return [e for e in self.compared.relations.every() if both <= set(e.binding.claims)]

    def value(self, claim: Claim) -> Value | None:
        """The claim's value as its scope compares it: in one unit, with the tolerance."""
        for placing in self.compared.places.get(claim, ()):
            if placing.topic.subject is claim.subject:
                return placing.scope.value(claim)
        return claim.value

    @cached_property
    def _left_in(self) -> Compared:
        return replace(self.compared, findings=tuple(one.finding for one in self.findings))
