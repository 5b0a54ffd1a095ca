"""Which side of a finding comes first, and which claim stands for each: one order for all formats.

No side is called right by its place: first comes what a change touched, which is what its author
can mend, and where no change is known the source that was published later.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from factcheck.model import Claim, Finding, Position, Spread, Verdict


def sides(finding: Finding, touched: Container[str] = ()) -> tuple[Position, ...]:
    """The positions in their order, and the claims of each; `touched` holds names of claims.

    A variant keeps the order of its rule: the spelling to mend comes first.
    """
    positions = [
        replace(p, own=_foremost_first(p, touched), spread=Spread()) for p in finding.positions
    ]
    if finding.verdict is not Verdict.VARIANT:
        positions.sort(key=_latest, reverse=True)
    return tuple(sorted(positions, key=lambda p: not any(c.name in touched for c in p.claims)))


def _foremost_first(position: Position, touched: Container[str]) -> tuple[Claim, ...]:
    later_first = sorted(position.claims, key=_day, reverse=True)
    return tuple(sorted(later_first, key=lambda claim: claim.name not in touched))


def _latest(position: Position) -> int:
    return max((_day(claim) for claim in position.claims), default=0)


def _day(claim: Claim) -> int:
    """The day on which its source was last published; of a longer period, the first one."""
    return (claim.source.updated or claim.source.published).start.toordinal()
