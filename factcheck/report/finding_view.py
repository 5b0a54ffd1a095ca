"""Builds the view of a finding with its complete explanation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields

from factcheck.comparing import steps
from factcheck.comparing.materiality import Materiality
from factcheck.judging.identity import values_of
from factcheck.model import Claim, Finding, JudgedFinding, Phrase, Position
from factcheck.report.backing import backing_of_position
from factcheck.report.claim_view import claim_view, outlets_of
from factcheck.report.explained import ClaimView, FindingView, PositionView
from factcheck.report.finding_line import key_shown
from factcheck.report.next_commands import commands_for
from factcheck.report.position_order import fitting, in_order, order, own_claims
from factcheck.report.run import Run, RunView
from factcheck.report.summary import FindingLine
from factcheck.report.weights import weight_view

FOREMOST = 4
"""Claims of one position that a frame shows; the others are counted."""


def claim_seen(claim: Claim, look: RunView, key: str = "value") -> ClaimView:
    """The claim's line; the same view serves all findings about it."""
    view = look.claims.get((claim, key))
    if view is None:
        view = look.claims[claim, key] = claim_view(claim, look.words, key)
    return view


def finding_view(
    judged: JudgedFinding, weighed: Materiality, line: FindingLine, run: Run
) -> FindingView:
    """The finding of this line with its complete explanation."""
    finding, words = judged.finding, run.look.words
    positions = own_claims(finding, in_order(finding, run.touched))
    origins = [weighed.origins[n] for n in order(finding, run.touched)]
    return FindingView(
        **{field.name: getattr(line, field.name) for field in fields(line)},
        positions=tuple(_position(p, finding, run.look) for p in positions),
        fitting=tuple(_position(p, finding, run.look) for p in fitting(finding, run.look.words)),
        hints=_messages(run.look.hints.of(finding), run.look),
        causes=_messages((cause.message for cause in finding.causes), run.look),
        steps=_messages(steps(run.look.compared, finding), run.look),
        why="" if judged.why is None else words.say(judged.why),
        weight=weight_view(finding, weighed, origins, words),
        commands=commands_for(finding.rule, judged.id, run.path, words),
        content=values_of(finding),
    )


def _messages(phrases: Iterable[Phrase], look: RunView) -> tuple[str, ...]:
    return tuple(map(look.words.say, phrases))


def _position(position: Position, finding: Finding, look: RunView) -> PositionView:
    backing = look.backing(position, finding)
    claims = tuple(claim_seen(c, look, key_shown(c, position)) for c in position.claims)
    return PositionView(
        value=look.words.fact(position.label),
        outlets=outlets_of(position.claims),
        origins=len(backing.origins),
        backing="" if position.by == "name" else backing_of_position(backing, look.words),
        claims=claims,
        foremost=foremost(claims),
        others=max(0, len(claims) - FOREMOST),
    )


def foremost(claims: Sequence[ClaimView]) -> tuple[ClaimView, ...]:
    """The claims that fit into a frame: one of each source before a second one of any."""
    first = {c.source: c for c in reversed(claims)}
    once = [c for c in claims if first[c.source] is c]
    again = [c for c in claims if first[c.source] is not c]
    return (*once, *again)[:FOREMOST]
