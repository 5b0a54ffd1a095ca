"""Likely causes of a disagreement about figures: what an editor would look at first.

A hint never changes a verdict. It says what is known of the two figures elsewhere in the corpus,
and what slip would turn one into the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import islice, pairwise

from factcheck.arithmetic.implying import Implications
from factcheck.model import Claim, Corpus, Finding, Phrase, Verdict, say
from factcheck.values.measured import Measured
from factcheck.values.period import show_period
from factcheck.values.slips import swapped

CLASHES = (Verdict.CONTRADICTS, Verdict.SELF_CONTRADICTS, Verdict.UNDETERMINED)

SLIPS = (
    (Decimal(10) ** 3, say("One is a thousand times the other: thousand, million or billion taken"
                           " for its neighbour?")),
    (Decimal(10) ** 4, say("One is ten thousand times the other: 万 (10⁴) lost or added?")),
    (Decimal(10) ** 6, say("One is a million times the other: million and billion words mixed?")),
    (Decimal(100), say("One is a hundred times the other: a percentage taken for a share?")),
    (Decimal(10), say("One is ten times the other: a zero lost or added?")),
    (Decimal(12), say("One is twelve times the other: a month taken for a year?")),
)  # fmt: skip
"""Factors between two figures, and the slip that makes each of them."""

MOST_ELSEWHERE = 3
"""Other claims with the same figure that are named: more would bury the rest."""

NEAR = Decimal("0.02")
"""How closely a factor must be met for the slip to be worth a hint: within 2 %."""


def with_hints(findings: Iterable[Finding], corpus: Corpus) -> Iterator[Finding]:
    """The findings, those about figures of one scope with what may have caused them."""
    by_subject: dict[str, list[Claim]] = defaultdict(list)
    for claim in corpus.claims:
        if isinstance(claim.value, Measured):
            by_subject[claim.subject.id].append(claim)
    relations = Implications(corpus)
    for finding in findings:
        if finding.subject is None or finding.verdict not in CLASHES:
            yield finding
        else:
            hints = _hints(finding, by_subject[finding.subject.id], relations)
            yield replace(finding, hints=tuple(dict.fromkeys(hints)))


def _hints(finding: Finding, figures: list[Claim], relations: Implications) -> Iterator[Phrase]:
    """`figures` are all claims on the finding's subject that give one."""
    attribute = finding.attribute
    if attribute is not None and attribute.kind not in ("quantity", "money"):
        yield from relations.hints(finding)
    elif attribute is not None:
        yield from _covers(finding)
        yield from relations.hints(finding)
        yield from islice(_elsewhere(finding, figures), MOST_ELSEWHERE)
        yield from _slips(finding)


def _covers(finding: Finding) -> Iterator[Phrase]:
    """The sources' own words on what they count, where they differ."""
    words = {c.covers: c for c in finding.claims if c.covers}
    if len({w.casefold() for w in words}) > 1:
        said = "; ".join(f"“{words[w].covers}” ({words[w].source.outlet})" for w in sorted(words))
        yield say("They may count different things: {said}.", said=said)


def _elsewhere(finding: Finding, figures: list[Claim]) -> Iterator[Phrase]:
    """The same figure in another claim on the subject: another attribute, or another period."""
    own = {c.name for c in finding.claims}
    for position in finding.positions:
        held = {_figure(c) for c in position.claims}
        for claim in figures:
            if claim.name not in own and _figure(claim) in held:
                yield say(
                    "The figure {figure} also stands for “{attribute}”{scope} in {source}.",
                    figure=position.label,
                    attribute=claim.attribute.label,
                    scope=f", {show_period(claim.period)}" if claim.period is not None else "",
                    source=claim.source.outlet,
                )


def _figure(claim: Claim) -> tuple[Decimal, str] | None:
    """The very number and unit of a claim."""
    value = claim.value
    return (value.number, value.unit) if isinstance(value, Measured) else None


def _slips(finding: Finding) -> Iterator[Phrase]:
    """Slips of the pen that would turn one side's figure into its neighbour's."""
    numbers = [abs(p.value.number) for p in finding.positions if isinstance(p.value, Measured)]
    for a, b in pairwise(sorted(numbers)):
        if a == 0:
            continue
        for factor, sentence in SLIPS:
            if abs(b / a / factor - 1) <= NEAR:
                yield sentence
        if swapped(a, b):
            yield say("The same digits in another order: a slip of typing?")
