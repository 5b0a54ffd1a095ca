"""The findings with what may have caused them: relations, figures elsewhere, slips."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from factcheck.arithmetic.implying import Implications
from factcheck.hinting.elsewhere import Figures
from factcheck.hinting.slips import slips_of_days, slips_of_figures
from factcheck.model import (
    Corpus,
    Finding,
    Phrase,
    Verdict,
    joined,
    say,
    told,
)

CLASHES = (
    Verdict.CONTRADICTS,
    Verdict.SELF_CONTRADICTS,
    Verdict.UNDETERMINED,
    Verdict.IMPOSSIBLE,
)

MOST_SLIPS = 5
"""Slips that are named: of many sides, the first ones on the line."""


def with_hints(findings: Iterable[Finding], corpus: Corpus) -> Iterator[Finding]:
    """The findings, those about figures or days of one scope with what may have caused them."""
    figures, relations = Figures(corpus), Implications(corpus)
    for finding in findings:
        if finding.subject is None or finding.verdict not in CLASHES:
            yield finding
        else:
            hints = _hints(finding, figures, relations)
            yield replace(finding, hints=tuple(dict.fromkeys(hints)))


def _hints(finding: Finding, figures: Figures, relations: Implications) -> Iterator[Phrase]:
    kind = finding.attribute.kind if finding.attribute is not None else ""
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
                told("“{words}” ({outlet})", words=words[w].covers, outlet=words[w].source.outlet)
                for w in sorted(words)
            ),
            "; ",
        )
        yield say("They may count different things: {said}.", said=said)
