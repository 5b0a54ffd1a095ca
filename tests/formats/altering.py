"""Cards with other positions or other fields, and all that follows from these."""

from __future__ import annotations

from dataclasses import replace

from factcheck.model import Verdict
from factcheck.report.groups import SIGNS
from factcheck.report.page import CardView, ColumnOfCard
from tests.formats.bricks import position, whole

NEWS, SETTLED = ("new", "changed", "reopened"), ("known", "resolved", "gone")


def with_columns(card: CardView, *columns: ColumnOfCard, **fields: object) -> CardView:
    """The card with these positions and these fields of its finding, and all that follows."""
    positions = tuple(map(position, columns))
    at, *against = (p.claims[0].location for p in positions)
    finding = replace(
        card.finding,
        positions=positions,
        values=tuple(p.value for p in positions),
        sources=tuple(sorted({c.source for p in positions for c in p.claims})),
        at=at,
        against=tuple(against),
        **fields,  # type: ignore[arg-type]
    )
    finding = replace(
        finding,
        news=finding.severity != "note" and finding.state in NEWS,
        settled=finding.state in SETTLED,
        sign=SIGNS[Verdict(finding.verdict)],
    )
    return replace(card, finding=finding, columns=whole(columns), steps=whole(finding.steps))


def with_fields(card: CardView, **fields: object) -> CardView:
    """The card with these fields of its finding."""
    return with_columns(card, *card.columns.shown, **fields)
