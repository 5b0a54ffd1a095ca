"""The kinds of relation: which terms each takes, what law binds them, how the law is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum

from factcheck.model import Relation, Vocabulary, own
from factcheck.model.frozen import dataclass

DATED = ("date", "period")
MEASURED = ("quantity", "money")


class Law(StrEnum):
    """What binds the terms of a relation, taken in the order of its form."""

    SUM = "sum"  # the first is the sum of the others
    PRODUCT = "product"  # the first is the product of the others
    ORDER = "order"  # the first is at most the second


@dataclass(frozen=True, slots=True)
class Term:
    """One role in a relation.

    `reads` is the name under which relations.yaml gives its attribute. `back` is how many years
    before the relation's period it lies. Its figure enters the law as figure × factor + offset.
    """

    name: str
    reads: str = ""
    many: bool = False
    back: int = 0
    percent: bool = False
    factor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)

    @property
    def given_as(self) -> str:
        """The name under which relations.yaml gives its attribute."""
        return self.reads or self.name


@dataclass(frozen=True, slots=True)
class RelationKind:
    """What a kind of relation says. `equation` has a hole for each term; `sign` joins many."""

    law: Law
    terms: tuple[Term, ...]
    equation: str
    main: int = 0  # the term that the equation is solved for
    sign: str = ""
    kinds: tuple[str, ...] = MEASURED

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the terms in relations.yaml, each once."""
        return tuple(dict.fromkeys(term.given_as for term in self.terms))

    def takes_many(self, name: str) -> bool:
        """Whether the term with this name is a list of two or more attributes."""
        return any(term.many for term in self.terms if term.given_as == name)


_SHARE = Decimal("0.01")

FORMS: Mapping[str, RelationKind] = {
    "sum": RelationKind(
        Law.SUM, (Term("whole"), Term("parts", many=True)), "{whole} = {parts}", sign=" + "
    ),
    "change": RelationKind(
        Law.SUM,
        (Term("value"), Term("before", reads="value", back=1), Term("change")),
        "{value} = {before} + {change}",
    ),
    "product": RelationKind(
        Law.PRODUCT,
        (Term("product"), Term("factors", many=True)),
        "{product} = {factors}",
        sign=" × ",
    ),
    "quotient": RelationKind(
        Law.PRODUCT,
        (Term("dividend"), Term("quotient"), Term("divisor")),
        "{quotient} = {dividend} / {divisor}",
        main=1,
    ),
    "share": RelationKind(
        Law.PRODUCT,
        (Term("part"), Term("share", percent=True, factor=_SHARE), Term("whole")),
        "{part} = {share} × {whole}",
    ),
    "growth": RelationKind(
        Law.PRODUCT,
        (
            Term("value"),
            Term("before", reads="value", back=1),
            Term("growth", percent=True, factor=_SHARE, offset=Decimal(1)),
        ),
        "{value} = {before} × (1 + {growth})",
    ),
    "rate": RelationKind(
        Law.PRODUCT, (Term("to"), Term("from"), Term("rate")), "{to} = {from} × {rate}"
    ),
    "at-most": RelationKind(Law.ORDER, (Term("value"), Term("limit")), "{value} ≤ {limit}"),
    "at-least": RelationKind(
        Law.ORDER, (Term("limit"), Term("value")), "{value} ≥ {limit}", main=1
    ),
    "order": RelationKind(
        Law.ORDER,
        (Term("earlier"), Term("later")),
        own("{earlier} is not after {later}"),
        kinds=DATED,
    ),
}
"""The kinds of relation by the word that relations.yaml gives them."""


LIMITS = frozenset({"at-most", "at-least"})
"""Kinds of relation that hold each pair of claims, whatever else is in dispute."""


def split(reference: str) -> tuple[str | None, str]:
    """The subject that a term names, or None, and its attribute: "area", "france/area"."""
    subject, slash, attribute = reference.partition("/")
    return (subject, attribute) if slash else (None, reference)


def declared(vocabulary: Vocabulary) -> tuple[Relation, ...]:
    """The relations of relations.yaml, in order of their ids."""
    return tuple(relation for _, relation in sorted(vocabulary.relations.items()))


def parts(vocabulary: Vocabulary) -> Iterator[tuple[Relation, ...]]:
    """For each attribute that is a part: it is at most its whole, and that one's; nearest first.

    What is measured net is left out: one part may lose what another one gains.
    """
    for attribute in sorted(vocabulary.attributes.values(), key=lambda a: a.id):
        chain: list[str] = []
        whole = attribute.part_of
        while whole is not None and whole not in (attribute.id, *chain):
            chain.append(whole)
            above = vocabulary.attributes.get(whole)
            whole = above.part_of if above is not None else None
        yield tuple(
            Relation(
                f"{attribute.id}/{part_of}",
                "at-most",
                attribute.location,
                (("value", attribute.id), ("limit", part_of)),
                "must",
            )
            for part_of in chain
            if "net" not in (attribute.measure, _measure(part_of, vocabulary))
        )


def _measure(attribute: str, vocabulary: Vocabulary) -> str | None:
    known = vocabulary.attributes.get(attribute)
    return known.measure if known is not None else None
