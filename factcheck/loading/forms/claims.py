"""What a file of a source holds: its header, and its claims."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, StringConstraints, Tag

from factcheck.loading.forms.base import (
    Form,
    Id,
    Language,
    Line,
    OneOrMany,
    Passage,
    Prose,
    Url,
    _shape,
)
from factcheck.loading.patterns import SHA256


class QuoteForm(Form):
    exact: Prose
    prefix: Passage | None = None
    suffix: Passage | None = None


class ReadAsForm(Form):
    value: OneOrMany
    reason: Prose


class CoversForm(Form):
    text: Prose
    coverage: Line


Covers = Annotated[
    Annotated[Prose, Tag("str")] | Annotated[CoversForm, Tag("dict")], Discriminator(_shape)
]


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
    covers: Covers | None = None
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


class SourceFile(Form):
    source: Any
    claims: list[Any] | None = None
