"""Engines for tables of millions of rows: one module each, loaded on demand.

`spark=spark://host:7077` says where one is reached.
"""

from __future__ import annotations

import re
from importlib import import_module

from factcheck.corpus.tables.engines.base import Engine, NoEngine

INSTALLS = {
    "polars": "pip install 'factcheck[tables]'",
    "spark": "pip install 'factcheck[tables]' pyspark",
}
"""For each engine, what installs it."""

_CLASSES = {"polars": "Polars", "spark": "Spark"}

__all__ = ["INSTALLS", "Engine", "NoEngine", "engine_of", "needs"]


def engine_of(asked: str) -> Engine:
    """Start the engine that `NAME` or `NAME=ADDRESS` asks for. Raises NoEngine."""
    name, given, at = asked.partition("=")
    if name not in INSTALLS:
        shown = "".join(c for c in name[:30] if c.isprintable())
        raise NoEngine(f"there is no engine '{shown}': give one of {', '.join(INSTALLS)}")
    made = _made(name)
    if given and not made.addresses:
        raise NoEngine(f"{name} runs on this machine alone: give its name without an address")
    if given and not re.fullmatch(made.addresses, at):
        raise NoEngine(f"{name} is reached at an address such as {name}={made.example}")
    return made(at)


def _made(name: str) -> type[Engine]:
    """The class of an engine. Raises NoEngine if a library is missing."""
    try:
        found: type[Engine] = getattr(
            import_module(f"factcheck.corpus.tables.engines.{name}"), _CLASSES[name]
        )
    except ImportError as error:
        raise NoEngine(needs(name, error)) from None
    return found


def needs(name: str, error: ImportError) -> str:
    """A message that names the missing library and how to install it."""
    return f"{name} needs the package {error.name or name}: {INSTALLS[name]}"
