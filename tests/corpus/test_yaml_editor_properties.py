"""Whatever text and whatever edit: the data are what was meant, and all other bytes stay."""

from __future__ import annotations

import copy
import re
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.corpus.yaml.places import Document
from factcheck.corpus.yaml.yaml_editor import (
    Append,
    CannotEdit,
    Delete,
    Edit,
    Move,
    Put,
    RenameKey,
    Replace,
    edited,
)
from factcheck.corpus.yaml.yaml_text import parse
from tests.corpus.yaml_edits import Path, at, edits, nodes
from tests.corpus.yaml_texts import KEYS, documents
from tests.drawing import examples


def read(text: str) -> Document:
    """A text that has no fault; others are passed over."""
    document, diagnostics = parse("a.yaml", text.encode())
    assume(document is not None and not diagnostics)
    assert document is not None
    return document


def meant(data: Any, edit: Edit) -> Any:
    """What the edit makes of data, told apart from the editor's own account."""
    data = {} if data is None else copy.deepcopy(data)
    match edit:
        case Append():
            around = at(data, edit.at[:-1])
            around[edit.at[-1]] = [*(around.get(edit.at[-1]) or []), edit.item]
        case Put():
            around = at(data, edit.at)
            there = edit.key in around
            around[edit.key] = edit.value
            if edit.after is not None and not there:
                keys = [key for key in around if key != edit.key]
                keys.insert(keys.index(edit.after) + 1, edit.key)
                pairs = [(key, around[key]) for key in keys]
                around.clear()
                around.update(pairs)
        case Replace():
            at(data, edit.at[:-1])[edit.at[-1]] = edit.value
        case Delete():
            del at(data, edit.at[:-1])[edit.at[-1]]
        case RenameKey():
            around = at(data, edit.at[:-1])
            pairs = [(edit.name if key == edit.at[-1] else key, v) for key, v in around.items()]
            around.clear()
            around.update(pairs)
        case Move():
            around = at(data, edit.at[:-1])
            around.insert(edit.to, around.pop(edit.at[-1]))
    return data


def span(document: Document, text: str, edit: Edit) -> tuple[int, int]:
    """The lines that the edit may touch: from those of its entry to the next one's."""
    if not isinstance(document.data, dict):
        return 0, len(text)
    lines = text.split("\n")
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line) + 1)
    order = [path for path, _ in nodes(document.data)]
    where = edit.at if edit.at in order else edit.at[:-1]
    around = at(document.data, where[:-1])
    if isinstance(edit, Move) or (isinstance(edit, Delete) and len(around) == 1):
        where = where[:-1]
    while where and is_bracket(document, text, where[:-1]):
        where = where[:-1]
    first = line_of(document, where, lines) if where else 0
    later = [path for path in order[order.index(where) :] if path[: len(where)] != where]
    if not later:
        return offsets[first], len(text)
    last = max(line_of(document, later[0], lines), first + 1)
    end = min(offsets[last], len(text))
    if isinstance(edit, Delete) and re.match(r" *- ", lines[first]):
        end += len(text[end:]) - len(text[end:].lstrip(" "))  # the next key takes its place
    return offsets[first], end


def line_of(document: Document, path: Path, lines: list[str]) -> int:
    """The line, from 0, in which the key or the dash of an entry stands."""
    line = document.places.at(*path).line - 1
    if isinstance(path[-1], str):
        return min(line, document.places.key(*path).line - 1)
    while line and not re.match(r" *-|.*[][{,]", lines[line]):
        line -= 1  # the dash stands above its item
    return line


def is_bracket(document: Document, text: str, path: Path) -> bool:
    if not path or not isinstance(at(document.data, path), dict | list):
        return False
    place = document.places.at(*path)
    return text.split("\n")[place.line - 1][place.column - 1 : place.column] in ("[", "{")


def comments(text: str) -> list[str]:
    return re.findall(r"# \d+ it's, all: \[\{", text)


