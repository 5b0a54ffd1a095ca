"""Computes the splices that change a mapping or a sequence in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.corpus.yaml.yaml_splices import Splice, Splices, writing_for
from factcheck.corpus.yaml.yaml_tree import Node, Tree, TreeEntry
from factcheck.corpus.yaml.yaml_writing import inline

_COMMENT_OR_COMMA = re.compile(r"#[^\n]*|,")


def has_brackets(tree: Tree, node: Node) -> bool:
    """Whether the brackets are written: those of the pair in `[a: b]` are not."""
    return tree.text[node.start : node.start + 1] in ("[", "{")


def add(tree: Tree, node: Node, text: str, after: int | None = None) -> Splices:
    """One more item or pair, `text`, behind the entry with the number `after`, or behind the last.

    It stands in a line of its own, indented like its neighbours, where the last of them does.
    """
    entries = node.entries
    if not entries:
        inner = tree.text[node.start + 1 : node.end - 1]
        yield Splice(node.start + 1, node.start + 1 if inner.strip() else node.end - 1, text)
        return
    if after is not None and after < len(entries) - 1:
        following = entries[after + 1].start
        yield Splice(following, following, text + _between(tree, node, after + 1))
        return
    end, close = entries[-1].end, node.end - 1
    comma = _comma(tree, end, close)
    behind = end if comma is None else comma + 1
    between = _between(tree, node, len(entries) - 1)
    new = " ," if tree.text[end - 1] == ":" else ","  # "a:," would be one text
    if between == ", ":
        yield Splice(behind, behind, f"{new} {text}" if comma is None else f" {text},")
        return
    at = tree.line_end(behind) if tree.line_end(behind) < close else behind
    if comma is None:
        yield Splice(end, end, new)
    yield Splice(at, at, between[1:] + text + ("" if comma is None else ","))


def _between(tree: Tree, node: Node, number: int) -> str:
    """The separator between two entries: a comma, and a blank or the end of a line."""
    entry = node.entries[number]
    before = node.entries[number - 1].end if number else node.start
    if "\n" not in tree.text[before : entry.start]:
        return ", "
    return f",{writing_for(tree).end}{' ' * (entry.start - tree.line_start(entry.start))}"


def replace(entry: TreeEntry, value: object) -> Splices:
    """Replace the value of an entry; a comment beside it stays."""
    old = entry.value
    text = inline(value, True, old.style)
    if old.start < old.end:
        yield Splice(old.start, old.end, text)
        return
    assert entry.name is not None, "in brackets an item is something"
    yield Splice(entry.head, entry.head, f" {text}" if entry.head > entry.name.end else f": {text}")


def delete(tree: Tree, node: Node, number: int) -> Splices:
    """Delete an entry with one comma, and with its lines if no other entry is in them.

    Comments beside it stay.
    """
    entries, entry = node.entries, node.entries[number]
    comma = _comma(tree, entry.end, node.end - 1)
    behind = entry.end if comma is None else comma + 1
    before = _comma(tree, entries[number - 1].end, entry.start) if number else None
    if before is not None and comma is None:
        yield Splice(before, before + 1)
    line = tree.line_start(entry.start)
    if not (tree.text[line : entry.start] + tree.text[behind : tree.line_end(behind)]).strip():
        yield Splice(line, tree.next_line(behind))
    elif number < len(entries) - 1:
        following = entries[number + 1].start
        yield Splice(entry.start, behind if tree.comments(behind, following) else following)
    elif before is None or tree.comments(before, entry.start):
        yield Splice(entry.start, behind)
    else:
        yield Splice(before + 1, behind)


def move(tree: Tree, node: Node, order: Sequence[int]) -> Splices:
    """Reorder the items of a sequence; `order` names them by their old positions."""
    places = [(entry.start, entry.end) for entry in node.entries]
    for slot, number in zip(places, order, strict=True):
        if slot != places[number]:
            yield Splice(*slot, tree.text[slice(*places[number])])


def _comma(tree: Tree, start: int, end: int) -> int | None:
    """The offset of the comma between two offsets that enclose only blanks and comments
    otherwise.
    """
    for found in _COMMENT_OR_COMMA.finditer(tree.text, start, end):
        if found[0] == ",":
            return found.start()
    return None
