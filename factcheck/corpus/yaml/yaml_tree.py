"""Parses YAML text to a tree of nodes, each with its start and end offset.

`parse` gives data and places for people; the editor also needs the end of a value, the places of
its key and its dash, and whether it is in brackets. Offsets count characters from 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from sys import intern
from typing import Any, Literal

from factcheck.corpus.yaml.yaml_text import scan
from factcheck.model.frozen import dataclass

Step = str | int
Path = tuple[Step, ...]

_COMMENT = re.compile(r"(?:^|(?<=[\s,\[\]{}]))#[^\r\n]*")
_COMMENT_OR_COLON = re.compile(r"#[^\n]*|:")
_HEADER = re.compile(r"[|>][-+0-9]*([ \t]+#[^\r\n]*)?")


@dataclass(frozen=True, slots=True)
class Node:
    """A scalar, a mapping or a sequence, written from `start` to before `end`.

    `style` is the quotation mark of a scalar, "|" or ">" of one that is written below its key, and
    empty for a plain one. `flow` is true for a mapping or sequence in brackets. `below` is the
    start of the first line after it, or the end of a text without a final line ending.
    """

    kind: Literal["scalar", "mapping", "sequence"]
    start: int
    end: int
    column: int
    below: int
    style: str = ""
    flow: bool = False
    entries: tuple[TreeEntry, ...] = ()

    @property
    def inside(self) -> bool:
        """Whether it is a block: its entries are on lines of their own."""
        return self.kind != "scalar" and not self.flow


@dataclass(frozen=True, slots=True)
class TreeEntry:
    """One item of a sequence, from its dash, or one pair of a mapping, from its key.

    `head` is where the value could begin: behind the dash or the colon, or else behind the key. An
    item in brackets has no dash, and begins with its value.
    """

    step: Step
    start: int
    head: int
    name: Node | None  # the key; None in a sequence
    value: Node

    @property
    def end(self) -> int:
        """The end of its value; without a value, of its dash, its colon or its key."""
        return self.value.end


@dataclass(frozen=True, slots=True)
class Tree:
    """A text, its outermost node (None if it is empty), and the end of its document.

    `list_step` is how far the first block sequence under a key stands in from it.
    """

    text: str
    root: Node | None
    ends: int  # the end of the text, or where the line with "..." begins
    list_step: int = 2

    def find(self, path: Path) -> tuple[Node, ...]:
        """The nodes from the outermost one to the one at `path`. Raises KeyError at a step."""
        if self.root is None:
            raise KeyError(path[0] if path else "")
        nodes = [self.root]
        for step in path:
            nodes.append(entry_at(nodes[-1], step).value)
        return tuple(nodes)

    def line_end(self, offset: int) -> int:
        """The end of the offset's line, before its line ending."""
        end = self.text.find("\n", offset)
        end = len(self.text) if end < 0 else end
        return end - 1 if end > offset and self.text[end - 1] == "\r" else end

    def next_line(self, offset: int) -> int:
        """The start of the line after the offset's; the end of the text if there is none."""
        return self.text.find("\n", offset) + 1 or len(self.text)

    def line_start(self, offset: int) -> int:
        """The start of the offset's line."""
        return self.text.rfind("\n", 0, offset) + 1

    def comments(self, start: int, end: int) -> list[str]:
        """The comments between two offsets that enclose no scalar."""
        return _COMMENT.findall(self.text[start:end])

    def header_comment(self, node: Node) -> str:
        """The comment behind the "|" or ">" of a scalar, with the blanks before it."""
        header = _HEADER.match(self.text, node.start) if node.style in ("|", ">") else None
        return "" if header is None else header[1] or ""

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, counted from 1."""
        return self.text.count("\n", 0, offset) + 1, offset - self.line_start(offset) + 1


def entry_at(node: Node, step: Step) -> TreeEntry:
    """The entry of a mapping or a sequence. Raises KeyError."""
    if isinstance(step, int) and node.kind == "sequence" and 0 <= step < len(node.entries):
        return node.entries[step]
    for entry in node.entries if node.kind == "mapping" else ():
        if entry.step == step:
            return entry
    raise KeyError(step)


def comments_in(tree: Tree, entry: TreeEntry) -> list[str]:
    """Every comment in the lines of an entry, in its order, that behind its last line included."""
    found = []
    at = entry.start
    for scalar in _scalars(entry):
        found += tree.comments(at, scalar.start)
        found += [header.strip()] if (header := tree.header_comment(scalar)) else []
        at = scalar.end
    return found + tree.comments(at, tree.line_end(entry.end))


def _scalars(entry: TreeEntry) -> Iterator[Node]:
    if entry.name is not None:
        yield entry.name
    if entry.value.kind == "scalar":
        yield entry.value
    for inner in entry.value.entries:
        yield from _scalars(inner)


def tree_of(text: str) -> Tree:
    """The tree of a text that `parse` found no fault with."""
    return _Builder(text).tree()


class _Builder:
    """Builds nodes from the parser's events. It recurses no deeper than `parse` allows."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._events: Iterator[Any] = iter(scan(text.encode()))

    def tree(self) -> Tree:
        next(self._events)
        if _name(next(self._events)) == "StreamEnd":
            return Tree(self._text, None, len(self._text))
        root = self._node(next(self._events))
        end = next(self._events)
        ends = end.start_mark.index if end.explicit else len(self._text)
        bare = root.kind == "scalar" and root.start == root.end
        return Tree(self._text, None if bare else root, ends, next(_list_steps(root), 2))

    def _node(self, event: Any) -> Node:
        if _name(event) == "Scalar":
            return self._scalar(event)
        start, flow = event.start_mark, bool(event.flow_style)
        mapping = _name(event) == "MappingStart"
        entries: list[TreeEntry] = []
        end = start.index
        while not _name(inner := next(self._events)).endswith("End"):
            entries.append(self._pair(inner) if mapping else self._item(inner, event, entries))
            end = entries[-1].end
        closed = inner.end_mark.index > inner.start_mark.index
        end = inner.end_mark.index if closed else end
        below = self._next_line(end) if flow else entries[-1].value.below
        kind: Literal["mapping", "sequence"] = "mapping" if mapping else "sequence"
        return Node(kind, start.index, end, start.column, below, "", flow, tuple(entries))

    def _scalar(self, event: Any) -> Node:
        start, end, style = event.start_mark.index, event.end_mark.index, event.style or ""
        below = self._next_line(end)
        if style in ("|", ">"):
            below = end if self._text[end - 1] == "\n" else below
            end = self._last_line(start, end)
        return Node("scalar", start, end, event.start_mark.column, below, style)

    def _last_line(self, start: int, end: int) -> int:
        """The end of a block scalar's last line; includes trailing blank lines if the scalar keeps
        them.
        """
        words = start + len(self._text[start:end].rstrip())
        keeps = "+" in self._text[start : start + 3]
        line = end - 1 if keeps else self._text.find("\n", words, end)
        if line < 0 or self._text[line] != "\n":
            return end
        return line - 1 if self._text[line - 1] == "\r" else line

    def _pair(self, event: Any) -> TreeEntry:
        key, value = self._scalar(event), self._node(next(self._events))
        head = key.end
        for found in _COMMENT_OR_COLON.finditer(self._text, key.end, value.start + 1):
            if found[0] == ":":
                head = found.end()
                break
        if value.start == value.end:  # the parser places what is not written before what follows
            value = Node("scalar", head, head, value.column, self._next_line(head))
        return TreeEntry(intern(event.value), key.start, head, key, value)

    def _item(self, event: Any, sequence: Any, before: list[TreeEntry]) -> TreeEntry:
        value = self._node(event)
        if sequence.flow_style:
            return TreeEntry(len(before), value.start, value.start, None, value)
        start: int = sequence.start_mark.index
        dash = self._dash(before[-1].end, sequence.start_mark.column, value) if before else start
        return TreeEntry(len(before), dash, dash + 1, None, value)

    def _dash(self, after: int, column: int, value: Node) -> int:
        """The offset of an item's dash: the first in the sequence's column behind `after`."""
        line = self._next_line(after)
        while self._text[line : line + column + 1] != " " * column + "-":
            line = self._next_line(line)
            assert line <= value.start, "every item of a block has a dash"
        return line + column

    def _next_line(self, offset: int) -> int:
        return self._text.find("\n", offset) + 1 or len(self._text)


def _list_steps(node: Node) -> Iterator[int]:
    for entry in node.entries:
        value = entry.value
        if node.inside and entry.name is not None and value.kind == "sequence" and value.inside:
            yield value.column - node.column
        yield from _list_steps(value)


def _name(event: Any) -> str:
    return type(event).__name__.removesuffix("Event")
