"""The form of every file format: its keys, and the type of each. An importer of pydantic.

A missing or empty key is None. References and the meaning of texts are checked later.
"""

from __future__ import annotations

from factcheck.corpus.yaml.forms.base import Form
from factcheck.corpus.yaml.forms.other_forms import MapForm, PositionForm, ResolutionForm
from factcheck.corpus.yaml.forms.registry_forms import (
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
from factcheck.corpus.yaml.forms.source_forms import (
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
