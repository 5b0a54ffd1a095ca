"""Claims that belong together: topics, their scopes, and the positions in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

from factcheck.model.claim import Claim
from factcheck.model.value import Value, Verdict
from factcheck.model.vocabulary import Attribute, Subject
from factcheck.model.wording import Phrase, Wording, joined

BLOCK = 256
"""Sides of a scope that are looked up together."""


Qualifiers: TypeAlias = tuple[tuple[str, Wording], ...]
"""(qualifier, its value in words); unknown ones are left out."""


@dataclass(frozen=True)
class Spread:
    """Claims that stand on several sides of a scope, each kept once, with the sides' numbers."""

    members: tuple[tuple[Collection[int], tuple[Claim, ...]], ...] = ()

    def at(self, place: int) -> Iterator[Claim]:
        """Those that stand on this side."""
        for places, claims in self._blocks.get(place // BLOCK, ()):
            if place in places:
                yield from claims

    def among(self, wanted: Collection[int]) -> Iterator[Claim]:
        """Those that stand on at least one of these sides."""
        some = frozenset(wanted)
        for places, claims in self.members:
            smaller, larger = sorted((some, places), key=len)
            if any(place in larger for place in smaller):
                yield from claims

    @cached_property
    def _blocks(self) -> Mapping[int, list[tuple[Collection[int], tuple[Claim, ...]]]]:
        """The members by block of sides, so that a side need not look at them all."""
        blocks: dict[int, list[tuple[Collection[int], tuple[Claim, ...]]]] = defaultdict(list)
        for member in self.members:
            for block in dict.fromkeys(place // BLOCK for place in member[0]):
                blocks[block].append(member)
        return blocks


@dataclass(frozen=True)
class Position:
    """Claims of one scope that are compatible with each other: one side.

    `label` is what they say in short; `own` are the claims of no other side, and `spread` holds
    those that this one, number `place`, shares. `by` says whether they say it as their value, or
    by writing a name, be it of their subject or of their value. `scope` is what narrows this side
    and not the others of its finding, in words: "2024".
    """

    label: Wording
    own: tuple[Claim, ...]
    value: Value | None = None
    by: str = "value"  # or "name"
    scope: Wording = ""
    spread: Spread = Spread()
    place: int = 0

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """All of its claims: its own as they are, or with the shared ones in order of name."""
        shared = tuple(self.spread.at(self.place))
        return tuple(sorted((*self.own, *shared), key=lambda c: c.name)) if shared else self.own

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that hold this position, sorted."""
        return tuple(sorted({c.source.id for c in self.claims}))


@dataclass(frozen=True)
class Scope:
    """Claims of a topic with the same key qualifiers, as positions, and what they say together."""

    qualifiers: Qualifiers
    positions: tuple[Position, ...]
    verdict: Verdict
    steps: Collection[Phrase] = ()
    todo: Phrase | None = None  # what to add, where the verdict is undetermined
    anchor: str = ""  # what narrows it, free of how any source words it

    @cached_property
    def label(self) -> Wording:
        """The scope in words: "2025, planned"; empty where nothing narrows it."""
        return joined(text for _, text in self.qualifiers)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of all positions, each once, in order of name."""
        return claims_of(self.positions)


def claims_of(positions: Iterable[Position]) -> tuple[Claim, ...]:
    """The claims of all positions, each once, in order of name."""
    found: set[Claim] = set()
    by_spread: dict[int, tuple[Spread, list[int]]] = {}
    for position in positions:
        found.update(position.own)
        by_spread.setdefault(id(position.spread), (position.spread, []))[1].append(position.place)
    for spread, places in by_spread.values():
        found.update(spread.among(places))
    return tuple(sorted(found, key=lambda c: c.name))


@dataclass(frozen=True)
class Denial:
    """A claim that disputes what others say, and the positions that it disputes."""

    claim: Claim
    scope: Scope
    positions: tuple[Position, ...]


@dataclass(frozen=True)
class Topic:
    """All claims on one attribute of one subject: its scopes, and what lies between scopes.

    `related` are claims that were compared with those of another scope and fit: a half's figure
    with its year's.
    """

    subject: Subject
    attribute: Attribute
    scopes: tuple[Scope, ...]
    across: tuple[Scope, ...] = ()  # claims of several scopes that do not fit, or may not
    denials: tuple[Denial, ...] = ()
    related: frozenset[Claim] = frozenset()

    def __iter__(self) -> Iterator[Scope]:
        yield from self.scopes
        yield from self.across


class Reason(StrEnum):
    """Why a claim was not compared."""

    ALONE = "alone"
    NO_VALUE = "no-value"
    NO_RATE = "no-rate"
    OTHER_DIMENSION = "other-dimension"
    FREE_TEXT = "free-text"
    DENIAL = "denial"
    RETRACTED = "retracted"
    REPLACED = "replaced"
    IGNORED = "ignored"


@dataclass(frozen=True)
class Unmatched:
    """A claim that was compared with nothing, and what would have it compared.

    `lacks` is the one key qualifier that it leaves out and a claim of another source, otherwise of
    the same scope, states; "" where there is no such claim.
    """

    claim: Claim
    reason: Reason
    lacks: str = ""
