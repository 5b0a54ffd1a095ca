"""The loading stage: from files to claims. It collects every diagnostic and raises none of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from factcheck.corpus.archives import (
    ArchivedCopy,
    ArchiveError,
    Archives,
    archived_in,
    leaves_folder,
)
from factcheck.corpus.files import REGISTRIES, RESOLUTIONS, Files
from factcheck.corpus.registries.reading_registries import (
    Registered,
    Registries,
    missing_registries,
    read_vocabulary,
)
from factcheck.corpus.resolution_files import read_resolutions
from factcheck.corpus.sources.source_checks import (
    CheckedSource,
    SourceText,
    check_sources,
    read_source,
)
from factcheck.corpus.yaml.documents import Diagnostics
from factcheck.corpus.yaml.places import Document
from factcheck.corpus.yaml.yaml_text import parse
from factcheck.model import (
    Claim,
    Diagnostic,
    Loaded,
    Location,
    Resolution,
    Screened,
    Source,
    Vocabulary,
)
from factcheck.model.frozen import dataclass
from factcheck.text.numbers.precision import REACHES, Reaches

MOST_NAMED = 10
"""Claims that a fault names; one sentence holds no more."""


@dataclass(frozen=True, slots=True)
class Validated:
    """Files whose shape and references have been checked; their values have not been read yet."""

    vocabulary: Vocabulary
    sources: tuple[CheckedSource, ...]
    diagnostics: tuple[Diagnostic, ...]
    resolutions: tuple[Resolution, ...] = ()
    screened: Screened | None = None
    reaches: Reaches = REACHES  # by which all values are to be read


def load(files: Files, archives: Path | Archives | None = None) -> Loaded:
    """Load the claims of a corpus; `archives` are the archived texts, or their folder."""
    return read_values(validate(files), archives)


def validate(files: Files) -> Validated:
    """Parse all files, and check their shape and every reference."""
    diagnostics = Diagnostics(files.diagnostics)
    documents = _parsed(files, diagnostics)
    tabled = _tabled(files, documents, diagnostics)
    registered = _registered(files, documents)
    written = [d for path, d in sorted(documents.items()) if d is not None and _is_source(path)]
    sources = [read_source(document, diagnostics) for document in (*written, *tabled)]
    if sources or not (registered.documents or files.table):
        for diagnostic in missing_registries(registered):
            diagnostics.add(*diagnostic)
    registries = read_vocabulary(registered, lambda key: _uses(sources, key), diagnostics)
    checked = check_sources(sources, registries, not files.partial, diagnostics)
    decided = (documents[path] for path in sorted(documents) if _is_resolution(path))
    resolutions = read_resolutions((d for d in decided if d is not None), diagnostics)
    return Validated(
        *(registries.vocabulary, checked, diagnostics.all(), resolutions, files.screened),
        files.reaches,
    )


def read_values(validated: Validated, archives: Path | Archives | None = None) -> Loaded:
    """Read the periods, values and archived copies of validated sources."""
    diagnostics = Diagnostics(validated.diagnostics)
    sources, claims = _read(validated, diagnostics)
    copies = {} if archives is None else _archives(validated, sources, archives, diagnostics)
    _check_copies(validated, copies, claims, diagnostics)
    texts = {id: copy.text for id, copy in copies.items()}
    given = archives is not None
    return Loaded(
        validated.vocabulary,
        sources,
        tuple(claim for claim in claims if claim.draft is None),
        texts,
        diagnostics.all(),
        given,
        validated.resolutions,
        validated.screened,
        tuple(claim for claim in claims if claim.draft is not None),
    )


def registries_of(files: Files) -> tuple[Registries, frozenset[str]]:
    """The entries that the registries of a corpus declare, and which registry files exist.

    `validate` reports their diagnostics.
    """
    registered = _registered(files, _parsed(files, Diagnostics()))
    registries = read_vocabulary(registered, lambda _: Counter(), Diagnostics())
    return registries, frozenset(registered.documents)


def _parsed(files: Files, diagnostics: Diagnostics) -> dict[str, Document | None]:
    documents = {}
    for path, content in files.texts.items():
        documents[path], found = parse(path, content)
        diagnostics.extend(found)
    if files.is_earlier:
        from factcheck.corpus.revisions.old_files import migrated

        return migrated(documents)
    return documents


def _tabled(
    files: Files, documents: dict[str, Document | None], diagnostics: Diagnostics
) -> tuple[Document, ...]:
    """Read the sources of the table, if there is one; registries made from it join the others."""
    if files.table is None or (files.table.content is None and files.table.picked is None):
        return ()
    from factcheck.corpus.tables.table_documents import read_table

    folder = _folder(files.table.path)
    declared = _registered(files, documents).documents
    tabled = read_table(files.table, frozenset(declared), diagnostics)
    for name, registry in tabled.registries.items():
        documents[f"{folder}{name}.yaml"] = registry
    return tabled.sources


def _is_source(path: str) -> bool:
    """Whether a file is a source: it is nothing else. A source may be given without its folder."""
    shown = PurePosixPath(path)
    return not _is_resolution(path) and (
        shown.stem not in REGISTRIES or shown.parent.name == "sources"
    )


def _is_resolution(path: str) -> bool:
    return PurePosixPath(path).parent.name == RESOLUTIONS


def _registered(files: Files, documents: Mapping[str, Document | None]) -> Registered:
    """The registries by name; an unreadable registry file counts as present."""
    unread = (diagnostic.location.path for diagnostic in files.diagnostics)
    by_path: dict[str, Document | None] = {**dict.fromkeys(unread), **documents}
    folder = next((_folder(path) for path in sorted(by_path)), "")
    found = {
        name: by_path[path] for name in REGISTRIES if (path := f"{folder}{name}.yaml") in by_path
    }
    return Registered(folder, found)


def _folder(path: str) -> str:
    """The folder of the corpus of a file; sources may lie in folders below `sources`."""
    shown = PurePosixPath(path)
    above = shown.parents if shown.suffix == ".yaml" and shown.stem not in REGISTRIES else ()
    within = (shown.parent, *above)
    named = next((one for one in within if one.name in ("sources", RESOLUTIONS)), None)
    folder = shown.parent if named is None else named.parent
    return "" if str(folder) == "." else f"{folder}/"


def _uses(sources: list[SourceText], key: str) -> Counter[str]:
    used: Counter[str] = Counter()
    for source in sources:
        for item in source.claims.valid:
            given = getattr(item.form, key)
            used.update([given] if isinstance(given, str) else given or ())
    return used


def _read(
    validated: Validated, diagnostics: Diagnostics
) -> tuple[tuple[Source, ...], tuple[Claim, ...]]:
    from factcheck.corpus.sources.claim_building import distinguished
    from factcheck.corpus.sources.claim_reading import Reader

    reader = Reader(validated.vocabulary, diagnostics, validated.reaches)
    sources: list[Source] = []
    claims: list[Claim] = []
    for checked in validated.sources:
        source = reader.source(checked)
        if source is None:
            continue
        sources.append(source)
        read = (reader.claim(claim, source) for claim in checked.claims)
        named = distinguished(claim for claim in read if claim is not None)
        claims.extend(_distinct(named, diagnostics))
    return tuple(sources), tuple(sorted(claims, key=lambda claim: (claim.source.id, claim.id)))


def _distinct(claims: Iterator[Claim], diagnostics: Diagnostics) -> Iterator[Claim]:
    """The claims of one source, one per id: equal claims without ids share one digest."""
    seen: dict[str, Claim] = {}
    for claim in claims:
        first = seen.setdefault(claim.id, claim)
        if first is claim:
            yield claim
            continue
        diagnostics.add(
            claim.location,
            f"this claim says the same as the one in line {first.location.line}",
            "delete one of them; if both are meant, give them ids",
        )


def _archives(
    validated: Validated,
    sources: tuple[Source, ...],
    kept: Path | Archives,
    diagnostics: Diagnostics,
) -> dict[str, ArchivedCopy]:
    """The readable archived copies, by the id of their source."""
    places = {checked.id: checked.places for checked in validated.sources}
    named = {
        s.id: s.archive
        for s in sources
        if s.archive is not None and not leaves_folder(s.archive.file)
    }
    asked = named.values()
    found = archived_in(kept, asked) if isinstance(kept, Path) else kept.copies(asked)
    copies = {}
    for id, archive in named.items():
        copy = found[archive]
        if isinstance(copy, ArchiveError):
            location: Location = places[id].at("archive", "file")
            diagnostics.add(location, *copy.args)
        else:
            copies[id] = copy
    return copies


def _check_copies(
    validated: Validated,
    copies: Mapping[str, ArchivedCopy],
    claims: tuple[Claim, ...],
    diagnostics: Diagnostics,
) -> None:
    """Report each copy that changed after its curation, and whether its quotes are still there."""
    places = {checked.id: checked.places for checked in validated.sources}
    for id, copy in copies.items():
        if copy.changed is None:
            continue
        from factcheck.text.passages.passage import contains

        quoted = [(c.id, c.quote) for c in claims if c.source.id == id and c.quote is not None]
        lost = [claim for claim, quote in quoted if not contains(copy.text, quote)]
        diagnostics.add(
            places[id].at("archive", "sha256"),
            f"'{copy.file}' is not the copy that was kept: its SHA-256 is {copy.changed[:12]}…; "
            f"{_still_found(len(quoted), lost)}",
            f"restore the copy; or check these claims, and write sha256: {copy.changed}",
        )


def _still_found(quotes: int, lost: Sequence[str]) -> str:
    """How many quotes are still found in a copy that changed."""
    if not quotes:
        return "nothing is quoted from it"
    if not lost:
        return "every quote from it is still found"
    named = ", ".join(lost[:MOST_NAMED]) + (" …" if len(lost) > MOST_NAMED else "")
    if len(lost) == quotes:
        return f"no quote from it is found any more: {named}"
    return f"of {quotes} quotes from it, {len(lost)} can no longer be found: {named}"
