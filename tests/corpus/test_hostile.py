"""Whatever stands in a file, loading ends with sentences and no crash."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from factcheck.corpus import Files, dump, load

KEYS = st.sampled_from(
    [
        "source",
        "claims",
        "subjects",
        "attributes",
        "id",
        "subject",
        "attribute",
        "value",
        "quote",
        "kind",
        "choices",
        "part_of",
        "names",
        "archive",
        "file",
        "published",
        "language",
        "period",
        "read_as",
        "aliases",
        "words",
    ]
)
WORDS = st.sampled_from(["borealis", "Borealis", "money", "choice", "en", "2025", "x", "", "../x"])
SHAPES = st.recursive(
    st.none() | st.booleans() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=25,
)


@given(SHAPES, SHAPES, SHAPES)
def test_no_shape_of_a_file_crashes(subjects: object, attributes: object, source: object) -> None:
    texts = {
        "claims/subjects.yaml": dump({"subjects": subjects}).encode(),
        "claims/attributes.yaml": dump(attributes).encode(),
        "claims/sources/a.yaml": dump(source).encode(),
    }
    result = load(Files(texts))
    assert all(d.message and "pydantic" not in str(d) for d in result.diagnostics)


WHOLE: dict[str, Any] = {
    "subjects": {
        "subjects": [
            {"id": "a", "label": "A", "aliases": ["Ay"], "names": {"zh": "甲"}, "part_of": "b"},
            {"id": "b", "label": "B", "confusable_with": [{"subject": "a", "reason": "x"}]},
        ]
    },
    "attributes": {
        "attributes": [
            {"id": "m", "label": "M", "kind": "money", "unit": "USD", "tolerance": "2 %"}
            | {
                "key": ["period", "covers"],
                "coverages": [{"id": "p", "label": "P"}],
                "part_of": "n",
            },
            {"id": "n", "label": "N", "kind": "choice", "many": True}
            | {"choices": [{"id": "c", "label": "C", "words": {"en": ["see"]}, "excludes": ["d"]}]},
        ]
    },
    "origins": {"origins": [{"id": "o", "label": "O", "kind": "outlet", "aliases": ["Oh"]}]},
    "relations": {"relations": [{"id": "r", "kind": "sum", "terms": {"x": "m"}}]},
    "sources/s": {
        "source": {"outlet": "O", "title": "T", "published": "2026-01", "language": "en"}
        | {"cites": ["o"], "archive": {"file": "f.txt"}, "replaces": "s", "url": "https://x.org"},
        "claims": [
            {"id": "k", "subject": "A", "attribute": "m", "value": "$5", "covers": "p"}
            | {"period": "2025", "attributed_to": ["o"], "quote": {"exact": "x"}},
            {"subject": "Ay", "attribute": "n", "value": ["see"]}
            | {"read_as": {"value": "c", "reason": "x"}, "as_of": "2025", "relative_to": "2025"},
        ],
    },
}


def nodes(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every node."""
    yield path
    inner = data.items() if isinstance(data, dict) else enumerate(data)
    for step, value in inner:
        if isinstance(value, dict | list):
            yield from nodes(value, (*path, step))
        else:
            yield (*path, step)


@given(st.sampled_from([path for path in nodes(WHOLE) if path]), SHAPES | st.text(max_size=12))
def test_nothing_that_may_stand_anywhere_crashes(path: tuple[str | int, ...], put: object) -> None:
    whole = deepcopy(WHOLE)
    inner: Any = whole
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = put
    texts = {f"{name}.yaml": dump(data).encode() for name, data in whole.items()}
    result = load(Files(texts), Path(__file__).parent)
    for diagnostic in result.diagnostics:
        assert diagnostic.message
        assert diagnostic.location.path in texts
