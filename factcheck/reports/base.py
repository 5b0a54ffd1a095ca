"""What an output format is: a module with `render(view) -> str`; its name is what -o takes.

A module may also say `APPENDS = (variable, format)`: the environment variable that names a file for
a summary, and the format in which it is appended there.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from factcheck import reports

if TYPE_CHECKING:  # `factcheck check --help` lists the formats, and needs no view
    from factcheck.reporting import ReportView

NOT_FORMATS = frozenset({"base", "hostile", "sides"})


@cache
def formats() -> tuple[str, ...]:
    """The names of all formats, sorted."""
    return tuple(sorted(m.name for m in iter_modules(reports.__path__)
                        if m.name not in NOT_FORMATS))  # fmt: skip


def renderer(name: str) -> Callable[[ReportView], str]:
    """The function that writes this format; much of a view is worked out only while it does."""
    from factcheck.loading.load import collector_off

    render: Callable[[ReportView], str] = import_module(f"factcheck.reports.{name}").render
    return collector_off()(render)


def appends(name: str) -> tuple[str, str] | None:
    """Where this format wants a summary appended: a variable that names a file, and a format."""
    wanted: tuple[str, str] | None = getattr(
        import_module(f"factcheck.reports.{name}"), "APPENDS", None
    )
    return wanted
