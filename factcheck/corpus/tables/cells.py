"""Writes and reads cells of a table: safe against formulas, and with several texts in one cell.

A spreadsheet evaluates a cell that begins with one of these characters. Writing puts an apostrophe
in front of such a cell, and reading removes it; the two are exact inverses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

BETWEEN = " | "
"""What stands between the texts of one cell."""

SEVERAL = frozenset(
    {"attributed_to", "cites", "value", "conditions", "curated_by", "settled_by"}
    | {"sources", "claims"}
)
"""The columns whose cells may hold several texts."""

_STROKE = re.compile(r"(\\+)\||(?:(?<= )|(?<!.))()\|(?=\Z| )", re.DOTALL)
_BACKSLASHES = re.compile(r"(\\+)\|")

_RUNS = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def escaped(text: str) -> str:
    """The cell in a form that a spreadsheet opens safely (OWASP, CSV injection)."""
    return f"'{text}" if _RUNS.match(text) else text


def undefused(text: str) -> str:
    """The cell before it was escaped."""
    return text[1:] if text.startswith("'") and _RUNS.match(text) else text


def joined(texts: Iterable[str]) -> str:
    """Several texts in one cell, or one that `split` leaves whole."""
    return BETWEEN.join(map(_protected, texts))


def split(text: str) -> list[str]:
    """The texts of one cell. A stroke that a backslash protects belongs to its text."""
    if "\\|" not in text:
        return text.split(BETWEEN)
    return [_BACKSLASHES.sub(_bare, part) for part in text.split(BETWEEN)]


def _protected(text: str) -> str:
    """The text with a backslash before each stroke at which a cell might be split.

    Backslashes that stand before a stroke are doubled, so that any text comes back as it was.
    """
    if "|" not in text:
        return text
    return _STROKE.sub(lambda found: (found[1] or "") * 2 + "\\|", text)


def _bare(found: re.Match[str]) -> str:
    count = len(found[1])
    return found[1][: count // 2] + "|" if count % 2 else found[0]
