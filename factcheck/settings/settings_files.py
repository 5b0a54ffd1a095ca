"""Finds settings files: in the folder of the corpus and those above it, up to the repository.

Without a repository, the search goes up to the working directory if that contains the corpus;
otherwise only the folder of the corpus is searched. Folders above belong to somebody else.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from factcheck.corpus.folder import depth_in_sources, folder_of, is_table
from factcheck.corpus.plain_files import CannotRead, plain_file
from factcheck.model import Diagnostic, Location
from factcheck.settings.chosen import Settings
from factcheck.settings.settings_reading import NAMES, UnusableSettings, read_settings


def settings_of(corpus: Path, here: Path | None = None) -> Settings:
    """Read the settings for a corpus, or for a source in one. Raises UnusableSettings.

    `here` is the working directory, to which shown paths are relative.
    """
    here = Path.cwd() if here is None else here
    texts = {}
    for path in _candidates(corpus, here):
        shown = os.path.relpath(path, here)
        try:
            texts[shown] = plain_file(path)
        except CannotRead as why:
            raise _unusable(shown, *why.args) from None
    return read_settings(texts)


def folder_named(settings: Settings, key: str) -> Path | None:
    """The folder that a setting names; None if it names none. Raises UnusableSettings.

    A link may not lead out of the folder of the settings: a pull request may have changed both.
    """
    written = settings.get(key)
    if written is None:
        return None
    file = settings.file or ""
    folder, around = Path(written), Path(file).parent
    if not folder.is_dir():
        hint = "make the folder, or take the setting out"
        raise _unusable(file, f"{key}: there is no folder '{written}'", hint)
    if not folder.resolve().is_relative_to(around.resolve()):
        hint = "give such a path on the command line"
        raise _unusable(file, f"{key}: a link leads out of the folder of the settings", hint)
    return folder


def _unusable(file: str, message: str, hint: str) -> UnusableSettings:
    return UnusableSettings((Diagnostic(Location(file, 1, 1), message, hint),))


def _candidates(corpus: Path, here: Path) -> Iterator[Path]:
    for folder in folders(corpus, here):
        yield from (folder / name for name in NAMES if os.path.lexists(folder / name))


def folders(corpus: Path, here: Path) -> tuple[Path, ...]:
    """The folders to search for settings, from the corpus upwards; they may not exist."""
    start = Path(os.path.normpath(here / corpus))
    if start.suffix in (".yaml", ".yml") and depth_in_sources(start):
        start = folder_of(start)
    elif is_table(start):
        start = start.parent
    upwards = (start, *start.parents)
    for top in (_repository(upwards), here):
        if top in upwards:
            return upwards[: upwards.index(top) + 1]
    return (start,)


def _repository(upwards: tuple[Path, ...]) -> Path | None:
    return next((folder for folder in upwards if os.path.lexists(folder / ".git")), None)
