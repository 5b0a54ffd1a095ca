"""Orders the positions of a finding, and the claims of each, for every format.

The order never says which position is right: first come positions that a change touched, which its
author can correct; without a known change, the source that was published later.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from factcheck.model import Claim, Finding, Position, SharedMembers, Verdict


def in_order(finding: Finding, touched: Container[str] = ()) -> tuple[Position, ...]:
    """The ordered positions, each with its claims; `touched` has names of claims."""
    return tuple(_ordered(finding.positions[n], touched) for n in order(finding, touched))


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
