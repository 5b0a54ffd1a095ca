"""Reads relations.yaml, and checks that the terms of each relation can be combined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from factcheck.corpus.registries.references import PART, NamingKey, circular, without_errors
from factcheck.corpus.registries.registry import Known, Names, Place, Registry
from factcheck.corpus.yaml.documents import Diagnostics, Item
from factcheck.corpus.yaml.forms import RelationForm
from factcheck.corpus.yaml.suggestions import suggest
from factcheck.model import Attribute, Relation, Subject
from factcheck.model.frozen import dataclass
from factcheck.model.relation_kinds import FORMS, RelationKind, split
from factcheck.values.measures.dimensions import Misfit, units_of

References = list[tuple[str, str, tuple[str | int, ...]]]  # (term, what it names, its path)


@dataclass(frozen=True, slots=True)
class Terms:
    """The valid terms: an attribute, or an attribute of one subject."""

    subjects: Names
    attributes: Names

    def check_id(self, text: str, place: Place, diagnostics: Diagnostics) -> bool:
        """Whether each part of the term is a known id."""
        subject, attribute = split(text)
        known = subject is None or self.subjects.check_id(subject, place, diagnostics)
        return self.attributes.check_id(attribute, place, diagnostics) and known


def read_relations(
    items: Sequence[Item[RelationForm]],
    subjects: Registry[Subject],
    attributes: Registry[Attribute],
    diagnostics: Diagnostics,
) -> dict[str, Relation]:
    """The usable relations, by id; every error is reported."""
    terms = Terms(subjects.names, attributes.names)
    known: dict[str, Known] = {"subject": subjects.names, "term": terms}
    sound = without_errors(items, known, diagnostics)
    usable = [
        item
        for item, checked in zip(items, sound, strict=True)
        if _fits(item, checked is not None, attributes, diagnostics)
    ]
    gone = _circular_sums(usable, diagnostics)
    return {
        item.form.id: _relation(item) for number, item in enumerate(usable) if number not in gone
    }


def _relation(item: Item[RelationForm]) -> Relation:
    """Build the relation that a form declares; a term with several attributes becomes several
    terms.
    """
    form = item.form
    return Relation(
        form.id,
        form.kind,
        item.places.here,
        tuple((term, reference) for term, reference, _ in _references(form)),
        form.holds or "expected",
        tuple(dict.fromkeys(form.subjects or ())),
    )


def _fits(
    item: Item[RelationForm], whole: bool, attributes: Registry[Attribute], diagnostics: Diagnostics
) -> bool:
    """Whether the relation is usable; `whole` is true if all its references are valid."""
    law = FORMS[item.form.kind]
    whole &= not any([*_diagnostics_of_terms(item, law, diagnostics)])
    whole &= not any([*_diagnostics_of_repetition(item, diagnostics)])
    if whole:
        _check_subjects(item, diagnostics)
    return whole and _units_fit(item, law, attributes.entries, diagnostics)


def _circular_sums(items: Sequence[Item[RelationForm]], diagnostics: Diagnostics) -> set[int]:
    """The indexes of relations in which wholes are parts of each other; every circle is
    reported.
    """
    parts = [
        NamingKey(number, part, ("terms",), whole)
        for number, item in enumerate(items)
        if item.form.kind == "sum"
        for term, part, _ in _references(item.form)
        if term == "parts"
        for of, whole, _ in _references(item.form)
        if of == "whole"
    ]
    return {named.item for named in circular(parts, items, PART, diagnostics)}


def _references(form: RelationForm) -> References:
    found: References = []
    for term, given in form.terms.items():
        if isinstance(given, str):
            found.append((term, given, ("terms", term)))
        else:
            found += [(term, one, ("terms", term, number)) for number, one in enumerate(given)]
    return found


def _diagnostics_of_terms(
    item: Item[RelationForm], law: RelationKind, diagnostics: Diagnostics
) -> Iterator[bool]:
    """For each term: True if it is unknown, absent, or single where several are needed."""
    kind, terms = item.form.kind, item.form.terms
    takes = ", ".join(law.names)
    for term, given in terms.items():
        if term not in law.names:
            message = f"a relation of kind '{kind}' has no term '{term}'"
            hint = suggest(term, law.names, f"it has: {takes}")
            diagnostics.add(item.places.key("terms", term), message, hint)
            yield True
        elif law.takes_many(term) and (isinstance(given, str) or len(given) < 2):
            message = f"the term '{term}' takes two attributes or more"
            diagnostics.add(
                item.places.at("terms", term), message, f"write '{term}: [first, second]'"
            )
            yield True
        elif not law.takes_many(term) and not isinstance(given, str):
            message = f"the term '{term}' takes one attribute, not a list"
            diagnostics.add(item.places.at("terms", term), message, "write one, without brackets")
            yield True
    for term in law.names:
        if term not in terms:
            message = f"a relation of kind '{kind}' needs the term '{term}'"
            hint = f"add '{term}: …' to its terms: {takes}"
            diagnostics.add(item.places["terms"], message, hint)
            yield True


def _diagnostics_of_repetition(
    item: Item[RelationForm], diagnostics: Diagnostics
) -> Iterator[bool]:
    """For each attribute: True if it is repeated; only factors may be (a square)."""
    counted = Counter(reference for _, reference, _ in _references(item.form))
    seen: set[str] = set()
    for _, reference, path in _references(item.form):
        if counted[reference] > 1 and reference in seen and item.form.kind != "product":
            message = f"'{reference}' stands twice among the terms of '{item.form.id}'"
            diagnostics.add(item.places.at(*path), message, "name each attribute once")
            yield True
        seen.add(reference)


def _units_fit(
    item: Item[RelationForm],
    law: RelationKind,
    found: Mapping[str, Attribute],
    diagnostics: Diagnostics,
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
        diagnostics.add(item.places.at("terms", misfit.term), misfit.message, misfit.hint)
    return not isinstance(misfit, Misfit)


def _check_subjects(item: Item[RelationForm], diagnostics: Diagnostics) -> None:
    """Check that the relation lists subjects only if some term names none."""
    named = [split(reference)[0] for _, reference, _ in _references(item.form)]
    if item.form.subjects and None not in named:
        message = "every term names its subject, so that 'subjects' mean nothing"
        diagnostics.add(item.places["subjects"], message, "delete them")
