"""Who can know what a claim says: a filing, the party itself, a body that counts; no outlet alone.

An outlet that names nobody has it from somewhere, and nobody can tell whether from the same place
as the next one. It counts as an origin only where outlets know by themselves, as with the result
of a match.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.comparing.origins.chains import Links, Trace
from factcheck.comparing.origins.publisher_groups import PublisherGroups, Root
from factcheck.model import Claim

REPORTING = frozenset({"outlet", "publisher", "anonymous"})
"""Kinds of origins that tell what others know; all others know something by themselves."""


def can_know(claim: Claim, groups: PublisherGroups) -> bool:
    """Whether the source of the claim can know by itself what the claim says."""
    source = claim.source
    if claim.attribute.outlets_know or source.primary is not None:
        return claim.attribute.outlets_know or bool(source.primary)
    if source.genre == "filing":
        return True
    origin = groups.outlet(source.outlet)
    if origin is None:
        return False
    return origin.kind not in REPORTING or origin.subject == claim.subject.id


def knowing(traced: Iterable[tuple[Claim, Trace]], groups: PublisherGroups) -> frozenset[Root]:
    """The roots of these claims that can know; of one that quotes itself, there is none."""
    traced = tuple(traced)
    mute: set[Root] = set()
    able: set[Root] = set()
    found: set[Root] = set()
    for claim, trace in traced:
        links = Links(groups, claim)
        itself = links.itself or links.root in links.named.values()
        if itself:
            (able if can_know(claim, groups) else mute).add(links.root)
        found |= trace.roots
    return frozenset(found - (mute - able))
