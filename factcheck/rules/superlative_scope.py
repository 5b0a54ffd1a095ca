"""A rank that others hold too, or that figures do not bear out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from factcheck.model import (
    Attribute,
    Claim,
    Corpus,
    Finding,
    Phrase,
    Position,
    Scope,
    Topic,
    Verdict,
    say,
)
from factcheck.rules.base import CorpusRule, Example, Said
from factcheck.values.choice import Chosen
from factcheck.values.measured import Measured


class SuperlativeScope(CorpusRule):
    """Two subjects are called first of the same order, or figures show another one ahead.

    ## Why it matters

    "The largest" is true of something: a market, a year, a way to count. Two of them in one scope,
    or a "largest" with a smaller figure than a rival's, mean that a scope was left out on the way.
    Ranks are compared where the attribute's choices declare a `rank`, and figures where it declares
    by which attribute it `ranks`.

    ## What to do

    Say of what, where and when it is the first: add place, period or basis to the claims.
    """

    flags = (
        Example(
            "two largest ones",
            (
                Said("Harbour Post", "Northwind", "size-rank", "largest"),
                Said("Quay Wire", "Lantern", "size-rank", "largest"),
            ),
        ),
        Example(
            "a largest one that is smaller",
            (
                Said("Harbour Post", "Northwind", "size-rank", "largest"),
                Said("Harbour Post", "Northwind", "staff", "4,125"),
                Said("Quay Wire", "Lantern", "staff", "9,310"),
            ),
        ),
    )
    allows = (
        Example(
            "a first and a second",
            (
                Said("Harbour Post", "Northwind", "size-rank", "largest"),
                Said("Quay Wire", "Lantern", "size-rank", "second"),
                Said("Quay Wire", "Northwind", "staff", "9,310"),
                Said("Quay Wire", "Lantern", "staff", "4,125"),
            ),
        ),
    )

    def check(self, corpus: Corpus) -> Iterator[Finding]:
        by_attribute: dict[str, list[Topic]] = defaultdict(list)
        for topic in corpus.topics:
            by_attribute[topic.attribute.id].append(topic)
        for id in sorted(by_attribute):
            attribute = corpus.vocabulary.attributes[id]
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
                        subjects=" and ".join(h.topic.subject.label for h in holders),
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
            for rivals in by_time.values():
                own = [f for f in rivals if f.topic.subject.id == one.topic.subject.id]
                if not own or not _of_one_time(one.claims, own[0].claims):
                    continue
                ahead = [f for f in rivals if all(f.low > o.high for o in own)]
                if len({f.topic.subject.id for f in ahead}) >= one.rank:
                    yield self._finding(
                        one,
                        (attribute.id, one.topic.subject.id, one.scope.anchor, "figures"),
                        (_position(one), *(_figure_position(f) for f in (*own, *ahead))),
                        say(
                            "{subject} is called {rank} ({attribute}), but {rivals}"
                            " {have} the larger figure.",
                            subject=one.topic.subject.label,
                            rank=one.word,
                            attribute=attribute.label,
                            rivals=" and ".join(f.topic.subject.label for f in ahead),
                            have="has" if len(ahead) == 1 else "have",
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
    word: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Figure:
    """How far the figures of a subject reach in a scope, all its positions taken together."""

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
            reaches = [v.loose for v in values if isinstance(v, Measured) and v.loose is not None]
            if reaches and len(reaches) == len(values):
                low, high = min(r.low for r in reaches), max(r.high for r in reaches)
                yield Figure(topic, scope, low, high, scope.claims)


def _of_one_time(ranks: Iterable[Claim], figures: Iterable[Claim]) -> bool:
    """Whether the rank and the figures tell of the same days, as far as they say."""
    return {c.period or c.as_of for c in ranks} == {c.period or c.as_of for c in figures}


def _position(one: Ranked) -> Position:
    return Position(f"{one.topic.subject.label}: {one.word}", one.claims)


def _figure_position(figure: Figure) -> Position:
    labels = " / ".join(p.label for p in figure.scope.positions)
    return Position(f"{figure.topic.subject.label}: {labels}", figure.claims)
