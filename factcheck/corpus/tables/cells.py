"""Writes and reads cells of a table: safe against formulas, and with several texts in one cell.

A spreadsheet evaluates a cell that begins with one of these characters. Writing puts an apostrophe
in front of such a cell, and reading removes it; the two are exact inverses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

BETWEEN = " | "
"""What stands between the texts of one cell."""

_RUNS = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def escaped(text: str) -> str:
    """The cell in a form that a spreadsheet opens safely (OWASP, CSV injection)."""
    return f"'{text}" if _RUNS.match(text) else text


def undefused(text: str) -> str:
    """The cell before it was escaped."""
    return text[1:] if text.startswith("'") and _RUNS.match(text) else text


def joined(texts: Iterable[str]) -> str:
    """Join several texts into one cell."""
    return BETWEEN.join(texts)


def split(text: str) -> list[str]:
    """Split a cell into its texts."""
    return text.split(BETWEEN)
