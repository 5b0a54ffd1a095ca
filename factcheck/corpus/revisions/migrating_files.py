"""Rewrites the files of a corpus from the keys of earlier versions to the current ones.

YAML goes through the editor, which leaves the rest of the file unchanged. The new file must hold
the same data that the loader would derive from the old one in memory; otherwise the file is left
unchanged, with the reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from pathlib import PurePosixPath
from typing import Any

from factcheck.corpus.files import Files
from factcheck.corpus.revisions.migrating_records import CannotMigrate, baseline_text, settings_text
from factcheck.corpus.revisions.old_files import Declared, declared_in, migrated
from factcheck.corpus.yaml.old_names import (
    ATTRIBUTE_KEYS,
    CLAIM_KEYS,
    COLUMNS,
    QUALIFIERS,
    covers_of,
    key_of,
    rule_name,
)
from factcheck.corpus.yaml.places import Document
from factcheck.corpus.yaml.yaml_editor import (
    Append,
    CannotEdit,
    Delete,
    Edit,
    Put,
    RenameKey,
    Replace,
    edited,
)
from factcheck.corpus.yaml.yaml_text import parse
from factcheck.model import Diagnostic, Location
from factcheck.model.frozen import dataclass

ATTRIBUTES = "attributes.yaml"

At = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Migrated:
    """A file with old keys: its new text, and how often each key was replaced.

    The text is None if the file stays unchanged; `faults` then say why.
    """

    path: str
    before: bytes
    text: str | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()


def migrated_files(
    files: Files, maps: Mapping[str, bytes], settings: Mapping[str, bytes]
) -> tuple[Migrated, ...]:
    """The files with old keys, and those that may have some, by path.

    `maps` are the files that name the columns of tables.
    """
    parsed = {path: parse(path, content) for path, content in files.texts.items()}
    unusable = [
        Migrated(path, files.texts[path], diagnostics=diagnostics)
        for path, (document, diagnostics) in parsed.items()
        if document is None
    ]
    unread = {one.path for one in unusable} | {one.location.path for one in files.diagnostics}
    if any(PurePosixPath(path).name == ATTRIBUTES for path in unread):
        return tuple(unusable)  # it says how the perimeters in the other files are called
    documents = {path: document for path, (document, _) in parsed.items() if document is not None}
    found = [*unusable, *_of_corpus(files.texts, documents), *_of_maps(maps)]
    if files.baseline is not None:
        found.append(_rewritten(*files.baseline, baseline_text))
    found += (_rewritten(path, content, settings_text) for path, content in settings.items())
    old = (one for one in found if one.text is not None or one.diagnostics)
    return tuple(sorted(old, key=lambda one: one.path))


def _of_corpus(texts: Mapping[str, bytes], documents: Mapping[str, Document]) -> Iterable[Migrated]:
    declared, today = declared_in(documents), migrated(documents)
    for path, document in documents.items():
        plan = _Plan(document, declared)
        plan.each("attributes", plan.attribute)
        plan.each("claims", plan.claim)
        plan.resolution()
        known = None if "finding" in plan.data else today[path]
        yield plan.carried_out(texts[path], None if known is None else known.data)


def _of_maps(maps: Mapping[str, bytes]) -> Iterable[Migrated]:
    for path, content in maps.items():
        document, diagnostics = parse(path, content)
        if document is None:
            yield Migrated(path, content, diagnostics=diagnostics)
            continue
        plan = _Plan(document)
        for group in ("columns", "every_row"):
            inner = plan.data.get(group)
            if isinstance(inner, dict):
                plan.rename((group,), inner, COLUMNS)
        yield plan.carried_out(content, None)


def _rewritten(
    path: str, content: bytes, rewrite: Callable[[str, str], tuple[str, Counter[str]]]
) -> Migrated:
    """Migrate a file that is not YAML. Its reader reports a file that cannot be read."""
    try:
        text, counts = rewrite(path, content.decode("utf-8"))
    except UnicodeDecodeError:
        return Migrated(path, content)
    except CannotMigrate as why:
        diagnostic = Diagnostic(Location(path, why.line, 1), str(why), why.hint)
        return Migrated(path, content, diagnostics=(diagnostic,))
    return Migrated(path, content, text, counts) if counts else Migrated(path, content)


class _Plan:
    """The edits of one YAML file, and the old keys that cannot be edited."""

    def __init__(self, document: Document, declared: Declared = lambda _: ()) -> None:
        self.data: dict[str, Any] = document.data if isinstance(document.data, dict) else {}
        self._document = document
        self._declared = declared
        self._edits: list[Edit] = []
        self._counts: Counter[str] = Counter()
        self._diagnostics: list[Diagnostic] = []

    def carried_out(self, content: bytes, holds: object) -> Migrated:
        """Apply all edits, or say why the file stays unchanged; `holds` is the expected data, if
        given.
        """
        path = self._document.path
        if self._diagnostics or not self._edits:
            return Migrated(path, content, diagnostics=tuple(self._diagnostics))
        try:
            text = edited(path, content, self._edits)
        except CannotEdit as why:
            return Migrated(path, content, diagnostics=why.diagnostics)
        after, _ = parse(path, text.encode())
        if holds is not None and (after is None or after.data != holds):
            self._diagnostic(
                (), "the old keys of this file are mixed with those of today", "edit it"
            )
            return Migrated(path, content, diagnostics=tuple(self._diagnostics))
        return Migrated(path, content, text, dict(sorted(self._counts.items())))

    def each(self, key: str, plan: Callable[[At, dict[str, Any]], None]) -> None:
        """Plan the edits of every group in a list."""
        listed = self.data.get(key)
        for number, item in enumerate(listed if isinstance(listed, list) else ()):
            if isinstance(item, dict):
                plan((key, number), item)

    def claim(self, at: At, claim: Mapping[str, Any]) -> None:
        """Plan the new status key, and move the perimeter into `covers`."""
        self.rename(at, claim, CLAIM_KEYS)
        if "perimeter" not in claim:
            return
        perimeter, words = claim["perimeter"], claim.get("covers")
        for key in ("perimeter", "covers"):
            if not isinstance(claim.get(key), str | None):
                stated = (
                    f"'{key}' stands beside '{'covers' if key == 'perimeter' else 'perimeter'}'"
                )
                self._diagnostic(
                    (*at, key), f"{stated}, and is no text", "write one 'covers' by hand"
                )
                return
        self._counts["perimeter → covers"] += 1
        value = words
        if perimeter is not None:
            value = covers_of(perimeter, words, self._declared(claim.get("attribute")))
        if "covers" not in claim and perimeter is not None:
            self._edits.append(RenameKey((*at, "perimeter"), "covers"))
        else:
            self._edits.append(Delete((*at, "perimeter"), comments_stay=True))
        if value != (words if "covers" in claim else perimeter):
            self._edits.append(Replace((*at, "covers"), value))

    def attribute(self, at: At, attribute: Mapping[str, Any]) -> None:
        """Plan the coverages, and `covers` among the qualifiers."""
        declares = bool(attribute.get("perimeters"))
        self.rename(at, attribute, ATTRIBUTE_KEYS)
        key = attribute.get("key")
        if not isinstance(key, list | None):
            return
        new = key_of(key or (), declares)
        old = [QUALIFIERS.get(one, one) if isinstance(one, str) else one for one in key or ()]
        if key is None and new:
            self._counts["covers added to key"] += 1
            above = dict(zip(list(attribute)[1:], attribute, strict=False)).get("perimeters")
            self._edits.append(Put(at, "key", new, above))
        for number, (before, now) in enumerate(zip(key or (), old, strict=True)):
            if before != now:
                self._counts[f"{before} → {now}"] += 1
                self._edits.append(Replace((*at, "key", number), now))
        for number in reversed(range(len(old))):
            if old[number] in old[:number]:
                self._edits.append(Delete((*at, "key", number), comments_stay=True))
        if key is not None and len(new) > len(dict.fromkeys(old)):
            self._counts["covers added to key"] += 1
            self._edits.append(Append((*at, "key"), "covers"))

    def resolution(self) -> None:
        """Plan the new name of the rule in a decision."""
        rule = self.data.get("rule")
        if "finding" in self.data and isinstance(rule, str) and rule_name(rule) != rule:
            self._counts[f"{rule} → {rule_name(rule)}"] += 1
            self._edits.append(Replace(("rule",), rule_name(rule)))

    def rename(self, at: At, group: Mapping[str, Any], names: Mapping[str, str]) -> None:
        """Plan the renaming of keys whose values stay the same."""
        for old, new in names.items():
            if old in group and new in group:
                stated = f"'{old}' stands beside '{new}', which is its name now"
                self._diagnostic((*at, old), stated, "delete one of the two")
            elif old in group:
                self._counts[f"{old} → {new}"] += 1
                self._edits.append(RenameKey((*at, old), new))

    def _diagnostic(self, at: At, message: str, hint: str) -> None:
        places = self._document.places
        place = places.key(*at) if at and isinstance(at[-1], str) else places.at(*at)
        self._diagnostics.append(Diagnostic(place, message, hint))
