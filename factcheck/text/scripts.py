"""Scripts that write words without blanks, and patterns that are compiled when a text has them.

A class of characters that holds tens of thousands takes milliseconds to compile. Most corpora are
written in other scripts, so the pattern waits for the first text that needs it.
"""

from __future__ import annotations

import re
from functools import cached_property

UNSPACED = (
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Tibetan, Burmese, Khmer
    "\u2e80-\u312f\u3190-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han, kana, bopomofo
)
"""Scripts that write words without blanks, as the inside of a class of characters."""


def may_be_unspaced(text: str) -> bool:
    """False where no character of a text belongs to these scripts.

    A few other signs beyond them in Unicode, as emoji, give True as well.
    """
    return not text.isascii() and any(
        "\u0e00" <= char <= "\u17ff" or char >= "\u2e80" for char in text
    )


class LatePattern:
    """A regular expression that is compiled when it is first used."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self._pattern)
