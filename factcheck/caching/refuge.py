"""The folder in which runs are kept: the user's own, where no pull request can put anything."""

from __future__ import annotations

import os
import stat
from pathlib import Path


class Refused(Exception):
    """Why a folder is not used. The message is a part of a sentence, as "it belongs to another"."""


def refuse_unsafe(folder: Path) -> None:
    """Raises Refused where somebody else may have put into the folder what is there.

    A checked-out change could fill a folder in a repository, and with it forge what a run says.
    """
    status = folder.stat()
    if not stat.S_ISDIR(status.st_mode):
        raise Refused("it is no folder")
    if status.st_uid != os.geteuid():
        raise Refused("it belongs to somebody else")
    if status.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        raise Refused("others may write to it: type chmod go-w")
    whole = folder.resolve()
    for above in (whole, *whole.parents):
        if os.path.lexists(above / ".git"):
            raise Refused(f"it lies in the repository {above}, where a change could fill it")


def make(folder: Path) -> None:
    """The folder, which nobody else may enter. Raises OSError or Refused."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    refuse_unsafe(folder)
