"""Likely causes of a disagreement about figures: what an editor would look at first.

A hint never changes a verdict. It says what is known of the two figures elsewhere in the corpus,
and what slip would turn one into the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Context, Decimal
from itertools import pairwise

from factcheck.model import (
    Attribute,
    Claim,
    Corpus,
    Finding,
    Interval,
    Period,
    Phrase,
    Relation,
    Verdict,
    say,
)
from factcheck.values import kind_for
from factcheck.values.measured import Measured
from factcheck.values.period import show_period

CLASHES = (Verdict.CONTRADICTS, Verdict.SELF_CONTRADICTS, Verdict.UNDETERMINED)

SLIPS = (
    (Decimal(10) ** 3, say("One is a thousand times the other: thousand, million or billion taken"
                           " for its neighbour?")),
    (Decimal(10) ** 4, say("One is ten thousand times the other: 万 (10⁴) lost or added?")),
    (Decimal(10) ** 6, say("One is a million times the other: million and billion words mixed?")),
    (Decimal(100), say("One is a hundred times the other: a percentage taken for a share?")),
    (Decimal(12), say("One is twelve times the other: a month taken for a year?")),
)  # fmt: skip
"""Factors between two figures, and the slip that makes each of them."""

NEAR = Decimal("0.02")
"""How closely a factor must be met for the slip to be worth a hint: within 2 %."""


def with_hints(finding: Finding, corpus: Corpus) -> Finding:
    """The finding with what may have caused it, where it is about figures of one scope."""
    attribute = finding.attribute
    if attribute is None or finding.verdict not in CLASHES:
        return finding
    if attribute.kind not in ("quantity", "money"):
        return finding
    hints = (
        *_covers(finding),
        *_implied(finding, attribute, corpus),
        *_elsewhere(finding, corpus),
        *_slips(finding),
    )
    return replace(finding, hints=tuple(dict.fromkeys(hints)))


def _covers(finding: Finding) -> Iterator[Phrase]:
    """The sources' own words on what they count, where they differ."""
    words = {c.covers: c for c in finding.claims if c.covers}
    if len({w.casefold() for w in words}) > 1:
        said = "; ".join(f"“{words[w].covers}” ({words[w].source.outlet})" for w in sorted(words))
        yield say("They may count different things: {said}.", said=said)


def _elsewhere(finding: Finding, corpus: Corpus) -> Iterator[Phrase]:
    """The same figure in another claim on the subject: another attribute, or another period."""
    own = {c.name for c in finding.claims}
    others = [c for c in _figures(corpus.claims, finding.claims[0].subject.id) if c.name not in own]
    for position in finding.positions:
        if not isinstance(position.value, Measured):
            continue
        for claim in others:
            if _same_figure(position.claims, claim):
                yield say(
                    "{figure} also stands for “{attribute}”{scope} in {source}.",
                    figure=position.label,
                    attribute=claim.attribute.label,
                    scope=f", {show_period(claim.period)}" if claim.period is not None else "",
                    source=claim.source.outlet,
                )


def _figures(claims: Iterable[Claim], subject: str) -> Iterator[Claim]:
    for claim in claims:
        if claim.subject.id == subject and isinstance(claim.value, Measured):
            yield claim


def _same_figure(claims: Iterable[Claim], other: Claim) -> bool:
    """Whether a claim of the side has the very number and unit of the other claim."""
    said = other.value
    return isinstance(said, Measured) and any(
        isinstance(c.value, Measured) and (c.value.number, c.value.unit) == (said.number, said.unit)
        for c in claims
    )


def _implied(finding: Finding, attribute: Attribute, corpus: Corpus) -> Iterator[Phrase]:
    """What a figure and its growth in one source say of the period before."""
    period = finding.claims[0].period
    if period is None or finding.subject is None:
        return
    for relation in corpus.vocabulary.relations.values():
        if relation.kind != "growth" or not _bears_on(relation, attribute, corpus):
            continue
        for value, growth in _grown(relation, corpus.claims, finding.subject.id):
            if value.period is not None and _year_before(value.period) == period:
                yield from _base(value, growth, attribute, period)


def _bears_on(relation: Relation, attribute: Attribute, corpus: Corpus) -> bool:
    """Whether the relation's value is this attribute, or counts a part of it."""
    part: str | None = dict(relation.terms).get("value")
    for _ in range(len(corpus.vocabulary.attributes)):
        if part is None or part == attribute.id:
            break
        part = corpus.vocabulary.attributes[part].part_of
    return part == attribute.id


def _grown(
    relation: Relation, claims: Iterable[Claim], subject: str
) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of one source: a figure, and by how much it grew to get there."""
    terms = dict(relation.terms)
    figures = list(_figures(claims, subject))
    for value in figures:
        for growth in figures:
            one_source = value.source is growth.source
            if (
                one_source
                and value.attribute.id == terms.get("value")
                and growth.attribute.id == terms.get("growth")
                and growth.period in (None, value.period)
            ):
                yield value, growth


def _base(value: Claim, growth: Claim, attribute: Attribute, period: Period) -> Iterator[Phrase]:
    """value / (1 + growth), in the unit of the finding's attribute."""
    figure, rate = value.value, growth.value
    if not isinstance(figure, Measured) or not isinstance(rate, Measured) or rate.unit != "%":
        return
    factor = 1 + rate.number / 100
    if factor <= 0:
        return
    number = figure.number / factor
    point = Interval(number, number)
    before = replace(figure, number=number, strict=point, loose=point, notes=())
    kind = kind_for(attribute)
    (here,) = kind.together([before], attribute)
    if isinstance(here, Measured):
        about = replace(here, number=Context(prec=3).plus(here.number))
        yield say(
            "{source} implies {base} for “{part}”, {period}: {value}, up {growth}{rate}.",
            source=value.source.outlet,
            base=kind.show(about),
            rate="".join(f"; {note}" for note in here.notes),
            part=value.attribute.label,
            period=show_period(period),
            value=value.text,
            growth=growth.text,
        )


def _year_before(period: Period) -> Period:
    return Period(_a_year_back(period.start), _a_year_back(period.end))


def _a_year_back(day: date) -> date:
    if day in (date.min, date.max):
        return day
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap else day.day)


def _slips(finding: Finding) -> Iterator[Phrase]:
    """Slips of the pen that would turn one side's figure into its neighbour's."""
    numbers = [abs(p.value.number) for p in finding.positions if isinstance(p.value, Measured)]
    for a, b in pairwise(sorted(numbers)):
        if a == 0:
            continue
        for factor, sentence in SLIPS:
            if abs(b / a / factor - 1) <= NEAR:
                yield sentence
        if _swapped(a, b):
            yield say("The same digits in another order: a slip of typing?")


def _swapped(a: Decimal, b: Decimal) -> bool:
    """Whether two neighbouring digits change places: 85 and 58."""
    one, other = (str(n.normalize().as_tuple().digits) for n in (a, b))
    x, y = a.normalize().as_tuple().digits, b.normalize().as_tuple().digits
    if len(x) != len(y) or one == other:
        return False
    unlike = [i for i, (m, n) in enumerate(zip(x, y, strict=True)) if m != n]
    return (
        len(unlike) == 2
        and unlike[1] == unlike[0] + 1
        and (x[unlike[0]], x[unlike[1]]) == (y[unlike[1]], y[unlike[0]])
    )
