"""Maps the keys and rules of earlier versions to the current ones, and migrates old data.

This is the one table of renames. `factcheck migrate` uses it for the files of a corpus, and the
loader, in memory, for a base revision, a table or its map. A status was called modality; a coverage
was a perimeter, which stood beside `covers` and is now a part of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from factcheck.corpus.yaml.places import Data, Marks, start

CLAIM_KEYS: Mapping[str, str] = {"modality": "status"}
"""Keys of a claim that were renamed. `perimeter` was not: it joins `covers`, see `covers_of`."""

ATTRIBUTE_KEYS: Mapping[str, str] = {"perimeters": "coverages"}

QUALIFIERS: Mapping[str, str] = {"perimeter": "covers"}
"""Words in the list `key` of an attribute."""

COLUMNS: Mapping[str, str] = {"modality": "status", "perimeter": "coverage"}
"""Columns of a table and keys of its map. A table is flat: there `coverage` stands beside `covers`
and means the same as `covers: {text: …, coverage: …}`."""

RULES: Mapping[str, str] = {"perimeter-mismatch": "coverage-mismatch", "modality-gap": "status-gap"}
"""Names of rules, in settings, resolutions and baselines."""

Group = dict[str, Data]
Places = dict[str | None, Marks]


def rule_name(name: str) -> str:
    """The current name of a rule."""
    return RULES.get(name, name)


def covers_of(perimeter: str, words: str | None, coverages: Iterable[object]) -> Data:
    """The new value of `covers` from a perimeter and the words beside it, None if there were none.

    `coverages` are those that the attribute declares, as plain data. Without words the id is
    enough, if it names that coverage and no other.
    """
    declared = [one for one in coverages if isinstance(one, dict)]
    if words is not None:
        return {"text": words, "coverage": perimeter}
    if [one.get("id") for one in declared if _folded(perimeter) in _spellings(one)] == [perimeter]:
        return perimeter
    labels = [one.get("label") for one in declared if one.get("id") == perimeter]
    label = labels[0] if labels and isinstance(labels[0], str) else perimeter
    return {"text": label, "coverage": perimeter}


def declared_by(attribute: object) -> tuple[object, ...]:
    """The coverages that an attribute declares, under the old or the new key, as plain data."""
    if not isinstance(attribute, dict):
        return ()
    found = [attribute.get(key) for key in ("coverages", "perimeters")]
    return tuple(one for listed in found if isinstance(listed, list) for one in listed)


def migrated_claim(data: Group, marks: Places, coverages: Iterable[object]) -> tuple[Group, Places]:
    """A claim under the current keys, with their places; the same claim if it has no old key.

    `coverages` are those that its attribute declares. A claim with both an old and a new key, or
    with something other than text there, stays unchanged: the forms report it.
    """
    data, marks = _renamed(data, marks, CLAIM_KEYS)
    perimeter, words = data.get("perimeter"), data.get("covers")
    if "perimeter" not in data or not (_is_text(perimeter) and _is_text(words)):
        return data, marks
    key = "covers" if "covers" in data else "perimeter"
    value, places = words, marks.get("covers", 0)
    if isinstance(perimeter, str):
        value = covers_of(perimeter, words if isinstance(words, str) else None, coverages)
        places = marks["perimeter"]
        if isinstance(value, dict):
            text = marks["covers"] if isinstance(words, str) else places
            places = {None: start(text), "text": text, "coverage": places}
    new, at = _without(data, marks, {"perimeter", "covers"} - {key})
    if value is None:
        return _without(new, at, {"perimeter"})
    return _replaced(new, at, key, "covers", value, places)


def migrated_attribute(data: Group, marks: Places) -> tuple[Group, Places]:
    """An attribute under the current keys; `covers` is in its key if it declared perimeters."""
    declares = bool(data.get("perimeters"))
    data, marks = _renamed(data, marks, ATTRIBUTE_KEYS)
    key = data.get("key")
    if not isinstance(key, list | None):
        return data, marks
    new = key_of(key or (), declares)
    if new == list(key or ()):
        return data, marks
    at = marks.get("key", marks[None])
    here = start(at)  # stands for what is added, too
    places = [*(at[:-1] if isinstance(at, list) else ()), *(here for _ in new)]
    return {**data, "key": new}, {**marks, "key": [*places[: len(new)], here]}


def key_of(key: Iterable[Data], declares: bool) -> list[Data]:
    """The qualifiers of an attribute by today's names; `covers` among them if it `declares` some
    perimeters."""
    words = [QUALIFIERS.get(one, one) if isinstance(one, str) else one for one in key]
    if declares:
        words.append("covers")
    return [word for number, word in enumerate(words) if word not in words[:number]]


def _is_text(value: Data) -> bool:
    return value is None or isinstance(value, str)


def _renamed(data: Group, marks: Places, names: Mapping[str, str]) -> tuple[Group, Places]:
    for old, new in names.items():
        if old in data and new not in data:
            data, marks = _replaced(data, marks, old, new, data[old], marks[old])
    return data, marks


def _replaced(
    data: Group, marks: Places, key: str, name: str, value: Data, places: Marks
) -> tuple[Group, Places]:
    """Rename a key and change its value, at the same position."""
    new = {name if one == key else one: value if one == key else it for one, it in data.items()}
    at = {name if one == key else one: places if one == key else it for one, it in marks.items()}
    return new, at


def _without(data: Group, marks: Places, keys: Iterable[str]) -> tuple[Group, Places]:
    gone = set(keys)
    return (
        {key: value for key, value in data.items() if key not in gone},
        {key: place for key, place in marks.items() if key not in gone},
    )


def _spellings(coverage: Mapping[str, Any]) -> set[str]:
    """Every text, folded, that names a declared coverage."""
    found = [coverage.get("id"), coverage.get("label")]
    for key in ("labels", "words"):
        inner = coverage.get(key)
        for one in inner.values() if isinstance(inner, dict) else ():
            found += one if isinstance(one, list) else [one]
    return {_folded(text) for text in found if isinstance(text, str)}


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
