"""Writes new YAML text: the shortest that `parse` reads back to the same data.

A collection of scalars is written in brackets, as curators do; any other on lines of its own. A
scalar is quoted only if necessary.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from factcheck.corpus.yaml.yaml_text import dump
from factcheck.model.frozen import dataclass

# Words that are plain text anywhere: asking PyYAML what it would quote takes a millisecond each.
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_-]*(?: [A-Za-z0-9_-]+)*")
_WORDS = ("null", "true", "false")


def plain(value: object) -> object:
    """A value as `parse` returns it: mappings, lists, texts, booleans and None."""
    match value:
        case Mapping():
            return {str(key): plain(inner) for key, inner in value.items()}
        case list() | tuple():
            return [plain(item) for item in value]
        case bool() | None:
            return value
        case _:
            return str(value)


def scalar(value: object, style: str = "", brackets: bool = False) -> str:
    """A scalar on one line; in the quotation marks `style` if these suffice.

    `brackets` is true inside brackets, where more characters need quotes.
    """
    value = plain(value)
    if not style and isinstance(value, str) and _PLAIN.fullmatch(value) and value not in _WORDS:
        return value
    if isinstance(value, str) and "\n" in value:
        return dump(value, quotes='"').rstrip("\n")
    if isinstance(value, str) and style in ("'", '"'):
        doubled = value.replace("'", "''") if style == "'" else _escaped(value)
        return f"{style}{doubled}{style}"
    written = dump({"k": value}, brackets=brackets)
    return written[4:-2] if brackets else written[3:-1]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def key(name: str, style: str = "", brackets: bool = False) -> str:
    """A key, on one line."""
    return scalar(name, style, brackets) if name else "''"


def inline(value: object, brackets: bool = False, style: str = "") -> str:
    """Any value on one line: a collection in brackets."""
    match plain(value):
        case dict() as mapping:
            pairs = (f"{key(k, '', True)}: {inline(v, True)}" for k, v in mapping.items())
            return f"{{{', '.join(pairs)}}}"
        case list() as items:
            return f"[{', '.join(inline(item, True) for item in items)}]"
        case one:
            return scalar(one, style, brackets)


@dataclass(frozen=True, slots=True)
class Writing:
    """The style of lines: line ending, and indentation of lists below their keys."""

    end: str = "\n"
    list_step: int = 2

    def pair(self, name: str, value: object, column: int) -> str:
        """The lines of a pair of a block mapping whose keys begin in `column`."""
        first, below = self.after_key(value, column)
        return f"{' ' * column}{key(name)}:{first}{below}{self.end}"

    def item(self, value: object, column: int) -> str:
        """The lines of an item of a block sequence; a mapping has a line for each key."""
        first, below = self.after_dash(value, column)
        return f"{' ' * column}-{first}{below}{self.end}"

    def after_key(self, value: object, column: int) -> tuple[str, str]:
        """The text behind the colon of a key in `column`, and the lines below it.

        Only the second part has line endings, and begins with one.
        """
        if isinstance(value, str) and _has_lines(value):
            lines = [f"{' ' * (column + 2)}{line}" if line else "" for line in value.split("\n")]
            return " |-", self.end + self.end.join(lines)
        if not _is_nested(value):
            return f" {inline(value)}", ""
        return "", self.end + self._lines(value, column + self._step(value)).removesuffix(self.end)

    def after_dash(self, value: object, column: int) -> tuple[str, str]:
        """The same behind the dash of an item."""
        if not _is_nested(value) and not (isinstance(value, Mapping) and value):
            return f" {inline(value)}", ""
        lines = self._lines(value, column + 2).removesuffix(self.end)
        first, end, below = lines.partition(self.end)
        return first[column + 1 :], end + below

    def items(self, values: Iterable[object], column: int) -> str:
        """The lines of a block sequence whose dashes are in `column`."""
        return "".join(self.item(value, column) for value in values)

    def _step(self, value: object) -> int:
        return 2 if isinstance(value, Mapping) else self.list_step

    def _lines(self, value: object, column: int) -> str:
        if isinstance(value, Mapping):
            return "".join(self.pair(k, v, column) for k, v in value.items())
        assert isinstance(value, list | tuple)
        return self.items(value, column)


def _has_lines(text: str) -> bool:
    """Whether a text of several lines can be written as a block scalar unchanged."""
    lines = text.split("\n")
    return len(lines) > 1 and all(
        line.isprintable() and line == line.strip() and (line or 0 < number < len(lines) - 1)
        for number, line in enumerate(lines)
    )


def _is_nested(value: object) -> bool:
    """Whether a collection contains another one, which would make brackets hard to read."""
    match value:
        case Mapping():
            return any(isinstance(inner, Mapping | list | tuple) for inner in value.values())
        case list() | tuple():
            return any(isinstance(inner, Mapping | list | tuple) for inner in value)
        case _:
            return False
