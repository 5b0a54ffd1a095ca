"""One file for each command of the command line: words to one typed call."""

from __future__ import annotations

NOT_COMMANDS = frozenset(
    {
        "asking",
        "configured",
        "faults",
        "new_asking",
        "new_claim",
        "new_keys",
        "options",
        "output",
        "targets",
    }
)
