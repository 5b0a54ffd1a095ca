"""Describes for each claim how it was read, its qualifiers, and its origins: one section each."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.comparing.scopes.scoping import narrowing
from factcheck.explain.explanation import Description, Row, Section
from factcheck.explain.index import Index
from factcheck.model import Attribute, Claim
from factcheck.report.claim_cards import claim_card
from factcheck.report.words.translating import translator
from factcheck.values import kind_for
from factcheck.values.measures.figures import show_share
from factcheck.values.measures.tolerance import show_tolerance
from factcheck.values.period import show_period


def described(claim: Claim, index: Index) -> Description:
    """The claim with its values, for programs."""
    return Description(claim.name, claim.text, claim.at("value"), claim.value, index.value(claim))


def reading(claim: Claim, index: Index) -> Section:
    """All facts that the check has on one claim."""
    return Section(claim.name, tuple(_rows(claim, index)))


def _rows(claim: Claim, index: Index) -> Iterator[Row]:
    view = claim_card(claim, index.graph.publisher_groups, translator(), listed=False)
    yield "where", str(claim.location)
    yield "source", f"{view.outlet}, {show_period(claim.source.published)!s}, {view.language_name}"
    yield "about", f"{view.subject_label} – {view.attribute}"
    if claim.subject_text != str(claim.subject.label):
        yield "written as", claim.subject_text
    yield "says", f"“{claim.text}”"
    if any(view.quote):
        yield "quote", f"“{''.join(view.quote)}”"
    yield from _value(claim, index)
    yield from _scope(claim, index)
    described = {"coverage" if name == "covers" else name for name in claim.attribute.key}
    for name, words in view.qualifiers:
        if name.replace(" ", "_") not in described:
            yield name, words
    yield "derives from", _origins(claim, index)


def _value(claim: Claim, index: Index) -> Iterator[Row]:
    """The value as read, and as it was compared."""
    if claim.value is None:
        yield "read as", "no value is given"
        return
    if claim.read_as is not None:
        yield "taken as", f"“{claim.read_as}”: {claim.read_as_reason}"
    kind = kind_for(claim.attribute)
    yield from ((name, str(words)) for name, words in kind.parts(claim.value))
    yield from (("note", str(note)) for note in claim.value.notes)
    moved = index.value(claim)
    if moved is not None and moved != claim.value:
        yield "compared as", str(kind.describe(moved))
        yield from (("because", str(n)) for n in moved.notes if n not in claim.value.notes)


def _scope(claim: Claim, index: Index) -> Iterator[Row]:
    places = index.compared.places.get(claim)
    key, subjects = claim.attribute.key, index.compared.vocabulary.subjects
    narrowed = places[0].scope.narrowing if places else narrowing(claim, key, subjects)
    for name, words in narrowed.words:
        if name in key or name != "status":
            yield name.replace("_", " "), str(words)
    unread = [name for name in narrowed.missing if name == "covers" and claim.covers]
    missing = [name.replace("_", " ") for name in narrowed.missing if name not in unread]
    if missing:
        yield "not stated", ", ".join(missing)
    if unread:
        yield "covers", "no coverage of the attribute, in these words"


def _origins(claim: Claim, index: Index) -> str:
    trace = index.graph.trace(claim)
    roots = ", ".join(sorted(str(root.label) for root in trace.roots))
    if not roots:
        return "unknown: a citation cycle" if trace.circular else "unknown"
    return f"{roots} (in words that another source published)" if trace.copied else roots


def terms(attribute: Attribute) -> Iterator[Row]:
    """How the values of an attribute are compared, and where that is declared."""
    at = attribute.location
    yield "declared", f"{attribute.id}, a {attribute.kind}, at {at}"
    if attribute.unit is not None:
        yield "unit", attribute.unit
    yield "key", ", ".join(attribute.key) or "nothing: all claims on it are of one scope"
    if attribute.kind in ("quantity", "money"):
        gap = f"{show_tolerance(attribute.tolerance)!s}, declared there"
        yield "tolerance", gap if attribute.tolerance else "none is declared"
    if attribute.measure is not None:
        yield "measure", attribute.measure
    if attribute.drift is not None:
        yield "drift", f"{show_share(attribute.drift)!s} a year"
