"""Forms of the registries: subjects, attributes, origins and relations."""

from __future__ import annotations

from typing import Any, Literal

from factcheck.corpus.yaml.forms.base import (
    Country,
    Form,
    Id,
    Language,
    Line,
    LineOrLines,
    MonthDay,
    OneOrMany,
    Prose,
    Qualifier,
)
from factcheck.values import KINDS

Labels = dict[Language, Line]


class ConfusableForm(Form):
    subject: Line
    reason: Prose


class SubjectForm(Form):
    id: Id
    label: Line
    aliases: list[Line] | None = None
    names: Labels | None = None
    misspellings: list[Line] | None = None
    confusable_with: list[ConfusableForm] | None = None
    part_of: Line | None = None
    family: Line | None = None
    country: Country | None = None
    fiscal_year_starts: MonthDay | None = None
    fiscal_year_named_by: Literal["start", "end"] | None = None
    note: Prose | None = None


class ChoiceForm(Form):
    id: Id
    label: Line
    labels: Labels | None = None
    words: dict[Language, list[Line]] | None = None
    excludes: list[Line] | None = None
    refines: list[Line] | None = None
    rank: Line | None = None


class CoverageForm(Form):
    id: Id
    label: Line
    labels: Labels | None = None
    words: dict[Language, list[Line]] | None = None
    part_of: LineOrLines | None = None


class ConditionForm(Form):
    id: Id
    label: Line
    labels: Labels | None = None
    words: dict[Language, list[Line]] | None = None
    excludes: list[Line] | None = None
    refines: list[Line] | None = None


class InheritForm(Form):
    """The other attribute whose values also give hints for this one."""

    attribute: Line


class AttributeForm(Form):
    id: Id
    label: Line
    labels: Labels | None = None
    kind: Literal[KINDS]  # type: ignore[valid-type]
    unit: Line | None = None
    measure: Literal["flow", "net", "stock", "cumulative"] | None = None
    many: bool | None = None
    closed: bool | None = None
    key: list[Qualifier] | None = None
    tolerance: Line | None = None
    drift: Line | None = None
    ranks: Line | None = None
    part_of: Line | None = None
    choices: list[ChoiceForm] | None = None
    coverages: list[CoverageForm] | None = None
    conditions: list[ConditionForm] | None = None
    counts: dict[Language, list[Line]] | None = None
    outlets_know: bool | None = None
    inherit: InheritForm | None = None
    note: Prose | None = None


class OriginForm(Form):
    id: Id
    label: Line
    labels: Labels | None = None
    kind: Literal[
        "outlet",
        "publisher",
        "research-firm",
        "regulator",
        "company",
        "bank",
        "trade-body",
        "person",
        "anonymous",
    ]
    outlet: Line | None = None
    publisher: Line | None = None
    aliases: list[Line] | None = None
    speaks_for: list[Line] | None = None
    subject: Line | None = None
    grade: Literal["A", "B", "C", "D", "E", "F"] | None = None


class RelationForm(Form):
    id: Id
    kind: Literal[
        "growth",
        "product",
        "quotient",
        "sum",
        "share",
        "change",
        "rate",
        "at-most",
        "at-least",
        "order",
    ]
    terms: dict[Line, OneOrMany]
    holds: Literal["must", "expected"] | None = None
    subjects: list[Line] | None = None


class SubjectsFile(Form):
    subjects: list[Any]


class AttributesFile(Form):
    attributes: list[Any]


class OriginsFile(Form):
    origins: list[Any]


class RelationsFile(Form):
    relations: list[Any]
