"""Adds likely causes to findings: relations, equal figures elsewhere, typing errors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from factcheck.comparing.hints.elsewhere import Figures
from factcheck.comparing.hints.typing_errors import errors_of_days, errors_of_figures
from factcheck.comparing.relations import Relations
from factcheck.comparing.relations.implying import Implications
from factcheck.model import (
    CONTRADICTING,
    Attribute,
    Claim,
    Finding,
    OfScope,
    Phrase,
    Verdict,
    joined,
    own,
    say,
)

CLASHES = CONTRADICTING | {Verdict.UNDETERMINED, Verdict.IMPOSSIBLE}

QUALIFIERS = ("place", "basis", "conditions")
"""What narrows a claim in words, and counts only where the attribute's key names it."""

MOST_TYPING_ERRORS = 5
"""Slips that are named: of many sides, the first ones on the line."""


class Hints:
    """Finds the likely causes of one finding after another."""

    def __init__(self, claims: Iterable[Claim], relations: Relations) -> None:
        """`claims` and `relations` are all those of the corpus."""
        self._figures, self._implications = Figures(claims), Implications(relations)

    def of(self, finding: Finding) -> tuple[Phrase, ...]:
        """The hints of the finding's rule, and hints on the values of its conflicting scopes."""
        if not isinstance(finding.evidence, OfScope) or finding.verdict not in CLASHES:
            return finding.own_hints
        return tuple(dict.fromkeys(self._found(finding, finding.evidence.topic.attribute)))

    def _found(self, finding: Finding, attribute: Attribute) -> Iterator[Phrase]:
        yield from _outside_the_key(finding, attribute)
        yield from _against(finding)
        if attribute.kind in ("quantity", "money"):
            yield from _covers(finding)
            yield from self._implications.hints(finding)
            yield from self._figures.elsewhere(finding)
            yield from islice(errors_of_figures(finding), MOST_TYPING_ERRORS)
        else:
            yield from self._implications.hints(finding)
            if attribute.kind in ("date", "period"):
                yield from islice(errors_of_days(finding), MOST_TYPING_ERRORS)


def _against(finding: Finding) -> Iterator[Phrase]:
    """Parts that exceed some of the conflicting wholes, and wholes that some of the parts
    exceed.
    """
    assert isinstance(finding.evidence, OfScope)
    own_claims = set(finding.claims)
    for scope in finding.evidence.topic.across:
        if scope.verdict is not Verdict.IMPOSSIBLE or scope is finding.evidence.scope:
            continue
        meant = {c for p in scope.positions for c in p.claims if c in own_claims}
        others = [p for p in scope.positions if own_claims.isdisjoint(p.claims)]
        if meant and others and not own_claims <= meant:
            yield say(
                "Against {figures} speaks {others}: a part is at most its whole.",
                figures=joined(
                    (p.label for p in finding.positions if meant.intersection(p.claims)), " / "
                ),
                others=joined(
                    (
                        say(
                            own("{value} ({outlet})"),
                            value=p.label,
                            outlet=", ".join(sorted({c.source.outlet for c in p.claims})),
                        )
                        for p in others
                    ),
                    "; ",
                ),
            )


def _covers(finding: Finding) -> Iterator[Phrase]:
    """The sources' words for the coverage, where they differ."""
    words = {c.covers: c for c in finding.claims if c.covers}
    if len({w.casefold() for w in words}) > 1:
        stated = joined(
            (
                say(
                    own("“{words}” ({outlet})"),
                    words=words[w].covers,
                    outlet=words[w].source.outlet,
                )
                for w in sorted(words)
            ),
            "; ",
        )
        yield say("They may count different things: {stated}.", stated=stated)


def _outside_the_key(finding: Finding, attribute: Attribute) -> Iterator[Phrase]:
    """Qualifiers that differ between the sources although they are not in the attribute's key."""
    for name in QUALIFIERS:
        if name in attribute.key:
            continue
        outlets: dict[str, set[str]] = defaultdict(set)
        written: dict[str, str] = {}
        for claim in finding.claims:
            words = " ".join((claim.compared_by(name) or "").split())
            folded = words.casefold()
            outlets[folded].add(claim.source.outlet)
            written[folded] = min(words, written.get(folded, words))
        if len(outlets) > 1:
            stated = joined(
                (_stated(written[words], outlets[words]) for words in _stated_first(outlets)), "; "
            )
            yield say(
                "They differ in {name}: {stated}. Where {name} distinguishes two figures, add it "
                "to the key of {attribute}.",
                name=name,
                stated=stated,
                attribute=attribute.id,
            )


def _stated_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda one: (not one, one))


def _stated(words: str, outlets: Iterable[str]) -> Phrase:
    """The words of some outlets, with the outlets' names."""
    names = ", ".join(sorted(outlets))
    if words:
        return say(own("“{words}” ({outlet})"), words=words, outlet=names)
    return say("none ({outlet})", outlet=names)
