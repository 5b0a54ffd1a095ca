"""Forms of a source file: its header, and its claims."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, StringConstraints, Tag

from factcheck.corpus.yaml.forms.base import (
    Form,
    Id,
    Language,
    Line,
    LineOrLines,
    OneOrMany,
    Passage,
    Prose,
    Url,
    shape,
)
from factcheck.corpus.yaml.patterns import SHA256
from factcheck.model import STATUSES

Sha256 = Annotated[str, StringConstraints(pattern=SHA256)]


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
    Annotated[Prose, Tag("str")] | Annotated[CoversForm, Tag("dict")], Discriminator(shape)
]


Conditions = Annotated[
    Annotated[Prose, Tag("str")] | Annotated[list[Passage], Tag("list")], Discriminator(shape)
]
Status = Literal[STATUSES]  # type: ignore[valid-type]
NamedBy = Literal["start", "end"]


class DraftForm(Form):
    """Proposals of a draft, the likeliest first; the claim has the first of each."""

    subject: list[Line] | None = None
    attribute: list[Line] | None = None


Draft = Annotated[
    Annotated[bool, Tag("bool")] | Annotated[DraftForm, Tag("dict")], Discriminator(shape)
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
    excludes: Covers | None = None
    basis: Line | None = None
    status: Status | None = None
    conditions: Conditions | None = None
    attributed_to: list[Line] | None = None
    quote: (
        Annotated[
            Annotated[Prose, Tag("str")] | Annotated[QuoteForm, Tag("dict")], Discriminator(shape)
        ]
        | None
    ) = None
    locator: Line | None = None
    language: Language | None = None
    fiscal_year_named_by: NamedBy | None = None
    note: Prose | None = None
    ignore: bool | None = None
    draft: Draft | None = None


class ClaimDefaultsForm(Form):
    """Values for all claims of a file that do not state their own."""

    period: Line | None = None
    as_of: Line | None = None
    relative_to: Line | None = None
    place: Line | None = None
    covers: Covers | None = None
    excludes: Covers | None = None
    basis: Line | None = None
    status: Status | None = None
    conditions: Conditions | None = None
    attributed_to: list[Line] | None = None
    locator: Line | None = None
    language: Language | None = None


class SkippedForm(Form):
    """A passage that a curator read and skipped: it makes no claim."""

    quote: Prose
    prefix: Passage | None = None
    suffix: Passage | None = None
    reason: Prose


class ArchiveForm(Form):
    file: Line
    sha256: Sha256 | None = None
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
        Literal[
            "news",
            "aggregation",
            "machine-translation",
            "generated",
            "filing",
            "data set",
            "data-set",
        ]
        | None
    ) = None
    cites: list[Line] | None = None
    primary: bool | None = None
    archive: ArchiveForm | None = None
    text_sha256: Sha256 | None = None
    ours: bool | None = None
    fiscal_year_named_by: NamedBy | None = None
    curated_by: LineOrLines | None = None
    settled_by: LineOrLines | None = None
    skipped: list[SkippedForm] | None = None
    note: Prose | None = None


class SourceFile(Form):
    source: Any
    claim_defaults: Any | None = None
    claims: list[Any] | None = None
