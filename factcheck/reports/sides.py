"""How the claims of one side are put into words, in every format that is read as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.reporting import ClaimView, FindingView, PositionView

MOST_CLAIMS = 4
"""Claims shown of one side; the others are counted."""


def foremost(claims: Sequence[ClaimView]) -> Sequence[ClaimView]:
    """At most so many claims as fit a frame: one of each source before a second one of any."""
    first = {c.source: c for c in reversed(claims)}
    ordered = [*(c for c in claims if first[c.source] is c),
               *(c for c in claims if first[c.source] is not c)]  # fmt: skip
    return ordered[:MOST_CLAIMS]


def others(position: PositionView) -> int:
    """How many claims of this side are counted instead of shown."""
    return max(0, len(position.claims) - MOST_CLAIMS)


def words(claim: ClaimView) -> tuple[str, str, str]:
    """The quote around its value; the value alone where the quote words it differently."""
    return claim.quote if claim.quote[1] else ("", claim.text, "")


def said(claim: ClaimView) -> str:
    """What the source says, and who it is: “a bill of $4.2 million” (Quay Wire, 2025-06-02)."""
    return f"“{''.join(words(claim))}” ({claim.outlet}, {claim.published})"


def lines(finding: FindingView) -> Iterator[str]:
    """Both sides, a line for each claim: its side, its words, who says so, and where."""
    for position in finding.positions:
        for claim in foremost(position.claims):
            yield f"{position.value}: {said(claim)}, {claim.location}"
        if others(position):
            yield f"{position.value}: and {others(position)} more"
