"""Lines for a terminal: colours, widths, and the faults of files."""

from __future__ import annotations

import unicodedata

from factcheck.model import Diagnostic
from factcheck.text.hostile import inert, visible

COLORS = {"error": "31", "warning": "33", "note": "36", "place": "34", "strong": "1"}


def error_line(diagnostic: Diagnostic) -> str:
    """A fault of a file: where, what, and below it a way out."""
    hint = f"\n  hint: {visible(diagnostic.hint)}" if diagnostic.hint else ""
    return inert(f"{visible(str(diagnostic.location))}: {visible(diagnostic.message)}{hint}")


def width(text: str) -> int:
    """How many columns a terminal needs for the text."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def paint(text: str, color: str) -> str:
    """The text in a colour; where no colours are wanted, the command line takes them off."""
    return f"\x1b[{COLORS[color]}m{text}\x1b[0m"
