"""How a cell of a table is written: nothing in it runs as a formula, and several texts fit in one.

A spreadsheet runs a cell that begins with one of these characters, whoever wrote it. Such a cell
gets an apostrophe in front, and loses it when it is read; both are exact inverses of each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

BETWEEN = " | "
"""What stands between the texts of one cell."""

_RUNS = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def escaped(text: str) -> str:
    """The cell as a spreadsheet may open it (OWASP, CSV injection)."""
    return f"'{text}" if _RUNS.match(text) else text


def undefused(text: str) -> str:
    """The cell as it was before it was defused."""
    return text[1:] if text.startswith("'") and _RUNS.match(text) else text


def joined(texts: Iterable[str]) -> str:
    """Several texts in one cell."""
    return BETWEEN.join(texts)


def split(text: str) -> list[str]:
    """The texts of one cell."""
    return text.split(BETWEEN)
