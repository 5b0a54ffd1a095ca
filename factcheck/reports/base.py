"""What an output format is: a module with `render(view) -> str`; its name is what -o takes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from factcheck import reports
from factcheck.reporting import ReportView

Render = Callable[[ReportView], str]
NOT_FORMATS = frozenset({"base", "hostile"})


@cache
def formats() -> tuple[str, ...]:
    """The names of all formats, sorted."""
    return tuple(sorted(m.name for m in iter_modules(reports.__path__)
                        if m.name not in NOT_FORMATS))  # fmt: skip


def renderer(name: str) -> Render:
    """The function that writes this format."""
    render: Render = import_module(f"factcheck.reports.{name}").render
    return render
