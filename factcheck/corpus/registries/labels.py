"""Labels of registry entries in other languages: reports show them, comparisons ignore them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from factcheck.corpus.yaml.documents import Diagnostics, Item
from factcheck.corpus.yaml.forms import (
    AttributeForm,
    ChoiceForm,
    CoverageForm,
    Form,
    OriginForm,
    SubjectForm,
)
from factcheck.corpus.yaml.sentences import Path
from factcheck.model import Wording, with_labels
from factcheck.text.cldr import UnknownLanguage, language_name, refuse_unknown

F = TypeVar("F", bound=Form)
Labels = Mapping[str, str] | None


class Labelled(Protocol):
    """A form with a label, and optional labels by language."""

    label: str
    labels: dict[str, str] | None


def label_of(form: Labelled) -> Wording:
    """The label that a form declares, and its labels in other languages."""
    return with_labels(form.label, labels_of(form.labels))


def labels_of(labels: Labels) -> tuple[tuple[str, str], ...]:
    """The labels as pairs of language and text."""
    return tuple((labels or {}).items())


def check_names(item: Item[SubjectForm], diagnostics: Diagnostics) -> None:
    """Report names of a subject in an unknown language."""
    _check_languages(item, ("names",), item.form.names, diagnostics)


def check_labels(item: Item[OriginForm], diagnostics: Diagnostics) -> None:
    """Report labels of an origin in an unknown language."""
    _check_languages(item, ("labels",), item.form.labels, diagnostics)


def check_labels_of_attribute(item: Item[AttributeForm], diagnostics: Diagnostics) -> None:
    """Report labels in an unknown language, and labels shared by two choices or coverages."""
    form = item.form
    _check_languages(item, ("labels",), form.labels, diagnostics)
    for key, entries in (("choices", form.choices), ("coverages", form.coverages)):
        listed: Sequence[ChoiceForm | CoverageForm] = entries or ()
        seen: dict[tuple[str, str], str] = {}
        for number, entry in enumerate(listed):
            path: Path = (key, number, "labels")
            _check_languages(item, path, entry.labels, diagnostics)
            for language, label in (entry.labels or {}).items():
                other = seen.setdefault((language, label.casefold()), entry.id)
                if other != entry.id:
                    diagnostics.add(
                        item.places.at(*path, language),
                        f"'{label}' is the label of two {key} in {language_name(language)}: "
                        f"of '{other}' and of '{entry.id}'",
                        "give one of them another label, by which a reader tells them apart",
                    )


def _check_languages(item: Item[F], path: Path, labels: Labels, diagnostics: Diagnostics) -> None:
    for language in _unknown(labels or ()):
        diagnostics.add(
            item.places.key(*path, language),
            f"'{language}' is the tag of no language that is known",
            "write the language's code, as in it, en-AU or zh-Hant",
        )


def _unknown(languages: Iterable[str]) -> Iterator[str]:
    for language in languages:
        try:
            refuse_unknown(language)
        except UnknownLanguage:
            yield language
