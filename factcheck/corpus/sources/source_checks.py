"""Checks source files: their headers, their claims, and all their references."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import partial
from pathlib import PurePosixPath

from factcheck.corpus.archives import leaves_folder
from factcheck.corpus.registries.reading_registries import Registries
from factcheck.corpus.registries.references import without_errors
from factcheck.corpus.registries.registry import Place, Registry, first_of_each
from factcheck.corpus.sources.claim_defaults import with_defaults
from factcheck.corpus.sources.covering import fits_covers
from factcheck.corpus.yaml.documents import Diagnostics, Item, Items, read_items, report
from factcheck.corpus.yaml.forms import ClaimForm, DraftForm, QuoteForm, SourceFile, SourceForm
from factcheck.corpus.yaml.patterns import ID
from factcheck.corpus.yaml.places import Document, Places
from factcheck.corpus.yaml.schema import read
from factcheck.corpus.yaml.suggestions import suggest
from factcheck.model import Attribute, Location, Origin, Subject
from factcheck.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class SourceText:
    """The parsed form of one source file; `header` is None if it has errors."""

    document: Document
    header: Item[SourceForm] | None
    claims: Items[ClaimForm]

    @property
    def id(self) -> str:
        """The id in the header, or else the file's name."""
        given = self.header.form.id if self.header is not None else None
        return PurePosixPath(self.document.path).stem if given is None else given

    def place(self) -> Location:
        """The place of the source's name."""
        return self.document.places.at("source", "id")


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A claim whose references are all valid; its texts have not been read yet."""

    form: ClaimForm
    places: Places
    subject: Subject
    attribute: Attribute
    attributed_to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckedSource:
    """A source whose references are all valid; its texts have not been read yet."""

    id: str
    form: SourceForm
    places: Places
    cites: tuple[str, ...]
    claims: tuple[CheckedClaim, ...]


def read_source(document: Document, diagnostics: Diagnostics) -> SourceText:
    """Parse the form of a source file."""
    written = read_items(document, SourceFile, "claims", ClaimForm, diagnostics)
    claims = with_defaults(document, written, diagnostics)
    data = document.data
    if not isinstance(data, dict) or "source" not in data:
        return SourceText(document, None, claims)
    form = read(SourceForm, data["source"])
    if isinstance(form, list):
        report(document, ("source",), form, diagnostics)
    if isinstance(form, list) or _header_is_damaged(document):
        return SourceText(document, None, claims)
    return SourceText(document, Item(form, document.places.inner("source")), claims)


def _header_is_damaged(document: Document) -> bool:
    """Whether the parser lost data between the header and the file's next key."""
    places = document.places
    header = places["source"].line
    below = [line for key in places if (line := places[key].line) > header]
    return document.is_damaged(header, min(below, default=None))


def check_sources(
    texts: Iterable[SourceText], registries: Registries, all_sources: bool, diagnostics: Diagnostics
) -> tuple[CheckedSource, ...]:
    """The valid sources with their valid claims; invalid references are reported."""
    texts = tuple(texts)
    for text in texts:
        if text.header is not None:
            _check_header(text, text.header, diagnostics)
    triples = ((text.id, text.place, text) for text in texts)
    sources = dict(first_of_each(triples, "source", diagnostics))
    headers = _checked_headers(sources, all_sources, diagnostics)
    found = []
    for text in texts:
        claims = tuple(_checked_claims(text, registries, diagnostics))
        if text.header is None:
            continue
        header = text.header
        cites = _origins(header.form.cites, header.places, "cites", registries.origins, diagnostics)
        if sources.get(text.id) is text:
            found.append(CheckedSource(text.id, headers[text.id], header.places, cites, claims))
    return tuple(sorted(found, key=lambda source: source.id))


def _checked_headers(
    sources: Mapping[str, SourceText], all_sources: bool, diagnostics: Diagnostics
) -> dict[str, SourceForm]:
    """The header of each source by id, without its invalid references."""
    written = {id: text.header for id, text in sources.items() if text.header is not None}
    ids, items = list(written), list(written.values())
    known = {"source": Sources(sources.keys(), all_sources)}
    found = without_errors(items, known, diagnostics, ids)
    return {id: item.form for id, item in zip(ids, found, strict=True) if item is not None}


