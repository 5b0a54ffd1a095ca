"""The shape of every file format: its keys, and what each takes. A door to pydantic.

A key that is not given, or given as nothing, is None. Whether what is named exists, and whether a
text can be read, is asked later.
"""

from __future__ import annotations

from factcheck.loading.forms.base import Form
from factcheck.loading.forms.claims import (
    ArchiveForm,
    ClaimDefaultsForm,
    ClaimForm,
    CoversForm,
    DraftForm,
    QuoteForm,
    ReadAsForm,
    SkippedForm,
    SourceFile,
    SourceForm,
)
from factcheck.loading.forms.others import MapForm, PositionForm, ResolutionForm
from factcheck.loading.forms.registries import (
    AttributeForm,
    AttributesFile,
    ChoiceForm,
    ConditionForm,
    ConfusableForm,
    CoverageForm,
    InheritForm,
    OriginForm,
    OriginsFile,
    RelationForm,
    RelationsFile,
    SubjectForm,
    SubjectsFile,
)

__all__ = [
    "ArchiveForm",
    "AttributeForm",
    "AttributesFile",
    "ChoiceForm",
    "ClaimDefaultsForm",
    "ClaimForm",
    "ConditionForm",
    "ConfusableForm",
    "CoverageForm",
    "CoversForm",
    "DraftForm",
    "Form",
    "InheritForm",
    "MapForm",
    "OriginForm",
    "OriginsFile",
    "PositionForm",
    "QuoteForm",
    "ReadAsForm",
    "RelationForm",
    "RelationsFile",
    "ResolutionForm",
    "SkippedForm",
    "SourceFile",
    "SourceForm",
    "SubjectForm",
    "SubjectsFile",
]
