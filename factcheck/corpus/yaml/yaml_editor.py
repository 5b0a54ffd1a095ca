"""Edits YAML files: it makes the requested changes, and preserves every other byte.

It never rewrites a document. It inserts, deletes or replaces text at the places that the parser
gives; then it parses the result, and returns it only if it contains the intended data.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from factcheck.corpus.yaml.yaml_edits import (
    Append,
    Delete,
    Edit,
    Misplaced,
    Move,
    Put,
    RenameKey,
    Replace,
)
from factcheck.corpus.yaml.yaml_splices import spliced
from factcheck.corpus.yaml.yaml_text import parse
from factcheck.corpus.yaml.yaml_tree import Path, tree_of
from factcheck.corpus.yaml.yaml_writing import plain
from factcheck.model import Diagnostic

__all__ = [
    "Append",
    "CannotEdit",
    "Delete",
    "Edit",
    "Move",
    "Put",
    "RenameKey",
    "Replace",
    "edited",
]


class CannotEdit(Exception):
    """The file stays unchanged: it has errors, or an edit does not fit it."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__(
            "\n".join(f"{diagnostic.location}: {diagnostic.message}" for diagnostic in diagnostics)
        )
        self.diagnostics = diagnostics


def edited(path: str, content: bytes, edits: Sequence[Edit]) -> str:
    """The text of a file after all edits, in order; each one refers to the document after the
    previous ones.

    Raises CannotEdit if the file has errors, if an edit does not fit it, or if the result would
    contain anything but the intended data.
    """
    document, diagnostics = parse(path, content)
    if document is None or diagnostics:
        raise CannotEdit(diagnostics)
    wanted: Any = plain(document.data)
    try:
        for edit in edits:
            wanted = edit.change(wanted)
        for together in _rounds(edits):
            content = _applied(path, content, together)
    except Misplaced as why:
        place, hint = document.places.at(*why.at), "edit the file by hand"
        raise CannotEdit((Diagnostic(place, str(why), hint),)) from None
    after, diagnostics = parse(path, content)
    if after is None or diagnostics or not _same(after.data, wanted):
        stated = "this cannot be changed without changing what stands around it"
        place = document.places.at(*edits[0].at)
        raise CannotEdit((Diagnostic(place, stated, "edit the file by hand"),))
    return content.decode()


def _rounds(edits: Iterable[Edit]) -> list[list[Edit]]:
    """The edits in groups to make at once: no edit of a group is inside another."""
    at: dict[Path, int] = {}  # the last round with an edit of this very node
    within: dict[Path, int] = {}  # the last round with an edit of this node or in it
    rounds: list[list[Edit]] = []
    for edit in edits:
        before = [-1]
        for scope in edit.scopes:
            before += [at.get(scope[:n], -1) for n in range(len(scope) + 1)]
            before.append(within.get(scope, -1))
        number = max(before) + 1
        for scope in edit.scopes:
            at[scope] = number
            within |= {
                scope[:n]: max(within.get(scope[:n], -1), number) for n in range(len(scope) + 1)
            }
        rounds += [[]] * (number == len(rounds))
        rounds[number] = [*rounds[number], edit]
    return rounds


def _applied(path: str, content: bytes, edits: Iterable[Edit]) -> bytes:
    """The text after edits that can be made at once."""
    if parse(path, content)[0] is None:
        return content
    tree = tree_of(content.decode())
    return spliced(tree.text, [one for edit in edits for one in edit.splices(tree)]).encode()


def _same(data: Any, wanted: Any) -> bool:
    """Whether two documents have the same data in the same order."""
    if isinstance(data, dict) and isinstance(wanted, dict):
        return list(data) == list(wanted) and all(_same(data[key], wanted[key]) for key in data)
    if isinstance(data, list) and isinstance(wanted, list):
        return len(data) == len(wanted) and all(map(_same, data, wanted))
    return type(data) is type(wanted) and bool(data == wanted)
