"""The same figure for two periods."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, islice

from factcheck.model import (
    Claim,
    Corpus,
    Finding,
    Position,
    Scope,
    Topic,
    Verdict,
    joined,
    say,
    told,
)
from factcheck.rules.base import CorpusRule, Example, Said
from factcheck.values import kind_for
from factcheck.values.period import show_period

MOST_PAIRS = 10_000
"""Pairs of scopes with one figure that are looked at: a constant of many years is no shift."""


class PeriodShift(CorpusRule):
    """The same figure is given for two periods that have no day in common.

    ## Why it matters

    A text that is copied months later keeps its "this year". The figure is right, its period is
    not; whoever compares the two years finds a standstill that never was.

    ## What to do

    Find out for which period the figure was first published, and correct the other claim's period,
    or note what its source says.
    """

    annotates = True

    flags = (
        Example(
            "a copied figure with a later year",
            (
                Said("Harbour Post", "Northwind", "share", "13.4%", {"period": "H1 2025"}),
                Said("Quay Wire", "Northwind", "share", "13.4%", {"period": "2026"}),
            ),
        ),
    )
    allows = (
        Example(
            "a source that gives both years",
            (
                Said("Harbour Post", "Northwind", "share", "13.4%", {"period": "2025"}),
                Said("Quay Wire", "Northwind", "share", "13.4%", {"period": "2025"}),
                Said("Quay Wire", "Northwind", "share", "13.4%", {"period": "2026"}),
            ),
        ),
        Example(
            "one period holds the other",
            (
                Said("Harbour Post", "Northwind", "share", "13.4%", {"period": "H1 2025"}),
                Said("Quay Wire", "Northwind", "share", "13.4%", {"period": "2025"}),
            ),
        ),
    )

    def check(self, corpus: Corpus) -> Iterator[Finding]:
        for topic in corpus.topics:
            if topic.attribute.kind in ("quantity", "money") and "period" in topic.attribute.key:
                yield from self._shifted(topic)

    def _shifted(self, topic: Topic) -> Iterator[Finding]:
        kind = kind_for(topic.attribute)
        by_figure: dict[str, list[tuple[Scope, list[Claim]]]] = defaultdict(list)
        for scope in topic.scopes:
            given: dict[str, list[Claim]] = defaultdict(list)
            for claim in scope.claims:
                if claim.period is not None and claim.value is not None:
                    given[kind.show(claim.value)].append(claim)
            for figure, claims in given.items():
                by_figure[figure].append((scope, claims))
        for figure, scopes in sorted(by_figure.items()):
            pairs = islice(combinations(scopes, 2), MOST_PAIRS)
            shifted = {c.name: c for a, b in pairs for c in _apart(a, b)}
            if shifted:
                yield self._finding(topic, figure, tuple(shifted[n] for n in sorted(shifted)))

    def _finding(self, topic: Topic, figure: str, claims: tuple[Claim, ...]) -> Finding:
        by_period: dict[str, list[Claim]] = defaultdict(list)
        for period, claim in sorted(
            ((c.period, c) for c in claims if c.period is not None), key=lambda pair: pair[0]
        ):
            by_period[show_period(period)].append(claim)
        return Finding(
            rule=self.name,
            verdict=Verdict.UNDETERMINED,
            anchor=(topic.subject.id, topic.attribute.id, figure),
            positions=tuple(
                Position(
                    told("{value} · {scope}", value=figure, scope=period),
                    tuple(members),
                    members[0].value,
                    scope=period,
                )
                for period, members in by_period.items()
            ),
            message=say(
                "The same figure, {figure}, is given for {attribute} of {subject} in {periods}.",
                attribute=topic.attribute.label,
                subject=topic.subject.label,
                figure=figure,
                periods=joined(by_period, " / "),
            ),
            todo=say("Find out for which period the figure was first published."),
            subject=topic.subject,
            attribute=topic.attribute,
        )


def _apart(one: tuple[Scope, list[Claim]], other: tuple[Scope, list[Claim]]) -> tuple[Claim, ...]:
    """The claims of two scopes without a common day, but for those of sources that know both."""
    (scope_a, told_a), (scope_b, told_b) = one, other
    a, b = told_a[0].period, told_b[0].period
    if a is None or b is None or not (a.end < b.start or b.end < a.start):
        return ()
    knowing = {c.source.id for c in scope_a.claims} & {c.source.id for c in scope_b.claims}
    here = [c for c in told_a if c.source.id not in knowing]
    there = [c for c in told_b if c.source.id not in knowing]
    modalities = {c.modality for c in here} & {c.modality for c in there}
    return tuple(c for c in (*here, *there) if c.modality in modalities) if here and there else ()
