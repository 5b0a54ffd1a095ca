"""The claims of one position in words, for every line-based format."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.report.explained import ClaimView, FindingView


def statement(claim: ClaimView) -> str:
    """What the source says, and who it is: “a bill of $4.2 million” (Quay Wire, 2025-06-02)."""
    return f"“{''.join(claim.passage)}” ({claim.outlet}, {claim.published})"


def lines(finding: FindingView) -> Iterator[str]:
    """All positions, a line for each claim: its value, its words, who says so, and where."""
    for position in (*finding.positions, *finding.fitting):
        for claim in position.foremost:
            yield f"{position.value}: {statement(claim)}, {claim.location}"
        if position.others:
            yield f"{position.value}: and {position.others} more"
