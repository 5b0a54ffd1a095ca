"""Lines for a terminal: colours, widths, and diagnostics."""

from __future__ import annotations

import unicodedata

from factcheck.model import Diagnostic
from factcheck.text.hostile import inert, visible

COLORS = {"error": "31", "warning": "33", "note": "36", "place": "34", "strong": "1"}


def error_line(diagnostic: Diagnostic) -> str:
    """A diagnostic: the place, the message, and below it the hint."""
    hint = f"\n  hint: {visible(diagnostic.hint)}" if diagnostic.hint else ""
    return inert(f"{visible(str(diagnostic.location))}: {visible(diagnostic.message)}{hint}")


def width(text: str) -> int:
    """The number of terminal columns of the text."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def paint(text: str, color: str) -> str:
    """The text in a colour, which the command line removes if no colours are wanted."""
    return f"\x1b[{COLORS[color]}m{text}\x1b[0m"
