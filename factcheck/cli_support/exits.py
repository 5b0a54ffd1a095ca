"""Exit codes, and the error for wrong usage."""

from __future__ import annotations

FOUND = 1
USAGE = 2
FAULTY_FILES = 3
STALE = 4
NOTHING = 5
INTERNAL = 70


class UsageError(Exception):
    """The user called a command wrongly. The message is a sentence that says how to call it."""
