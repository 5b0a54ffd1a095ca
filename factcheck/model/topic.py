"""Claims that belong together: topics, their scopes, and the positions in them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

from factcheck.model.claim import Claim
from factcheck.model.frozen import dataclass
from factcheck.model.value import Period, Value, Verdict
from factcheck.model.vocabulary import Attribute, Subject
from factcheck.model.wording import Phrase, Wording, joined

BLOCK = 256
"""Positions of a scope that are looked up together."""

FIRST_NAMES = {"covers": "perimeter", "status": "modality"}
"""Qualifiers by the names that they had first, of which the ids of findings are made for good."""


def named_first(qualifiers: Iterable[str]) -> list[str]:
    """These qualifiers by their first names, as anchors have them."""
    return [FIRST_NAMES.get(name, name) for name in qualifiers]


Qualifiers: TypeAlias = tuple[tuple[str, Wording], ...]
"""(qualifier, its value in words); unknown ones are left out."""


_FIRST_NAME = re.compile(rf"(^|, |; no )({'|'.join(FIRST_NAMES.values())})\b")


def named_today(anchor: str) -> str:
    """A part of an anchor for people: its qualifiers by the names that they have today."""
    today = {first: name for name, first in FIRST_NAMES.items()}
    return _FIRST_NAME.sub(lambda found: found[1] + today[found[2]], anchor)


@dataclass(frozen=True)
class Narrowing:
    """The key qualifiers of a claim. Two claims with equal `tokens` are of one scope.

    A token is what a qualifier is compared by: the first and last day of a period, the id of a
    place that is registered, else the folded words.
    """

    words: Qualifiers = ()  # as a reader is told them
    tokens: tuple[tuple[str, str], ...] = ()  # (qualifier, as it is compared)
    time: Period | None = None  # of the first qualifier of time in the key
    missing: tuple[str, ...] = ()
    choices: tuple[Subject, ...] = ()  # the subjects that may be meant, where "subject" is missing

    @property
    def anchor(self) -> str:
        """The scope as part of a finding's identity; no wording of a source's is in it."""
        names = named_first(name for name, _ in self.tokens)
        return ", ".join(f"{n} {token}" for n, (_, token) in zip(names, self.tokens, strict=True))


@dataclass(frozen=True, slots=True)
class Stated:
    """A distinct value of a scope, in the unit of the others, and the claims that state it."""

    value: Value
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class SharedMembers:
    """Claims that stand in several positions of a scope, each kept once, with their numbers."""

    members: tuple[tuple[Collection[int], tuple[Claim, ...]], ...] = ()

    def at(self, place: int) -> Iterator[Claim]:
        """Those that stand in this position."""
        for places, claims in self._blocks.get(place // BLOCK, ()):
            if place in places:
                yield from claims

    def among(self, wanted: Collection[int]) -> Iterator[Claim]:
        """Those that stand in at least one of these positions."""
        some = frozenset(wanted)
        for places, claims in self.members:
            smaller, larger = sorted((some, places), key=len)
            if any(place in larger for place in smaller):
                yield from claims

    @cached_property
    def _blocks(self) -> Mapping[int, list[tuple[Collection[int], tuple[Claim, ...]]]]:
        """The members by block of positions, so that one need not look at them all."""
        blocks: dict[int, list[tuple[Collection[int], tuple[Claim, ...]]]] = defaultdict(list)
        for member in self.members:
            for block in dict.fromkeys(place // BLOCK for place in member[0]):
                blocks[block].append(member)
        return blocks


@dataclass(frozen=True)
class Position:
    """Claims of one scope that are compatible with each other.

    `label` is what they say in short; `own` are the claims of no other position, and `shared` holds
    those that this one, number `place`, has in common with others. `by` says whether they say it as
    their value, or by writing a name, be it of their subject or of their value. `scope` is what
    narrows this position and not the others of its finding, in words: "2024". `ending` and
    `beginning` are, of all its values on a line, the first to end and the last to begin.
    """

    label: Wording
    own: tuple[Claim, ...]
    value: Value | None = None
    by: str = "value"  # or "name"
    scope: Wording = ""
    shared: SharedMembers = SharedMembers()
    place: int = 0
    ending: Stated | None = field(default=None, compare=False, repr=False)
    beginning: Stated | None = field(default=None, compare=False, repr=False)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """All of its claims: its own as they are, or with the shared ones in order of name."""
        shared = tuple(self.shared.at(self.place))
        return tuple(sorted((*self.own, *shared), key=lambda c: c.name)) if shared else self.own

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that hold this position, sorted."""
        return tuple(sorted({c.source.id for c in self.claims}))


