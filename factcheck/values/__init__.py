"""Kinds of value, one module each, under the kind's name; its KIND is the one instance."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the names of the kinds stand in every --help, which needs no class
    from factcheck.model import Attribute
    from factcheck.values.base import Kind


def _kinds() -> tuple[str, ...]:
    """The modules of this folder that define a KIND; their text is searched, none is imported."""
    files = (
        Path(folder) / f"{m.name}.py"
        for folder in __path__
        for m in iter_modules([folder])
        if not m.ispkg
    )
    return tuple(sorted(f.stem for f in files if b"\nKIND = " in f.read_bytes()))


KINDS = _kinds()
"""The names of all kinds of value, in the order of the alphabet."""


@cache
def kind_of(name: str) -> Kind:
    """The kind with this name, loaded when it is first asked for."""
    if name not in KINDS:
        raise ValueError(f"There is no kind of value '{name}'. Kinds: {', '.join(KINDS)}.")
    kind: Kind = import_module(f"factcheck.values.{name}").KIND
    return kind


def kind_for(attribute: Attribute) -> Kind:
    """The kind of an attribute's values: a list of them where it takes many."""
    if not attribute.many:
        return kind_of(attribute.kind)
    from factcheck.values.list import ListKind

    return ListKind(kind_of(attribute.kind))
