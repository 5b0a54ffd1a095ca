"""What an explanation is rendered from: what comparing kept, and the judged findings."""

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
    """All claims as they were compared, and the findings that the settings leave in."""

    compared: Compared
    findings: tuple[JudgedFinding, ...]

    @cached_property
    def hints(self) -> Hints:
        """What may have caused a disagreement."""
        return Hints(self.compared.claims, self.compared.relations)

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """The claims by name: source/id."""
        return {claim.name: claim for claim in self.compared.claims}

    @property
    def graph(self) -> OriginGraph:
        """Whom each claim goes back to."""
        return self.compared.origins

    def verdict(self, a: Claim, b: Claim) -> PairVerdict:
        """What comparing says of two claims; of findings it knows those that are left in."""
        return verdict(self._left_in, a, b)

    def found(self, pair: PairVerdict) -> list[JudgedFinding]:
        """The findings about two claims, in the order of the report."""
        return [judged for judged in self.findings if judged.finding in pair.findings]

    def related(self, a: Claim, b: Claim) -> list[Evaluation]:
        """The relations that bind both."""
        both = {a, b}
        return [e for e in self.compared.relations.every() if both <= set(e.binding.claims)]

    def value(self, claim: Claim) -> Value | None:
        """The value as it stood beside the others of its scope: in one unit, with the tolerance."""
        for placing in self.compared.places.get(claim, ()):
            if placing.topic.subject is claim.subject:
                return placing.scope.value(claim)
        return claim.value

    @cached_property
    def _left_in(self) -> Compared:
        return replace(self.compared, findings=tuple(one.finding for one in self.findings))
