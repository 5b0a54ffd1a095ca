"""Derives hints for a conflict from relations: which position fits, and which scope they imply."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Context
from itertools import product

from factcheck.comparing.relations.binding import Binding, Input
from factcheck.comparing.relations.evaluating import figure_of
from factcheck.comparing.relations.relating import Relations
from factcheck.comparing.relations.relation_words import in_words
from factcheck.comparing.relations.term_positions import TermPosition
from factcheck.model import (
    Attribute,
    Finding,
    Interval,
    Period,
    Phrase,
    Vocabulary,
    joined,
    say,
)
from factcheck.values import kind_for
from factcheck.values.measures.measured import Measured
from factcheck.values.period import show_period


class Implications:
    """Applies the relations of a corpus to one conflict after another."""

    def __init__(self, relations: Relations) -> None:
        self._vocabulary = relations.topics.vocabulary
        self._growths = relations.growths
        self._divided_ones = [e for e in relations.every() if 0 < len(e.fitting) < e.tried]

    def hints(self, finding: Finding) -> Iterator[Phrase]:
        """The hints that relations give on the claims of a finding about figures."""
        if finding.attribute is not None:
            yield from self._implied(finding, finding.attribute)
            yield from self._divided(finding)

    def _implied(self, finding: Finding, attribute: Attribute) -> Iterator[Phrase]:
        """The figure for the year before, computed from a figure and its growth in one source."""
        period, vocabulary = finding.claims[0].period, self._vocabulary
        for binding in self._growths:
            value, before, growth = binding.inputs
            if (
                period is not None
                and before.when == period
                and _bears_on(value, attribute, finding, vocabulary)
            ):
                for one, rate in product(value.positions, growth.positions):
                    if _from_one_source(one, rate):
                        yield from _base(binding, (one, None, rate), attribute, period)

    def _divided(self, finding: Finding) -> Iterator[Phrase]:
        """The positions that fit a relation with other claims, if only some of them do."""
        own = {c.name for c in finding.claims}
        for evaluation in self._divided_ones:
            for index, one in enumerate(evaluation.binding.inputs):
                positions = [s for s in one.positions if own.issuperset(c.name for c in s.claims)]
                fit = [s for s in positions if any(f[index] is s for f in evaluation.fitting)]
                if len(positions) == len(one.positions) and 0 < len(fit) < len(positions):
                    yield say(
                        "“{equation}” fits {fit}, not {others}.",
                        equation=in_words(evaluation.binding),
                        fit=joined((s.label for s in fit), " / "),
                        others=joined((s.label for s in positions if s not in fit), " / "),
                    )


def _bears_on(value: Input, attribute: Attribute, finding: Finding, known: Vocabulary) -> bool:
    """Whether the figure belongs to the finding's attribute and subject, or counts a part of it."""
    part: str | None = value.slot.attribute.id
    for _ in known.attributes:
        if part is None or part == attribute.id:
            break
        part = known.attributes[part].part_of
    return part == attribute.id and value.slot.subject is finding.subject


def _from_one_source(value: TermPosition, growth: TermPosition) -> bool:
    return bool({c.source.id for c in value.claims} & {c.source.id for c in growth.claims})


def _base(
    binding: Binding, positions: Sequence[TermPosition | None], attribute: Attribute, period: Period
) -> Iterator[Phrase]:
    """value / (1 + growth), in the unit of the finding's attribute."""
    value, _, growth = positions
    number = figure_of(binding, positions, 1)
    if value is None or growth is None or number is None or number <= 0:
        return
    assert isinstance(value.value, Measured)
    point = Interval(number, number)
    before = replace(value.value, number=number, strict=point, loose=point, notes=())
    kind = kind_for(attribute)
    (here,) = kind.together([before], attribute)
    if isinstance(here, Measured):
        about = replace(here, number=Context(prec=3).plus(here.number))
        yield say(
            "{source} implies {base} for “{part}”, {period}: {value}, up {growth}{rate}.",
            source=value.claims[0].source.outlet,
            base=kind.show(about),
            rate=joined((say("; {note}", note=note) for note in here.notes), ""),
            part=binding.inputs[0].slot.attribute.label,
            period=show_period(period),
            value=value.claims[0].text,
            growth=growth.claims[0].text,
        )
