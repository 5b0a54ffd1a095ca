"""Two entries of a registry that look like one, and keep claims apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from factcheck.model import Attribute, Claim, Finding, Position, Subject, Verdict, say
from factcheck.rules.base import Compared, CorpusRule, Example, Statement
from factcheck.values.naming.blocks import near_pairs
from factcheck.values.naming.likeness import latin


class NearKey(CorpusRule):
    """Two subjects, or two attributes, have nearly the same name, and both have claims.

    ## Why it matters

    Claims meet only where subject and attribute are the same. A registry that grew twice the same
    entry under two spellings keeps claims apart that should be compared, and nobody notices.
    Labels, aliases and registered names are held against each other, also with their words in
    another order.

    ## What to do

    Merge the two entries, with the second label as an alias. If they are two things, declare one
    `confusable_with` the other, or give them labels that nobody can mistake.
    """

    flags = (
        Example(
            "the same firm registered twice",
            (
                Statement("Harbour Post", "Northwind", "staff", "8,500"),
                Statement("Quay Wire", "Nortwind", "staff", "5,000"),
            ),
        ),
        Example(
            "one name inverted",
            (
                Statement("Harbour Post", "Anna Berg", "staff", "8,500"),
                Statement("Quay Wire", "Berg, Anna", "staff", "5,000"),
            ),
        ),
    )
    allows = (
        Example(
            "a number tells them apart",
            (
                Statement("Harbour Post", "Birch 2A", "users", "20"),
                Statement("Quay Wire", "Birch 2B", "users", "30"),
            ),
        ),
    )

    def check(self, compared: Compared) -> Iterator[Finding]:
        by_subject: dict[str, list[Claim]] = defaultdict(list)
        by_attribute: dict[str, list[Claim]] = defaultdict(list)
        for claim in compared.claims:
            by_subject[claim.subject.id].append(claim)
            by_attribute[claim.attribute.id].append(claim)
        yield from self._near(compared.vocabulary.subjects, by_subject, "subjects")
        yield from self._near(compared.vocabulary.attributes, by_attribute, "attributes")

    def _near(
        self,
        entries: Mapping[str, Subject] | Mapping[str, Attribute],
        claims: Mapping[str, list[Claim]],
        registry: str,
    ) -> Iterator[Finding]:
        named = {name: entries[id] for id in sorted(claims) for name in _names(entries[id])}
        described: set[tuple[str, ...]] = set()
        for a, b in (*near_pairs(sorted(named)), *_reordered(sorted(named))):
            one, other = named[a], named[b]
            ids = tuple(sorted((one.id, other.id)))
            if (
                one is other
                or ids in described
                or _distinguished(one, other)
                or _distinguished(other, one)
            ):
                continue
            described.add(ids)
            yield Finding(
                rule=self.name,
                verdict=Verdict.UNDETERMINED,
                anchor=(registry, *ids),
                positions=(
                    Position(one.label, tuple(claims[one.id]), by="name"),
                    Position(other.label, tuple(claims[other.id]), by="name"),
                ),
                message=say(
                    'The {registry} "{a}" and "{b}" look like one; their claims are not compared.',
                    registry=registry,
                    a=a,
                    b=b,
                ),
                todo=say("Merge them, or say in the registry what distinguishes them."),
            )


def _names(entry: Subject | Attribute) -> tuple[str, ...]:
    if isinstance(entry, Attribute):
        return (str(entry.label),)
    return (str(entry.label), *entry.aliases, *(name for _, name in entry.names))


def _reordered(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names that are the same words in another order: "users, daily", "daily users"."""
    by_words: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in names:
        words = tuple(sorted(re.findall(r"\w+", latin(name))))
        if len(words) > 1:
            by_words[words].append(name)
    for same in by_words.values():
        yield from pairwise(same)


def _distinguished(one: Subject | Attribute, other: Subject | Attribute) -> bool:
    """Whether the registry itself relates the two."""
    if isinstance(one, Attribute):
        return one.part_of == other.id
    related = (one.family, one.part_of, *(c.subject for c in one.confusable_with))
    return other.id in related
