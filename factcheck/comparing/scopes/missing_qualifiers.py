"""Finds unmatched claims that lack one qualifier which another source states."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Set

from factcheck.comparing.scopes.scoping import STATED
from factcheck.model import Claim, Scope, Topic

Known = frozenset[tuple[str, str]]  # (qualifier, folded words)


def missing(topic: Topic) -> Iterator[tuple[Claim, str]]:
    """Unmatched claims, each with the one key qualifier that would place it in another's scope.

    Every scope is indexed under each set of qualifiers that lacks one of its own, so that the cost
    grows with the number of scopes and not with their pairs.
    """
    nearly: dict[Known, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for scope in topic.scopes:
        known = _known(scope)
        for one in known:
            if one[0] not in STATED:
                nearly[known - {one}][one[0]].update(c.source.id for c in scope.claims)
    for scope in topic.scopes:
        for qualifier, sources in sorted(nearly.get(_known(scope), {}).items()):
            yield from ((c, qualifier) for c in scope.claims if _others(c, sources))


def _known(scope: Scope) -> Known:
    return frozenset(
        (name, " ".join(str(text).casefold().split())) for name, text in scope.qualifiers
    )


def _others(claim: Claim, sources: Set[str]) -> bool:
    return bool(sources - {claim.source.id})
