"""The edits of a YAML document: each changes its data, and its text.

A path names a node by the keys and numbers that lead to it from the outermost node.
"""

from __future__ import annotations

from typing import Any, Protocol

from factcheck.corpus.yaml import yaml_brackets as brackets
from factcheck.corpus.yaml import yaml_splices as blocks
from factcheck.corpus.yaml.yaml_splices import Splice, Splices, writing_for
from factcheck.corpus.yaml.yaml_tree import Node, Path, Tree, TreeEntry, entry_at
from factcheck.corpus.yaml.yaml_writing import inline, key, plain
from factcheck.model.frozen import dataclass


class Misplaced(Exception):
    """An edit does not fit the document: the path, and a sentence without a place."""

    def __init__(self, at: Path, message: str) -> None:
        super().__init__(message)
        self.at = at


class Edit(Protocol):
    """One change of a document."""

    @property
    def at(self) -> Path:
        """The changed node, for a message."""

    @property
    def scopes(self) -> tuple[Path, ...]:
        """The nodes whose lines may change; no other edit of the same text may be in or around."""

    def change(self, data: Any) -> Any:
        """Change the document's data, perhaps in place, and return it. Raises Misplaced."""

    def splices(self, tree: Tree) -> Splices:
        """The same change as splices of a text whose data `change` accepts. Raises Misplaced."""


@dataclass(frozen=True, slots=True)
class Append:
    """Append an item to the list at `at`, and create the list if it is missing."""

    at: Path
    item: object

    @property
    def scopes(self) -> tuple[Path, ...]:
        return (self.at[:-1],)

    def change(self, data: Any) -> Any:
        data = {} if data is None else data
        mapping, name = _inner(data, self.at[:-1], dict), self.at[-1]
        there = mapping.get(name)
        if not isinstance(there, list | None):
            raise Misplaced(self.at, f"a list is expected under '{name}'")
        mapping[name] = [*(there or ()), plain(self.item)]
        return data

    def splices(self, tree: Tree) -> Splices:
        name, writing = str(self.at[-1]), writing_for(tree)
        around = None if tree.root is None else tree.find(self.at[:-1])[-1]
        entry = None if around is None else _entry(around, name)
        if around is None or (entry is None and not around.flow):
            column = 0 if around is None else around.column
            items = writing.items([self.item], column + writing.list_step)
            lines = f"{' ' * column}{key(name)}:{writing.end}{items}"
            yield blocks.add_pair(tree, around, lines)
        elif entry is None:
            yield from _add_in_brackets(tree, around, self.at, _pair(name, [self.item]))
        elif entry.value.inside:
            yield blocks.append_item(tree, entry.value, self.item, _is_last(tree, around, entry))
        elif entry.value.kind == "sequence" and not _is_empty(tree, around, entry):
            yield from brackets.add(tree, entry.value, inline(self.item, True))
        elif around.flow:
            yield from brackets.replace(entry, [self.item])
        else:
            items = writing.items([self.item], around.column + writing.list_step)
            yield from blocks.begin(tree, entry, items, _is_last(tree, around, entry))


@dataclass(frozen=True, slots=True)
class Put:
    """A value under a key of the mapping at `at`: the key's new one, or a new key with it.

    A new key stands behind the key `after`, or behind all.
    """

    at: Path
    key: str
    value: object
    after: str | None = None

    @property
    def scopes(self) -> tuple[Path, ...]:
        return (self.at,)

    def change(self, data: Any) -> Any:
        data = {} if data is None else data
        mapping = _inner(data, self.at, dict)
        if self.key in mapping or self.after is None:
            mapping[self.key] = plain(self.value)
            return data
        if self.after not in mapping:
            raise Misplaced(self.at, f"there is no key '{self.after}' to put '{self.key}' behind")
        pairs = list(mapping.items())
        behind = list(mapping).index(self.after) + 1
        mapping.clear()
        mapping.update([*pairs[:behind], (self.key, plain(self.value)), *pairs[behind:]])
        return data

    def splices(self, tree: Tree) -> Splices:
        if tree.root is None:
            yield blocks.add_pair(tree, None, writing_for(tree).pair(self.key, self.value, 0))
            return
        mapping = tree.find(self.at)[-1]
        entry = _entry(mapping, self.key)
        if entry is not None:
            yield from _replaced(tree, mapping, entry, self.value)
            return
        after = None if self.after is None else entry_at(mapping, self.after)
        if mapping.flow:
            pair = _pair(self.key, self.value)
            number = None if after is None else mapping.entries.index(after)
            yield from _add_in_brackets(tree, mapping, self.at, pair, number)
            return
        lines = writing_for(tree).pair(self.key, self.value, mapping.column)
        yield blocks.add_pair(tree, mapping, lines, after)


@dataclass(frozen=True, slots=True)
class Replace:
    """Replace the value at `at`; a text keeps its quotation marks."""

    at: Path
    value: object

    @property
    def scopes(self) -> tuple[Path, ...]:
        return (self.at,)

    def change(self, data: Any) -> Any:
        around, step = _around(data, self.at)
        around[step] = plain(self.value)
        return data

    def splices(self, tree: Tree) -> Splices:
        around = tree.find(self.at[:-1])[-1]
        yield from _replaced(tree, around, entry_at(around, self.at[-1]), self.value)


