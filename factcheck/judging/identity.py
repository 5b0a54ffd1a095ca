"""Defines when findings of two runs are the same one, and when their content is the same.

A finding's id comes from its rule and its anchor; its content is which claims give which value.
Neither depends on paths, lines, order, quotes or wording.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable

from factcheck.judging.meaning import digest
from factcheck.model import (
    Claim,
    Finding,
    KnownFinding,
    KnownValue,
    Location,
    Position,
    Wording,
    joined,
    named_today,
)
from factcheck.rules import first_name
from factcheck.values import kind_for


class IdClash(Exception):
    """Two different findings have one id: a defect of factcheck; they are never merged."""


def id_of(finding: Finding) -> str:
    """Twelve hex digits from the rule's identity and the anchor; not from paths, wording, order.

    The case of a scope's words is ignored: the first source of a scope determines how they are
    shown.
    """
    scope = str(finding.scope)
    anchor = (folded(part) if part == scope else part for part in finding.anchor)
    return hashlib.sha256("\x1f".join((first_name(finding.rule), *anchor)).encode()).hexdigest()[
        :12
    ]


def folded(text: str) -> str:
    """The text without differences of case and of blanks."""
    return " ".join(text.casefold().split())


def ids_of(findings: Iterable[Finding]) -> dict[str, Finding]:
    """Findings by id, in their order. Raises IdClash, which names both, if two share one."""
    known: dict[str, Finding] = {}
    for finding in findings:
        id = id_of(finding)
        if id in known:
            raise IdClash(
                f'Two findings have the id {id}: "{known[id].message!s}" and "{finding.message!s}"'
            )
        known[id] = finding
    return known


def topic_of(finding: Finding) -> str:
    """The topic of a finding for a person who reads only the record: "a / b / 2025"."""
    about, named = about_of(finding), (finding.subject, finding.attribute)
    on_topic = about == tuple(one.id for one in named if one is not None)
    parts = (*about, str(finding.scope)) if on_topic else map(named_today, finding.anchor)
    return " / ".join(part for part in parts if part)


def about_of(finding: Finding) -> tuple[str, ...]:
    """The start of every topic of the finding, without its scope: usually two ids."""
    return finding.anchor[:2]


def values_of(finding: Finding) -> tuple[KnownValue, ...]:
    """The finding's content: each value of its positions, with the claims that give it."""
    given: dict[str, set[str]] = defaultdict(set)
    digests: dict[str, dict[str, str]] = defaultdict(dict)
    for position in finding.positions:
        for claim in position.claims:
            value = value_of(claim, position)
            given[value].add(claim.name)
            if position.by != "name":  # else only the name that it writes was judged
                digests[value][claim.name] = digest(claim)
    return tuple(
        KnownValue(value, tuple(sorted(names)), tuple(sorted(digests[value].items())))
        for value, names in sorted(given.items())
    )


def value_of(claim: Claim, position: Position) -> str:
    """The claim's value in a normal form that does not depend on its spelling, as plain text."""
    return str(worded_value_of(claim, position))


def worded_value_of(claim: Claim, position: Position) -> Wording:
    """The same form, still to be translated."""
    if position.by == "name":
        return position.label
    stated: Wording = claim.text
    if claim.value is not None:
        stated = kind_for(claim.attribute).remembered(claim.value, claim.attribute)
    return joined((stated, position.scope), " · ") if position.scope else stated


def remember(id: str, finding: Finding, location: Location | None = None) -> KnownFinding:
    """The record of the finding for the next run."""
    return KnownFinding(id, finding.rule, topic_of(finding), values_of(finding), location)


def remembered(findings: Iterable[Finding]) -> tuple[KnownFinding, ...]:
    """The findings of another revision as a record to compare this one with."""
    return tuple(remember(id, finding) for id, finding in ids_of(findings).items())
