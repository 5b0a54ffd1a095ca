"""TOML text to plain data, and where each key of it stands.

tomllib gives no places. A statement of TOML ends with a line, and a part of one is never a whole
one: so line after line is added until tomllib can read them, and then they are one statement.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from factcheck.model import Diagnostic, Location

Path = tuple[str, ...]

LARGEST = 1024 * 1024  # bytes
MOST_TRIES = 2000
MOST_READ = 300_000  # characters
"""What is tried and read again to find the statements of a file. Keys further on stand at their
table, or at the beginning: to look on would take minutes where somebody means it to."""

_ENDS = re.compile(r"\]|\}|\"\"\"|'''")
_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")


class FaultyToml(Exception):
    """The file is no TOML. `diagnostic` says where and why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(str(diagnostic))
        self.diagnostic = diagnostic


@dataclass(frozen=True)
class Document:
    """The data of a file, and where its keys stand."""

    path: str
    data: Mapping[str, Any]
    text: str

    @cached_property
    def keys(self) -> Mapping[Path, tuple[int, str, int]]:
        """Of each key the first line of its statement, the statement, and how far into it it is."""
        return dict(_keys(self.text))

    def at(self, key: Path, item: str | None = None) -> Location:
        """Where a key stands, or the text `item` of its value; of an unplaced one, its table."""
        while key and key not in self.keys:
            key = key[:-1]
        if not key:
            return Location(self.path, 1, 1)
        line, text, offset = self.keys[key]
        found = None
        if item is not None:
            found = re.search(rf"""(["']){re.escape(item)}\1""", text[offset:])
        start = offset if found is None else offset + found.start() + 1
        before = text[:start]
        column = start - (before.rfind("\n") + 1) + 1
        length = len(key[-1]) if found is None or item is None else max(len(item), 1)
        return Location(self.path, line + before.count("\n"), column, length)


def parse(path: str, content: bytes) -> Document:
    """The data of a file. Raises FaultyToml."""
    if len(content) > LARGEST:
        raise _faulty(path, 1, 1, "the file is larger than 1 MB", "write less into it")
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as why:
        line = content[: why.start].count(b"\n") + 1
        raise _faulty(path, line, 1, "this is not UTF-8 text", "save the file as UTF-8") from None
    try:
        data = _loads(text)
    except RecursionError:
        raise _faulty(path, 1, 1, "the brackets are nested too deeply", "nest less") from None
    except ValueError as why:
        said = _PLACE.search(str(why))
        last = text.rstrip("\n").count("\n") + 1
        line, column = (int(said[1]), int(said[2])) if said and said[1] else (last, 1)
        message = f"this is not TOML: {_PLACE.sub('', str(why))}"
        hint = "see https://toml.io; texts stand in quotation marks"
        raise _faulty(path, line, column, message, hint) from None
    return Document(path, data, text)


def _faulty(path: str, line: int, column: int, message: str, hint: str) -> FaultyToml:
    return FaultyToml(Diagnostic(Location(path, line, column), message, hint))


def _loads(text: str) -> dict[str, Any]:
    return tomllib.loads(text, parse_float=Decimal)


def _keys(text: str) -> Iterator[tuple[Path, tuple[int, str, int]]]:
    """Every key with its place, in the order of the file; of one that comes again, the last."""
    table: Path = ()
    found: dict[Path, tuple[int, str, int]] = {}
    for line, statement, data in _statements(text):
        header = statement.lstrip().startswith("[")
        if header:
            table = ()
        for key, offset in _offsets(data, statement, 0):
            found.setdefault((*table, *key), (line, statement, offset))
            if header:
                last = key
        if header:
            table = last
    yield from found.items()


class _Tried:
    """How much was read again."""

    def __init__(self) -> None:
        self.tries = self.characters = 0

    def too_much(self, text: str) -> bool:
        """Whether reading this as well would be more than is worth it."""
        self.tries += 1
        self.characters += len(text)
        return self.tries > MOST_TRIES or self.characters > MOST_READ


def _statements(text: str) -> Iterator[tuple[int, str, dict[str, Any]]]:
    """The line on which each statement begins, its text, and what it says by itself."""
    lines = text.split("\n")
    number, tried = 0, _Tried()
    while number < len(lines):
        blank = not lines[number].strip() or lines[number].lstrip().startswith("#")
        if blank:
            number += 1
            continue
        end = _end(lines, number, tried)
        if end is None:
            return
        statement = "\n".join(lines[number:end])
        yield number + 1, statement, _read(statement) or {}
        number = end


def _end(lines: list[str], start: int, tried: _Tried) -> int | None:
    """The line behind the statement that begins on this one; None where too many were tried."""
    for end in range(start + 1, len(lines) + 1):
        if end > start + 1 and not _ENDS.search(lines[end - 1]):
            continue
        statement = "\n".join(lines[start:end])
        if tried.too_much(statement):
            break
        if _read(statement) is not None:
            return end
    return None


def _read(text: str) -> dict[str, Any] | None:
    try:
        return _loads(text)
    except (ValueError, RecursionError):
        return None


def _offsets(data: object, text: str, start: int) -> Iterator[tuple[Path, int]]:
    """Each key of a statement, from the outermost, and where it stands in the text."""
    if not isinstance(data, Mapping):
        return
    for key, value in data.items():
        named = re.compile(rf"""(?<![\w-])["']?{re.escape(key)}["']?\s*[=.\]]""")
        found = named.search(text, start)
        here = start if found is None else found.start()
        here += text[here : here + 1] in ("'", '"')
        yield (key,), here
        for path, offset in _offsets(value, text, here + len(key)):
            yield (key, *path), offset
