"""Computes the splices that change a YAML block, whose entries are on lines of their own.

Every function returns splices of one text: they do not overlap, and the rest stays byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.corpus.yaml.yaml_tree import Node, Tree, TreeEntry, comments_in
from factcheck.corpus.yaml.yaml_writing import Writing, inline
from factcheck.model.frozen import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Splice:
    """Replace the text from `start` to before `end` with `text`."""

    start: int
    end: int
    text: str = ""


Splices = Iterator[Splice]


def spliced(text: str, splices: list[Splice]) -> str:
    """Apply all splices, which do not overlap; at one place they are inserted in their order."""
    pieces, at = [], 0
    for splice in sorted(splices, key=lambda one: (one.start, one.end)):
        assert splice.start >= at, "two splices overlap"
        pieces += [text[at : splice.start], splice.text]
        at = splice.end
    return "".join([*pieces, text[at:]])


def writing_for(tree: Tree) -> Writing:
    """The style of a text's lines: its line ending, and the indentation of its lists."""
    first = tree.text.find("\n")
    end = "\r\n" if first > 0 and tree.text[first - 1] == "\r" else "\n"
    return Writing(end, tree.list_step)


def add_lines(tree: Tree, at: int, lines: str) -> Splice:
    """Insert whole lines at the beginning of a line, or below a last line without a line ending."""
    begun = at > 0 and tree.text[at - 1] != "\n"
    return Splice(at, at, writing_for(tree).end + lines if begun else lines)


def append_item(tree: Tree, block: Node, value: object, last: bool) -> Splice:
    """Append an item to a sequence, after a blank line if its items have blank lines between them.

    `last` is true if only comments follow the sequence in the document.
    """
    writing = writing_for(tree)
    at = tree.ends if last else _below(tree, block)
    split = _are_split(tree, block) and not _is_blank(tree, tree.line_start(at - 1))
    return add_lines(tree, at, writing.end * split + writing.item(value, block.column))


def add_pair(
    tree: Tree, mapping: Node | None, lines: str, after: TreeEntry | None = None
) -> Splice:
    """The lines of one more pair of a mapping, below the entry `after` or below all.

    `mapping` is None in a document that holds nothing.
    """
    if mapping is None or (mapping is tree.root and after in (None, mapping.entries[-1])):
        return add_lines(tree, tree.ends, lines)
    if after is None or after == mapping.entries[-1]:
        return add_lines(tree, _below(tree, mapping), lines)
    return add_lines(tree, after.value.below, lines)


def begin(tree: Tree, entry: TreeEntry, lines: str, last: bool) -> Splices:
    """The lines of a block below a key with an empty value: not written, null, [] or {}."""
    if entry.end > entry.head:
        yield Splice(entry.head, entry.end)
    yield add_lines(tree, tree.ends if last else tree.next_line(entry.end), lines)


def replace(tree: Tree, block: Node, entry: TreeEntry, value: object) -> Splices:
    """Replace the value of an entry. Comments behind its key and behind its last line stay."""
    old, head = entry.value, entry.head
    header = tree.header_comment(old)
    has_comment = bool(
        header
        or tree.comments(head, min(old.start, tree.line_end(head)))
        or tree.comments(old.end, tree.line_end(old.end))
    )
    first, below = _fresh(tree, block, entry, value, has_comment)
    if old.start == old.end:
        yield Splice(head, head, first)
        yield Splice(tree.line_end(head), tree.line_end(head), below)
    elif not old.inside:
        start = old.start if not below or tree.comments(head, old.start) else head
        yield Splice(start, old.end, (first if start == head else first[1:]) + header)
        yield Splice(tree.line_end(old.end), tree.line_end(old.end), below)
    elif old.start > tree.line_end(head):
        yield Splice(head, head, first)
        yield Splice(tree.line_end(head), old.end, below)
    else:
        yield Splice(head, old.end, first + below)


