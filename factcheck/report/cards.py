"""Builds the card of one finding: explanation, picture, and texts ready to print or send."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from factcheck.comparing.materiality import Materiality
from factcheck.model import Claim, JudgedFinding, Position
from factcheck.report.claim_cards import claim_card
from factcheck.report.cutting import Space, cut
from factcheck.report.explained import PositionView
from factcheck.report.finding_line import key_shown
from factcheck.report.finding_view import finding_view
from factcheck.report.gone import values_before
from factcheck.report.letters import MOST_OUTLETS
from factcheck.report.page import CardView, ColumnOfCard, Cut
from factcheck.report.pictures.plot import plot
from factcheck.report.position_order import fitting, in_order, own_claims
from factcheck.report.printable import printable
from factcheck.report.run import Run
from factcheck.report.summary import FindingLine

MOST_POSITIONS, FEWEST_POSITIONS = 12, 2
MOST_CLAIMS, FEWEST_CLAIMS = 60, 1
"""Positions of one card, and claims of one position: where the page has room, and where not."""

MOST_STEPS = 24
"""Steps of the comparison."""


@dataclass(slots=True)
class Sheet:
    """Data that all cards of a page share, and the room that is left for cards."""

    run: Run
    listed: Container[str]  # the names of the claims that have rows
    outlets: Sequence[str]  # of the corpus, in the order of its sources
    positions: Space  # that the cards have for positions, claims …
    claims: Space
    pictures: Space
    letters: Space


def card(judged: JudgedFinding, weight: Materiality, line: FindingLine, sheet: Sheet) -> CardView:
    """The card of the finding of this line."""
    finding, run = judged.finding, sheet.run
    look = run.look
    positions = in_order(finding, run.touched)
    view = finding_view(judged, weight, line, run)
    known = run.earlier.get(judged.id, ())
    kept = sheet.positions.take(positions, MOST_POSITIONS, FEWEST_POSITIONS)
    columns = (
        _column(seen, position, sheet)
        for seen, position in zip(view.positions, own_claims(finding, kept.shown), strict=False)
    )
    several = fitting(finding, look.words)
    picture = plot(finding.verdict, positions, len(kept.shown), look.words)
    drawn = () if picture is None else sheet.pictures.take((picture,), 1).shown
    return CardView(
        finding=view,
        columns=Cut(tuple(columns), kept.left_out),
        fitting=tuple(
            _column(seen, group, sheet) for seen, group in zip(view.fitting, several, strict=True)
        )[:MOST_POSITIONS],
        plot=drawn[0] if drawn else None,
        undrawn=picture is not None and not drawn,
        silent=cut(_silent(finding.claims, sheet.outlets), MOST_OUTLETS),
        before=values_before(known, view.content) if known else (),
        steps=cut(view.steps, MOST_STEPS),
        printable=printable(
            judged, positions, look.graph.publisher_groups, look.words, sheet.letters
        ),
    )


def _column(view: PositionView, position: Position, sheet: Sheet) -> ColumnOfCard:
    look = sheet.run.look
    kept = sheet.claims.take(position.claims, MOST_CLAIMS, FEWEST_CLAIMS)
    claims = (
        claim_card(
            c,
            look.graph.publisher_groups,
            look.words,
            c.name in sheet.listed,
            key_shown(c, position),
        )
        for c in kept.shown
    )
    return ColumnOfCard(
        value=view.value,
        outlets=cut(view.outlets, MOST_OUTLETS),
        backing=view.backing,
        claims=Cut(tuple(claims), kept.left_out),
    )


def _silent(claims: Iterable[Claim], outlets: Iterable[str]) -> tuple[str, ...]:
    """The outlets whose texts do not mention the subject of these claims."""
    speaking = {c.source.outlet for c in claims}
    return tuple(outlet for outlet in outlets if outlet not in speaking)
