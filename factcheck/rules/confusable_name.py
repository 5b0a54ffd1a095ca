"""A look-alike that stands where the others name the real thing."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Finding, OfScope, Phrase, Scope, Topic, Verdict, joined, say
from factcheck.rules.base import Anchor, Compared, Example, Statement, TopicRule, anchored


class ConfusableName(TopicRule):
    """Sources name, for one thing, two subjects that the registry declares to be look-alikes.

    ## Why it matters

    A wrong spelling is seen at once; a wrong thing with a right name is not. Two product lines of
    one maker are the usual case: each exists, only one of them fits.

    ## What to do

    Check with the source which one it means. The reason that the registry gives says what tells
    them apart.
    """

    flags = (
        Example(
            "a processor line for an accelerator line",
            (
                Statement("Harbour Post", "Northwind", "chip", "Birch"),
                Statement("Quay Wire", "Northwind", "chip", "Maple"),
            ),
        ),
    )
    allows = (
        Example(
            "each for its own thing",
            (
                Statement("Harbour Post", "Northwind", "chip", "Birch"),
                Statement("Quay Wire", "Northwind", "processor", "Maple"),
            ),
        ),
    )

    def check(self, topic: Topic, compared: Compared) -> Iterator[Finding]:
        for anchor, scope in anchored(topic):
            if self.answers_for(topic, scope):
                yield self._finding(topic, scope, anchor)

    def answers_for(self, topic: Topic, scope: Scope) -> bool:
        """Every confusion, of whatever kind."""
        return scope.verdict is Verdict.CONFUSED

    def _finding(self, topic: Topic, scope: Scope, anchor: Anchor) -> Finding:
        return Finding(
            rule=self.name,
            verdict=Verdict.CONFUSED,
            anchor=anchor,
            positions=scope.positions,
            message=say(
                "Look-alikes stand for one thing, {attribute} of {subject}: {values}.",
                attribute=topic.attribute.label,
                subject=topic.subject.label,
                values=joined((p.label for p in scope.positions), " / "),
            ),
            todo=say("Check with the source which of them it means."),
            evidence=OfScope(topic, scope),
            remarks=tuple(_fewest(scope)),
            subject=topic.subject,
            attribute=topic.attribute,
            scope=scope.label,
        )


def _fewest(scope: Scope) -> Iterator[Phrase]:
    """Which name has the fewest sources, where one has: counted, not judged."""
    given = sorted((len(p.sources), p.label) for p in scope.positions)
    if given[0][0] < given[1][0]:
        yield say(
            "Sources that say {one}: {few}; that say {other}: {many}.",
            few=given[0][0],
            one=given[0][1],
            many=given[-1][0],
            other=given[-1][1],
        )
