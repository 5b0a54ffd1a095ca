"""The stage: files to claims. It collects every fault of every file and raises none."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from factcheck.loading.claims import SourceDraft, SourceText, check_sources, read_source
from factcheck.loading.documents import Faults
from factcheck.loading.folder import (
    REGISTRIES,
    ArchiveFault,
    Files,
    leaves_folder,
    read_archive,
)
from factcheck.loading.places import Document
from factcheck.loading.vocabulary import Registered, missing_registries, read_vocabulary
from factcheck.loading.yaml_text import parse
from factcheck.model import Claim, Diagnostic, Loaded, Location, Source, Vocabulary


@dataclass(frozen=True, slots=True)
class Validated:
    """Files of which the shape and the references are checked; no value has been read."""

    vocabulary: Vocabulary
    sources: tuple[SourceDraft, ...]
    diagnostics: tuple[Diagnostic, ...]


def load(files: Files, archives: Path | None = None) -> Loaded:
    """The claims of a corpus; `archives` is the folder with kept copies of the sources' texts."""
    with _collector_off():
        return read_values(validate(files), archives)


def validate(files: Files) -> Validated:
    """Parse all files, check their shape and every reference."""
    with _collector_off():
        faults = Faults(files.diagnostics)
        documents = _parsed(files, faults)
        registered = _registered(files, documents)
        sources = [
            read_source(document, faults)
            for path, document in sorted(documents.items())
            if document is not None and _is_source(path)
        ]
        if sources or not registered.documents:
            for fault in missing_registries(registered):
                faults.add(*fault)
        registries = read_vocabulary(registered, lambda key: _uses(sources, key), faults)
        drafts = check_sources(sources, registries, not files.partial, faults)
        return Validated(registries.vocabulary, drafts, faults.all())


def read_values(validated: Validated, archives: Path | None = None) -> Loaded:
    """Read the periods and values of validated sources, and their kept copies."""
    with _collector_off():
        faults = Faults(validated.diagnostics)
        sources, claims = _read(validated, faults)
        texts = {} if archives is None else _archives(validated, sources, archives, faults)
        return Loaded(validated.vocabulary, sources, claims, texts, faults.all())


@contextmanager
def _collector_off() -> Iterator[None]:
    """A load makes millions of objects and no garbage: looking for some takes half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _parsed(files: Files, faults: Faults) -> dict[str, Document | None]:
    documents = {}
    for path, content in files.texts.items():
        documents[path], found = parse(path, content)
        faults.extend(found)
    return documents


def _is_source(path: str) -> bool:
    """Whatever is no registry: a single source may be shown without its folder."""
    shown = PurePosixPath(path)
    return shown.stem not in REGISTRIES or shown.parent.name == "sources"


def _registered(files: Files, documents: Mapping[str, Document | None]) -> Registered:
    """The registries by name; one that is there and could not be read counts as there."""
    unread = (fault.location.path for fault in files.diagnostics)
    by_path: dict[str, Document | None] = {**dict.fromkeys(unread), **documents}
    folder = next((_folder(path) for path in sorted(by_path)), "")
    found = {
        name: by_path[path] for name in REGISTRIES if (path := f"{folder}{name}.yaml") in by_path
    }
    return Registered(folder, found)


def _folder(path: str) -> str:
    folder = PurePosixPath(path).parent
    folder = folder.parent if folder.name == "sources" else folder
    return "" if str(folder) == "." else f"{folder}/"


def _uses(sources: list[SourceText], key: str) -> Counter[str]:
    used: Counter[str] = Counter()
    for source in sources:
        for item in source.claims.valid:
            given = getattr(item.form, key)
            used.update([given] if isinstance(given, str) else given or ())
    return used


def _read(validated: Validated, faults: Faults) -> tuple[tuple[Source, ...], tuple[Claim, ...]]:
    from factcheck.loading.reading import Reader

    reader = Reader(validated.vocabulary, faults)
    sources: list[Source] = []
    claims: list[Claim] = []
    for draft in validated.sources:
        source = reader.source(draft)
        if source is None:
            continue
        sources.append(source)
        read = (reader.claim(claim, source) for claim in draft.claims)
        claims.extend(_distinct((claim for claim in read if claim is not None), faults))
    return tuple(sources), tuple(sorted(claims, key=lambda claim: (claim.source.id, claim.id)))


def _distinct(claims: Iterator[Claim], faults: Faults) -> Iterator[Claim]:
    """The claims of one source, one for each id: without ids, equal claims bear one digest."""
    seen: dict[str, Claim] = {}
    for claim in claims:
        first = seen.setdefault(claim.id, claim)
        if first is claim:
            yield claim
            continue
        faults.add(
            claim.location,
            f"this claim says the same as the one in line {first.location.line}",
            "delete one of them; if both are meant, give them ids",
        )


def _archives(
    validated: Validated, sources: tuple[Source, ...], folder: Path, faults: Faults
) -> dict[str, str]:
    places = {draft.id: draft.places for draft in validated.sources}
    texts = {}
    for source in sources:
        if source.archive is None or leaves_folder(source.archive.file):
            continue
        try:
            texts[source.id] = read_archive(folder, source.archive)
        except ArchiveFault as fault:
            location: Location = places[source.id].at("archive", "file")
            faults.add(location, *fault.args)
    return texts
