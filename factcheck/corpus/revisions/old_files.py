"""Reads the files of an earlier revision under the current keys, without changing what git stores.

Nobody can edit a commit, so old keys there are no error. In the working tree they are one: the
message says the current key, and `factcheck migrate` writes it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from factcheck.corpus.yaml.old_names import (
    Group,
    Places,
    declared_by,
    migrated_attribute,
    migrated_claim,
)
from factcheck.corpus.yaml.places import Document

Declared = Callable[[object], tuple[object, ...]]
"""The coverages, as plain data, of the attribute that a claim names."""


def migrated(documents: Mapping[str, Document | None]) -> dict[str, Document | None]:
    """The parsed files under the current keys; the attributes declare the coverages."""
    declared = declared_in(documents)

    def claim(data: Group, marks: Places) -> tuple[Group, Places]:
        return migrated_claim(data, marks, declared(data.get("attribute")))

    return {
        path: None
        if document is None
        else _each(_each(document, "attributes", migrated_attribute), "claims", claim)
        for path, document in documents.items()
    }


def declared_in(documents: Mapping[str, Document | None]) -> Declared:
    """The coverages of an attribute, which a claim names by its id or label."""
    found: dict[str, tuple[object, ...]] = {}
    for document in documents.values():
        data: Any = None if document is None else document.data
        listed = data.get("attributes") if isinstance(data, dict) else None
        for attribute in listed if isinstance(listed, list) else ():
            if isinstance(attribute, dict):
                for key in ("label", "id"):
                    found[_folded(attribute.get(key))] = declared_by(attribute)
    return lambda attribute: found.get(_folded(attribute), ())


def _each(
    document: Document, key: str, renew: Callable[[Group, Places], tuple[Group, Places]]
) -> Document:
    """The document with each group in the list under `key` migrated."""
    data: Any = document.data
    marks: Any = document.marks
    if not isinstance(data, dict) or not isinstance(data.get(key), list):
        return document
    pairs = [
        renew(item, places) if isinstance(item, dict) else (item, places)
        for item, places in zip(data[key], marks[key][:-1], strict=True)
    ]
    items, places = [item for item, _ in pairs], [place for _, place in pairs]
    return document.with_data({**data, key: items}, {**marks, key: [*places, marks[key][-1]]})


def _folded(text: object) -> str:
    return text.casefold() if isinstance(text, str) else ""
