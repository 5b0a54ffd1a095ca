"""What a source wrote is hostile: characters that cannot be seen, and commands to a CI system."""

from __future__ import annotations

import re
from collections.abc import Callable

# Controls, bidi marks, zero-width and other default-ignorable characters, tags, surrogates and
# noncharacters. Variation selectors stay: they choose a form of the character before them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
    "\ud800-\udfff]"
    # Joiners belong to Persian, Hindi and emoji; after a Latin, Greek or Cyrillic letter they hide,
    # and at the start. (What they may follow has 60,000 characters, and takes long to compile.)
    "|(?:\\A|(?<=[\x00-\u05ff\u2000-\u218f\ufeef-\uffff\U000e0000-\U0010ffff]))[\u200c\u200d]"
    "|\r(?!\n)"
)
_BREAK = re.compile(r"[\t\r\n]+")

# GitHub runs "::error::" at the start of a line, after space and, to be safe, colours; "##[error]"
# anywhere in it, as Azure does "##vso[…]" and TeamCity "##teamcity[…]".
_COMMAND = re.compile(r"^((?:[^\S\n]|\x1b\[\d{0,2}m)*):(?=:)|#(?=#\w{0,20}\[)", re.MULTILINE)


def spelled(character: str) -> str:
    """The character as "<U+202E>"."""
    return f"<U+{ord(character):04X}>"


def visible(text: str) -> str:
    """The text on one line, with every character that cannot be seen as "<U+202E>"."""
    if text.isascii() and text.isprintable():
        return text
    return _BREAK.sub(" ", unseen(text))


def unseen(text: str, spell: Callable[[str], str] = spelled) -> str:
    """The text with every character that cannot be seen spelled out, as its format can say it."""
    return _UNSEEN.sub(lambda match: spell(match[0]), text)


def inert(text: str, spell: Callable[[str], str] = spelled) -> str:
    """The text with a character spelled out of all that a CI system would run in its log."""
    if "::" not in text and "##" not in text:
        return text
    return _COMMAND.sub(lambda match: (match[1] or "") + spell(match[0][-1]), text)
