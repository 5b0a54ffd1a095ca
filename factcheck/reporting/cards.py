"""One disagreement as its card: what is known at once, and what is told where a format shows it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.comparing import steps
from factcheck.judging.identity import values_of
from factcheck.materiality import Materiality
from factcheck.model import Claim, Finding, JudgedFinding, KnownValue, Phrase, Position
from factcheck.reporting.backing import backing_of_side
from factcheck.reporting.changes import Known, values_before
from factcheck.reporting.claims import outlets_of
from factcheck.reporting.commands import commands_for
from factcheck.reporting.decisions import resolution_view
from factcheck.reporting.groups import SIGNS
from factcheck.reporting.lazy import Unrolled, told_by
from factcheck.reporting.looking import Look
from factcheck.reporting.sides import order, sides
from factcheck.reporting.view import (
    ClaimView,
    CommandView,
    FindingView,
    PositionView,
    WeightView,
)
from factcheck.reporting.weights import weight_view
from factcheck.sourcing import Backing

if TYPE_CHECKING:
    from factcheck.reporting.page import PrintableView
    from factcheck.reporting.pictures import PlotView


@dataclass(frozen=True)
class Run:
    """What the cards of a run have in common."""

    look: Look
    path: str  # how the user calls the corpus
    touched: Container[str]  # names of the claims that a change added or altered
    earlier: Known

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        """All of the corpus, each once, in the order of its sources."""
        return tuple(dict.fromkeys(source.outlet for source in self.look.compared.sources))


def card(judged: JudgedFinding, weighed: Materiality, run: Run) -> FindingView:
    """The card of a finding that weighs so much."""
    finding, words = judged.finding, run.look.words
    subject, attribute = finding.subject, finding.attribute
    return told_by(
        FindingView,
        _Card(judged, weighed, run),
        id=judged.id,
        rule=finding.rule,
        verdict=finding.verdict.value,
        sign=SIGNS[finding.verdict],
        severity=judged.severity.value,
        state=judged.state.value,
        subject="" if subject is None else words.fact(subject.label),
        attribute="" if attribute is None else words.fact(attribute.label),
        subject_id="" if subject is None else subject.id,
        attribute_id="" if attribute is None else attribute.id,
        fails=judged.fails,
        resolution=resolution_view(judged, words),
    )


@dataclass(frozen=True)
class _Card:
    """Tells the parts of a card that cost something."""

    judged: JudgedFinding
    weighed: Materiality
    run: Run

    @cached_property
    def _sides(self) -> tuple[Position, ...]:
        return sides(self.judged.finding, self.run.touched)

    def _said(self, phrases: Iterable[Phrase]) -> tuple[str, ...]:
        return tuple(map(self.run.look.words.say, phrases))

    def scope(self) -> str:
        return self.run.look.words.fact(self.judged.finding.scope)

    def message(self) -> str:
        return self.run.look.words.say(self.judged.finding.message)

    def todo(self) -> str:
        return self.run.look.words.say(self.judged.finding.todo)

    def positions(self) -> tuple[PositionView, ...]:
        return tuple(side(p, self.judged.finding, self.run.look) for p in self._sides)

    def plot(self) -> PlotView | None:
        from factcheck.reporting.plot import plot

        return plot(self.judged.finding.verdict, self._sides, self.run.look.words)

    def silent(self) -> tuple[str, ...]:
        return _silent(self.judged.finding.claims, self.run.outlets)

    def hints(self) -> tuple[str, ...]:
        return self._said(self.run.look.hints.of(self.judged.finding))

    def causes(self) -> tuple[str, ...]:
        return self._said(cause.message for cause in self.judged.finding.causes)

    def steps(self) -> Sequence[str]:
        return Unrolled(
            map(self.run.look.words.say, steps(self.run.look.compared, self.judged.finding))
        )

    def typed(self) -> tuple[CommandView, ...]:
        rule, run = self.judged.finding.rule, self.run
        return commands_for(rule, self.judged.id, run.path, run.look.words)

    def why(self) -> str:
        return "" if self.judged.why is None else self.run.look.words.say(self.judged.why)

    def before(self) -> tuple[str, ...]:
        known = self.run.earlier.get(self.judged.id, ())
        return values_before(known, values_of(self.judged.finding)) if known else ()

    def weight(self) -> WeightView:
        finding, weighed = self.judged.finding, self.weighed
        origins = [weighed.origins[n] for n in order(finding, self.run.touched)]
        return weight_view(finding, weighed, origins, self.run.look.words)

    def printable(self) -> PrintableView:
        from factcheck.reporting.printable import printable

        look = self.run.look
        return printable(self.judged, self._sides, look.graph.houses, look.words)

    def content(self) -> tuple[KnownValue, ...]:
        return values_of(self.judged.finding)


@dataclass(frozen=True)
class _Side:
    """Tells the parts of one side of a card."""

    position: Position
    finding: Finding
    look: Look

    @cached_property
    def _backing(self) -> Backing:
        return self.look.backing(self.position, self.finding)

    def value(self) -> str:
        return self.look.words.fact(self.position.label)

    def claims(self) -> Sequence[ClaimView]:
        position, look = self.position, self.look
        seen = (look.claim(c, _key(c, position)) for c in position.claims)
        return Unrolled(seen, len(position.claims))

    def outlets(self) -> tuple[str, ...]:
        return outlets_of(self.position.claims)

    def origins(self) -> int:
        return len(self._backing.origins)

    def backing(self) -> str:
        """Empty where the side is a spelling."""
        return "" if self.position.by == "name" else backing_of_side(self._backing, self.look.words)


def side(position: Position, finding: Finding, look: Look) -> PositionView:
    """One side of a finding."""
    return told_by(PositionView, _Side(position, finding, look))


def _key(claim: Claim, position: Position) -> str:
    """The key of the claim in which it says what the position is about."""
    if position.by != "name":
        return "value"
    return "subject" if position.label in (claim.subject_text, claim.subject.label) else "value"


def _silent(claims: Iterable[Claim], outlets: Iterable[str]) -> tuple[str, ...]:
    """The outlets without a word on what these claims are about, in any of their texts."""
    spoken = {c.source.outlet for c in claims}
    return tuple(outlet for outlet in outlets if outlet not in spoken)
