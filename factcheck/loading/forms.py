"""The shape of every file format: its keys, and what each takes. A door to pydantic.

A key that is not given, or given as nothing, is None. Whether what is named exists, and whether a
text can be read, is asked later.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, StringConstraints, Tag

from factcheck.loading.patterns import (
    CLAIM,
    COUNTRY,
    DAY,
    FINDING,
    ID,
    LANGUAGE,
    MONTH_DAY,
    SHA256,
    URL,
)
from factcheck.values import KINDS

Id = Annotated[str, StringConstraints(pattern=ID, max_length=100)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Passage = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=5000)]
Language = Annotated[str, StringConstraints(pattern=LANGUAGE, max_length=35)]
Country = Annotated[str, StringConstraints(pattern=COUNTRY)]
MonthDay = Annotated[str, StringConstraints(pattern=MONTH_DAY)]
Url = Annotated[str, StringConstraints(pattern=URL, max_length=2000)]
Day = Annotated[str, StringConstraints(pattern=DAY)]
FindingId = Annotated[str, StringConstraints(pattern=FINDING)]
ClaimName = Annotated[str, StringConstraints(pattern=CLAIM, max_length=300)]
Qualifier = Literal["period", "as_of", "place", "coverage", "basis", "conditions"]


def _shape(given: object) -> str:
    return type(given).__name__


OneOrMany = Annotated[
    Annotated[Passage, Tag("str")] | Annotated[list[Passage], Tag("list")], Discriminator(_shape)
]


LineOrLines = Annotated[
    Annotated[Line, Tag("str")] | Annotated[list[Line], Tag("list")], Discriminator(_shape)
]


class Form(BaseModel):
    """A group of keys as a curator writes it; a key that it does not know is a fault."""

    model_config = ConfigDict(extra="forbid", strict=True, defer_build=True)


class QuoteForm(Form):
    exact: Prose
    prefix: Passage | None = None
    suffix: Passage | None = None


class ReadAsForm(Form):
    value: OneOrMany
    reason: Prose


class ClaimForm(Form):
    subject: Line
    attribute: Line
    value: OneOrMany
    id: Id | None = None
    read_as: ReadAsForm | None = None
    period: Line | None = None
    as_of: Line | None = None
    relative_to: Line | None = None
    place: Line | None = None
    coverage: Line | None = None
    covers: Prose | None = None
    basis: Line | None = None
    status: (
        Literal[
            "actual",
            "estimate",
            "rumoured",
            "planned",
            "projected",
            "conditional",
            "trial",
            "denied",
        ]
        | None
    ) = None
    conditions: Prose | None = None
    attributed_to: list[Line] | None = None
    quote: (
        Annotated[
            Annotated[Prose, Tag("str")] | Annotated[QuoteForm, Tag("dict")], Discriminator(_shape)
        ]
        | None
    ) = None
    locator: Line | None = None
    language: Language | None = None
    note: Prose | None = None
    ignore: bool | None = None


class ArchiveForm(Form):
    file: Line
    sha256: Annotated[str, StringConstraints(pattern=SHA256)] | None = None
    retrieved: Line | None = None


class SourceForm(Form):
    outlet: Line
    title: Line
    published: Line
    language: Language
    id: Id | None = None
    url: Url | None = None
    archived_url: Url | None = None
    updated: Line | None = None
    replaces: Line | None = None
    retracted: Line | None = None
    genre: (
        Literal["news", "aggregation", "machine-translation", "generated", "filing", "data-set"]
        | None
    ) = None
    cites: list[Line] | None = None
    archive: ArchiveForm | None = None
    ours: bool | None = None
    note: Prose | None = None


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
    part_of: LineOrLines | None = None


class AttributeForm(Form):
    id: Id
    label: Line
    labels: Labels | None = None
    kind: Literal[KINDS]  # type: ignore[valid-type]
    unit: Line | None = None
    measure: Literal["flow", "net", "stock"] | None = None
    many: bool | None = None
    closed: bool | None = None
    key: list[Qualifier] | None = None
    tolerance: Line | None = None
    drift: Line | None = None
    ranks: Line | None = None
    part_of: Line | None = None
    choices: list[ChoiceForm] | None = None
    coverages: list[CoverageForm] | None = None
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


class PositionForm(Form):
    value: Prose
    claims: list[ClaimName]


class ResolutionForm(Form):
    """A file of its own: one decision."""

    finding: FindingId
    rule: Line
    topic: Passage
    positions: list[PositionForm]
    decision: Literal[
        "prefer",
        "all-right",
        "none-right",
        "not-comparable",
        "curation-error",
        "accept-unresolved",
        "pending",
    ]
    reason: Prose
    by: Line
    on: Day
    prefer: Prose | None = None
    evidence: Prose | None = None
    expires: Day | None = None
    ticket: Line | None = None


class MapForm(Form):
    """A file of its own, beside a table: how its columns are called."""

    columns: dict[Line, Line] | None = None
    every_row: dict[Line, Passage] | None = None
    leave_out: list[Line] | None = None
    kinds: dict[Line, Literal[KINDS]] | None = None  # type: ignore[valid-type]
    delimiter: Literal[",", ";", "|", "tab"] | None = None


class SourceFile(Form):
    source: Any
    claims: list[Any] | None = None


class SubjectsFile(Form):
    subjects: list[Any]


class AttributesFile(Form):
    attributes: list[Any]


class OriginsFile(Form):
    origins: list[Any]


class RelationsFile(Form):
    relations: list[Any]