@dataclass(frozen=True, slots=True)
class Delete:
    """A key with its value, or an item, taken out.

    With `comments_stay`, the comments in its lines stand in lines of their own afterwards.
    """

    at: Path
    comments_stay: bool = False

    @property
    def scopes(self) -> tuple[Path, ...]:
        return (self.at[:-1],)

    def change(self, data: Any) -> Any:
        around, step = _around(data, self.at)
        del around[step]
        return data

    def splices(self, tree: Tree) -> Splices:
        nodes = tree.find(self.at[:-1])
        around, entry = nodes[-1], entry_at(nodes[-1], self.at[-1])
        if around.flow:
            _refuse_bare_pair(tree, around, self.at)
            yield from brackets.delete(tree, around, around.entries.index(entry))
        elif len(around.entries) > 1:
            yield from blocks.delete(tree, around, entry, self.comments_stay)
        else:
            outer = entry_at(nodes[-2], self.at[-2]) if len(nodes) > 1 else None
            yield from blocks.delete_only(tree, around, outer, self.comments_stay)


@dataclass(frozen=True, slots=True)
class RenameKey:
    """Rename the key at `at`; its position and value stay."""

    at: Path
    name: str

    @property
    def scopes(self) -> tuple[Path, ...]:
        return self.at, (*self.at[:-1], self.name)

    def change(self, data: Any) -> Any:
        mapping, old = _around(data, self.at)
        if self.name in mapping:
            raise Misplaced(self.at, f"'{self.name}' stands there already, beside '{old}'")
        pairs = list(mapping.items())
        mapping.clear()
        mapping.update((self.name if one == old else one, value) for one, value in pairs)
        return data

    def splices(self, tree: Tree) -> Splices:
        mapping = tree.find(self.at[:-1])[-1]
        name = entry_at(mapping, self.at[-1]).name
        assert name is not None, "`change` found a mapping"
        yield Splice(name.start, name.end, key(self.name, name.style, mapping.flow))


@dataclass(frozen=True, slots=True)
class Move:
    """Move the item at `at` within its list to the index `to`, counted without the item."""

    at: Path
    to: int

    @property
    def scopes(self) -> tuple[Path, ...]:
        return (self.at[:-1],)

    def change(self, data: Any) -> Any:
        items, number = _around(data, self.at)
        if not isinstance(items, list) or not 0 <= self.to < len(items):
            raise Misplaced(self.at, f"there is no place {self.to} for it")
        items.insert(self.to, items.pop(number))
        return data

    def splices(self, tree: Tree) -> Splices:
        items = tree.find(self.at[:-1])[-1]
        order = list(range(len(items.entries)))
        order.insert(self.to, order.pop(int(self.at[-1])))
        yield from (brackets if items.flow else blocks).move(tree, items, order)


def _inner(data: Any, path: Path, kind: type) -> Any:
    for number, step in enumerate(path):
        if not _has(data, step):
            raise Misplaced(path[:number], f"there is no '{step}'")
        data = data[step]
    if not isinstance(data, kind):
        raise Misplaced(path, "keys with values are expected here")
    return data


def _around(data: Any, path: Path) -> tuple[Any, Any]:
    """The parent of the node at `path`, and the step to it."""
    around = _inner(data, path[:-1], object)
    if not _has(around, path[-1]):
        raise Misplaced(path[:-1], f"there is no '{path[-1]}'")
    return around, path[-1]


def _has(data: Any, step: str | int) -> bool:
    if isinstance(step, str):
        return isinstance(data, dict) and step in data
    return isinstance(data, list) and 0 <= step < len(data)


def _entry(node: Node, name: str) -> TreeEntry | None:
    return next((entry for entry in node.entries if entry.step == name), None)


def _is_last(tree: Tree, around: Node, entry: TreeEntry) -> bool:
    """Whether only comments stand below an entry of the outermost mapping."""
    return around is tree.root and around.entries[-1] is entry


def _is_empty(tree: Tree, around: Node, entry: TreeEntry) -> bool:
    """Whether a list in brackets may give way to lines: it holds nothing, not even a comment."""
    value = entry.value
    inner = tree.text[value.start + 1 : value.end - 1]
    return not (around.flow or value.entries or inner.strip())


def _pair(name: str, value: object) -> str:
    return f"{key(name, brackets=True)}: {inline(value, True)}"


def _replaced(tree: Tree, around: Node, entry: TreeEntry, value: object) -> Splices:
    if around.flow:
        return brackets.replace(entry, value)
    return blocks.replace(tree, around, entry, value)


def _add_in_brackets(
    tree: Tree, node: Node, at: Path, text: str, after: int | None = None
) -> Splices:
    _refuse_bare_pair(tree, node, at)
    return brackets.add(tree, node, text, after)


def _refuse_bare_pair(tree: Tree, node: Node, at: Path) -> None:
    if not brackets.has_brackets(tree, node):
        raise Misplaced(at, "a key stands in a list without '{' and '}' around it: write them")
