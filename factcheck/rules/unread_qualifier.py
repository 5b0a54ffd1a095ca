"""A qualifier that keeps a claim apart because it is written in a way of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from factcheck.model import Claim, Finding, Position, Subject, Verdict, say
from factcheck.rules.base import Compared, CorpusRule, Example, Statement
from factcheck.values.naming.blocks import near_pairs
from factcheck.values.naming.likeness import latin

QUALIFIERS = ("place", "basis", "conditions")
"""Qualifiers that are kept as text: only the same words are the same scope."""


class UnreadQualifier(CorpusRule):
    """A place, basis or condition of a claim is nearly, but not quite, what others write.

    ## Why it matters

    These qualifiers are compared as words. A claim on "montly" users never meets those on
    "monthly" ones: a slip of typing hides a contradiction, and nobody notices.

    ## What to do

    Write it as the other claims do. If the two are different things, choose words that nobody can
    take for each other.
    """

    flags = (
        Example(
            "a letter left out",
            (
                Statement("Harbour Post", "Northwind", "users", "20 million", {"basis": "monthly"}),
                Statement("Quay Wire", "Northwind", "users", "30 million", {"basis": "montly"}),
            ),
        ),
    )
    allows = (
        Example(
            "two bases",
            (
                Statement("Harbour Post", "Northwind", "users", "20 million", {"basis": "monthly"}),
                Statement("Quay Wire", "Northwind", "users", "5 million", {"basis": "daily"}),
            ),
        ),
        Example(
            "an attribute whose claims it does not keep apart",
            (
                Statement("Harbour Post", "Northwind", "staff", "85", {"basis": "monthly"}),
                Statement("Quay Wire", "Northwind", "staff", "85", {"basis": "montly"}),
            ),
        ),
        Example(
            "capitals make no difference",
            (
                Statement("Harbour Post", "Northwind", "users", "20 million", {"basis": "monthly"}),
                Statement("Quay Wire", "Northwind", "users", "20 million", {"basis": "Monthly"}),
            ),
        ),
    )

    def check(self, compared: Compared) -> Iterator[Finding]:
        names = {_fold(n) for s in compared.vocabulary.subjects.values() for n in _names(s)}
        for qualifier in QUALIFIERS:
            used: dict[str, list[Claim]] = defaultdict(list)
            for claim in compared.claims:
                if qualifier in claim.attribute.key and (text := claim.compared_by(qualifier)):
                    used[_fold(text)].append(claim)
            for pair in near_pairs(used):
                if not names.issuperset(pair) and latin(pair[0])[:1] == latin(pair[1])[:1]:
                    odd, usual = sorted(pair, key=lambda text: _weight(text, used[text]))
                    yield self._finding(qualifier, used[odd], used[usual])

    def _finding(self, qualifier: str, few: list[Claim], many: list[Claim]) -> Finding:
        odd, usual = (str(claims[0].compared_by(qualifier)) for claims in (few, many))
        return Finding(
            rule=self.name,
            verdict=Verdict.UNDETERMINED,
            anchor=(qualifier, *sorted((_fold(odd), _fold(usual)))),
            positions=(
                Position(f"{qualifier}: {odd}", tuple(few), by="name"),
                Position(f"{qualifier}: {usual}", tuple(many), by="name"),
            ),
            message=say(
                'The {qualifier} "{odd}" looks like "{usual}", and keeps claims apart.',
                qualifier=qualifier,
                odd=odd,
                usual=usual,
            ),
            todo=say(
                "Write {qualifier}: {usual}, or words that cannot be taken for it.",
                qualifier=qualifier,
                usual=usual,
            ),
        )


def _weight(text: str, claims: list[Claim]) -> tuple[int, int, str]:
    """The slip comes first: what fewer sources write, or else what has fewer letters."""
    return (len({c.source.id for c in claims}), len(text), text)


def _names(subject: Subject) -> tuple[str, ...]:
    return (str(subject.label), *subject.aliases, *(name for _, name in subject.names))


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())
