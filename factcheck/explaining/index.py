"""What a run made of each claim, to be looked up: its scopes, its findings, its relations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from factcheck.arithmetic import Evaluation
from factcheck.comparing import Compared
from factcheck.grouping.lattice import Lattice, Placed
from factcheck.grouping.scoping import narrowing
from factcheck.grouping.within import ScopePairs, compare_within
from factcheck.model import (
    Claim,
    Denial,
    JudgedFinding,
    Scope,
    Topic,
    Unmatched,
    Value,
    Vocabulary,
)
from factcheck.sourcing import OriginGraph
from factcheck.values import kind_for


@dataclass(frozen=True, eq=False)
class Index:
    """A corpus and its findings. Everything else is built when it is first asked for."""

    compared: Compared
    findings: tuple[JudgedFinding, ...]

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """The claims by name: source/id."""
        return {claim.name: claim for claim in self.compared.claims}

    @property
    def graph(self) -> OriginGraph:
        """Whom each claim goes back to."""
        return self.compared.origins

    @cached_property
    def unchecked(self) -> Mapping[Claim, Unmatched]:
        """The claims that met no other, each with the reason."""
        return {one.claim: one for one in self.compared.unmatched}

    @cached_property
    def denials(self) -> Mapping[Claim, tuple[Topic, Denial]]:
        """The claims that dispute others."""
        return {d.claim: (topic, d) for topic in self.compared.topics for d in topic.denials}

    def topics(self, a: Claim, b: Claim) -> list[Laid]:
        """The topics in which both stand in a scope, those of their own subjects first."""
        both = [laid for laid in self._laid.get(a, ()) if b in laid.scopes]
        own = {a.subject.id, b.subject.id}
        return sorted(both, key=lambda laid: laid.topic.subject.id not in own)

    def found(self, *claims: Claim) -> list[JudgedFinding]:
        """The findings about all of these claims, in the order of the report of the run."""
        first, *others = claims
        about = self._found.get(first, ())
        return [j for j in about if all(c in self._members[j.id] for c in others)]

    def related(self, a: Claim, b: Claim) -> list[Evaluation]:
        """The relations that bind both."""
        return [e for e in self._related.get(a, ()) if b in e.binding.claims]

    def value(self, claim: Claim) -> Value | None:
        """The value as it stood beside the others of its scope: in one unit, with the tolerance."""
        own = (claim.subject.id, claim.attribute.id)
        for laid in self._laid.get(claim, ()):
            if (laid.topic.subject.id, laid.topic.attribute.id) == own:
                return laid.value(claim)
        return claim.value

    @cached_property
    def _laid(self) -> Mapping[Claim, list[Laid]]:
        found: dict[Claim, list[Laid]] = defaultdict(list)
        for topic in self.compared.topics:
            laid = Laid(topic, self.compared.vocabulary)
            for claim in laid.scopes:
                found[claim].append(laid)
        return found

    @cached_property
    def _found(self) -> Mapping[Claim, list[JudgedFinding]]:
        found: dict[Claim, list[JudgedFinding]] = defaultdict(list)
        for judged in self.findings:
            for claim in judged.finding.claims:
                found[claim].append(judged)
        return found

    @cached_property
    def _members(self) -> Mapping[str, frozenset[Claim]]:
        return {judged.id: frozenset(judged.finding.claims) for judged in self.findings}

    @cached_property
    def _related(self) -> Mapping[Claim, list[Evaluation]]:
        found: dict[Claim, list[Evaluation]] = defaultdict(list)
        for evaluation in self.compared.relations.every():
            for claim in evaluation.binding.claims:
                found[claim].append(evaluation)
        return found


class Laid:
    """A topic laid out again: which claim stands in which scope, and which scopes met."""

    def __init__(self, topic: Topic, vocabulary: Vocabulary) -> None:
        self.topic = topic
        self.scopes: dict[Claim, Scope] = {c: s for s in topic.scopes for c in s.claims}
        self._vocabulary = vocabulary
        self._values: dict[int, dict[Claim, Value]] = {}

    @cached_property
    def placed(self) -> Sequence[Placed]:
        """The scopes with what narrows them."""
        subjects = self._vocabulary.subjects
        return [Placed(s, narrowing(s.claims[0], subjects)) for s in self.topic.scopes]

    def place(self, claim: Claim) -> Placed:
        """The scope of a claim with what narrows it."""
        return self._places[id(self.scopes[claim])]

    @cached_property
    def _places(self) -> Mapping[int, Placed]:
        return {id(placed.scope): placed for placed in self.placed}

    @cached_property
    def lattice(self) -> Lattice:
        """Which scope lies in which, of those that leave nothing of their key unsaid."""
        told = [p for p in self.placed if not p.narrowed.missing]
        return Lattice(told, self.topic.attribute, self._vocabulary.subjects)

    @cached_property
    def held(self) -> ScopePairs:
        """Which scopes were held against which: the very step that the check takes."""
        told = [p for p in self.placed if not p.narrowed.missing]
        return compare_within(told, self.lattice, self.topic.attribute)

    def value(self, claim: Claim) -> Value:
        """The claim's value as it stands beside the others of its scope."""
        scope = self.scopes[claim]
        if id(scope) not in self._values:
            claims = [c for c in scope.claims if c.value is not None]
            values = [c.value for c in claims if c.value is not None]
            moved = kind_for(self.topic.attribute).together(values, self.topic.attribute)
            self._values[id(scope)] = {
                c: v for c, v in zip(claims, moved, strict=True) if isinstance(v, Value)
            }
        return self._values[id(scope)][claim]

    def sides(self, claim: Claim) -> frozenset[int]:
        """The numbers of the positions of its scope on which the claim stands."""
        positions = self.scopes[claim].positions
        spreads = {id(p.spread): p.spread for p in positions}.values()
        shared = (
            n for s in spreads for numbers, held in s.members if claim in held for n in numbers
        )
        return frozenset((*(p.place for p in positions if claim in p.own), *shared))
