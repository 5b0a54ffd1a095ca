"""The types of texts, and the common base of all forms.

A missing or empty key is None. References and the meaning of texts are checked later.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, StringConstraints, Tag

from factcheck.corpus.yaml.patterns import (
    CLAIM,
    COUNTRY,
    DAY,
    DIGEST,
    FINDING,
    ID,
    LANGUAGE,
    MONTH_DAY,
    URL,
)

Id = Annotated[str, StringConstraints(pattern=ID, max_length=100)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Passage = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=5000)]
Language = Annotated[str, StringConstraints(pattern=LANGUAGE, max_length=35)]
Country = Annotated[str, StringConstraints(pattern=COUNTRY)]
MonthDay = Annotated[str, StringConstraints(pattern=MONTH_DAY)]
Url = Annotated[str, StringConstraints(pattern=URL, max_length=2000)]
Day = Annotated[str, StringConstraints(pattern=DAY)]
Digest = Annotated[str, StringConstraints(pattern=DIGEST)]
FindingId = Annotated[str, StringConstraints(pattern=FINDING)]
ClaimName = Annotated[str, StringConstraints(pattern=CLAIM, max_length=300)]
Qualifier = Literal["period", "as_of", "place", "covers", "basis", "conditions"]


def shape(given: object) -> str:
    """Choose one of several forms by the type of the value."""
    return type(given).__name__


OneOrMany = Annotated[
    Annotated[Passage, Tag("str")] | Annotated[list[Passage], Tag("list")], Discriminator(shape)
]


LineOrLines = Annotated[
    Annotated[Line, Tag("str")] | Annotated[list[Line], Tag("list")], Discriminator(shape)
]


class Form(BaseModel):
    """A group of keys as a curator writes it; an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", strict=True, defer_build=True)
