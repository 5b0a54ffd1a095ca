"""Where settings are looked for: the folder of the corpus and those above it, up to the repository.

Where there is no repository, up to the working directory if the corpus lies in it; otherwise in the
folder of the corpus alone. What lies above belongs to somebody else.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from factcheck.loading.folder import Unreadable, read_plain
from factcheck.model import Diagnostic, Location
from factcheck.settings.chosen import Settings
from factcheck.settings.reading import NAMES, UnusableSettings, read_settings


def settings_of(corpus: Path, here: Path | None = None) -> Settings:
    """The settings for a corpus, or for a source in one. Raises UnusableSettings.

    `here` is the working directory, from which paths are shown.
    """
    here = Path.cwd() if here is None else here
    texts = {}
    for path in _candidates(corpus, here):
        shown = os.path.relpath(path, here)
        try:
            texts[shown] = read_plain(path)
        except Unreadable as why:
            raise UnusableSettings((Diagnostic(Location(shown, 1, 1), *why.args),)) from None
    return read_settings(texts)


def _candidates(corpus: Path, here: Path) -> Iterator[Path]:
    for folder in folders(corpus, here):
        yield from (folder / name for name in NAMES if os.path.lexists(folder / name))


def folders(corpus: Path, here: Path) -> tuple[Path, ...]:
    """The folders in which settings may lie, from the corpus upwards; they need not exist."""
    start = Path(os.path.abspath(here / corpus))
    if start.suffix in (".yaml", ".yml") and start.parent.name == "sources":
        start = start.parent.parent
    upwards = (start, *start.parents)
    for top in (_repository(upwards), here):
        if top in upwards:
            return upwards[: upwards.index(top) + 1]
    return (start,)


def _repository(upwards: tuple[Path, ...]) -> Path | None:
    return next((folder for folder in upwards if os.path.lexists(folder / ".git")), None)
