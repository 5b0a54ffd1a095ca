"""What a source wrote is hostile: every format spells out the characters that cannot be seen."""

from __future__ import annotations

import re

# Controls, bidi marks, zero-width and other default-ignorable characters, tags, surrogates and
# noncharacters. Variation selectors stay: they choose a form of the character before them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
    "\ud800-\udfff]"
    # Joiners belong to Persian, Hindi and emoji; after a Latin, Greek or Cyrillic letter they hide.
    "|(?<![\u0600-\u1fff\u2190-\ufeee\U00010000-\U000dffff])[\u200c\u200d]"
    "|\r(?!\n)"
)
_BREAK = re.compile(r"[\t\r\n]+")


def visible(text: str) -> str:
    """The text on one line, with every character that cannot be seen as "<U+202E>"."""
    if text.isascii() and text.isprintable():
        return text
    return _BREAK.sub(" ", _UNSEEN.sub(_spelled, text))


def _spelled(match: re.Match[str]) -> str:
    return f"<U+{ord(match.group()):04X}>"