def _check_header(text: SourceText, header: Item[SourceForm], diagnostics: Diagnostics) -> None:
    if not re.fullmatch(ID, text.id):
        diagnostics.add(
            header.places.here,
            f"the file's name gives the id '{text.id}', which is not a plain word",
            "write 'id: …' in the header, or rename the file in small letters, digits and '-'",
        )
    archive = header.form.archive
    if archive is not None and leaves_folder(archive.file):
        diagnostics.add(
            header.places.at("archive", "file"),
            f"'{archive.file}' leaves the folder of the archive",
            "write the path inside that folder, with '/' between its parts",
        )


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources of the corpus; references name them by id only."""

    ids: Collection[str]
    all_there: bool  # False where not all of the corpus was read, so that nobody knows

    def check_id(self, text: str, place: Place, diagnostics: Diagnostics) -> bool:
        """Whether a source with this id exists, or may exist in a file that was not read."""
        if text not in self.ids and self.all_there:
            hint = suggest(text, self.ids, "write the id of a source of this corpus")
            diagnostics.add(place(), f"unknown source '{text}'", hint)
        return text in self.ids or not self.all_there


def _checked_claims(
    text: SourceText, registries: Registries, diagnostics: Diagnostics
) -> list[CheckedClaim]:
    named: dict[str, Places] = {}
    found = []
    for item in text.claims.valid:
        form, places = item.form, item.places
        if form.id is not None:
            if form.id in named:
                _twice(form.id, named[form.id], places, diagnostics)
                continue
            named[form.id] = places
        checked = _checked(form, places, registries, diagnostics)
        if checked is not None:
            found.append(checked)
    return found


def _twice(id: str, first: Places, second: Places, diagnostics: Diagnostics) -> None:
    diagnostics.add(
        second["id"],
        f"two claims have the id '{id}': the other stands in line {first['id'].line}",
        "rename one of them, or delete it",
    )


def _checked(
    form: ClaimForm, places: Places, registries: Registries, diagnostics: Diagnostics
) -> CheckedClaim | None:
    subject = registries.subjects.check(form.subject, partial(places.at, "subject"), diagnostics)
    attribute = registries.attributes.check(
        form.attribute, partial(places.at, "attribute"), diagnostics
    )
    origins: tuple[str, ...] = ()
    if form.attributed_to:
        origins = _origins(
            form.attributed_to, places, "attributed_to", registries.origins, diagnostics
        )
    if attribute is None:
        return None
    fits = _fits(form, places, attribute, diagnostics)
    if isinstance(form.draft, DraftForm):
        _check_proposals(form.draft, places, registries, diagnostics)
    if subject is None or not fits:
        return None
    return CheckedClaim(form, places, subject, attribute, origins)


def _check_proposals(
    draft: DraftForm, places: Places, registries: Registries, diagnostics: Diagnostics
) -> None:
    """Report undeclared proposals of a draft."""
    for number, subject in enumerate(draft.subject or ()):
        registries.subjects.check(
            subject, partial(places.at, "draft", "subject", number), diagnostics
        )
    for number, attribute in enumerate(draft.attribute or ()):
        place = partial(places.at, "draft", "attribute", number)
        registries.attributes.check(attribute, place, diagnostics)


def _fits(form: ClaimForm, places: Places, attribute: Attribute, diagnostics: Diagnostics) -> bool:
    """Whether the claim has only keys that its attribute allows."""
    fits = _fits_quote(form.quote, places, diagnostics)
    if isinstance(form.value, list):
        fits = _fits_list(form.value, places, attribute, diagnostics) and fits
    for key, given in (("covers", form.covers), ("excludes", form.excludes)):
        fits = (
            fits_covers(given, attribute, partial(places.at, key, "coverage"), diagnostics) and fits
        )
    return fits


def _fits_quote(quote: str | QuoteForm | None, places: Places, diagnostics: Diagnostics) -> bool:
    """Whether each part of a quote has words to search for; ellipses and dashes have none."""
    parts: dict[tuple[str, ...], str | None] = {}
    match quote:
        case str():
            parts = {("quote",): quote}
        case QuoteForm():
            parts = {
                ("quote", part): getattr(quote, part) for part in ("exact", "prefix", "suffix")
            }
    empty = [path for path, text in parts.items() if text and not any(map(str.isalnum, text))]
    for path in empty:
        diagnostics.add(
            places.at(*path),
            f"'{path[-1]}' has no word that could be looked for in the source: '{parts[path]}'",
            "copy a phrase of the source, or delete the line",
        )
    return not empty


def _fits_list(
    values: list[str], places: Places, attribute: Attribute, diagnostics: Diagnostics
) -> bool:
    if not values:
        diagnostics.add(places["value"], "'value' is an empty list", "write what the source says")
    elif not attribute.many:
        diagnostics.add(
            places["value"],
            f"the attribute '{attribute.id}' takes one value, and here is a list",
            "write one claim for each value, or 'many: true' in the attribute",
        )
    else:
        return True
    return False


def _origins(
    named: list[str] | None,
    places: Places,
    key: str,
    registry: Registry[Origin],
    diagnostics: Diagnostics,
) -> tuple[str, ...]:
    found = (
        registry.check(name, partial(places.at, key, number), diagnostics)
        for number, name in enumerate(named or ())
    )
    return tuple(dict.fromkeys(origin.id for origin in found if origin is not None))
