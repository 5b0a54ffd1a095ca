"""The result of comparing: every fact that is derived from the claims, each derived once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.comparing.origins import OriginGraph
from factcheck.comparing.relations import Relations, related
from factcheck.comparing.scopes import group
from factcheck.model import (
    Claim,
    Finding,
    Loaded,
    Reason,
    Scope,
    Screened,
    Source,
    Topic,
    Unmatched,
    Vocabulary,
)
from factcheck.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Placing:
    """The place of a claim: a topic, and the number of one of its scopes."""

    topic: Topic
    number: int

    @property
    def scope(self) -> Scope:
        """The scope itself."""
        return self.topic.scopes[self.number]


@dataclass(frozen=True, slots=True)
class Compared:
    """The claims and all results of comparing them, which rules, reports and explanations read.

    `unmatched` are the claims that no scope, relation or finding compares with another claim.
    `places` are the scopes of each claim: it has several if its subject is a family, since a claim
    on a family applies to its members. `findings` are those of the rules, the most severe first;
    rules do not see them.
    """

    vocabulary: Vocabulary
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    archives: Mapping[str, str]  # source id -> text
    topics: tuple[Topic, ...]
    relations: Relations
    origins: OriginGraph
    unmatched: tuple[Unmatched, ...]
    places: Mapping[Claim, tuple[Placing, ...]]
    findings: tuple[Finding, ...] = ()
    archived: bool = False  # whether archived texts were asked for, though there may be none
    screened: Screened | None = None
    drafts: tuple[Claim, ...] = ()  # claims that nobody has confirmed, and that nothing looks at


def collate(loaded: Loaded) -> Compared:
    """Everything except the findings: no rule has run yet."""
    grouped = group(loaded)
    relations = related(loaded.vocabulary, grouped.topics)
    bound = set(relations.claims())
    return Compared(
        vocabulary=loaded.vocabulary,
        sources=loaded.sources,
        claims=loaded.claims,
        archives=loaded.archives,
        topics=grouped.topics,
        relations=relations,
        origins=OriginGraph(loaded.vocabulary, grouped.topics, loaded.archives),
        unmatched=tuple(
            u for u in grouped.unmatched if u.reason is not Reason.ALONE or u.claim not in bound
        ),
        places=_places(grouped.topics),
        archived=loaded.archived,
        screened=loaded.screened,
        drafts=loaded.drafts,
    )


def _places(topics: Iterable[Topic]) -> dict[Claim, tuple[Placing, ...]]:
    places: dict[Claim, tuple[Placing, ...]] = {}
    for topic in topics:
        for number, scope in enumerate(topic.scopes):
            here = (Placing(topic, number),)
            for claim in scope.claims:
                places[claim] = places[claim] + here if claim in places else here
    return places
