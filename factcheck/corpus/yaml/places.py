"""Stores the place of every item of a document as an integer, and computes its Location on
demand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from typing import Any

from factcheck.model import Location

# What a node of the text becomes, and beside it the marks of the same shape. A mark is one integer,
# as millions are kept; a mapping has its own under None, a sequence as one more item.
Data = dict[str, "Data"] | list["Data"] | str | bool | None
Marks = int | dict[str | None, "Marks"] | list["Marks"]

# A mark is line << 52 | column << 26 | length, counted from 0: a file has at most 2^26 bytes. The
# length ON stands for "to the end of the line", of a text that goes on over lines.
ON = (1 << 26) - 1

_NEAR = 1000  # characters left of a value in which its key is looked for


class Written:
    """The text of a file, from which places are computed. Claims refer to this alone."""

    __slots__ = ("_lines", "_text", "path")

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self._text = text
        self._lines: list[str] | None = None

    def line(self, number: int) -> str:
        """A line by its number from 0."""
        if self._lines is None:
            self._lines = self._text.split("\n")
        return self._lines[number].rstrip("\r") if number < len(self._lines) else ""

    def location(self, marks: Marks) -> Location:
        """The place of the node with these marks."""
        mark = start(marks)
        line, column, length = mark >> 52, mark >> 26 & ON, mark & ON
        if length == ON:
            length = len(self.line(line)) - column
        return Location(self.path, line + 1, column + 1, max(length, 1))


def start(marks: Marks) -> int:
    """The mark of a node itself."""
    mark: Any = marks
    if isinstance(marks, dict):
        mark = marks[None]
    elif isinstance(marks, list):
        mark = marks[-1]
    return int(mark)


class Document:
    """The data of one file, and the place of each item."""

    def __init__(
        self, path: str, text: str, data: Data, marks: Marks, damaged: frozenset[int] = frozenset()
    ) -> None:
        self.written = Written(path, text)
        self.path = path
        self.data = data
        self.marks = marks
        self.damaged = damaged  # lines from 1

    @property
    def places(self) -> Places:
        """The places of the outermost mapping (none if the file is none)."""
        return Places(self.written, self.marks if isinstance(self.marks, dict) else {None: 0})

    def with_data(self, data: Data, marks: Marks) -> Document:
        """The same file with new data at the old places; its text stays as written."""
        made = copy(self)
        made.data, made.marks = data, marks
        return made

    def is_damaged(self, first: int, end: int | None = None) -> bool:
        """Whether the parser lost data from line `first` to before `end` (None: the last line)."""
        return any(first <= line and (end is None or line < end) for line in self.damaged)


class Places(Mapping[str, Location]):
    """The places of a mapping's values by key; computed on demand."""

    __slots__ = ("_marks", "_written")

    def __init__(self, written: Written, marks: dict[str | None, Marks]) -> None:
        self._written = written
        self._marks = marks

    def __getitem__(self, key: str) -> Location:
        return self._written.location(self._marks[key])

    def __iter__(self) -> Iterator[str]:
        return (key for key in self._marks if key is not None)

    def __len__(self) -> int:
        return len(self._marks) - 1

    @property
    def here(self) -> Location:
        """The start of the mapping itself."""
        return self._written.location(self._marks)

    def at(self, *path: str | int) -> Location:
        """The place of the item at the end of `path`, or of its nearest existing ancestor."""
        return self._written.location(self._follow(path)[0])

    def inner(self, *path: str | int) -> Places:
        """The places of the mapping at the end of `path`."""
        marks, missing = self._follow(path)
        assert isinstance(marks, dict)
        assert not missing
        return Places(self._written, marks)

    def with_keys(self, other: Places, keys: Iterable[str]) -> Places:
        """These places, with other places in the same file for some keys."""
        return Places(self._written, {**self._marks, **{key: other._marks[key] for key in keys}})

    def key(self, *path: str | int) -> Location:
        """The place of the last key of `path` itself: left of its value, or lines above."""
        value, name = self.at(*path), str(path[-1])
        written = re.compile(rf"(?<![^\s,{{\[?'\"]){re.escape(name)}(?=['\"]?\s*:)")
        end: int | None = value.column - 1
        for number in range(value.line - 1, max(value.line - 21, -1), -1):
            line = self._written.line(number)
            stop = len(line) if end is None else end
            found = list(written.finditer(line, max(0, stop - _NEAR), stop))
            if found:
                return Location(value.path, number + 1, found[-1].start() + 1, max(len(name), 1))
            end = None
        return value

    def _follow(self, path: tuple[str | int, ...]) -> tuple[Marks, bool]:
        marks: Any = self._marks
        for step in path:
            inside = (
                step in marks
                if isinstance(marks, dict)
                else isinstance(marks, list) and isinstance(step, int) and step < len(marks) - 1
            )
            if not inside:
                return marks, True
            marks = marks[step]
        return marks, False
