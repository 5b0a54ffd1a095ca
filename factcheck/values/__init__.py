"""Kinds of value, one module each, under the kind's name; its KIND is the one instance."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from factcheck.model import Attribute
from factcheck.values.base import Kind

KINDS = ("quantity", "money", "period", "date", "time", "name", "choice", "text")


@cache
def kind_of(name: str) -> Kind:
    """The kind with this name, loaded when it is first asked for."""
    if name not in KINDS:
        raise ValueError(f"There is no kind of value '{name}'. Kinds: {', '.join(KINDS)}.")
    kind = import_module(f"factcheck.values.{name}").KIND
    assert isinstance(kind, Kind)
    return kind


def kind_for(attribute: Attribute) -> Kind:
    """The kind of an attribute's values: a list of them where it takes many."""
    if not attribute.many:
        return kind_of(attribute.kind)
    from factcheck.values.several import SeveralKind

    return SeveralKind(kind_of(attribute.kind))
