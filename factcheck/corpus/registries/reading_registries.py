"""Reads the registries (subjects, attributes, origins, relations) and checks that they fit
together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeVar

from factcheck.corpus.registries.attribute_checks import build_attribute, check_attribute
from factcheck.corpus.registries.labels import check_labels, check_names, labels_of
from factcheck.corpus.registries.origin_checks import (
    build_origin,
    check_origins,
    spellings_of_origin,
)
from factcheck.corpus.registries.references import without_errors
from factcheck.corpus.registries.registry import Names, Registry, first_of_each, spellings_of
from factcheck.corpus.registries.relation_checks import read_relations
from factcheck.corpus.yaml.documents import Diagnostics, Item, Items, read_items
from factcheck.corpus.yaml.forms import (
    AttributeForm,
    AttributesFile,
    Form,
    OriginForm,
    OriginsFile,
    RelationForm,
    RelationsFile,
    SubjectForm,
    SubjectsFile,
)
from factcheck.corpus.yaml.places import Document
from factcheck.model import (
    Attribute,
    Confusable,
    Location,
    Origin,
    Relation,
    Subject,
    Vocabulary,
    with_labels,
)
from factcheck.model.frozen import dataclass
from factcheck.values.naming.subject_names import Subjects

E = TypeVar("E", Subject, Attribute, Origin)
F = TypeVar("F", SubjectForm, AttributeForm, OriginForm, RelationForm)

# How many claims use each spelling, by the key of a claim that names it.
Uses = Callable[[str], Counter[str]]


@dataclass(frozen=True, slots=True)
class Registries:
    """The entries that claims may refer to, with all their spellings."""

    subjects: Registry[Subject]
    attributes: Registry[Attribute]
    origins: Registry[Origin]
    relations: Mapping[str, Relation]

    @property
    def vocabulary(self) -> Vocabulary:
        """The same declarations in the form that later stages use."""
        return Vocabulary(
            self.subjects.entries, self.attributes.entries, self.origins.entries, self.relations
        )


@dataclass(frozen=True, slots=True)
class Registered:
    """The parsed registry files: name -> document; None for a file that exists but is unusable."""

    folder: str  # as the curator is shown it, with its slash
    documents: Mapping[str, Document | None]


def read_vocabulary(files: Registered, uses: Uses, diagnostics: Diagnostics) -> Registries:
    """Read all four registries and check every reference between them; the result has only valid
    references.
    """
    subjects = _subjects(files, uses, diagnostics)
    attributes = _attributes(files, uses, diagnostics)
    origins = _origins(files, subjects.names, uses, diagnostics)
    items = _read(files, "relations", RelationsFile, RelationForm, diagnostics)
    kept = _distinct(items, "relation", diagnostics)
    relations = read_relations(kept, subjects, attributes, diagnostics)
    return Registries(subjects, attributes, origins, relations)


def _read(
    files: Registered, name: str, whole: type[Form], form: type[F], diagnostics: Diagnostics
) -> Items[F]:
    path = f"{files.folder}{name}.yaml"
    document = files.documents.get(name)
    if document is None:
        return Items(path, usable=False)
    return read_items(document, whole, name, form, diagnostics)


def _distinct(items: Items[F], what: str, diagnostics: Diagnostics) -> tuple[Item[F], ...]:
    triples = ((item.form.id, partial(item.places.at, "id"), item) for item in items.valid)
    return tuple(item for _, item in first_of_each(triples, what, diagnostics))


def _names(
    what: str,
    files: Registered,
    items: Items[F],
    spellings: Mapping[str, str],
    uses: Callable[[], Counter[str]],
) -> Names:
    return Names(
        what,
        items.path,
        spellings,
        frozenset(text for item in items.faulty for text in spellings_of(item)),
        uses,
        usable=items.usable,
        missing=f"{what}s" not in files.documents,
    )


def _registry(
    names: Names,
    kept: Sequence[Item[F]],
    build: Callable[[Item[F]], E],
    diagnostics: Diagnostics,
    *others: Names,
) -> Registry[E]:
    """Read one registry; `others` are the registries that its items refer to."""
    sound = without_errors(kept, {one.what: one for one in (names, *others)}, diagnostics)
    return Registry(names, {item.form.id: build(item) for item in sound if item is not None})


def _subjects(files: Registered, uses: Uses, diagnostics: Diagnostics) -> Registry[Subject]:
    items = _read(files, "subjects", SubjectsFile, SubjectForm, diagnostics)
    kept = _distinct(items, "subject", diagnostics)
    spellings = _spellings(kept, "subject", _spellings_of_subject, diagnostics, _NAMES)
    for item in kept:
        check_names(item, diagnostics)
    names = _names("subject", files, items, spellings, lambda: uses("subject"))
    found = _registry(names, kept, _subject, diagnostics)
    return Registry(found.names, Subjects(found.entries))


_NAMES = frozenset({"label", "aliases", "names"})
"""The keys of what a subject is called: two may be called the same."""


def _spellings_of_subject(item: Item[SubjectForm]) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    form = item.form
    yield form.id, ("id",)
    yield form.label, ("label",)
    for key in ("aliases", "misspellings"):
        for number, text in enumerate(getattr(form, key) or ()):
            yield text, (key, number)
    for language, text in (form.names or {}).items():
        yield text, ("names", language)


def _spellings(
    items: Iterable[Item[F]],
    what: str,
    spellings_of: Callable[[Item[F]], Iterable[tuple[str, tuple[str | int, ...]]]],
    diagnostics: Diagnostics,
    shared: frozenset[str] = frozenset(),
) -> dict[str, str]:
    """Every spelling with the id that it names; a spelling that names two ids is an error.

    `shared` are the spellings that two entries may have: a claim that uses one must say which entry
    it means.
    """
    spellings: dict[str, str] = {}
    keys: dict[str, str | int] = {}
    for item in items:
        for text, path in spellings_of(item):
            other, key = spellings.setdefault(text, item.form.id), keys.setdefault(text, path[0])
            if other != item.form.id and not {key, path[0]} <= shared:
                diagnostics.add(
                    item.places.at(*path),
                    f"'{text}' is a spelling of two {what}s: of '{other}' and of '{item.form.id}'",
                    "keep it for one of them, and tell the other by a longer name",
                )
    return spellings


def _subject(item: Item[SubjectForm]) -> Subject:
    form, names = item.form, labels_of(item.form.names)
    return Subject(
        form.id,
        with_labels(form.label, names),
        item.places.here,
        tuple(form.aliases or ()),
        names,
        tuple(form.misspellings or ()),
        tuple(Confusable(c.subject, c.reason) for c in form.confusable_with or ()),
        form.part_of,
        form.family,
        form.country,
        form.note or "",
        _month_day(form.fiscal_year_starts),
        form.fiscal_year_named_by,
    )


def _month_day(text: str | None) -> tuple[int, int] | None:
    return None if text is None else (int(text[:2]), int(text[3:]))


def _attributes(files: Registered, uses: Uses, diagnostics: Diagnostics) -> Registry[Attribute]:
    items = _read(files, "attributes", AttributesFile, AttributeForm, diagnostics)
    kept = _distinct(items, "attribute", diagnostics)
    for item in kept:
        check_attribute(item, diagnostics)
    spellings = {item.form.id: item.form.id for item in kept}
    names = _names("attribute", files, items, spellings, lambda: uses("attribute"))
    return _registry(names, kept, build_attribute, diagnostics)


def _origins(
    files: Registered, subjects: Names, uses: Uses, diagnostics: Diagnostics
) -> Registry[Origin]:
    items = _read(files, "origins", OriginsFile, OriginForm, diagnostics)
    kept = _distinct(items, "origin", diagnostics)
    spellings = _spellings(kept, "origin", spellings_of_origin, diagnostics)
    for item in kept:
        check_labels(item, diagnostics)
    check_origins(kept, diagnostics)
    names = _names("origin", files, items, spellings, lambda: uses("attributed_to"))
    return _registry(names, kept, build_origin, diagnostics, subjects)


def missing_registries(files: Registered) -> Iterator[tuple[Location, str, str]]:
    """Report the registry files that do not exist although no claim can be read without them."""
    for name in ("subjects", "attributes"):
        if name not in files.documents:
            yield (
                Location(f"{files.folder}{name}.yaml", 1, 1),
                f"there is no such file, and without it no claim has {_ARTICLES[name]}",
                f"create it; docs/files.md shows how {name} are declared",
            )


_ARTICLES = {"subjects": "a subject", "attributes": "an attribute"}
