"""A figure that loses on the way what one text said of it first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.model import Claim, Finding, Position, Verdict, both, own, say
from factcheck.rules.base import Example, SourceRule, Statement
from factcheck.values import kind_for
from factcheck.values.measures.measured import Measured

QUALIFIERS = ("basis", "place", "covers", "excludes", "conditions")
"""Qualifiers in words, that one place of a text states and another leaves out."""

Figure = tuple[str, str, Decimal, Decimal | None, str, object]


class DroppedQualifier(SourceRule):
    """One source gives a figure with a bound or a qualifier here, and without it there.

    ## Why it matters

    "2 million weekly riders" become "2 million riders" further down, "about 30" becomes "30", and
    "over 500" becomes "500". Whoever copies the second place copies more than the source says. The
    figure without its bound is therefore not compared as if it were exact: it reaches as far as the
    one with the bound does.

    ## What to do

    Quote the place that says more, and print its words with the figure.
    """

    flags = (
        Example(
            "about 30, and then 30",
            (
                Statement("Harbour Post", "Northwind", "length", "about 30 m"),
                Statement("Harbour Post", "Northwind", "length", "30 m"),
            ),
        ),
        Example(
            "over 500, and then 500",
            (
                Statement("Molo Oggi", "Northwind", "staff", "500", language="it"),
                Statement("Molo Oggi", "Northwind", "staff", "oltre 500", language="it"),
            ),
        ),
        Example(
            "weekly riders, and then riders",
            (
                Statement("Harbour Post", "Northwind", "users", "2 million", {"basis": "weekly"}),
                Statement("Harbour Post", "Northwind", "users", "2 million"),
            ),
        ),
    )
    allows = (
        Example(
            "two sources",
            (
                Statement("Harbour Post", "Northwind", "length", "about 30 m"),
                Statement("Quay Wire", "Northwind", "length", "30 m"),
            ),
        ),
        Example(
            "two figures",
            (
                Statement("Harbour Post", "Northwind", "users", "2 million", {"basis": "weekly"}),
                Statement("Harbour Post", "Northwind", "users", "3 million", {"basis": "monthly"}),
            ),
        ),
        Example(
            "one figure for two periods",
            (
                Statement("Harbour Post", "Northwind", "share", "about 13%", {"period": "2024"}),
                Statement("Harbour Post", "Northwind", "share", "13%", {"period": "2025"}),
            ),
        ),
    )

    def check(self, claims: Sequence[Claim], text: str | None) -> Iterator[Finding]:
        by_figure: dict[Figure, list[Claim]] = defaultdict(list)
        for claim in sorted(claims, key=lambda c: c.name):
            if isinstance(value := claim.value, Measured) and not claim.ignore:
                time = claim.period or claim.as_of
                about = (claim.subject.id, claim.attribute.id)
                by_figure[*about, value.number, value.last, value.unit, time].append(claim)
        for alike in by_figure.values():
            yield from self._among(alike)

    def _among(self, claims: Sequence[Claim]) -> Iterator[Finding]:
        """Of claims on one figure: those that state more, and those that leave it out."""
        for name in ("bound", *QUALIFIERS):
            full = [c for c in claims if _stated(c, name)]
            bare = [c for c in claims if not _stated(c, name) and not any(map(c.is_twin, full))]
            if full and bare and len({_stated(c, name) for c in full}) == 1:
                yield self._finding(name, full, bare)

    def _finding(self, name: str, full: Sequence[Claim], bare: Sequence[Claim]) -> Finding:
        first = full[0]
        kind = kind_for(first.attribute)
        words = _stated(first, name)
        return Finding(
            rule=self.name,
            verdict=Verdict.SCOPE_DIFFERS,
            anchor=(first.source.id, first.subject.id, first.attribute.id, name, str(words)),
            positions=tuple(
                Position(kind.show(c.value), tuple(members), c.value, scope=scope)
                for members, scope in ((full, words), (bare, say("no {name}", name=name)))
                if (c := members[0]).value is not None
            ),
            message=say(
                "{outlet} gives the {attribute} of {subject} with “{words}” in one place, and "
                "without it in another: {values}.",
                outlet=first.source.outlet,
                attribute=first.attribute.label,
                subject=first.subject.label,
                words=words,
                values=both(
                    say(own("“{text}”"), text=text)
                    for text in dict.fromkeys(c.text for c in (full[0], bare[0]))
                ),
            ),
            todo=say("Quote the place that says more, and print its words with the figure."),
            subject=first.subject,
            attribute=first.attribute,
        )


def _stated(claim: Claim, name: str) -> str:
    """The words of the bound, or of a qualifier; "" where the claim has none."""
    if name != "bound":
        words = getattr(claim, name)
        return "; ".join(words) if isinstance(words, tuple) else (words or "")
    value = claim.value
    if not isinstance(value, Measured) or value.bound == "exact":
        return ""
    return value.bound_text or value.bound
