"""Views with other texts in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace

from tests.formats.views import VIEWS, Views

OURS = {
    "about",
    "counts",
    "severity",
    "decision",
    "state",
    "verdict",
    "sign",
    "rule",
    "id",
    "finding",
    "lapse",
    "program",
}
"""Fields that the program fills from words of its own."""

Write = Callable[[str, str, str], str]


def rewritten(item: object, write: Write, at: str = "", name: str = "") -> object:
    """The view with each text replaced by `write(class, field, text)`.

    A text in a list that may be cut counts as one of the field that holds the list.
    """
    match item:
        case str():
            return write(at, name, item)
        case tuple():
            return tuple(rewritten(part, write, at, name) for part in item)
        case Mapping():
            return {key: rewritten(part, write, at, name) for key, part in item.items()}
    if is_dataclass(item) and not isinstance(item, type):
        kind = type(item).__name__
        return replace(
            item,
            **{
                f.name: rewritten(
                    getattr(item, f.name),
                    write,
                    *((at, name) if kind == "Cut" else (kind, f.name)),
                )
                for f in fields(item)
            },
        )
    return item


def views_of(text: str) -> Views:
    """The views by hand, in which every text that a source or a curator wrote is this one."""

    def write(kind: str, field: str, old: str) -> str:
        ours = field in OURS or kind == "RuleView" or (kind, field) == ("Summary", "language")
        return old if ours else text

    return {kind: rewritten(view, write) for kind, view in VIEWS.items()}
