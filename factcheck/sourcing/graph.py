"""The origin graph of a corpus: whom claims go back to, and what stands behind an agreement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from factcheck.model import Claim, Corpus, Scope, Topic
from factcheck.sourcing.chains import Chains, Circle, Links, Trace
from factcheck.sourcing.copies import LONG, Copies, Passages
from factcheck.sourcing.houses import Houses, Root

TopicKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Backing:
    """What stands behind claims that say the same."""

    outlets: tuple[str, ...]
    origins: tuple[Root, ...]  # independent of each other, sorted
    unknown: tuple[str, ...]  # outlets of which nobody can tell whom they have it from
    circular: bool
    copied: bool  # some tell it in words that others of them published first


class OriginGraph:
    """The origins of a corpus: each topic is looked at when it is first asked for."""

    def __init__(self, corpus: Corpus, words: int = LONG) -> None:
        self.houses = Houses(corpus.vocabulary)
        self._topics = {(t.subject.id, t.attribute.id): t for t in corpus.topics}
        self._passages = Passages(corpus.archives, words)
        self._traced: dict[TopicKey, _Traced] = {}

    def trace(self, claim: Claim, topic: TopicKey | None = None) -> Trace:
        """Whom the claim goes back to, among the claims of `topic` (default: its own)."""
        own = (claim.subject.id, claim.attribute.id)
        for key in (topic, own):
            if key is not None and (trace := self._of(key).traces.get(claim.name)) is not None:
                return trace
        return Trace(frozenset(Links(self.houses, claim).roots))

    def backing(self, claims: Iterable[Claim], topic: TopicKey | None = None) -> Backing:
        """What stands behind these claims; their order, and claims given twice, change nothing."""
        known: dict[str, bool] = {}
        roots: set[Root] = set()
        circular = copied = False
        for claim in sorted(claims, key=lambda c: c.name):
            trace = self.trace(claim, topic)
            roots |= trace.roots
            circular = circular or trace.circular
            copied = copied or trace.copied
            known[claim.source.outlet] = known.get(claim.source.outlet, False) or bool(trace.roots)
        unknown = sorted(outlet for outlet, told in known.items() if not told)
        outlets, origins = tuple(sorted(known)), tuple(sorted(roots))
        return Backing(outlets, origins, tuple(unknown), circular, copied)

    def circles(self, topic: Topic) -> tuple[Circle, ...]:
        """The circles of the topic out of which no name leads, sorted."""
        return self._of((topic.subject.id, topic.attribute.id)).circles

    def copies(self, scope: Scope) -> tuple[Copies, ...]:
        """Claims of the scope that share a passage, though each alone has roots of its own."""
        return self._passages.copies(scope.claims)

    def uncopied(self, claim: Claim, topic: TopicKey) -> frozenset[Root]:
        """The roots that the claim would have, were its words its own."""
        return self._of(topic).before.get(claim.name, frozenset())

    def _of(self, key: TopicKey) -> _Traced:
        if key not in self._traced:
            topic = self._topics.get(key)
            scopes = topic.scopes if topic is not None else ()
            self._traced[key] = _traced(scopes, self.houses, self._passages)
        return self._traced[key]


@dataclass(frozen=True, slots=True)
class _Traced:
    """A topic's claims by name, as they are counted and before copies were told; its circles."""

    traces: Mapping[str, Trace]
    before: Mapping[str, frozenset[Root]]
    circles: tuple[Circle, ...]


def _traced(scopes: tuple[Scope, ...], houses: Houses, passages: Passages) -> _Traced:
    graph = Chains(scopes, houses)
    before = {name: trace.roots for name, trace in graph.traces.items()}
    traces = dict(graph.traces)
    for scope in scopes:
        for copies in passages.copies(scope.claims):
            first = min(copies.claims, key=partial(_earliest, before))
            for claim in copies.claims:
                if claim is not first:
                    trace = Trace(before[first.name], copied=True)
                    traces[claim.name] = trace
    return _Traced(traces, before, tuple(sorted(graph.circles, key=_order)))


def _earliest(before: Mapping[str, frozenset[Root]], claim: Claim) -> tuple[object, ...]:
    """The first text of a passage stands for its copies, if anybody knows whom it goes back to."""
    ids = sorted(root.id for root in before[claim.name])
    return (not ids, claim.source.published, len(ids), ids, claim.name)


def _order(circle: Circle) -> tuple[object, ...]:
    return (circle.scopes, [c.name for c in circle.claims])
