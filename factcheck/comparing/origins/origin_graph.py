"""The origin graph of a corpus: the origins of each claim, and the backing of an agreement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

from factcheck.comparing.origins.chains import Chains, CitationCycle, Links, Trace
from factcheck.comparing.origins.copies import LONG, Copies, Passages
from factcheck.comparing.origins.knowing import knowing
from factcheck.comparing.origins.publisher_groups import PublisherGroups, Root
from factcheck.model import Claim, Topic, Vocabulary
from factcheck.model.frozen import dataclass

TopicKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Backing:
    """The origins behind claims that agree."""

    outlets: tuple[str, ...]
    origins: tuple[Root, ...]  # independent of each other, sorted
    unknown: tuple[str, ...]  # outlets of which nobody can tell whom they have it from
    circular: bool
    knowing: tuple[Root, ...]  # those origins that can know it, sorted
    copied: bool  # some tell it in words that others of them published first


class OriginGraph:
    """The origins of a corpus, computed per topic on first use."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        topics: Iterable[Topic],
        archives: Mapping[str, str],
        words: int = LONG,
    ) -> None:
        """`archives` are texts by source id; a copy shares at least `words` words in a row."""
        self.publisher_groups = PublisherGroups(vocabulary)
        self._vocabulary, self._archives, self._words = vocabulary, archives, words
        self._topics = {key_of(t): t for t in topics}
        self._passages = Passages(archives, words)
        self._copies: dict[TopicKey, tuple[tuple[Copies, ...], ...]] = {}
        self._as_described: dict[TopicKey, Chains] = {}
        self._traced: dict[TopicKey, Mapping[str, Trace]] = {}

    def with_words(self, words: int) -> OriginGraph:
        """The graph for another minimal length of a copied passage; this one if it is the same."""
        if words == self._words:
            return self
        return OriginGraph(self._vocabulary, self._topics.values(), self._archives, words)

    def trace(self, claim: Claim, topic: TopicKey | None = None) -> Trace:
        """The origins of the claim, among the claims of `topic` (default: its own)."""
        own = (claim.subject.id, claim.attribute.id)
        for key in (topic, own):
            if key is not None and (trace := self._of(key).get(claim.name)) is not None:
                return trace
        return Trace(frozenset(Links(self.publisher_groups, claim).roots))

    def backing(self, claims: Iterable[Claim], topic: TopicKey | None = None) -> Backing:
        """The origins behind these claims; order and repetition of the claims do not matter."""
        known: dict[str, bool] = {}
        roots: set[Root] = set()
        circular = copied = False
        traced = [(c, self.trace(c, topic)) for c in sorted(claims, key=lambda c: c.name)]
        for claim, trace in traced:
            roots |= trace.roots
            circular = circular or trace.circular
            copied = copied or trace.copied
            known[claim.source.outlet] = known.get(claim.source.outlet, False) or bool(trace.roots)
        unknown = sorted(outlet for outlet, described in known.items() if not described)
        outlets, origins = tuple(sorted(known)), tuple(sorted(roots))
        able = tuple(sorted(knowing(traced, self.publisher_groups)))
        return Backing(outlets, origins, tuple(unknown), circular, able, copied)

    def independent(self, claims: Iterable[Claim], topic: TopicKey | None = None) -> int:
        """The number of mutually independent origins behind these claims."""
        traced = {} if topic is None else self._of(topic)
        roots: set[Root] = set()
        for claim in claims:
            roots |= (traced.get(claim.name) or self.trace(claim, topic)).roots
        return len(roots)

    def cycles(self, topic: Topic) -> tuple[CitationCycle, ...]:
        """The citation cycles of the topic that credit nobody outside, sorted."""
        claims = {c for scope in topic.scopes for c in scope.claims if c.attributed_to}
        speaking = {self.publisher_groups.key(c.source.outlet) for c in claims}
        if len(speaking.intersection(id for c in claims for id in c.attributed_to)) < 2:
            return ()  # of two who name each other, both speak and both are named
        return tuple(sorted(self._described(key_of(topic)).cycles, key=_order))

    def copies(self, topic: Topic) -> tuple[tuple[Copies, ...], ...]:
        """For each scope of the topic, the groups of claims that share a passage."""
        key = key_of(topic)
        if key not in self._copies:
            found = tuple(self._passages.copies(scope.claims) for scope in topic.scopes)
            self._copies[key] = found
        return self._copies[key]

    def uncopied(self, claim: Claim, topic: Topic) -> frozenset[Root]:
        """The roots that the claim would have if its passage were not a copy."""
        return self._described(key_of(topic)).traces[claim.name].roots

    def _described(self, key: TopicKey) -> Chains:
        """The chains as the claims state them."""
        if key not in self._as_described:
            topic = self._topics.get(key)
            self._as_described[key] = Chains(
                topic.scopes if topic is not None else (), self.publisher_groups, {}
            )
        return self._as_described[key]

    def _of(self, key: TopicKey) -> Mapping[str, Trace]:
        """The traces used for counting: a copy has the origins of the original text."""
        if key not in self._traced:
            topic = self._topics.get(key)
            groups = self.copies(topic) if topic is not None else ()
            first: dict[str, Claim] = {}
            for copies in chain.from_iterable(groups):
                earliest = min(copies.claims, key=self._earliest)
                first.update((claim.name, earliest) for claim in copies.claims)
            chains = self._described(key)
            if first and topic is not None:
                chains = Chains(topic.scopes, self.publisher_groups, first)
            self._traced[key] = chains.traces
        return self._traced[key]

    def _earliest(self, claim: Claim) -> tuple[object, ...]:
        """The earliest text of a passage, which stands for its copies if its origins are known."""
        links = Links(self.publisher_groups, claim)
        ids = sorted(root.id for root in links.roots)
        stated = (len(links.named), sorted(links.named), links.here, sorted(links.cites))
        return (not ids, claim.source.published, len(ids), ids, *stated, claim.name)


def key_of(topic: Topic) -> TopicKey:
    """The key that identifies a topic."""
    return topic.subject.id, topic.attribute.id


def _order(cycle: CitationCycle) -> tuple[object, ...]:
    return ([s.anchor for s in cycle.scopes], [c.name for c in cycle.claims])
