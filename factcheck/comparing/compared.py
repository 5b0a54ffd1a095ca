"""What comparing gives: every fact that is derived from the claims, each derived once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.arithmetic import Relations, related
from factcheck.grouping import group
from factcheck.model import (
    Claim,
    Finding,
    Loaded,
    Reason,
    Sifted,
    Source,
    Topic,
    Unmatched,
    Vocabulary,
)
from factcheck.sourcing import OriginGraph


@dataclass(frozen=True, slots=True)
class Compared:
    """The claims, and all that comparing them gives: rules, reports and explanations read it.

    `unmatched` are the claims that no scope, no relation and no finding holds against another
    claim. `findings` are those of the rules, the gravest first; rules see none.
    """

    vocabulary: Vocabulary
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    archives: Mapping[str, str]  # source id -> text
    topics: tuple[Topic, ...]
    relations: Relations
    origins: OriginGraph
    unmatched: tuple[Unmatched, ...]
    findings: tuple[Finding, ...] = ()
    archived: bool = False  # whether archived texts were asked for, though there may be none
    sifted: Sifted | None = None


def collate(loaded: Loaded) -> Compared:
    """Everything but the findings: no rule has run yet."""
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
        archived=loaded.archived,
        sifted=loaded.sifted,
    )
