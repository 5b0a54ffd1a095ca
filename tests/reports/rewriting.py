"""A view with other texts in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace

from factcheck.reporting import ReportView
from tests.reports.views import VIEW

OURS = {
    "about",
    "severity",
    "decision",
    "state",
    "verdict",
    "sign",
    "rule",
    "id",
    "summary",
    "finding",
    "lapse",
    "program",
}
"""Fields that the program fills from words of its own."""


def rewritten(
    item: object, write: Callable[[str, str, str], str], at: str = "", name: str = ""
) -> object:
    """The view with each text replaced by `write(class, field, text)`."""
    match item:
        case str():
            return write(at, name, item)
        case tuple():
            return tuple(rewritten(part, write, at, name) for part in item)
    if is_dataclass(item) and not isinstance(item, type):
        kind = type(item).__name__
        return replace(
            item,
            **{f.name: rewritten(getattr(item, f.name), write, kind, f.name) for f in fields(item)},
        )
    return item


def view_of(text: str) -> ReportView:
    """The view by hand, in which every text that a source or a curator wrote is this one."""

    def write(kind: str, field: str, old: str) -> str:
        ours = field in OURS or kind == "RuleView" or (kind, field) == ("ReportView", "language")
        return old if ours else text

    view = rewritten(VIEW, write)
    assert isinstance(view, ReportView)
    return view
