"""The same figure for two periods."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from factcheck.model import Claim, Corpus, Finding, Position, Scope, Topic, Verdict, say
from factcheck.rules.base import CorpusRule, Example, Said
from factcheck.values import kind_for
from factcheck.values.period import show_period


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
        by_figure: dict[str, list[tuple[Scope, Claim]]] = defaultdict(list)
        for scope in topic.scopes:
            for claim in scope.claims:
                if claim.period is not None and claim.value is not None:
                    by_figure[kind.show(claim.value)].append((scope, claim))
        for figure, told in sorted(by_figure.items()):
            shifted = {
                c.name: c for a, b in combinations(told, 2) if _apart(a, b) for _, c in (a, b)
            }
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
                Position(f"{figure} · {period}", tuple(members), members[0].value, scope=period)
                for period, members in by_period.items()
            ),
            message=say(
                "The same figure, {figure}, is given for {attribute} of {subject} in {periods}.",
                attribute=topic.attribute.label,
                subject=topic.subject.label,
                figure=figure,
                periods=" / ".join(by_period),
            ),
            todo=say("Find out for which period the figure was first published."),
            subject=topic.subject,
            attribute=topic.attribute,
        )


def _apart(one: tuple[Scope, Claim], other: tuple[Scope, Claim]) -> bool:
    """Two periods without a common day; a source with other claims on either period knows both."""
    (_, a), (_, b) = one, other
    if a.period is None or b.period is None or a.modality != b.modality:
        return False
    if not (a.period.end < b.period.start or b.period.end < a.period.start):
        return False
    spoken_a = {c.source.id for c in one[0].claims}
    spoken_b = {c.source.id for c in other[0].claims}
    return a.source.id not in spoken_b and b.source.id not in spoken_a
