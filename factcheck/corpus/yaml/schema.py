"""Validates data with the forms, and words every error itself. The other importer of pydantic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from factcheck.corpus.yaml.forms import (
    ArchiveForm,
    AttributeForm,
    AttributesFile,
    ChoiceForm,
    ClaimDefaultsForm,
    ClaimForm,
    ConditionForm,
    ConfusableForm,
    CoverageForm,
    CoversForm,
    DraftForm,
    Form,
    InheritForm,
    MapForm,
    OriginForm,
    OriginsFile,
    PositionForm,
    QuoteForm,
    ReadAsForm,
    RelationForm,
    RelationsFile,
    ResolutionForm,
    SkippedForm,
    SourceFile,
    SourceForm,
    SubjectForm,
    SubjectsFile,
)
from factcheck.corpus.yaml.patterns import PATTERNS
from factcheck.corpus.yaml.sentences import Keys, Sentence, WayOut, in_yaml, sentences

F = TypeVar("F", bound=Form)


def read(form: type[F], data: object) -> F | list[Sentence]:
    """Validate `data` as a `form`: the result, or every error of form."""
    return given(form, data, keys_of(form), NAMES[form], in_yaml)


def given(
    form: type[F], data: object, keys: Keys, whole: str, way_out: WayOut
) -> F | list[Sentence]:
    """The same for a form outside YAML; `whole` is its author's name for the file."""
    try:
        return form.model_validate(data)
    except ValidationError as error:
        return sentences(_errors(error), data, keys, whole, PATTERNS, way_out)


def json_schema(form: type[Form]) -> dict[str, Any]:
    """The validator's own JSON Schema of a form."""
    return form.model_json_schema()


def _errors(error: ValidationError) -> Sequence[ErrorDetails]:
    return error.errors(include_url=False)


def keys_of(form: type[Form]) -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """The allowed keys of each group of a form, by the path of keys to the group."""
    return _KEYS[form]


NAMES: Mapping[type[Form], str] = {
    SourceFile: "the file of a source",
    SubjectsFile: "the file",
    AttributesFile: "the file",
    OriginsFile: "the file",
    RelationsFile: "the file",
    SourceForm: "a source",
    ClaimForm: "a claim",
    ClaimDefaultsForm: "claim_defaults",
    SubjectForm: "a subject",
    AttributeForm: "an attribute",
    OriginForm: "an origin",
    RelationForm: "a relation",
    ResolutionForm: "a resolution",
    MapForm: "the file",
}

_INNER: Mapping[type[Form], Mapping[str, type[Form]]] = {
    SourceForm: {"archive": ArchiveForm, "skipped": SkippedForm},
    ClaimForm: {
        "covers": CoversForm,
        "excludes": CoversForm,
        "quote": QuoteForm,
        "read_as": ReadAsForm,
        "draft": DraftForm,
    },
    ClaimDefaultsForm: {"covers": CoversForm, "excludes": CoversForm},
    SubjectForm: {"confusable_with": ConfusableForm},
    AttributeForm: {
        "choices": ChoiceForm,
        "coverages": CoverageForm,
        "conditions": ConditionForm,
        "inherit": InheritForm,
    },
    ResolutionForm: {"positions": PositionForm},
}

_KEYS = {
    form: {
        (): tuple(form.model_fields),
        **{(key,): tuple(inner.model_fields) for key, inner in _INNER.get(form, {}).items()},
    }
    for form in NAMES
}
