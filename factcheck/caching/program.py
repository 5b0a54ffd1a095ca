"""The program itself, as a run depends on it: its own files, and the libraries beside it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import factcheck
from factcheck.caching import places
from factcheck.caching.places import Place

PACKAGE = Path(__file__).parents[1]


def own_files() -> tuple[Place, ...]:
    """The code and the tables of factcheck, and its templates, which a checkout has beside it."""
    found = [places.tree(PACKAGE, "__pycache__")]
    if not (PACKAGE / "templates").is_dir():
        found.append(places.tree(PACKAGE.parent / "templates"))
    return tuple(found)


def versions() -> tuple[str, ...]:
    """Of factcheck, of Python, and of every library that is installed, by its folder's name.

    Asking `importlib.metadata` for each of them would take longer than all the rest of a kept run.
    """
    found = set()
    for folder in sys.path:
        try:
            with os.scandir(folder or ".") as entries:
                found |= {entry.name for entry in entries if entry.name.endswith(_NAMED)}
        except OSError:
            continue
    return (factcheck.__version__, sys.version, sys.getfilesystemencoding(), *sorted(found))


_NAMED = (".dist-info", ".egg-info")
