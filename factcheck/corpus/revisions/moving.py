"""Matches the claims of two revisions of a corpus: which were renamed, and which changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import fields, replace

from factcheck.model import Claim, KnownValue, Loaded, Resolution, Source

_OF_A_CLAIM = tuple(
    field.name
    for field in fields(Claim)
    if field.init
    and field.name
    not in ("id", "source", "subject", "attribute", "value", "location", "places", "note")
)
_OF_A_SOURCE = (
    "outlet",
    "title",
    "published",
    "updated",
    "language",
    "genre",
    "url",
    "ours",
    "retracted",
    "replaces",
    "primary",
)

Names = Mapping[str, str]  # the earlier name -> the later one


def followed(old: Loaded, new: Loaded) -> Loaded:
    """`old` with its sources and claims renamed to their ids in `new`.

    A source is the same one if outlet, title, date, language and address are equal; a claim of it
    if its content is equal. An ambiguous match is ignored.
    """
    sources = _renamed(
        {s.id: _article(s) for s in old.sources}, {s.id: _article(s) for s in new.sources}
    )
    later = {s.id: _with_id(s, sources) for s in old.sources}
    moved = [replace(claim, source=later[claim.source.id]) for claim in old.claims]
    claims = _renamed_claims(moved, new.claims)
    if not sources and not claims:
        return old
    names = _names(old.claims, sources, claims)
    return replace(
        old,
        sources=tuple(sorted(later.values(), key=lambda s: s.id)),
        claims=tuple(
            sorted(
                (replace(c, id=claims[c.name]) if c.name in claims else c for c in moved),
                key=lambda c: (c.source.id, c.id),
            )
        ),
        archives={sources.get(id, id): text for id, text in old.archives.items()},
        resolutions=tuple(_decided(r, names) for r in old.resolutions),
    )


def touched(old: Loaded, new: Loaded) -> frozenset[str]:
    """The ids of the claims of `new` that are absent from `old`, or differ from it."""
    before = {c.name: (_stated(c), _head(c.source)) for c in old.claims}
    return frozenset(
        c.name for c in new.claims if before.get(c.name) != (_stated(c), _head(c.source))
    )


def _article(source: Source) -> Hashable:
    return (source.outlet, source.title, source.published, source.language, source.url)


def _head(source: Source) -> Hashable:
    return tuple(getattr(source, name) for name in _OF_A_SOURCE)


def _stated(claim: Claim) -> Hashable:
    return (claim.attribute.id, *(getattr(claim, name) for name in _OF_A_CLAIM))


def _renamed(old: Mapping[str, Hashable], new: Mapping[str, Hashable]) -> Names:
    """Each id of `old` missing from `new`, with the one id there that has the same content."""
    gone = _by_what({name: what for name, what in old.items() if name not in new})
    come = _by_what({name: what for name, what in new.items() if name not in old})
    return {
        names[0]: come[what][0]
        for what, names in gone.items()
        if len(names) == 1 and len(come.get(what, ())) == 1
    }


def _by_what(names: Mapping[str, Hashable]) -> dict[Hashable, list[str]]:
    found: dict[Hashable, list[str]] = defaultdict(list)
    for name, what in sorted(names.items()):
        found[what].append(name)
    return found


def _renamed_claims(old: Iterable[Claim], new: Iterable[Claim]) -> Names:
    """For each earlier claim id, its later id."""
    renamed = _renamed(
        {c.name: (c.source.id, _stated(c)) for c in old},
        {c.name: (c.source.id, _stated(c)) for c in new},
    )
    return {name: later.partition("/")[2] for name, later in renamed.items()}


def _with_id(source: Source, sources: Names) -> Source:
    replaces = None if source.replaces is None else sources.get(source.replaces, source.replaces)
    id = sources.get(source.id, source.id)
    same = id == source.id and replaces == source.replaces
    return source if same else replace(source, id=id, replaces=replaces)


def _names(claims: Iterable[Claim], sources: Names, ids: Names) -> Names:
    """For each earlier claim id, its later id, unchanged ones included."""
    moved = {c.name: f"{sources.get(c.source.id, c.source.id)}/{c.id}" for c in claims}
    return {
        old: f"{name.partition('/')[0]}/{ids[name]}" if name in ids else name
        for old, name in moved.items()
    }


def _decided(resolution: Resolution, names: Names) -> Resolution:
    values = tuple(
        KnownValue(
            v.value,
            tuple(sorted(names.get(name, name) for name in v.claims)),
            tuple(sorted((names.get(name, name), digest) for name, digest in v.digests)),
        )
        for v in resolution.values
    )
    return replace(resolution, values=values)
