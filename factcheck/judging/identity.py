"""What makes two findings the same one, from run to run, and what makes it say the same as before.

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
    """Two different findings have one id: our fault, never a merge."""


def id_of(finding: Finding) -> str:
    """Twelve hex digits from the rule's first name and the anchor; not from paths, wording, order.

    The words of a scope count without their case: which source of a scope comes first decides how
    they are shown.
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
    """Findings by id, in their order. Raises IdClash, naming both, where two share one."""
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
    """What the finding is about, for people who read a record alone: "a / b / 2025"."""
    about, named = about_of(finding), (finding.subject, finding.attribute)
    on_topic = about == tuple(one.id for one in named if one is not None)
    parts = (*about, str(finding.scope)) if on_topic else map(named_today, finding.anchor)
    return " / ".join(part for part in parts if part)


def about_of(finding: Finding) -> tuple[str, ...]:
    """How every topic of the finding begins, however its scope is worded: two ids, as a rule."""
    return finding.anchor[:2]


def values_of(finding: Finding) -> tuple[KnownValue, ...]:
    """The finding's content: each value that its positions hold, with the claims that give it."""
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
    """What a claim says there, in the form that is the same however it is typed, as plain text."""
    return str(worded_value_of(claim, position))


def worded_value_of(claim: Claim, position: Position) -> Wording:
    """The same, still to be told in another language."""
    if position.by == "name":
        return position.label
    stated: Wording = claim.text
    if claim.value is not None:
        stated = kind_for(claim.attribute).remembered(claim.value, claim.attribute)
    return joined((stated, position.scope), " · ") if position.scope else stated


def remember(id: str, finding: Finding, location: Location | None = None) -> KnownFinding:
    """The finding as the next run may know it."""
    return KnownFinding(id, finding.rule, topic_of(finding), values_of(finding), location)


def remembered(findings: Iterable[Finding]) -> tuple[KnownFinding, ...]:
    """The findings of another revision, as a record that this one is held against."""
    return tuple(remember(id, finding) for id, finding in ids_of(findings).items())
