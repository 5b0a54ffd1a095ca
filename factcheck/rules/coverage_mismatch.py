"""The same figure for a part and for the whole of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from factcheck.model import (
    Attribute,
    Claim,
    Finding,
    Position,
    Topic,
    Verdict,
    Wording,
    bracketed,
    joined,
    say,
)
from factcheck.rules.base import Anchor, Compared, Example, Statement, SubjectRule
from factcheck.values import kind_for
from factcheck.values.measures.measured import Measured
from factcheck.values.money import Money

Bound = tuple[str, str | None]  # attribute and coverage: what a figure is said to count


class CoverageMismatch(SubjectRule):
    """The same figure for the same time is bound to two coverages, one of them within the other.

    ## Why it matters

    "160 million in all" becomes "160 million for ferries" in one retelling. Both cannot be right
    unless nothing else was counted; and as no two claims of one scope differ, no comparison of
    values would notice.

    ## What to do

    Find out what the figure counted where it was first published.
    """

    identity = "perimeter-mismatch"
    annotates = True

    flags = (
        Example(
            "a total that became a part",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "fleet-spending",
                    "160 million euros",
                    {"period": "2026", "covers": "all-ships"},
                ),
                Statement(
                    "Quay Wire",
                    "Northwind",
                    "fleet-spending",
                    "160 million euros",
                    {"period": "2026", "covers": "ferries"},
                ),
            ),
        ),
        Example(
            "a budget that became one of its parts",
            (
                Statement(
                    "Harbour Post", "Northwind", "budget", "160 million euros", {"period": "2026"}
                ),
                Statement(
                    "Quay Wire",
                    "Northwind",
                    "fuel-budget",
                    "160 million euros",
                    {"period": "2026"},
                ),
            ),
        ),
        Example(
            "the second of two amounts that a source prints",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "fuel-budget",
                    "12 million euros ($13 million)",
                    {"period": "2026"},
                ),
                Statement(
                    "Quay Wire", "Northwind", "budget", "13 million dollars", {"period": "2026"}
                ),
            ),
        ),
        Example(
            "one statement, typed as the budget and as a part of it",
            (
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "budget",
                    "160 million euros",
                    {"period": "2026", "quote": "160 million euros"},
                ),
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "fuel-budget",
                    "160 million euros",
                    {"period": "2026", "quote": "160 million euros"},
                ),
                Statement(
                    "Quay Wire", "Northwind", "budget", "160 million euros", {"period": "2026"}
                ),
            ),
        ),
    )
    allows = (
        Example(
            "a part that is smaller",
            (
                Statement(
                    "Harbour Post", "Northwind", "budget", "160 million euros", {"period": "2026"}
                ),
                Statement(
                    "Quay Wire", "Northwind", "fuel-budget", "40 million euros", {"period": "2026"}
                ),
            ),
        ),
        Example(
            "a source that gives both",
            (
                Statement(
                    "Harbour Post", "Northwind", "budget", "160 million euros", {"period": "2026"}
                ),
                Statement(
                    "Harbour Post",
                    "Northwind",
                    "fuel-budget",
                    "160 million euros",
                    {"period": "2026"},
                ),
            ),
        ),
        Example(
            "another year",
            (
                Statement(
                    "Harbour Post", "Northwind", "budget", "160 million euros", {"period": "2026"}
                ),
                Statement(
                    "Quay Wire",
                    "Northwind",
                    "fuel-budget",
                    "160 million euros",
                    {"period": "2025"},
                ),
            ),
        ),
    )

    def check(self, topics: Sequence[Topic], compared: Compared) -> Iterator[Finding]:
        attributes = compared.vocabulary.attributes
        by_figure: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
        bound = _bound((topic.attribute for topic in topics), attributes)
        for topic in topics:
            if topic.attribute.kind in ("quantity", "money") and topic.attribute.id in bound:
                for scope in topic.scopes:
                    for claim in scope.claims:
                        for figure in _figures(claim):
                            by_figure[figure].append(claim)
        found: set[Anchor] = set()
        for _, claims in sorted(by_figure.items(), key=lambda pair: pair[1][0].name):
            for finding in self._among(claims, attributes):
                if finding.anchor not in found:
                    found.add(finding.anchor)
                    yield finding

    def _among(
        self, claims: Iterable[Claim], attributes: Mapping[str, Attribute]
    ) -> Iterator[Finding]:
        by_bound: dict[Bound, list[Claim]] = defaultdict(list)
        for claim in claims:
            by_bound[claim.attribute.id, claim.coverage].append(claim)
        for one, other in combinations(sorted(by_bound, key=str), 2):
            for part, whole in ((one, other), (other, one)):
                if _lies_in(part, whole, attributes):
                    parts = by_bound[part]
                    wholes = [c for c in by_bound[whole] if not any(map(c.is_twin, parts))]
                    if wholes and not _sources(parts) & _sources(wholes):
                        yield self._finding(parts, wholes)

    def _finding(self, parts: list[Claim], wholes: list[Claim]) -> Finding:
        part, whole = parts[0], wholes[0]
        figure = kind_for(part.attribute).show(part.value) if part.value is not None else ""
        return Finding(
            rule=self.name,
            verdict=Verdict.UNDETERMINED,
            anchor=(part.subject.id, *_anchor(part), *_anchor(whole), _days(part)),
            positions=(
                Position(
                    say("{value} · {scope}", value=figure, scope=_name(whole)),
                    tuple(wholes),
                    whole.value,
                    scope=_name(whole),
                ),
                Position(
                    say("{value} · {scope}", value=figure, scope=_name(part)),
                    tuple(parts),
                    part.value,
                    scope=_name(part),
                ),
            ),
            message=say(
                "The same figure, {figure}, is given for {subject}'s {part} and for its {whole}.",
                figure=figure,
                subject=part.subject.label,
                part=_name(part),
                whole=_name(whole),
            ),
            todo=say("Find out what the figure counted where it was first published."),
            subject=part.subject,
            attribute=part.attribute,
        )


def _bound(own: Iterable[Attribute], attributes: Mapping[str, Attribute]) -> set[str]:
    """Those of these attributes that count a part of something, or something with parts here."""
    bound: set[str] = set()
    for attribute in own:
        if attribute.part_of is not None or attribute.coverages:
            bound.add(attribute.id)
        above = attribute.part_of
        while above is not None and above not in bound:
            bound.add(above)
            above = attributes[above].part_of
    return bound


def _figures(claim: Claim) -> Iterator[tuple[object, ...]]:
    """The subject, the very number and unit, and the time: what two retellings share.

    A source that prints an amount in two currencies may be retold by either.
    """
    value = claim.value
    if isinstance(value, Measured) and value.number != 0:
        yield claim.subject.id, value.number, value.unit, _days(claim)
    if isinstance(value, Money) and value.also is not None:
        yield claim.subject.id, value.also.number, value.also.unit, _days(claim)


def _days(claim: Claim) -> str:
    time = claim.period or claim.as_of
    return "" if time is None else f"{time.start}/{time.end}"


def _sources(claims: Iterable[Claim]) -> set[str]:
    return {c.source.id for c in claims}


def _anchor(claim: Claim) -> tuple[str, str]:
    return claim.attribute.id, claim.coverage or ""


def _name(claim: Claim) -> Wording:
    """What the figure counts, in words."""
    label = next((p.label for p in claim.attribute.coverages if p.id == claim.coverage), "")
    return joined((claim.attribute.label, bracketed(label)), "")


def _lies_in(part: Bound, whole: Bound, attributes: Mapping[str, Attribute]) -> bool:
    """By the coverages of one attribute, or by an attribute that counts a part of another."""
    if part[0] != whole[0]:
        above, seen = attributes[part[0]].part_of, {part[0]}
        while above is not None and above not in seen:
            if above == whole[0]:
                return True
            seen.add(above)
            above = attributes[above].part_of
        return False
    parents = {p.id: p.part_of for p in attributes[part[0]].coverages}
    waiting, known = [part[1]], set()
    while waiting:
        for parent in parents.get(waiting.pop() or "", ()):
            if parent == whole[1]:
                return True
            if parent not in known:
                known.add(parent)
                waiting.append(parent)
    return False
