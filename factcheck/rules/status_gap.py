"""A fact in one source, a condition or a trial in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import product

from factcheck.model import (
    COMPATIBLE,
    Claim,
    Finding,
    Phrase,
    Position,
    Qualifiers,
    Scope,
    Topic,
    Value,
    Verdict,
    both,
    joined,
    own,
    say,
)
from factcheck.rules.base import Compared, Example, Statement, TopicRule
from factcheck.values import kind_for

FIRM = frozenset(
    {None, "actual", "confirmed", "provisional", "estimate", "committed", "planned", "projected"}
)
CONTINGENT = frozenset({"conditional", "trial"})


class StatusGap(TopicRule):
    """One source states firmly what another one makes depend on a condition, or calls a trial.

    ## Why it matters

    Conditions are what gets lost first when a story is retold: "would place a trial order if sales
    are allowed" becomes "a landmark order". The figure is the same, so nothing else would notice.

    ## What to do

    Print the condition with the figure, unless the firm source knows more: ask it.
    """

    identity = "modality-gap"

    flags = (
        Example(
            "an order, and a trial order",
            (
                Statement("Harbour Post", "Northwind", "staff", "20,000"),
                Statement("Quay Wire", "Northwind", "staff", "20,000", {"status": "trial"}),
            ),
        ),
        Example(
            "a plan with a condition, and without",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "budget",
                    "14 million euros",
                    {"period": "2026", "status": "planned"},
                ),
                Statement(
                    "Quay Wire",
                    "Northwind",
                    "budget",
                    "up to 14 million euros",
                    {"period": "2026", "status": "conditional", "conditions": "if approved"},
                ),
            ),
        ),
        Example(
            "one of them with a slip of spelling",
            (
                Statement("Harbour Post", "Northwind", "chip", "Lantern"),
                Statement("Quay Wire", "Northwind", "chip", "Lanten", {"status": "trial"}),
            ),
        ),
    )
    allows = (
        Example(
            "another figure, for another case",
            (
                Statement("Harbour Post", "Northwind", "staff", "20,000"),
                Statement("Quay Wire", "Northwind", "staff", "35,000", {"status": "conditional"}),
            ),
        ),
        Example(
            "one source that tells both",
            (
                Statement("Quay Wire", "Northwind", "staff", "20,000"),
                Statement("Quay Wire", "Northwind", "staff", "20,000", {"status": "trial"}),
            ),
        ),
    )

    def check(self, topic: Topic, compared: Compared) -> Iterator[Finding]:
        by_scope: dict[tuple[tuple[str, str], ...], list[Scope]] = defaultdict(list)
        for scope in topic.scopes:
            by_scope[tuple((name, str(words)) for name, words in _but_status(scope))].append(scope)
        for _, scopes in sorted(by_scope.items(), key=lambda item: item[0]):
            if any(c.status in CONTINGENT for s in scopes for c in s.claims):
                positions = [p for s in scopes for p in s.positions]
                yield from self._gaps(topic, _but_status(scopes[0]), positions)

    def _gaps(
        self, topic: Topic, qualifiers: Qualifiers, positions: list[Position]
    ) -> Iterator[Finding]:
        firm: dict[str, Claim] = {}
        contingent: dict[str, Claim] = {}
        kind = kind_for(topic.attribute)
        for (p, stated), (q, depending) in product(
            _of(FIRM, positions), _of(CONTINGENT, positions)
        ):
            disjoint = {c.source.id for c in stated}.isdisjoint(c.source.id for c in depending)
            if disjoint and _meet(p, q) and kind.compare(p, q).verdict in COMPATIBLE:
                firm.update((c.name, c) for c in stated)
                contingent.update((c.name, c) for c in depending)
        if firm:
            two = (
                tuple(firm[n] for n in sorted(firm)),
                tuple(contingent[n] for n in sorted(contingent)),
            )
            yield self._finding(topic, qualifiers, *two)

    def _finding(
        self,
        topic: Topic,
        qualifiers: Qualifiers,
        firm: tuple[Claim, ...],
        contingent: tuple[Claim, ...],
    ) -> Finding:
        scope = joined(text for _, text in qualifiers)
        return Finding(
            rule=self.name,
            verdict=Verdict.UNDETERMINED,
            anchor=(topic.subject.id, topic.attribute.id, str(scope)),
            positions=(
                Position(say("firm"), firm, scope=say("firm")),
                Position(
                    say("conditional or trial"), contingent, scope=say("conditional or trial")
                ),
            ),
            message=say(
                "{subject}, {attribute}: {firm} {state} as firm what {contingent} {call}"
                " conditional or a trial.",
                attribute=topic.attribute.label,
                subject=topic.subject.label,
                firm=both(_outlets(firm)),
                state=say("states" if len(_outlets(firm)) == 1 else "state"),
                contingent=both(_outlets(contingent)),
                call=say("calls" if len(_outlets(contingent)) == 1 else "call"),
            ),
            todo=say("Print the condition with the figure, or ask the firm source what it knows."),
            remarks=tuple(_conditions(c) for c in contingent if c.conditions),
            subject=topic.subject,
            attribute=topic.attribute,
            scope=scope,
        )


def _but_status(scope: Scope) -> Qualifiers:
    return tuple(q for q in scope.qualifiers if q[0] != "status")


def _of(
    statuses: Collection[str | None], positions: Iterable[Position]
) -> list[tuple[Value, list[Claim]]]:
    """The values that claims of one of these statuses give, with those claims."""
    described = ((p.value, [c for c in p.claims if c.status in statuses]) for p in positions)
    return [(value, claims) for value, claims in described if value is not None and claims]


def _meet(a: Value, b: Value) -> bool:
    """Whether the intervals of two values meet, where they have any: cheaper than to compare."""
    return a.strict is None or b.strict is None or a.strict.meets(b.strict)


def _conditions(claim: Claim) -> Phrase:
    words = "; ".join(claim.conditions)
    return say(own("{claim}: “{conditions}”."), claim=claim.name, conditions=words)


def _outlets(claims: tuple[Claim, ...]) -> list[str]:
    return sorted({c.source.outlet for c in claims})
