"""Exit codes, and the fault that is the caller's own."""

from __future__ import annotations

FOUND = 1
USAGE = 2
FAULTY_FILES = 3
STALE = 4
NOTHING = 5
INTERNAL = 70


class UsageError(Exception):
    """The command was not used as it can be used. The message is a sentence that says how."""
