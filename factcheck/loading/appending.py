"""One more entry in a list of a YAML file: text is put in, and all that stands there stays.

The place is found in the parser's events; parsing the result shows that nothing else changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from factcheck.loading.yaml_text import dump, parse, scan
from factcheck.model import Diagnostic

Entry = Mapping[str, object]


class CannotAppend(Exception):
    """Nothing can be put in without touching what stands there. The message is a sentence."""


class Unreadable(Exception):
    """The file has faults of its own."""

    def __init__(self, faults: tuple[Diagnostic, ...]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


def appended(path: str, content: bytes, key: str, entry: Entry) -> str:
    """The text of the file with `entry` as the last item of the list under `key`.

    Raises Unreadable or CannotAppend.
    """
    document, faults = parse(path, content)
    if document is None or faults:
        raise Unreadable(faults)
    data = {} if document.data is None else document.data
    wanted = _with(data, key, entry)
    text = content.decode()
    for made in _attempts(text, key, entry):
        again, found = parse(path, made.encode())
        if again is not None and not found and again.data == wanted:
            return made
    raise CannotAppend(
        f"{path}: nothing can be added to '{key}' without changing what stands there: "
        f"add it by hand:\n{block(entry, 2)}"
    )


def block(entry: Entry, column: int) -> str:
    """An entry as an item of a list: a line for each key, lists in brackets."""
    texts = (
        dump({key: value}, brackets=None if isinstance(value, list | dict) else False)
        for key, value in entry.items()
    )
    lines = "".join(texts).splitlines()
    begun = (f"{'- ' if not number else '  '}{line}" for number, line in enumerate(lines))
    return "".join(f"{' ' * column}{line}\n" for line in begun)


def _with(data: object, key: str, entry: Entry) -> object:
    """What the file is to say afterwards; None, which no file says, where it has no such list."""
    if not isinstance(data, dict):
        return None
    listed = data.get(key)
    if listed is not None and not isinstance(listed, list):
        return None
    return {**data, key: [*(listed or ()), {name: _plain(value) for name, value in entry.items()}]}


def _plain(value: object) -> object:
    """A value as `parse` gives it back."""
    match value:
        case Mapping():
            return {key: _plain(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_plain(item) for item in value]
        case bool():
            return value
        case _:
            return str(value)


@dataclass(frozen=True, slots=True)
class _Found:
    """The list under a key: how it is written, and the offset at which it ends.

    `end` is before the closing bracket, or else the beginning of the line after its last item.
    """

    brackets: bool
    column: int
    end: int
    last: bool  # whether nothing but comments stands below it


def _attempts(text: str, key: str, entry: Entry) -> Iterator[str]:
    """Texts with the entry put in, the likeliest first."""
    found = _find(text, key)
    if found is None:
        yield _with_lines(text, len(text), f"{key}:\n{block(entry, 2)}")
    elif not found.brackets:
        if found.last:
            yield _with_lines(text, len(text), block(entry, found.column))
        yield _with_lines(text, found.end, block(entry, found.column))
    else:
        inside = dump(dict(entry), brackets=True).rstrip("\n")
        words = len(text[: found.end].rstrip())
        between = {"[": "", ",": " "}.get(text[words - 1], ", ")
        for at, before in ((words, between), (found.end, "  "), (found.end, ", ")):
            yield text[:at] + before + inside + text[at:]


def _with_lines(text: str, at: int, put: str) -> str:
    """The text with whole lines put in, ended as its own lines are."""
    before = text[:at]
    end = "\r\n" if "\r\n" in text else "\n"
    if before and not before.endswith("\n"):
        before += end
    return before + put.replace("\n", end) + text[at:]


def _find(text: str, key: str) -> _Found | None:
    """The list under a key of the outermost mapping; None where the key is not there."""
    events: list[Any] = list(scan(text.encode()))
    pairs = list(_pairs(events))
    inside = dict(pairs).get(key)
    if inside is None:
        return None
    first, *_ = inside
    brackets = bool(getattr(first, "flow_style", False))
    if brackets:
        mark = inside[-1].end_mark
        end = _offset(text, mark.line, mark.column - 1)
    else:
        words = [e for e in inside if hasattr(e, "value") or _ends_in_bracket(e)]
        end = _offset(text, max(_below(event) for event in words), 0)
    ended = any(getattr(e, "explicit", False) and _name(e) == "DocumentEndEvent" for e in events)
    column = first.start_mark.column if _name(first) == "SequenceStartEvent" else 2
    return _Found(brackets, column, end, pairs[-1][0] == key and not ended)


def _pairs(events: list[Any]) -> Iterator[tuple[str, list[Any]]]:
    """The keys of the outermost mapping, each with the events of its value."""
    depth = 0
    key: str | None = None
    value: list[Any] = []
    for event in events:
        step = _STEPS.get(_name(event), 0)
        if depth == 1 and key is None and step == 0:
            key = event.value
            continue
        if key is not None:
            value.append(event)
        depth += step
        if depth == 1 and key is not None:
            yield key, value
            key, value = None, []


_STEPS = {
    "MappingStartEvent": 1,
    "SequenceStartEvent": 1,
    "MappingEndEvent": -1,
    "SequenceEndEvent": -1,
}


def _name(event: Any) -> str:
    return type(event).__name__


def _ends_in_bracket(event: Any) -> bool:
    """Whether the end of a list or a group is something that stands in the text."""
    start, end = event.start_mark, event.end_mark
    return _STEPS.get(_name(event)) == -1 and (start.line, start.column) != (end.line, end.column)


def _below(event: Any) -> int:
    """The line below an event; what is written under "|" or ">" ends there already."""
    line: int = event.end_mark.line
    return line if getattr(event, "style", None) in ("|", ">") else line + 1


def _offset(text: str, line: int, column: int) -> int:
    """Where a place is in the text; lines and columns count from 0."""
    return sum(map(len, text.splitlines(keepends=True)[:line])) + column
