"""Forms of files with a single entry: a decision, and the column map of a table."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Discriminator, Tag

from factcheck.corpus.yaml.forms.base import (
    ClaimName,
    Day,
    Digest,
    FindingId,
    Form,
    Line,
    Passage,
    Prose,
    shape,
)
from factcheck.values import KINDS


class PositionForm(Form):
    value: Prose
    claims: Annotated[
        Annotated[list[ClaimName], Tag("list")] | Annotated[dict[ClaimName, Digest], Tag("dict")],
        Discriminator(shape),
    ]


class ResolutionForm(Form):
    """A resolution file: one decision."""

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
    """The column map of a table: a file beside it."""

    columns: dict[Line, Line] | None = None
    every_row: dict[Line, Passage] | None = None
    leave_out: list[Line] | None = None
    kinds: dict[Line, Literal[KINDS]] | None = None  # type: ignore[valid-type]
    delimiter: Literal[",", ";", "|", "tab"] | None = None
