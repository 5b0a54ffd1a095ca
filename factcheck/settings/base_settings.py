"""The settings of a commit, and the changes that a branch makes to them.

A comparison uses the base's settings: a change that loosens them could otherwise silence itself.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.model import Announcement, AnnouncementKind, Diagnostic, Location, say
from factcheck.model.frozen import dataclass
from factcheck.settings.chosen import UNSET, Settings, dotted
from factcheck.settings.settings_files import folders
from factcheck.settings.settings_reading import NAMES, UnusableSettings, read_settings

if TYPE_CHECKING:
    from factcheck.corpus.revisions.git_tree import GitRevision

MOST_NAMED = 10
_PATHS = frozenset({("claims",), ("archive",), ("output",)})
"""Keys that change only where things lie: those of the disk hold."""


@dataclass(frozen=True, slots=True)
class SettingsThere:
    """The settings of a commit; if they are unusable, none, and their first error."""

    settings: Settings
    diagnostic: Diagnostic | None = None


NONE_THERE = SettingsThere(UNSET)


def settings_at(revision: GitRevision, corpus: Path, here: Path | None = None) -> SettingsThere:
    """The settings of a corpus at a commit.

    `here` is the working directory, to which shown paths are relative.
    """
    here = Path.cwd() if here is None else here
    texts = {}
    for folder in folders(corpus, here):
        for name in NAMES:
            content = revision.content(folder / name)
            if content is not None:
                texts[os.path.relpath(folder / name, here)] = content
    try:
        return SettingsThere(read_settings(texts))
    except UnusableSettings as why:
        return SettingsThere(UNSET, why.diagnostics[0])


def alterations(there: SettingsThere, new: Settings) -> tuple[Announcement, ...]:
    """The changes to the settings as one announcement; none if they are equal."""
    old = there.settings
    if there.diagnostic is not None:
        message = say(
            "The settings of the base cannot be used ({place}: {diagnostic}). What is usual "
            "holds here.",
            place=there.diagnostic.location.path,
            diagnostic=there.diagnostic.message,
        )
        return (Announcement(AnnouncementKind.SETTINGS_CHANGED, message),)
    keys = {
        key
        for key in old.written.keys() | new.written.keys()
        if key not in _PATHS and old.get(*key) != new.get(*key)
    }
    if not keys:
        return ()
    named = [dotted(key) for key in sorted(keys)]
    listed = ", ".join(named[:MOST_NAMED]) + (" …" if len(named) > MOST_NAMED else "")
    message = say(
        "This change alters settings ({keys}). Here those of the base hold: a change cannot "
        "loosen what it is held to.",
        keys=listed,
    )
    place = None if new.file is None else Location(new.file, 1, 1)
    return (Announcement(AnnouncementKind.SETTINGS_CHANGED, message, place),)
