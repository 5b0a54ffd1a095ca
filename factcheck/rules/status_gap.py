"""One proposition, a fact or a plan here, less firm there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations, product

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
from factcheck.values.measures.measured import Measured

LEVELS: Mapping[str | None, Phrase] = {
    **dict.fromkeys((None, "actual", "confirmed", "provisional", "estimate"), say("a fact")),
    "rumoured": say("a rumour"),
    "committed": say("a commitment"),
    **dict.fromkeys(("planned", "projected"), say("a plan")),
    "conditional": say("conditional"),
    "trial": say("a trial"),
}
"""What each status makes of a claim, from firm to less firm."""

RECORDED = {
    say("a fact"): say("firm"),
    **dict.fromkeys((say("conditional"), say("a trial")), say("conditional or trial")),
}
"""What decisions and baselines of earlier versions call these levels: they hold."""

ORDERED_LEVELS = tuple(dict.fromkeys(LEVELS.values()))
CONTINGENT = frozenset({"conditional", "trial"})
FIRM = frozenset(LEVELS) - CONTINGENT
A_MONTH = timedelta(31)
"""What was planned may have come true when a later source calls it a fact."""


class StatusGap(TopicRule):
    """One proposition is firm here and less firm there: fact, commitment, plan, condition, trial.

    ## Why it matters

    Conditions are what gets lost first when a story is retold: "would place a trial order if sales
    are allowed" becomes "a landmark order", and "plans to spend" becomes "has spent", at times from
    the headline of one text to its end. The figure is the same, so nothing else would notice. Where
    a source calls a fact what another one planned more than a month before, the plan may have come
    true.

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
            "a commitment, and a plan",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "budget",
                    "4 million euros",
                    {"period": "2026", "status": "committed"},
                ),
                Statement(
                    "Quay Wire",
                    "Northwind",
                    "budget",
                    "4 milioni di euro",
                    {"period": "2026", "status": "planned"},
                    language="it",
                ),
            ),
        ),
        Example(
            "one source that tells both",
            (
                Statement("Quay Wire", "Northwind", "staff", "20,000"),
                Statement("Quay Wire", "Northwind", "staff", "20,000", {"status": "trial"}),
            ),
        ),
        Example(
            "a plan that has become a fact in one text",
            (
                Statement("Quay Wire", "Northwind", "staff", "20,000", {"status": "planned"}),
                Statement("Quay Wire", "Northwind", "staff", "20,000", {"status": "actual"}),
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
            "a plan, and a year later the fact",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "staff",
                    "20,000",
                    {"status": "planned"},
                    published="2025-01-05",
                ),
                Statement("Quay Wire", "Northwind", "staff", "20,000", {"status": "actual"}),
            ),
        ),
        Example(
            "a fact, and a larger plan",
            (
                Statement("Harbour Post", "Northwind", "staff", "20,000", {"status": "actual"}),
                Statement("Quay Wire", "Northwind", "staff", "25,000", {"status": "planned"}),
            ),
        ),
    )

    def check(self, topic: Topic, compared: Compared) -> Iterator[Finding]:
        by_scope: dict[tuple[tuple[str, str], ...], list[Scope]] = defaultdict(list)
        for scope in topic.scopes:
            by_scope[tuple((name, str(words)) for name, words in _but_status(scope))].append(scope)
        for _, scopes in sorted(by_scope.items(), key=lambda item: item[0]):
            positions = [p for s in scopes for p in s.positions]
            found = {*_contingent(topic, positions), *_at_two_levels(positions)}
            if found:
                claims = tuple(sorted(found, key=lambda c: c.name))
                yield self._finding(topic, _but_status(scopes[0]), claims)

    def _finding(self, topic: Topic, qualifiers: Qualifiers, claims: tuple[Claim, ...]) -> Finding:
        scope = joined(text for _, text in qualifiers)
        levels = [
            (level, tuple(c for c in claims if LEVELS[c.status] == level))
            for level in ORDERED_LEVELS
        ]
        levels = [(level, members) for level, members in levels if members]
        return Finding(
            rule=self.name,
            verdict=Verdict.UNDETERMINED,
            anchor=(topic.subject.id, topic.attribute.id, str(scope)),
            positions=tuple(
                Position(level, members, scope=RECORDED.get(level, level))
                for level, members in levels
            ),
            message=say(
                "{subject}, {attribute}: the same is called {levels}.",
                attribute=topic.attribute.label,
                subject=topic.subject.label,
                levels=both(
                    say(
                        own("{level} ({outlets})"),
                        level=level,
                        outlets=_outlets(members),
                    )
                    for level, members in levels
                ),
            ),
            todo=say("Print how firm the figure is, or ask the firmest source what it knows."),
            remarks=tuple(_conditions(c) for c in claims if c.conditions),
            subject=topic.subject,
            attribute=topic.attribute,
            scope=scope,
        )


def _contingent(topic: Topic, positions: Sequence[Position]) -> Iterator[Claim]:
    """Claims that state as firm what others make depend on a condition, or call a trial; both."""
    depending = _of(CONTINGENT, positions)
    kind = kind_for(topic.attribute)
    for (p, stated), (q, others) in product(_of(FIRM, positions) if depending else (), depending):
        if _meet(p, q) and kind.compare(p, q).verdict in COMPATIBLE:
            for one in stated:
                if not all(map(one.is_twin, others)):
                    yield one
                    yield from (c for c in others if not c.is_twin(one))


def _at_two_levels(positions: Sequence[Position]) -> Iterator[Claim]:
    """Claims that give one value at several levels, as far as no plan may have come true since."""
    by_value: dict[object, dict[Phrase, dict[str, Claim]]] = defaultdict(lambda: defaultdict(dict))
    for claim in (c for p in positions for c in p.claims):
        if claim.status is not None and claim.status not in CONTINGENT:
            by_value[_figure(claim)][LEVELS[claim.status]][claim.name] = claim
    for levels in by_value.values():
        for firm, less in combinations([level for level in ORDERED_LEVELS if level in levels], 2):
            ones, others = list(levels[firm].values()), list(levels[less].values())
            first = min(c.source.published.start for c in ones)
            last = max(c.source.published.end for c in others)
            if len({c.quote for c in (*ones, *others) if c.quote} or {0, 1}) > 1:
                yield from (c for c in ones if _within_a_month(last, c.source.published.start))
                yield from (c for c in others if _within_a_month(c.source.published.end, first))


def _within_a_month(less_firm: date, firm: date) -> bool:
    return less_firm == date.max or firm - less_firm <= A_MONTH


def _figure(claim: Claim) -> object:
    value = claim.value
    if isinstance(value, Measured):
        return value.number, value.last, value.unit
    return str(kind_for(claim.attribute).show(value)) if value is not None else None


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


def _outlets(claims: tuple[Claim, ...]) -> str:
    return ", ".join(sorted({c.source.outlet for c in claims}))
