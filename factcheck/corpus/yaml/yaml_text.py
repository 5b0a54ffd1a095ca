"""Parses YAML text to plain data and the place of every item. The only importer of PyYAML.

It builds dicts, lists and texts from the parser's events itself: PyYAML's own constructors would
turn `NO` into False and `1:30` into 90, and lose the places. Every scalar stays the author's text
except for the plain words in `_WORDS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from sys import intern
from typing import Any, ClassVar

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from factcheck.corpus.yaml.characters import UNSEEN, decode, describe, with_plain_blanks
from factcheck.corpus.yaml.places import ON, Data, Document, Marks, Written
from factcheck.corpus.yaml.syntax import explain
from factcheck.model import Diagnostic, Location

# The formats need seven levels. The limit holds in the scan of events: the builder recurses.
DEEPEST = 12

_WORDS = {"": None, "null": None, "~": None, "true": True, "false": False}
_LOST = re.compile(r"[ \t]+#(?=[^\s#])")
_CUT_LINE = re.compile(r"""\s*(?:- +)?[\w-]+: +[^\s"'#|>\[{][^#]* (?=#[^\s#])""")


def parse(path: str, content: bytes) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """The document of a file, or None, and the errors of its text. An empty file contains None."""
    text, diagnostics = decode(path, content)
    if diagnostics:
        return None, diagnostics
    parser = _parser(with_plain_blanks(text))
    builder = _Builder(path, parser.get_event)
    try:
        data, marks = builder.document()
        odd = list(_odd_scalars(path, text))
    except _Unusable:
        return None, tuple(builder.diagnostics)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        return None, (*builder.diagnostics, _not_yaml(path, text, error))
    finally:
        parser.dispose()
    found = (*builder.diagnostics, *odd)
    damaged = frozenset(diagnostic.location.line for diagnostic in found)
    return Document(path, text, data, marks, damaged), found


def scan(content: bytes) -> Iterator[object]:
    """PyYAML's raw events of a text with their marks, from which the editor computes its places."""
    yield from yaml.parse(content, Loader=_Loader)


def dump(data: object, brackets: bool = False, quotes: str | None = None) -> str:
    """The text that a curator would write for `data`, and that `parse` reads back to the same.

    Lists and groups are in brackets if `brackets`, and all texts in `quotes` if any are given.
    """
    return yaml.dump(
        data,
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=100_000,
        default_flow_style=brackets,
        default_style=quotes,
    )


class _Dumper(yaml.SafeDumper):
    """Quotes only what `parse` would not read as text: it knows no numbers and no dates."""

    yaml_implicit_resolvers: ClassVar[dict[Any, Any]] = {}  # type: ignore[misc]


_Dumper.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("(?:|null|~)$"), ["", "n", "~"])
_Dumper.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("(?:true|false)$"), ["t", "f"])


_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)


def _parser(text: str) -> Any:
    """libyaml's parser, or where PyYAML was built without it, the same in Python."""
    return _Loader(text)


class _Unusable(Exception):
    """The rest of the file cannot be parsed."""


