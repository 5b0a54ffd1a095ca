"""Edits to draw for a property test: each goes with the data that it is drawn for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from factcheck.corpus.yaml.yaml_editor import Append, Delete, Edit, Move, Put, RenameKey, Replace
from tests.corpus.yaml_texts import KEYS, QUOTED, WORDS

Path = tuple[str | int, ...]

TEXTS = st.one_of(
    st.sampled_from(
        (
            *WORDS,
            *QUOTED,
            "two\nlines",
            "\n",
            " x ",
            "? a",
            "|",
            "> x",
            "%",
            "@",
            "`",
            "!t",
            "- ",
            ":",
        )
    ),
    st.sampled_from(("long " * 90, "x" * 2000, "y: " * 40, "0o17", ".5", "1_000", "<<", "=", "\\")),
    st.text(st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_categories=("C", "Z"))),
)
VALUES = st.one_of(
    TEXTS,
    st.sampled_from((True, None, {}, [])),
    st.lists(TEXTS, max_size=2),
    st.dictionaries(st.sampled_from(KEYS), TEXTS, max_size=2),
    st.dictionaries(st.sampled_from(KEYS), st.lists(TEXTS, max_size=2), max_size=2),
    st.lists(st.dictionaries(st.sampled_from(KEYS), TEXTS, min_size=1, max_size=2), max_size=2),
)


def nodes(data: Any, at: Path = ()) -> Iterator[tuple[Path, Any]]:
    yield at, data
    inner = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data if isinstance(data, list) else ())
    )
    for step, value in inner:
        yield from nodes(value, (*at, step))


def at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


@st.composite
def edits(draw: st.DrawFn, data: Any) -> Edit:
    """An edit of one kind; most of what it names is there."""
    found = list(nodes(data))
    entries = [path for path, _ in found if path]
    mappings = [path for path, node in found if isinstance(node, dict)]
    items = [path for path in entries if isinstance(path[-1], int)]
    keys = [path for path in entries if isinstance(path[-1], str)]
    drawn: list[st.SearchStrategy[Edit]] = []
    if mappings or data is None:
        mapping = st.sampled_from(mappings or [()])
        drawn += [mapping.flatmap(lambda path: puts(path, at(data, path) or {}))]
        drawn += [mapping.flatmap(lambda path: appends(path, at(data, path) or {}))]
    if entries:
        entry = st.sampled_from(entries)
        drawn += [st.builds(Replace, entry, VALUES), st.builds(Delete, entry, st.booleans())]
    if keys:
        drawn += [st.sampled_from(keys).flatmap(lambda path: renames(path, at(data, path[:-1])))]
    if items:
        drawn += [st.sampled_from(items).flatmap(lambda path: moves(path, at(data, path[:-1])))]
    assume(drawn)
    return draw(st.one_of(drawn))


def puts(path: Path, there: dict[str, Any]) -> st.SearchStrategy[Edit]:
    name = st.sampled_from((*KEYS, "new", "# odd: key"))
    return st.builds(Put, st.just(path), name, VALUES, st.sampled_from([None, *there]))


def appends(path: Path, there: dict[str, Any]) -> st.SearchStrategy[Edit]:
    lists = [key for key, value in there.items() if isinstance(value, list | None)]
    return st.builds(
        lambda key, item: Append((*path, key), item), st.sampled_from(["new", *lists]), VALUES
    )


def renames(path: Path, there: dict[str, Any]) -> st.SearchStrategy[Edit]:
    others = [key for key in (*KEYS, "new: name") if key not in there]
    return st.builds(RenameKey, st.just(path), st.sampled_from(others))


def moves(path: Path, there: list[Any]) -> st.SearchStrategy[Edit]:
    return st.builds(Move, st.just(path), st.integers(0, len(there) - 1))
