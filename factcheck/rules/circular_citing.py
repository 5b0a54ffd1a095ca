"""Outlets that name one another as their origin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from factcheck.comparing.origins import CitationCycle, OriginGraph
from factcheck.model import (
    Claim,
    Finding,
    Position,
    Topic,
    Verdict,
    both,
    bracketed,
    joined,
    say,
)
from factcheck.rules.base import Compared, Example, Statement, TopicRule


class CircularCiting(TopicRule):
    """Outlets name one another as the origin of what they say, and nobody else.

    ## Why it matters

    What everybody has from everybody else was never reported by anybody here: it looks confirmed
    several times, and is not confirmed once. Such claims count as of unknown origin. A circle out
    of which a name leads is none: the claim then goes back to whom that name is.

    ## What to do

    Ask the outlet that published first whom it has it from, and add that to `attributed_to`.
    """

    annotates = True

    flags = (
        Example(
            "each has it from the other",
            (
                Statement(
                    "Harbour Post", "Northwind", "staff", "8,500", {"attributed_to": ["quay-wire"]}
                ),
                Statement(
                    "Quay Wire", "Northwind", "staff", "8,500", {"attributed_to": ["harbour-post"]}
                ),
            ),
        ),
        Example(
            "a circle of three, one of which gives no period",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "budget",
                    "85 million euros",
                    {"period": "2025", "attributed_to": ["quay-wire"]},
                ),
                Statement(
                    "Quay Wire",
                    "Northwind",
                    "budget",
                    "85 million euros",
                    {"period": "2025", "attributed_to": ["island-echo"]},
                ),
                Statement(
                    "Island Echo",
                    "Northwind",
                    "budget",
                    "85 million euros",
                    {"attributed_to": ["harbour-post"]},
                ),
            ),
        ),
    )
    allows = (
        Example(
            "one of them also names somebody else",
            (
                Statement(
                    "Harbour Post", "Northwind", "staff", "8,500", {"attributed_to": ["quay-wire"]}
                ),
                Statement(
                    "Quay Wire",
                    "Northwind",
                    "staff",
                    "8,500",
                    {"attributed_to": ["harbour-post", "statistics-office"]},
                ),
            ),
        ),
        Example(
            "each has another year from the other",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "budget",
                    "85 million euros",
                    {"period": "2025", "attributed_to": ["quay-wire"]},
                ),
                Statement(
                    "Quay Wire",
                    "Northwind",
                    "budget",
                    "90 million euros",
                    {"period": "2026", "attributed_to": ["harbour-post"]},
                ),
            ),
        ),
        Example(
            "an outlet that names itself",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "staff",
                    "8,500",
                    {"attributed_to": ["harbour-post"]},
                ),
                Statement("Quay Wire", "Northwind", "staff", "8,500"),
            ),
        ),
    )

    def check(self, topic: Topic, compared: Compared) -> Iterator[Finding]:
        for cycle in compared.origins.cycles(topic):
            yield self._finding(topic, cycle, compared.origins)

    def _finding(self, topic: Topic, cycle: CitationCycle, graph: OriginGraph) -> Finding:
        positions: dict[str, list[Claim]] = defaultdict(list)
        for claim in cycle.claims:
            positions[claim.source.outlet].append(claim)
        scope = joined((s.label for s in cycle.scopes if s.label), " / ")
        where = cycle.scopes[0].anchor
        return Finding(
            rule=self.name,
            verdict=Verdict.UNDETERMINED,
            anchor=(topic.subject.id, topic.attribute.id, where, min(positions)),
            positions=tuple(
                Position(outlet, tuple(positions[outlet])) for outlet in sorted(positions)
            ),
            message=say(
                "Nobody is the origin of {attribute} of {subject}{scope}:"
                " {outlets} name only one another.",
                attribute=topic.attribute.label,
                subject=topic.subject.label,
                scope=bracketed(scope),
                outlets=both(sorted(positions)),
            ),
            todo=say(
                "Ask {first} whom it has it from, and add that to attributed_to.",
                first=min(cycle.claims, key=lambda c: (c.source.published, c.name)).source.outlet,
            ),
            remarks=tuple(
                say(
                    "{claim} names {origins}.",
                    claim=claim.name,
                    origins=both(
                        graph.publisher_groups.origin(o).label for o in claim.attributed_to
                    ),
                )
                for claim in cycle.claims
            ),
            subject=topic.subject,
            attribute=topic.attribute,
            scope=scope,
        )