@examples(300)
@given(st.data())
def test_the_data_are_what_was_meant_and_all_else_stays(data: st.DataObject) -> None:
    text = data.draw(documents())
    document = read(text)
    edit = data.draw(edits(document.data))
    try:
        after = edited("a.yaml", text.encode(), [edit])
    except CannotEdit as why:
        assert re.match(r"a\.yaml:\d+:\d+: ", str(why))
        assert is_excused(text, edit)
        return
    again = read(after)
    expected = meant(document.data, edit)
    assert again.data == expected
    assert list(nodes(again.data)) == list(nodes(expected))
    start, end = span(document, text, edit)
    assert after[:start] == text[:start]
    kept = text[end:]
    assert after.endswith(kept)
    lost = [one for one in comments(text) if one not in comments(after)]
    if not isinstance(edit, Delete) or edit.comments_stay:
        assert not lost or isinstance(edit, Replace | Put)
    assert ("\r\n" in text) >= ("\r\n" in after)
    if "\r\n" in text:
        assert not re.search(r"(?<!\r)\n", after)


def is_excused(text: str, edit: Edit) -> bool:
    """What the editor cannot do: end a last line that is part of a text below its key, or move a
    text that keeps the blank lines below it to where others follow."""
    if isinstance(edit, Move) and "|+" in text:
        return True
    ended, _ = parse("a.yaml", f"{text}\n".encode())
    return not text.endswith("\n") and ended is not None and ended.data != read(text).data


@examples(100)
@given(st.data())
def test_edits_together_make_what_they_make_one_after_the_other(data: st.DataObject) -> None:
    text = data.draw(documents())
    read(text)
    after, made = text, []
    for _ in range(data.draw(st.integers(2, 5))):
        edit = data.draw(edits(read(after).data))
        try:
            after = edited("a.yaml", after.encode(), [edit])
        except CannotEdit:
            continue
        made.append(edit)
    together = edited("a.yaml", text.encode(), made)
    assert list(nodes(read(together).data)) == list(nodes(read(after).data))
    # A new list stands in as far as the first one, which an edit may have taken away.
    assert [line.strip() for line in together.split("\n")] == [
        line.strip() for line in after.split("\n")
    ]


@examples(250)
@given(st.data())
def test_what_is_undone_is_as_it_was(data: st.DataObject) -> None:
    text = data.draw(documents())
    document = read(text)
    edit = data.draw(edits(document.data))
    back = undoing(document, text, edit)
    if back is None:
        return
    try:
        after = edited("a.yaml", text.encode(), [edit])
    except CannotEdit:
        return
    undone = edited("a.yaml", after.encode(), [back])
    if " ," not in after:  # put behind a key without a value, where "a:," would be one text
        assert without_last_end(undone) == without_last_end(text) or (
            isinstance(edit, Append) and without_blank_lines(undone) == without_blank_lines(text)
        )


def undoing(document: Document, text: str, edit: Edit) -> Edit | None:
    """What undoes an edit byte for byte; None where there is no such thing."""
    data = document.data
    match edit:
        case Append():
            there = at(data, edit.at[:-1]).get(edit.at[-1]) if data else None
            return Delete((*edit.at, len(there))) if there else None
        case Put() if data and at(data, edit.at) and edit.key not in at(data, edit.at):
            return Delete((*edit.at, edit.key))
        case Move() if "#" not in text:  # comments move with what they stand above
            return Move((*edit.at[:-1], edit.to), int(edit.at[-1]))
        case RenameKey() if edit.name in KEYS:
            line = document.places.key(*edit.at)
            written = document.written.line(line.line - 1)[line.column - 1 :]
            if written.startswith(str(edit.at[-1])) and written[len(str(edit.at[-1]))] not in "'\"":
                return RenameKey((*edit.at[:-1], edit.name), str(edit.at[-1]))
    return None


def without_last_end(text: str) -> str:
    return text.removesuffix("\n").removesuffix("\r")


def without_blank_lines(text: str) -> str:
    """Of items that blank lines part, a new one brings its own, which stays."""
    return re.sub(r"\n(?:[ ]*\r?\n)+", "\n", text.rstrip())
