"""The same figure for two periods."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, islice

from factcheck.comparing.scopes.scoping import PROSPECTIVE
from factcheck.model import Claim, Finding, Position, Topic, Verdict, Wording, joined, say
from factcheck.rules.base import Compared, Example, Statement, TopicRule
from factcheck.text.numbers.precision import OPEN_ENDED
from factcheck.values import kind_for
from factcheck.values.measures.measured import Measured
from factcheck.values.period import show_period

MOST_PAIRS = 10_000
"""Pairs of scopes with one figure that are looked at: a constant of many years is no shift."""


class PeriodShift(TopicRule):
    """The same figure is given for two periods that have no day in common.

    ## Why it matters

    A text that is copied months later keeps its "this year". The figure is right, its period is
    not; whoever compares the two years finds a standstill that never was. It does not
    matter whether one calls it a plan and the other a fact, or whether "about" stands before it: 70
    million spent in one year become "about 70 million set aside" for the next, even in one text.

    ## What to do

    Find out for which period the figure was first published, and correct the other claim's period,
    or note what its source says.
    """

    annotates = True

    flags = (
        Example(
            "a copied figure with a later year",
            (
                Statement("Harbour Post", "Northwind", "share", "13.4%", {"period": "H1 2025"}),
                Statement("Quay Wire", "Northwind", "share", "13.4%", {"period": "2026"}),
            ),
        ),
        Example(
            "what was spent, and the same set aside for the next year",
            (
                Statement(
                    "Harbour Post", "Northwind", "budget", "70 million euros", {"period": "2024"}
                ),
                Statement(
                    "Quay Wire",
                    "Northwind",
                    "budget",
                    "about 70 million euros",
                    {"period": "2026", "status": "planned"},
                ),
            ),
        ),
        Example(
            "the same in one source",
            (
                Statement(
                    "Quay Wire", "Northwind", "budget", "70 million euros", {"period": "2024"}
                ),
                Statement(
                    "Quay Wire",
                    "Northwind",
                    "budget",
                    "circa 70 milioni di euro",
                    {"period": "2026", "status": "committed", "language": "it"},
                ),
            ),
        ),
    )
    allows = (
        Example(
            "a plan that is smaller than what was spent",
            (
                Statement(
                    "Quay Wire", "Northwind", "budget", "70 million euros", {"period": "2024"}
                ),
                Statement(
                    "Quay Wire",
                    "Northwind",
                    "budget",
                    "60 million euros",
                    {"period": "2026", "status": "planned"},
                ),
            ),
        ),
        Example(
            "a source that gives both years",
            (
                Statement("Harbour Post", "Northwind", "share", "13.4%", {"period": "2025"}),
                Statement("Quay Wire", "Northwind", "share", "13.4%", {"period": "2025"}),
                Statement("Quay Wire", "Northwind", "share", "13.4%", {"period": "2026"}),
            ),
        ),
        Example(
            "one period holds the other",
            (
                Statement("Harbour Post", "Northwind", "share", "13.4%", {"period": "H1 2025"}),
                Statement("Quay Wire", "Northwind", "share", "13.4%", {"period": "2025"}),
            ),
        ),
    )

    def check(self, topic: Topic, compared: Compared) -> Iterator[Finding]:
        if topic.attribute.kind in ("quantity", "money") and "period" in topic.attribute.key:
            yield from self._shifted(topic)

    def _shifted(self, topic: Topic) -> Iterator[Finding]:
        kind = kind_for(topic.attribute)
        by_figure: dict[_Figure, list[_Given]] = defaultdict(list)
        for scope in topic.scopes:
            described: dict[_Figure, list[Claim]] = defaultdict(list)
            for claim in scope.claims:
                if claim.period is not None and (figure := _figure(claim)) is not None:
                    described[figure].append(claim)
            sources = frozenset(c.source.id for c in scope.claims)
            for figure, claims in described.items():
                by_figure[figure].append(_Given(claims, sources))
        found: list[tuple[Wording, tuple[Claim, ...]]] = []
        for given in by_figure.values():
            if shifted := _shifted(given):
                members = tuple(shifted[n] for n in sorted(shifted))
                plainest = (kind.show(c.value) for c in members if c.value is not None)
                found.append((min(plainest, key=lambda w: (len(str(w)), str(w))), members))
        for words, of_figure in sorted(found, key=lambda one: str(one[0])):
            yield self._finding(topic, words, of_figure)

    def _finding(self, topic: Topic, figure: Wording, claims: tuple[Claim, ...]) -> Finding:
        by_period: dict[Wording, list[Claim]] = defaultdict(list)
        for period, claim in sorted(
            ((c.period, c) for c in claims if c.period is not None), key=lambda pair: pair[0]
        ):
            by_period[show_period(period)].append(claim)
        return Finding(
            rule=self.name,
            verdict=Verdict.UNDETERMINED,
            anchor=(topic.subject.id, topic.attribute.id, str(figure)),
            positions=tuple(
                Position(
                    say("{value} · {scope}", value=figure, scope=period),
                    tuple(members),
                    members[0].value,
                    scope=period,
                )
                for period, members in by_period.items()
            ),
            message=say(
                "The same figure, {figure}, is given for {attribute} of {subject} in several"
                " periods: {periods}.",
                attribute=topic.attribute.label,
                subject=topic.subject.label,
                figure=figure,
                periods=joined(by_period, " / "),
            ),
            todo=say("Find out for which period the figure was first published."),
            subject=topic.subject,
            attribute=topic.attribute,
        )


_Figure = tuple[Decimal, Decimal | None, str, str]  # number, upper number, unit, bound


class _Given:
    """The claims of one scope that give one figure, and all sources that speak in that scope."""

    __slots__ = ("claims", "end", "sources", "start")

    def __init__(self, claims: list[Claim], sources: frozenset[str]) -> None:
        period = claims[0].period
        assert period is not None
        self.claims, self.sources = claims, sources
        self.start, self.end = period.start, period.end

    def is_disjoint(self, other: _Given) -> bool:
        """Whether the two have no day in common."""
        return self.end < other.start or other.end < self.start


def _shifted(given: list[_Given]) -> dict[str, Claim]:
    """By name, the claims that give one figure for a period, and another source for another one."""
    found: dict[str, Claim] = {}
    done: set[_Given] = set()  # those of which all claims are found: of such two, nothing is new
    for a, b in islice(combinations(given, 2), MOST_PAIRS):
        if a.is_disjoint(b) and not (a in done and b in done):
            found.update((claim.name, claim) for claim in _unknowing(a, b))
            done.update(one for one in (a, b) if all(c.name in found for c in one.claims))
    return found


def _unknowing(a: _Given, b: _Given) -> tuple[Claim, ...]:
    """The claims of both, but for those of sources that know both; of these, a plan and a fact."""
    knowing = a.sources & b.sources
    here = [c for c in a.claims if c.source.id not in knowing]
    there = [c for c in b.claims if c.source.id not in knowing]
    across = (*here, *there) if here and there else ()
    return (*across, *_planned_anew(a, b, knowing))


def _planned_anew(a: _Given, b: _Given, knowing: frozenset[str]) -> Iterator[Claim]:
    """The claims of one source that calls a figure a fact here, and sets it aside there."""
    if not knowing:
        return
    own: dict[str, list[Claim]] = defaultdict(list)
    for claim in b.claims:
        own[claim.source.id].append(claim)
    for one in a.claims:
        for other in own.get(one.source.id, ()):
            planned = {c.status in PROSPECTIVE for c in (one, other)}
            if len(planned) > 1 and not one.is_twin(other):
                yield from (one, other)


def _figure(claim: Claim) -> _Figure | None:
    """What two retellings share: the number, and the bound if it is more than "about"."""
    value = claim.value
    if not isinstance(value, Measured):
        return None
    return value.number, value.last, value.unit, value.bound if value.bound in OPEN_ENDED else ""