def _fresh(
    tree: Tree, block: Node, entry: TreeEntry, value: object, has_comment: bool
) -> tuple[str, str]:
    """The text behind the key or the dash, and the lines below. With a comment, only one of the
    two.
    """
    writing, style = writing_for(tree), entry.value.style
    after = writing.after_dash if entry.name is None else writing.after_key
    first, below = after(value, block.column)
    if not below:
        return f" {inline(value, style=style)}", ""
    if first and has_comment:
        if isinstance(value, str):
            return f" {inline(value)}", ""
        return "", f"{writing.end}{' ' * (block.column + 1)}{first}{below}"
    return first, below


def delete(tree: Tree, block: Node, entry: TreeEntry, comments_stay: bool) -> Splices:
    """Delete one of several entries with its lines; its comments stay on lines of their own.

    Comments above and below it are not its own and always stay.
    """
    end = writing_for(tree).end
    kept = comments_in(tree, entry) if comments_stay else []
    line = tree.line_start(entry.start)
    if not tree.text[line : entry.start].strip():
        lines = "".join(f"{' ' * block.column}{comment}{end}" for comment in kept)
        yield Splice(line, tree.next_line(entry.end), lines)
        return
    following = block.entries[1].start  # the first entry, behind the dash of an outer item
    if not kept and not tree.comments(tree.line_end(entry.end), following):
        yield Splice(entry.start, following)
        return
    lead = f"{end}{' ' * block.column}"
    yield Splice(entry.start, tree.line_end(entry.end), lead.join(kept))


def delete_only(tree: Tree, block: Node, outer: TreeEntry | None, comments_stay: bool) -> Splices:
    """Delete the only entry of a block; empty brackets replace the block.

    `outer` is the entry whose value is the block; None for the outermost block.
    """
    entry, end = block.entries[0], writing_for(tree).end
    nothing = "{}" if block.kind == "mapping" else "[]"
    kept = comments_in(tree, entry) if comments_stay else []
    lines = "".join(f"{' ' * block.column}{comment}{end}" for comment in kept)
    line, below = tree.line_start(entry.start), tree.next_line(entry.end)
    if outer is None:
        yield Splice(line, below, f"{nothing}{end}{lines}")
    elif block.start > tree.line_end(outer.head):
        yield Splice(outer.head, outer.head, f" {nothing}")
        yield Splice(line, below, lines)
    else:
        yield Splice(entry.start, below, f"{nothing}{end}{lines}")


def move(tree: Tree, block: Node, order: Sequence[int]) -> Splices:
    """Reorder the items of a sequence; `order` names them by their old positions.

    Comment lines right above an item, in its column, move with it. All that stands between stays.
    """
    texts = [_with_comments(tree, entry) for entry in block.entries]
    for slot, number in zip(texts, order, strict=True):
        if slot != texts[number]:
            yield Splice(*slot, tree.text[slice(*texts[number])])


def _with_comments(tree: Tree, entry: TreeEntry) -> tuple[int, int]:
    """The extent of an item, with the comments above it and behind it."""
    start = entry.start
    line = tree.line_start(start)
    lead = tree.text[line:start]
    while not lead.strip() and line > 0:
        line = tree.line_start(line - 1)
        if not tree.text.startswith(f"{lead}#", line):
            break
        start = line + len(lead)
    return start, tree.line_end(entry.end)


def _below(tree: Tree, block: Node) -> int:
    """The start of the line below a block. Comments of its last entry are above it."""
    at = block.below
    while at < tree.ends:
        line = tree.text[at : tree.line_end(at)]
        words = line.lstrip(" ")
        if not words.startswith("#") or len(line) - len(words) < max(block.column, 1):
            break
        at = tree.next_line(at)
    return at


def _are_split(tree: Tree, block: Node) -> bool:
    """Whether a blank line separates the last two entries of a block."""
    if len(block.entries) < 2:
        return False
    last, at = block.entries[-1], tree.next_line(block.entries[-2].end)
    while at < tree.line_start(last.start):
        if _is_blank(tree, at):
            return True
        at = tree.next_line(at)
    return False


def _is_blank(tree: Tree, line: int) -> bool:
    return not tree.text[line : tree.line_end(line)].strip()
