"""Sources that disagree and name the same origin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from factcheck.comparing.origins import PublisherGroups
from factcheck.model import (
    Claim,
    Finding,
    Origin,
    Phrase,
    Position,
    Scope,
    Topic,
    Verdict,
    both,
    joined,
    say,
)
from factcheck.rules.base import Compared, Example, Statement, TopicRule

CLASHES = frozenset({Verdict.CONTRADICTS, Verdict.CONFUSED, Verdict.UNDETERMINED})


class SharedOriginDisagreement(TopicRule):
    """Two sources give different values and both say that they have them from the same origin.

    ## Why it matters

    Then the question is not who is right but who misreports: at least one of them does. It can be
    settled by reading the origin, without asking anybody. Where the origin's own text is among the
    sources (its `outlet` in `origins.yaml`), the finding says which outlet departs from it.
    Anonymous origins are never the same.

    ## What to do

    Read the origin's own text, and curate it as a source. Who departs from it either misreports
    it, or read another text of the same origin: ask which.
    """

    annotates = True

    flags = (
        Example(
            "two figures from one agency",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "budget",
                    "150 million euros",
                    {"period": "2025", "attributed_to": ["statistics-office"]},
                ),
                Statement(
                    "Quay Wire",
                    "Northwind",
                    "budget",
                    "85 million euros",
                    {"period": "2025", "attributed_to": ["statistics-office"]},
                ),
            ),
        ),
        Example(
            "one that departs from the origin's own text",
            (
                Statement("Statistics Office", "Northwind", "staff", "8,500"),
                Statement(
                    "Quay Wire",
                    "Northwind",
                    "staff",
                    "5,800",
                    {"attributed_to": ["statistics-office"]},
                ),
            ),
        ),
    )
    allows = (
        Example(
            "one source with two figures, and one that names nobody",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "budget",
                    "150 million euros",
                    {"period": "2025", "attributed_to": ["statistics-office"]},
                ),
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "budget",
                    "85 million euros",
                    {"period": "2025", "attributed_to": ["statistics-office"]},
                ),
                Statement(
                    "Quay Wire", "Northwind", "budget", "150 million euros", {"period": "2025"}
                ),
            ),
        ),
        Example(
            "a rounded figure beside the origin's own",
            (
                Statement("Statistics Office", "Northwind", "staff", "8,512"),
                Statement(
                    "Quay Wire",
                    "Northwind",
                    "staff",
                    "about 8,500",
                    {"attributed_to": ["statistics-office"]},
                ),
            ),
        ),
        Example(
            "two anonymous origins",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "budget",
                    "150 million euros",
                    {"period": "2025", "attributed_to": ["insiders"]},
                ),
                Statement(
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
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "budget",
                    "85 million euros",
                    {"period": "2025", "attributed_to": ["statistics-office"]},
                ),
                Statement(
                    "Quay Wire",
                    "Northwind",
                    "budget",
                    "85 million euros",
                    {"period": "2025", "attributed_to": ["statistics-office"]},
                ),
            ),
        ),
    )

    def check(self, topic: Topic, compared: Compared) -> Iterator[Finding]:
        publisher_groups = compared.origins.publisher_groups
        for scope in topic.scopes:
            if scope.verdict in CLASHES:
                for id in sorted({o for c in scope.claims for o in c.attributed_to}):
                    if (origin := publisher_groups.origin(id)).kind != "anonymous":
                        yield from _about(topic, scope, origin, publisher_groups, self.name)


def _about(
    topic: Topic, scope: Scope, origin: Origin, publisher_groups: PublisherGroups, rule: str
) -> Iterator[Finding]:
    """What is wrong with the claims that name this origin: against its own text, if it is here."""
    own = frozenset(c for c in scope.claims if publisher_groups.key(c.source.outlet) == origin.id)
    back = {id for c in own for id in c.attributed_to}  # two that name each other are a circle
    named = [
        c
        for c in scope.claims
        if origin.id in c.attributed_to
        and publisher_groups.key(c.source.outlet) not in {origin.id, *back}
    ]
    finding = _departing(scope, origin, own, named) if own else _disagreeing(scope, origin, named)
    if finding is not None:
        yield replace(
            finding,
            rule=rule,
            anchor=(topic.subject.id, topic.attribute.id, scope.anchor, origin.id),
            subject=topic.subject,
            attribute=topic.attribute,
            scope=scope.label,
        )


def _departing(
    scope: Scope, origin: Origin, own: frozenset[Claim], named: Iterable[Claim]
) -> Finding | None:
    """Claims that name the origin, on no side on which its own text is."""
    near = {c for p in scope.positions if own.intersection(p.claims) for c in p.claims}
    departing = frozenset(c for c in named if c not in near)
    if not departing:
        return None
    there, here = _positions(scope, departing), _positions(scope, own)
    return _finding(
        (*here, *there),
        say(
            "{outlets} depart from {origin}, which they name: {other} there, and {own} in the"
            " text of {origin} itself."
            if len({c.source.outlet for c in departing}) > 1
            else "{outlets} departs from {origin}, which it names: {other} there, and {own} in the"
            " text of {origin} itself.",
            outlets=both(sorted({c.source.outlet for c in departing})),
            origin=origin.label,
            other=joined((p.label for p in there), " / "),
            own=joined((p.label for p in here), " / "),
        ),
        say(
            "Ask which text of {origin} they read: it may have given another figure elsewhere.",
            origin=origin.label,
        ),
    )


def _disagreeing(scope: Scope, origin: Origin, named: Iterable[Claim]) -> Finding | None:
    """Claims that name the origin, two of which are on no side together."""
    positions = _positions(scope, frozenset(named))
    places: dict[str, set[int]] = defaultdict(set)
    for number, position in enumerate(positions):
        for claim in position.claims:
            places[claim.name].add(number)
    sources: dict[frozenset[int], set[str]] = defaultdict(set)
    for position in positions:
        for claim in position.claims:
            sources[frozenset(places[claim.name])].add(claim.source.id)
    if not any(
        a.isdisjoint(b) and len(sources[a] | sources[b]) > 1 for a, b in combinations(sources, 2)
    ):
        return None
    return _finding(
        positions,
        say(
            "Both sides name {origin} as their origin: at least one misreports it.",
            origin=origin.label,
        ),
        say("Read what {origin} says itself, and curate it as a source.", origin=origin.label),
    )


def _positions(scope: Scope, claims: frozenset[Claim]) -> tuple[Position, ...]:
    """The positions of the scope with these claims alone, where they have any."""
    positions = (
        Position(p.label, tuple(c for c in p.claims if c in claims), p.value)
        for p in scope.positions
    )
    return tuple(position for position in positions if position.claims)


def _finding(positions: tuple[Position, ...], message: Phrase, todo: Phrase) -> Finding:
    return Finding("", Verdict.UNDETERMINED, (), positions, message, todo)
