"""Orders the positions of a finding, and the claims of each, for every format.

The order never says which position is right: first come positions that a change touched, which its
author can correct; without a known change, the source that was published later.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import replace

from factcheck.model import Claim, Finding, FitsSeveral, Position, SharedMembers, Verdict
from factcheck.report.words.translating import Translator

MOST_FIT = 6
"""Positions by which a group that fits several of them is called."""


def in_order(finding: Finding, touched: Container[str] = ()) -> tuple[Position, ...]:
    """The ordered positions, each with its claims; `touched` has names of claims."""
    return tuple(_ordered(finding.positions[n], touched) for n in order(finding, touched))


def own_claims(finding: Finding, positions: Iterable[Position]) -> tuple[Position, ...]:
    """The positions without the claims that fit several of them, where any others are left."""
    several = {claim for group in finding.fits_several for claim in group.claims}
    found = []
    for position in positions:
        own = tuple(claim for claim in position.own if claim not in several)
        found.append(replace(position, own=own) if own else position)
    return tuple(found)


def fitting(finding: Finding, words: Translator) -> tuple[Position, ...]:
    """The claims that fit several positions, each group called by the positions that it fits."""
    groups = {group.positions: group for group in finding.fits_several}
    for group in finding.fits_several:
        merged = {*groups[group.positions].claims, *group.claims}
        ordered = tuple(sorted(merged, key=lambda claim: claim.name))
        groups[group.positions] = replace(group, claims=ordered)
    return tuple(_fitting(group, finding, words) for group in groups.values())


def _fitting(group: FitsSeveral, finding: Finding, words: Translator) -> Position:
    labels = " / ".join(words.fact(finding.positions[n].label) for n in group.positions[:MOST_FIT])
    if len(group.positions) == 2:
        label = words.text("fits both: {positions}", positions=labels)
    else:
        label = words.text("fits several: {positions}", positions=labels)
    return Position(label, group.claims)


def order(finding: Finding, touched: Container[str] = ()) -> tuple[int, ...]:
    """The numbers of the positions in their order.

    A variant keeps the order of its rule: the spelling to mend comes first.
    """
    keys = [
        (
            not any(c.name in touched for c in p.claims) if touched else False,
            0 if finding.verdict is Verdict.VARIANT else -_latest(p),
        )
        for p in finding.positions
    ]
    return tuple(sorted(range(len(keys)), key=keys.__getitem__))


def _ordered(position: Position, touched: Container[str]) -> Position:
    """The position with its first claim: one that was touched, else of the latest text."""
    claims = position.claims
    if len(claims) > 1:
        claims = tuple(sorted(claims, key=lambda c: (c.name not in touched, -_day(c))))
    return replace(position, own=claims, shared=SharedMembers())


def _latest(position: Position) -> int:
    return max((_day(claim) for claim in position.claims), default=0)


def _day(claim: Claim) -> int:
    """The day on which its source was last published; of a longer period, the first one."""
    return (claim.source.updated or claim.source.published).start.toordinal()
