"""Sources that disagree and name the same origin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from factcheck.model import Claim, Corpus, Finding, Position, Scope, Topic, Verdict, say
from factcheck.rules.base import CorpusRule, Example, Said

CLASHES = frozenset({Verdict.CONTRADICTS, Verdict.CONFUSED, Verdict.UNDETERMINED})


class SharedOriginDisagreement(CorpusRule):
    """Two sources give different values and both say that they have them from the same origin.

    ## Why it matters

    Then the question is not who is right but who misreports: at least one of them does. It can be
    settled by reading the origin, without asking anybody. Anonymous origins are never the same.

    ## What to do

    Read the origin's own text, and curate it as a source.
    """

    annotates = True

    flags = (
        Example(
            "two figures from one agency",
            (
                Said(
                    "Harbour Post",
                    "Northwind",
                    "budget",
                    "150 million euros",
                    {"period": "2025", "attributed_to": ["statistics-office"]},
                ),
                Said(
                    "Quay Wire",
                    "Northwind",
                    "budget",
                    "85 million euros",
                    {"period": "2025", "attributed_to": ["statistics-office"]},
                ),
            ),
        ),
    )
    allows = (
        Example(
            "two anonymous origins",
            (
                Said(
                    "Harbour Post",
                    "Northwind",
                    "budget",
                    "150 million euros",
                    {"period": "2025", "attributed_to": ["insiders"]},
                ),
                Said(
                    "Quay Wire",
                    "Northwind",
                    "budget",
                    "85 million euros",
                    {"period": "2025", "attributed_to": ["insiders"]},
                ),
            ),
        ),
        Example(
            "one origin, one figure",
            (
                Said(
                    "Harbour Post",
                    "Northwind",
                    "budget",
                    "85 million euros",
                    {"period": "2025", "attributed_to": ["statistics-office"]},
                ),
                Said(
                    "Quay Wire",
                    "Northwind",
                    "budget",
                    "85 million euros",
                    {"period": "2025", "attributed_to": ["statistics-office"]},
                ),
            ),
        ),
    )

    def check(self, corpus: Corpus) -> Iterator[Finding]:
        named = {o.id: o.label for o in corpus.vocabulary.origins.values() if o.kind != "anonymous"}
        for topic in corpus.topics:
            for scope in topic.scopes:
                if scope.verdict in CLASHES:
                    for origin, label in named.items():
                        yield from self._shared(topic, scope, origin, label)

    def _shared(self, topic: Topic, scope: Scope, origin: str, label: str) -> Iterator[Finding]:
        sides: dict[str, list[Claim]] = defaultdict(list)
        for position in scope.positions:
            for claim in position.claims:
                if origin in claim.attributed_to:
                    sides[position.label].append(claim)
        if len({c.source.id for claims in sides.values() for c in claims}) < 2 or len(sides) < 2:
            return
        yield Finding(
            rule=self.name,
            verdict=Verdict.UNDETERMINED,
            anchor=(topic.subject.id, topic.attribute.id, scope.label, origin),
            positions=tuple(Position(value, tuple(claims)) for value, claims in sides.items()),
            message=say(
                "Both sides name {origin} as their origin: at least one misreports it.",
                origin=label,
            ),
            todo=say("Read what {origin} says itself, and curate it as a source.", origin=label),
            subject=topic.subject,
            attribute=topic.attribute,
            scope=scope.label,
        )
