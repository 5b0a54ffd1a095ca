"""The shape of every file format: its keys, and what each takes. The only door to pydantic.

A key that is not given, or given as nothing, is None. Whether what is named exists, and whether a
text can be read, is asked later.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Discriminator, StringConstraints, Tag, ValidationError
from pydantic_core import ErrorDetails

from factcheck.loading.patterns import (
    CLAIM,
    COUNTRY,
    DAY,
    FINDING,
    ID,
    LANGUAGE,
    MONTH_DAY,
    PATTERNS,
    SHA256,
    URL,
)
from factcheck.loading.sentences import Sentence, sentences
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
Qualifier = Literal["period", "as_of", "place", "perimeter", "basis", "conditions"]


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
    perimeter: Line | None = None
    covers: Prose | None = None
    basis: Line | None = None
    modality: (
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


class ConfusableForm(Form):
    subject: Line
    reason: Prose


class SubjectForm(Form):
    id: Id
    label: Line
    aliases: list[Line] | None = None
    names: dict[Language, Line] | None = None
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
    words: dict[Language, list[Line]] | None = None
    excludes: list[Line] | None = None
    refines: list[Line] | None = None
    rank: Line | None = None


class PerimeterForm(Form):
    id: Id
    label: Line
    part_of: LineOrLines | None = None


class AttributeForm(Form):
    id: Id
    label: Line
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
    perimeters: list[PerimeterForm] | None = None
    note: Prose | None = None


class OriginForm(Form):
    id: Id
    label: Line
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


F = TypeVar("F", bound=Form)


def read(form: type[F], data: object) -> F | list[Sentence]:
    """`data` in the shape of `form`, or every fault of its shape."""
    try:
        return form.model_validate(data)
    except ValidationError as error:
        return sentences(_errors(error), data, keys_of(form), NAMES[form], PATTERNS)


def json_schema(form: type[Form]) -> dict[str, Any]:
    """The validator's own JSON Schema of a form."""
    return form.model_json_schema()


def _errors(error: ValidationError) -> Sequence[ErrorDetails]:
    return error.errors(include_url=False)


def keys_of(form: type[Form]) -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """The keys that each group of a form may have, by the keys that lead to the group."""
    return _KEYS[form]


NAMES: Mapping[type[Form], str] = {
    SourceFile: "the file of a source",
    SubjectsFile: "the file",
    AttributesFile: "the file",
    OriginsFile: "the file",
    RelationsFile: "the file",
    SourceForm: "a source",
    ClaimForm: "a claim",
    SubjectForm: "a subject",
    AttributeForm: "an attribute",
    OriginForm: "an origin",
    RelationForm: "a relation",
    ResolutionForm: "a resolution",
}

_INNER: Mapping[type[Form], Mapping[str, type[Form]]] = {
    SourceForm: {"archive": ArchiveForm},
    ClaimForm: {"quote": QuoteForm, "read_as": ReadAsForm},
    SubjectForm: {"confusable_with": ConfusableForm},
    AttributeForm: {"choices": ChoiceForm, "perimeters": PerimeterForm},
    ResolutionForm: {"positions": PositionForm},
}

_KEYS = {
    form: {
        (): tuple(form.model_fields),
        **{(key,): tuple(inner.model_fields) for key, inner in _INNER.get(form, {}).items()},
    }
    for form in NAMES
}
