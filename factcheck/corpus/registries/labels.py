"""Labels of a registry in other languages: shown in a report of that language, and never read."""

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
    """A form with a label, and perhaps others by language."""

    label: str
    labels: dict[str, str] | None


def label_of(form: Labelled) -> Wording:
    """The label that a form declares, with what other languages call it."""
    return with_labels(form.label, labels_of(form.labels))


def labels_of(labels: Labels) -> tuple[tuple[str, str], ...]:
    """The labels as pairs of a language and what is said in it."""
    return tuple((labels or {}).items())


def check_names(item: Item[SubjectForm], diagnostics: Diagnostics) -> None:
    """Note names of a subject in a language that nobody knows."""
    _check_languages(item, ("names",), item.form.names, diagnostics)


def check_labels(item: Item[OriginForm], diagnostics: Diagnostics) -> None:
    """Note labels of an origin in a language that nobody knows."""
    _check_languages(item, ("labels",), item.form.labels, diagnostics)


def check_labels_of_attribute(item: Item[AttributeForm], diagnostics: Diagnostics) -> None:
    """Note labels in an unknown language, and those that two choices or two coverages share."""
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