class _Builder:
    """Builds data and marks from events; constructs that claims do not allow are errors."""

    def __init__(self, path: str, get_event: Callable[[], Any]) -> None:
        self.path = path
        self.diagnostics: list[Diagnostic] = []
        self._next = get_event

    def document(self) -> tuple[Data, Marks]:
        """The one document of the stream; None for an empty one."""
        self._next()
        if isinstance(self._next(), StreamEndEvent):
            return None, 0
        node = self._node(self._next(), 0)
        self._next()
        after = self._next()
        if isinstance(after, DocumentStartEvent):
            self._refuse(
                after,
                "a second document begins here ('---')",
                "keep one document in a file; delete the line, or move what follows to a new file",
            )
        return node

    def _node(self, event: Any, depth: int) -> tuple[Data, Marks]:
        kind = event.__class__
        if kind is AliasEvent:
            self._refuse(
                event,
                f"'*{event.anchor}' repeats what stands elsewhere (a YAML alias)",
                "write the value out; a text that begins with '*' goes in quotes",
            )
        if event.anchor is not None or event.tag is not None:
            self._refuse_marked(event)
        if kind is ScalarEvent:
            text: str = event.value
            value = _WORDS[text] if text in _WORDS and not event.style else text
            return value, _mark(event)
        if depth == DEEPEST:
            self._refuse(
                event,
                f"more than {DEEPEST} levels of brackets or indentation",
                "a text that begins with '[' or '{' goes in quotes",
            )
        return (self._mapping if kind is MappingStartEvent else self._sequence)(event, depth + 1)

    def _mapping(self, start: Any, depth: int) -> tuple[Data, Marks]:
        data: dict[str, Data] = {}
        marks: dict[str | None, Marks] = {None: _mark(start) & ~ON}
        get_event = self._next
        while (key := get_event()).__class__ is not MappingEndEvent:
            if key.__class__ is not ScalarEvent or key.anchor is not None or key.tag is not None:
                self._refuse_key(key)
            name = intern(key.value)
            if name in data or name == "<<":
                self._twice(key, marks)
                self._node(get_event(), depth)
                continue
            event = get_event()
            if (
                event.__class__ is ScalarEvent
                and (text := event.value) not in _WORDS
                and event.anchor is None
                and event.tag is None
            ):  # nearly every item: spared a call
                data[name], marks[name] = text, _mark(event)
            else:
                data[name], marks[name] = self._node(event, depth)
        return data, marks

    def _sequence(self, start: Any, depth: int) -> tuple[Data, Marks]:
        data: list[Data] = []
        marks: list[Marks] = []
        while (event := self._next()).__class__ is not SequenceEndEvent:
            item, mark = self._node(event, depth)
            data.append(item)
            marks.append(mark)
        marks.append(_mark(start) & ~ON)
        return data, marks

    def _twice(self, key: Any, marks: dict[str | None, Marks]) -> None:
        if key.value == "<<":
            self._refuse(key, "'<<' merges in what stands elsewhere", "write the keys out")
        first = Written(self.path, "").location(marks[key.value]).line
        location = _location(self.path, key)
        message = (
            f"the key '{key.value}' is written twice: in line {first} and in line {location.line}"
        )
        hint = "keep one of the two; a new item of a list begins with '- '"
        self.diagnostics.append(Diagnostic(location, message, hint))

    def _refuse_key(self, key: Any) -> None:
        if isinstance(key, AliasEvent) or key.anchor is not None or key.tag is not None:
            self._node(key, 0)
        self._refuse(
            key,
            "a list or a group of keys stands where a key is expected",
            "a key is one word followed by ': '; a text that begins with '[' or '{' goes in quotes",
        )

    def _refuse_marked(self, event: Any) -> None:
        if event.anchor is not None:
            message = f"'&{event.anchor}' names a value for use elsewhere (a YAML anchor)"
            self._refuse(event, message, "delete it; a text that begins with '&' goes in quotes")
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        message = f"'{tag}' declares a type (a YAML tag)"
        self._refuse(event, message, "delete it; a text that begins with '!' goes in quotes")

    def _refuse(self, event: Any, message: str, hint: str) -> None:
        self.diagnostics.append(Diagnostic(_location(self.path, event), message, hint))
        raise _Unusable


def _mark(event: Any) -> int:
    start, end = event.start_mark, event.end_mark
    line, column = start.line, start.column
    return line << 52 | column << 26 | (end.column - column if end.line == line else ON)  # type: ignore[no-any-return]


def _location(path: str, event: Any) -> Location:
    return Written(path, "").location(_mark(event) & ~ON)


def _odd_scalars(path: str, text: str) -> Iterator[Diagnostic]:
    """Texts that differ from what their author sees: cut off at " #", or with invisible
    characters.
    """
    if "\\" not in text and not ("#" in text and _LOST.search(text)):
        return
    lines = [*text.split("\n"), ""]  # an empty value at the end stands in a line of its own
    for event in yaml.parse(text, Loader=_Loader):
        if not isinstance(event, ScalarEvent):
            continue
        end: Any = event.end_mark
        unseen = UNSEEN.search(event.value) if event.style == '"' else None
        lost = None if event.style else _LOST.match(lines[end.line], end.column)
        if lost is not None:
            yield _cut_off(path, end.line, lost.end() - 1, lines[end.line])
        if unseen is not None:
            message = f"the text holds a character that cannot be seen: {describe(unseen.group())}"
            hint = "delete the escape; a backslash that is meant goes in single quotes"
            yield Diagnostic(_location(path, event), message, hint)


def _cut_off(path: str, line: int, column: int, written: str) -> Diagnostic:
    lost = written[column:].strip()
    shown = lost if len(lost) <= 40 else lost[:39] + "…"
    return Diagnostic(
        Location(path, line + 1, column + 1, len(lost)),
        f"'{shown}' is lost: after a space, '#' begins a comment",
        "put the whole value in quotes; if a comment is meant, write a space after '#'",
    )


def _not_yaml(path: str, text: str, error: Exception) -> Diagnostic:
    def place(mark: Any) -> tuple[int, int] | None:
        return None if mark is None else (mark.line, mark.column)

    lines = text.split("\n")
    mark = getattr(error, "problem_mark", None)
    above = mark.line - 1 if mark is not None else -1
    if above >= 0 and (cut := _CUT_LINE.match(lines[above])):  # the text should go on below
        return _cut_off(path, above, cut.end(), lines[above])
    return explain(
        path,
        lines,
        context=str(getattr(error, "context", None) or ""),
        opened=place(getattr(error, "context_mark", None)),
        problem=str(getattr(error, "problem", None) or error),
        met=place(getattr(error, "problem_mark", None)) or (0, 0),
    )
