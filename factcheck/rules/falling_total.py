"""Totals that can only grow, and that fall."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Finding, OfScope, Phrase, Scope, Topic, Verdict, bracketed, own, say
from factcheck.rules.base import Anchor, Compared, Example, Statement, TopicRule, anchored, listed

_SENTENCES: dict[Verdict, tuple[str, Phrase]] = {
    Verdict.SELF_CONTRADICTS: (
        own("One source lets {attribute} of {subject}{scope} fall: {values}."),
        say("Read the source again: an error of curation, or one to ask the outlet about."),
    ),
    Verdict.UNDETERMINED: (
        own("The total of {attribute} of {subject}{scope} falls: {values}."),
        say("Ask what each of them counts, or whether the higher figure was taken back."),
    ),
    Verdict.SUPERSEDED: (
        own("An old total of {attribute} of {subject}{scope} is still printed: {values}."),
        say("Use the later total, and tell whoever still carries an old one."),
    ),
}


class FallingTotal(TopicRule):
    """A total that can only grow, as a death toll, is later given lower than it was.

    ## Why it matters

    Tolls grow day by day, so that two days' figures never contradict each other, and a check that
    knows no more than that is silent. But a total of a later day below an earlier one cannot be: it
    is an old figure that somebody still prints, a figure that was taken back, or a count of
    something else. Attributes with `measure: cumulative` are read so: a claim without `as_of` is of
    the day on which its source was published. In one source it is a self-contradiction; where the
    lower figure is one that was given before the higher one, whoever still prints it has a stale
    copy; else it cannot be decided.

    ## What to do

    Use the latest total, and name its day. Ask whoever prints a lower one what it counts.
    """

    flags = (
        Example(
            "a toll that falls from one day to the next",
            (
                Statement("Harbour Post", "Northwind", "toll", "41,732", published="2025-02-17"),
                Statement("Quay Wire", "Northwind", "toll", "39,000", published="2025-02-18"),
            ),
        ),
        Example(
            "an older total, printed when a higher one was known",
            (
                Statement("Molo Oggi", "Northwind", "toll", "41,732", published="2025-02-17"),
                Statement(
                    "Quay Wire",
                    "Northwind",
                    "toll",
                    "39,106",
                    {"as_of": "2025-02-15"},
                    published="2025-02-18",
                ),
            ),
        ),
        Example(
            "in one source",
            (
                Statement("Quay Wire", "Northwind", "toll", "412", {"as_of": "2025-02-17"}),
                Statement("Quay Wire", "Northwind", "toll", "390", {"as_of": "2025-02-18"}),
            ),
        ),
    )
    allows = (
        Example(
            "a toll that grows",
            (
                Statement("Harbour Post", "Northwind", "toll", "39,106", published="2025-02-15"),
                Statement("Quay Wire", "Northwind", "toll", "41,732", published="2025-02-17"),
            ),
        ),
        Example(
            "a bound below a figure",
            (
                Statement("Harbour Post", "Northwind", "toll", "41,732", published="2025-02-17"),
                Statement(
                    "Quay Wire", "Northwind", "toll", "more than 40,000", published="2025-02-18"
                ),
            ),
        ),
    )

    def check(self, topic: Topic, compared: Compared) -> Iterator[Finding]:
        for anchor, scope in anchored(topic):
            if self.answers_for(topic, scope):
                yield self._finding(topic, scope, anchor)

    def answers_for(self, topic: Topic, scope: Scope) -> bool:
        """Whatever falls in a topic of totals."""
        return scope.reported_by == self.name

    def _finding(self, topic: Topic, scope: Scope, anchor: Anchor) -> Finding:
        sentence, todo = _SENTENCES[scope.verdict]
        return Finding(
            rule=self.name,
            verdict=scope.verdict,
            anchor=anchor,
            positions=scope.positions,
            message=say(
                sentence,
                attribute=topic.attribute.label,
                subject=topic.subject.label,
                scope=bracketed(scope.label),
                values=listed(p.label for p in scope.positions),
            ),
            todo=todo,
            evidence=OfScope(topic, scope),
            subject=topic.subject,
            attribute=topic.attribute,
            scope=scope.label,
        )
