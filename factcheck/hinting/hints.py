"""The findings with what may have caused them: relations, figures elsewhere, slips."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from factcheck.arithmetic import Relations
from factcheck.arithmetic.implying import Implications
from factcheck.hinting.elsewhere import Figures
from factcheck.hinting.slips import slips_of_days, slips_of_figures
from factcheck.model import (
    CONTRADICTING,
    Attribute,
    Claim,
    Finding,
    Later,
    Phrase,
    Verdict,
    joined,
    own,
    say,
    told,
)

CLASHES = CONTRADICTING | {Verdict.UNDETERMINED, Verdict.IMPOSSIBLE}

QUALIFIERS = ("place", "basis", "conditions")
"""What narrows a claim in words, and counts only where the attribute's key names it."""

MOST_SLIPS = 5
"""Slips that are named: of many sides, the first ones on the line."""


def with_hints(
    findings: Iterable[Finding], claims: Iterable[Claim], relations: Relations
) -> Iterator[Finding]:
    """The findings, those about figures or days of one scope with what may have caused them.

    `claims` and `relations` are all those of the corpus.
    """
    figures, implications = Figures(claims), Implications(relations)
    for finding in findings:
        if finding.subject is None or finding.verdict not in CLASHES:
            yield finding
        else:
            yield replace(finding, hints=_later(finding, figures, implications))


def _later(finding: Finding, figures: Figures, relations: Implications) -> Later:
    """What a line of text never tells is not looked for."""
    return Later(lambda: dict.fromkeys(_hints(finding, figures, relations)))


def _hints(finding: Finding, figures: Figures, relations: Implications) -> Iterator[Phrase]:
    kind = finding.attribute.kind if finding.attribute is not None else ""
    if finding.attribute is not None:
        yield from _outside_the_key(finding, finding.attribute)
    if kind in ("quantity", "money"):
        yield from _covers(finding)
        yield from relations.hints(finding)
        yield from figures.elsewhere(finding)
        yield from islice(slips_of_figures(finding), MOST_SLIPS)
    else:
        yield from relations.hints(finding)
        if kind in ("date", "period"):
            yield from islice(slips_of_days(finding), MOST_SLIPS)


def _covers(finding: Finding) -> Iterator[Phrase]:
    """The sources' own words on what they count, where they differ."""
    words = {c.covers: c for c in finding.claims if c.covers}
    if len({w.casefold() for w in words}) > 1:
        said = joined(
            (
                told(
                    own("“{words}” ({outlet})"),
                    words=words[w].covers,
                    outlet=words[w].source.outlet,
                )
                for w in sorted(words)
            ),
            "; ",
        )
        yield say("They may count different things: {said}.", said=said)


def _outside_the_key(finding: Finding, attribute: Attribute) -> Iterator[Phrase]:
    """Qualifiers that the sources state unlike each other, and that the attribute does not ask."""
    for name in QUALIFIERS:
        if name in attribute.key:
            continue
        outlets: dict[str, set[str]] = defaultdict(set)
        written: dict[str, str] = {}
        for claim in finding.claims:
            words = " ".join((getattr(claim, name) or "").split())
            folded = words.casefold()
            outlets[folded].add(claim.source.outlet)
            written[folded] = min(words, written.get(folded, words))
        if len(outlets) > 1:
            said = joined(
                (_stated(written[words], outlets[words]) for words in _stated_first(outlets)), "; "
            )
            yield say(
                "They differ in {name}: {said}. Where {name} tells two figures apart, add it to "
                "the key of {attribute}.",
                name=name,
                said=said,
                attribute=attribute.id,
            )


def _stated_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda one: (not one, one))


def _stated(words: str, outlets: Iterable[str]) -> Phrase:
    """What some outlets say, and who they are."""
    names = ", ".join(sorted(outlets))
    if words:
        return told(own("“{words}” ({outlet})"), words=words, outlet=names)
    return told("none ({outlet})", outlet=names)
