"""What an output format is: a module that says `VIEW = Summary`, and renders this view as text.

`VIEW` is the view that `render(view) -> str` takes: Summary, Explained, Record or Page. A run
builds only those that its formats render. The module's name is what -o takes.

A module may also say `APPENDS = (variable, format)`: the environment variable that names a file for
a summary, and the format in which it is appended there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TYPE_CHECKING

from factcheck import formats as folder

if TYPE_CHECKING:  # `factcheck check --help` lists the formats, and needs no view
    from factcheck.report.build import Report


@cache
def formats() -> tuple[str, ...]:
    """The names of all formats, sorted."""
    names = (module.name for module in iter_modules(folder.__path__))
    return tuple(sorted(name for name in names if name != "base"))


def render(report: Report, format: str) -> str:
    """The report in a format."""
    return rendered(report, (format,))[format]


def rendered(report: Report, names: Iterable[str]) -> Mapping[str, str]:
    """The report in each of these formats; a view that several of them render is built once."""
    from factcheck.progress import doing

    views: dict[type[object], object] = {}
    texts: dict[str, str] = {}
    for name in dict.fromkeys(names):
        module = _module(name)
        kind: type[object] = module.VIEW
        with doing(f"Rendering {name}"):
            if kind not in views:
                views[kind] = report.view(kind)
            texts[name] = module.render(views[kind])
    return texts


def appends(name: str) -> tuple[str, str] | None:
    """Where this format wants a summary appended: a variable that names a file, and a format."""
    wanted: tuple[str, str] | None = getattr(_module(name), "APPENDS", None)
    return wanted


def _module(name: str) -> ModuleType:
    return import_module(f"factcheck.formats.{name}")
