"""What relations.yaml declares, and whether the terms of each relation can be put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from factcheck.arithmetic.dimensions import Misfit, units_of
from factcheck.arithmetic.kinds import FORMS, Form, split
from factcheck.loading.documents import Faults, Item
from factcheck.loading.forms import RelationForm
from factcheck.loading.references import Registry, check_cycles, check_id
from factcheck.loading.suggestions import suggest
from factcheck.model import Attribute, Relation, Subject

References = list[tuple[str, str, tuple[str | int, ...]]]  # (term, what it names, its path)


def build_relation(item: Item[RelationForm]) -> Relation:
    """The relation that a form declares; a term with several attributes is there several times."""
    form = item.form
    return Relation(
        form.id,
        form.kind,
        item.places.here,
        tuple((term, reference) for term, reference, _ in _references(form)),
        form.holds or "expected",
        tuple(form.subjects or ()),
    )


def check_relation(
    item: Item[RelationForm],
    subjects: Registry[Subject],
    attributes: Registry[Attribute],
    faults: Faults,
) -> bool:
    """Whether the relation can be put to use; everything in it that does not fit is noted."""
    form, law = item.form, FORMS[item.form.kind]
    for number, subject in enumerate(form.subjects or ()):
        check_id(subject, subjects, item, ("subjects", number), faults)
    whole = not any([*_faults_of_terms(item, law, faults)])
    found: dict[str, Attribute] = {}
    for _, reference, path in _references(form):
        own, attribute = split(reference)
        if own is not None:
            whole &= own in subjects.entries
            check_id(own, subjects, item, path, faults)
        known = check_id(attribute, attributes, item, path, faults)
        if known is not None and known.id == attribute:
            found[attribute] = known
        else:
            whole = False
    whole &= not any([*_faults_of_repetition(item, faults)])
    if whole:
        _check_subjects(item, faults)
    return whole and _units_fit(item, law, found, faults)


def check_sums(items: Iterable[Item[RelationForm]], faults: Faults) -> None:
    """Note every circle of wholes that are parts of each other."""
    sums = [item for item in items if item.form.kind == "sum"]
    wholes: dict[str, list[str]] = {}
    places = {}
    for item in sums:
        named = [(term, reference) for term, reference, _ in _references(item.form)]
        for whole in (reference for term, reference in named if term == "whole"):
            for part in (reference for term, reference in named if term == "parts"):
                wholes.setdefault(part, []).append(whole)
                places[part] = item.places["terms"]
    check_cycles(wholes, places.__getitem__, faults)


def _references(form: RelationForm) -> References:
    found: References = []
    for term, given in form.terms.items():
        if isinstance(given, str):
            found.append((term, given, ("terms", term)))
        else:
            found += [(term, one, ("terms", term, number)) for number, one in enumerate(given)]
    return found


def _faults_of_terms(item: Item[RelationForm], law: Form, faults: Faults) -> Iterator[bool]:
    """True for each term that is unknown, missing, or one where several are needed."""
    kind, terms = item.form.kind, item.form.terms
    takes = ", ".join(law.names)
    for term, given in terms.items():
        if term not in law.names:
            message = f"a relation of kind '{kind}' has no term '{term}'"
            hint = suggest(term, law.names, f"it has: {takes}")
            faults.add(item.places.key("terms", term), message, hint)
            yield True
        elif law.takes_many(term) and (isinstance(given, str) or len(given) < 2):
            message = f"the term '{term}' takes two attributes or more"
            faults.add(item.places.at("terms", term), message, f"write '{term}: [first, second]'")
            yield True
        elif not law.takes_many(term) and not isinstance(given, str):
            message = f"the term '{term}' takes one attribute, not a list"
            faults.add(item.places.at("terms", term), message, "write one, without brackets")
            yield True
    for term in law.names:
        if term not in terms:
            message = f"a relation of kind '{kind}' needs the term '{term}'"
            hint = f"add '{term}: …' to its terms: {takes}"
            faults.add(item.places["terms"], message, hint)
            yield True


def _faults_of_repetition(item: Item[RelationForm], faults: Faults) -> Iterator[bool]:
    """True for each attribute that is there again; only factors may be (a square)."""
    counted = Counter(reference for _, reference, _ in _references(item.form))
    seen: set[str] = set()
    for _, reference, path in _references(item.form):
        if counted[reference] > 1 and reference in seen and item.form.kind != "product":
            message = f"'{reference}' stands twice among the terms of '{item.form.id}'"
            faults.add(item.places.at(*path), message, "name each attribute once")
            yield True
        seen.add(reference)


def _units_fit(
    item: Item[RelationForm], law: Form, found: dict[str, Attribute], faults: Faults
) -> bool:
    references = _references(item.form)
    placed = [
        (term, found[split(reference)[1]])
        for term in law.terms
        for name, reference, _ in references
        if name == term.given_as
    ]
    misfit = units_of(item.form.kind, placed)
    if isinstance(misfit, Misfit):
        faults.add(item.places.at("terms", misfit.term), misfit.message, misfit.hint)
    return not isinstance(misfit, Misfit)


def _check_subjects(item: Item[RelationForm], faults: Faults) -> None:
    """Subjects are of use only where some term names none."""
    named = [split(reference)[0] for _, reference, _ in _references(item.form)]
    if item.form.subjects and None not in named:
        message = "every term names its subject, so that 'subjects' mean nothing"
        faults.add(item.places["subjects"], message, "delete them")
