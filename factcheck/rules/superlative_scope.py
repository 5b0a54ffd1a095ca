"""A rank that others hold too, or that figures do not bear out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from factcheck.model import (
    Attribute,
    Claim,
    Finding,
    Period,
    Phrase,
    Position,
    Scope,
    Topic,
    Verdict,
    Wording,
    both,
    joined,
    say,
    say_many,
)
from factcheck.model.frozen import dataclass
from factcheck.rules.base import Compared, CorpusRule, Example, Statement
from factcheck.values.choice import Chosen
from factcheck.values.measures.measured import Measured


class SuperlativeScope(CorpusRule):
    """Two subjects are called first of the same order, or figures show another one ahead.

    ## Why it matters

    "The largest" is true of something: a market, a year, a way to count. Two of them in one scope,
    or a "largest" with a smaller figure than a rival's, mean that a scope was left out on the way.
    Ranks are compared where the attribute's choices declare a `rank`, and figures where it declares
    by which attribute it `ranks`: those of the same days, or the latest ones, where the rank is of
    no day and its attribute asks for none.

    ## What to do

    Say of what, where and when it is the first: add place, period or basis to the claims.
    """

    flags = (
        Example(
            "two largest ones",
            (
                Statement("Harbour Post", "Northwind", "size-rank", "largest"),
                Statement("Quay Wire", "Lantern", "size-rank", "largest"),
            ),
        ),
        Example(
            "a largest one that is smaller",
            (
                Statement("Harbour Post", "Northwind", "size-rank", "largest"),
                Statement("Harbour Post", "Northwind", "staff", "4,125"),
                Statement("Quay Wire", "Lantern", "staff", "9,310"),
            ),
        ),
        Example(
            "a largest one that has more than a smaller number",
            (
                Statement("Harbour Post", "Northwind", "size-rank", "largest"),
                Statement("Harbour Post", "Northwind", "staff", "more than 4,000"),
                Statement("Quay Wire", "Lantern", "staff", "9,310"),
            ),
        ),
        Example(
            "a largest one that is smaller by the latest figures",
            (
                Statement("Harbour Post", "Northwind", "size-rank", "largest"),
                Statement("Harbour Post", "Northwind", "staff", "4,125", {"period": "2025-10"}),
                Statement("Quay Wire", "Lantern", "staff", "9,310", {"period": "2025-10"}),
            ),
        ),
    )
    allows = (
        Example(
            "a largest one that once was smaller",
            (
                Statement("Harbour Post", "Northwind", "size-rank", "largest"),
                Statement("Harbour Post", "Northwind", "staff", "4,125", {"period": "2021"}),
                Statement("Harbour Post", "Northwind", "staff", "9,750", {"period": "2025"}),
                Statement("Quay Wire", "Lantern", "staff", "9,310", {"period": "2021"}),
            ),
        ),
        Example(
            "a first and a second",
            (
                Statement("Harbour Post", "Northwind", "size-rank", "largest"),
                Statement("Quay Wire", "Lantern", "size-rank", "second"),
                Statement("Quay Wire", "Northwind", "staff", "9,310"),
                Statement("Quay Wire", "Lantern", "staff", "4,125"),
            ),
        ),
    )

    def check(self, compared: Compared) -> Iterator[Finding]:
        by_attribute: dict[str, list[Topic]] = defaultdict(list)
        for topic in compared.topics:
            by_attribute[topic.attribute.id].append(topic)
        for id in sorted(by_attribute):
            attribute = compared.vocabulary.attributes[id]
            ranked = list(_ranked(by_attribute[id]))
            yield from self._shared(ranked, attribute)
            figures = list(_figures(by_attribute.get(attribute.ranks or "", ())))
            yield from self._outdone(ranked, figures, attribute)

    def _shared(self, ranked: Iterable[Ranked], attribute: Attribute) -> Iterator[Finding]:
        """One rank for two subjects in one scope."""
        places: dict[tuple[str, int], list[Ranked]] = defaultdict(list)
        for one in ranked:
            places[one.scope.anchor, one.rank].append(one)
        for (anchor, rank), holders in sorted(places.items()):
            if len({h.topic.subject.id for h in holders}) > 1:
                yield self._finding(
                    holders[0],
                    (attribute.id, anchor, str(rank)),
                    tuple(_position(h) for h in holders),
                    say(
                        "{subjects} are each called {rank} ({attribute}).",
                        subjects=both(h.topic.subject.label for h in holders),
                        rank=holders[0].word,
                        attribute=attribute.label,
                    ),
                )

    def _outdone(
        self, ranked: Iterable[Ranked], figures: list[Figure], attribute: Attribute
    ) -> Iterator[Finding]:
        """A rank for a subject, and as many larger figures as leave no room for it."""
        by_time: dict[str, list[Figure]] = defaultdict(list)
        for figure in figures:
            by_time[figure.scope.anchor].append(figure)
        for one in ranked:
            for own, rivals in _of_its_time(one, by_time.values()):
                ahead = [f for f in rivals if all(f.low > o.high for o in own)]
                if len({f.topic.subject.id for f in ahead}) >= one.rank:
                    yield self._finding(
                        one,
                        (attribute.id, one.topic.subject.id, one.scope.anchor, "figures"),
                        (_position(one), *(_figure_position(f) for f in (*own, *ahead))),
                        say_many(
                            "{subject} is called {rank} ({attribute}), but {rivals}"
                            " has the larger figure.",
                            "{subject} is called {rank} ({attribute}), but {rivals}"
                            " have the larger figure.",
                            len(ahead),
                            subject=one.topic.subject.label,
                            rank=one.word,
                            attribute=attribute.label,
                            rivals=both(f.topic.subject.label for f in ahead),
                        ),
                    )

    def _finding(
        self, one: Ranked, anchor: tuple[str, ...], positions: tuple[Position, ...], message: Phrase
    ) -> Finding:
        return Finding(
            rule=self.name,
            verdict=Verdict.UNDETERMINED,
            anchor=anchor,
            positions=positions,
            message=message,
            todo=say("Say of what, where and when each of them holds its rank."),
            subject=one.topic.subject,
            attribute=one.topic.attribute,
            scope=one.scope.label,
        )


@dataclass(frozen=True)
class Ranked:
    """A subject that is said to hold a rank in a scope."""

    topic: Topic
    scope: Scope
    rank: int
    word: Wording
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Figure:
    """How far the figures of a subject reach in a scope, all its positions taken together.

    "More than 30" reaches to 30: that it may be any amount more is not what its source means.
    """

    topic: Topic
    scope: Scope
    low: Decimal
    high: Decimal
    claims: tuple[Claim, ...]


def _ranked(topics: Iterable[Topic]) -> Iterator[Ranked]:
    """The ranks of scopes that are known in full: a "largest" of nobody knows what is skipped."""
    for topic in topics:
        ranks = {c.id: c.rank for c in topic.attribute.choices if c.rank is not None}
        for scope in topic.scopes:
            if not set(topic.attribute.key) <= {name for name, _ in scope.qualifiers}:
                continue
            for position in scope.positions:
                value = position.value
                if isinstance(value, Chosen) and value.choice in ranks:
                    rank = ranks[value.choice]
                    yield Ranked(topic, scope, rank, value.label, position.claims)


def _figures(topics: Iterable[Topic]) -> Iterator[Figure]:
    for topic in topics:
        for scope in topic.scopes:
            values = [p.value for p in scope.positions]
            ends = [_ends(v) for v in values if isinstance(v, Measured) and v.loose is not None]
            if ends and len(ends) == len(values):
                low, high = min(low for low, _ in ends), max(high for _, high in ends)
                yield Figure(topic, scope, low, high, scope.claims)


def _ends(value: Measured) -> tuple[Decimal, Decimal]:
    """The ends of a figure, at its number where one is open."""
    reach = value.loose
    assert reach is not None
    low, high = (end if end.is_finite() else value.number for end in (reach.low, reach.high))
    return low, high


def _of_its_time(
    one: Ranked, by_time: Iterable[list[Figure]]
) -> list[tuple[list[Figure], list[Figure]]]:
    """The subject's figures of the days of its rank, each with all figures of those days.

    A rank of no days, where the attribute asks for none, is held against the latest figures.
    """
    worded = [
        (own, rivals)
        for rivals in by_time
        if (own := [f for f in rivals if f.topic.subject.id == one.topic.subject.id])
    ]
    days = _days(one.claims)
    same = [(own, rivals) for own, rivals in worded if _days(own[0].claims) == days]
    if same or days or not worded:
        return same
    return [max(worded, key=lambda pair: max(_days(pair[0][0].claims)))]


def _days(claims: Iterable[Claim]) -> set[Period]:
    """Of when these claims tell, as far as they say."""
    return {time for c in claims if (time := c.period or c.as_of) is not None}


def _position(one: Ranked) -> Position:
    return Position(
        say("{subject}: {value}", subject=one.topic.subject.label, value=one.word), one.claims
    )


def _figure_position(figure: Figure) -> Position:
    labels = joined((p.label for p in figure.scope.positions), " / ")
    return Position(
        say("{subject}: {value}", subject=figure.topic.subject.label, value=labels), figure.claims
    )
