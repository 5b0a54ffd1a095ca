"""What the registries of a corpus declare: subjects, attributes, origins, relations."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from factcheck.model.frozen import dataclass
from factcheck.model.wording import Location, Wording


@dataclass(frozen=True, slots=True)
class Confusable:
    """Another subject that is taken for this one, and what distinguishes them."""

    subject: str
    reason: str


@dataclass(frozen=True, slots=True)
class Subject:
    """What a claim is about."""

    id: str
    label: Wording
    location: Location
    aliases: tuple[str, ...] = ()
    names: tuple[tuple[str, str], ...] = ()  # (language, registered name)
    misspellings: tuple[str, ...] = ()
    confusable_with: tuple[Confusable, ...] = ()
    part_of: str | None = None
    family: str | None = None
    country: str | None = None
    note: str = ""
    fiscal_year_starts: tuple[int, int] | None = None  # month and day; None: not declared
    fiscal_year_named_by: str | None = None  # its "start" or its "end"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that an attribute offers, with the words by which each language gives it."""

    id: str
    label: Wording
    words: tuple[tuple[str, tuple[str, ...]], ...] = ()  # (language, words)
    excludes: tuple[str, ...] = ()
    refines: tuple[str, ...] = ()
    rank: int | None = None  # 1 for the first, where the choice is a place in an order


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a figure counts, by which words it is recognised, and of what coverages it is a part."""

    id: str
    label: Wording
    part_of: tuple[str, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()  # (language, label)
    words: tuple[tuple[str, tuple[str, ...]], ...] = ()  # (language, words)


@dataclass(frozen=True, slots=True)
class Tolerance:
    """A gap that still counts as the same: a share of the values, or an amount in one unit."""

    share: Decimal = Decimal(0)  # 0.02 for 2 %
    amount: Decimal = Decimal(0)
    unit: str = ""  # of the amount

    def __bool__(self) -> bool:
        return bool(self.share or self.amount)


@dataclass(frozen=True, slots=True)
class Attribute:
    """What is said about a subject, and how its values are read and compared."""

    id: str
    label: Wording
    kind: str
    location: Location
    unit: str | None = None
    measure: str | None = None  # flow, net (a flow that may be negative), stock or cumulative
    many: bool = False
    closed: bool = False  # its lists are complete: what one leaves out, it denies
    key: tuple[str, ...] = ()
    tolerance: Tolerance = Tolerance()
    drift: Decimal | None = None  # how far a stock moves in a year, as a fraction; None: unknown
    ranks: str | None = None  # the attribute by whose figures its choices are ranked
    part_of: str | None = None
    choices: tuple[Choice, ...] = ()
    coverages: tuple[Coverage, ...] = ()
    conditions: tuple[Choice, ...] = ()  # what its claims may depend on, declared like choices
    counts: tuple[tuple[str, tuple[str, ...]], ...] = ()  # (language, words for what is counted)
    outlets_know: bool = False  # an outlet knows it by itself, as the result of a match
    inherits: str | None = None  # the attribute whose values this one is hinted of, too
    note: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a source got something from. Two anonymous origins are never known to be the same."""

    id: str
    label: Wording
    kind: str
    location: Location
    outlet: str | None = None
    aliases: tuple[str, ...] = ()
    publisher: str | None = None  # id of the origin whose house it belongs to
    speaks_for: tuple[str, ...] = ()  # ids of origins that it is counted as one with
    subject: str | None = None  # id of the subject that it is itself
    grade: str | None = None  # how far it is to be trusted, "A" to "F"


@dataclass(frozen=True, slots=True)
class Relation:
    """Arithmetic between the values of attributes: which term is which attribute."""

    id: str
    kind: str
    location: Location
    terms: tuple[tuple[str, str], ...]  # (term, attribute id)
    holds: str = "expected"  # or "must"
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All that the registries declare, each by its id."""

    subjects: Mapping[str, Subject]
    attributes: Mapping[str, Attribute]
    origins: Mapping[str, Origin]
    relations: Mapping[str, Relation]
