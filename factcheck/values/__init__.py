"""Kinds of value, one module each; the module's name is the kind's name, its KIND the one instance."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from factcheck.values.base import Kind

KINDS = ("quantity", "money", "period", "date", "name", "choice", "text")


@cache
def kind_of(name: str) -> Kind:
    """The kind with this name, loaded when it is first asked for."""
    kind = import_module(f"factcheck.values.{name}").KIND
    assert isinstance(kind, Kind)
    return kind