@dataclass(frozen=True, slots=True)
class FitsSeveral:
    """Claims that are compatible with several positions which are not compatible themselves.

    `positions` are the numbers of these among the positions of the scope or finding.
    """

    claims: tuple[Claim, ...]
    positions: tuple[int, ...]


def fitting_several(positions: Sequence[Position]) -> tuple[FitsSeveral, ...]:
    """The claims that stand in several of these positions, in the order of their values."""
    numbers = {(id(p.shared), p.place): n for n, p in enumerate(positions)}
    found = []
    for shared in {id(p.shared): p.shared for p in positions}.values():
        for places, claims in shared.members:
            fit = sorted(n for p in places if (n := numbers.get((id(shared), p))) is not None)
            if len(fit) > 1:
                found.append(FitsSeveral(claims, tuple(fit)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Revision:
    """An outlet gave up the positions `left` for the positions `taken`, by their numbers."""

    old: Claim
    new: Claim
    left: frozenset[int]
    taken: frozenset[int]


@dataclass(frozen=True)
class Scope:
    """Claims of a topic with the same key qualifiers, as positions, and what they say together.

    `stated` are its distinct values in their order; between scopes there are none. `alone` is what
    the values say, whatever is known of the scope. `remarks` are what else decided the verdict.
    Where another rule than that of its kind reports it, its positions are disjoint from its first.
    """

    qualifiers: Qualifiers
    positions: tuple[Position, ...]
    verdict: Verdict
    remarks: tuple[Phrase, ...] = ()
    todo: Phrase | None = None  # what to add, where the verdict is undetermined
    anchor: str = ""  # what narrows it, free of how any source words it
    narrowing: Narrowing = Narrowing()
    stated: tuple[Stated, ...] = ()
    alone: Verdict | None = None
    revisions: tuple[Revision, ...] = ()
    reported_by: str = ""  # the rule that reports it, where it is not that of the kind of value

    @cached_property
    def label(self) -> Wording:
        """The scope in words: "2025, planned"; empty where nothing narrows it."""
        return joined(text for _, text in self.qualifiers)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of all positions, each once, in order of name."""
        return claims_of(self.positions)

    @property
    def fits_several(self) -> tuple[FitsSeveral, ...]:
        """The claims that fit several of its positions, and which."""
        return fitting_several(self.positions)

    def value(self, claim: Claim) -> Value | None:
        """The claim's value as it stands beside the others; None where it is not of this scope."""
        return next((one.value for one in self.stated if claim in one.claims), None)

    def places(self) -> dict[Claim, Collection[int]]:
        """The numbers of the positions in which each claim stands."""
        places: dict[Claim, Collection[int]] = {}
        for number, position in enumerate(self.positions):
            places.update(dict.fromkeys(position.own, (number,)))
        for shared in {id(p.shared): p.shared for p in self.positions}.values():
            for where, claims in shared.members:
                places.update(dict.fromkeys(claims, where))
        return places


def claims_of(positions: Iterable[Position]) -> tuple[Claim, ...]:
    """The claims of all positions, each once, in order of name."""
    found: set[Claim] = set()
    by_shared: dict[int, tuple[SharedMembers, list[int]]] = {}
    for position in positions:
        found.update(position.own)
        by_shared.setdefault(id(position.shared), (position.shared, []))[1].append(position.place)
    for shared, places in by_shared.values():
        found.update(shared.among(places))
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

    `met` are the scopes that were compared with each other, as part and whole or as two states, by
    their numbers, the smaller one first; `related` are their claims.
    """

    subject: Subject
    attribute: Attribute
    scopes: tuple[Scope, ...]
    across: tuple[Scope, ...] = ()  # claims of several scopes that do not fit, or may not
    denials: tuple[Denial, ...] = ()
    related: frozenset[Claim] = frozenset()
    met: frozenset[tuple[int, int]] = frozenset()

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
