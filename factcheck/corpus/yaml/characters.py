"""Decodes bytes to text; refuses bad UTF-8 and invisible characters, with their place."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from itertools import chain

from factcheck.model import Diagnostic, Location

# Of one file, more faults of one kind than this are noise.
MOST_DIAGNOSTICS = 20

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

# Every character that is not shown, or that editors and YAML count differently as a line: controls,
# zero-width spaces, soft hyphen, line separators, bidi marks, tag characters. The joiners U+200C
# and U+200D stay: Persian, Hindi and emoji are written with them. So do the blanks of typesetters,
# between words and within numbers, which `with_plain_blanks` makes ordinary ones.
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\uffff\U000e0000-\U000e007f]|\r(?!\n)"
)
_INDENTED_BY_TAB = re.compile(r"^[ ]*\t[ \t]*(?=\S)", re.MULTILINE)
_SAVE_TABLE = "save it as UTF-8; in a spreadsheet: 'CSV UTF-8'"
_SPACES = "\xa0\u2007\u2009\u202f"
# YAML takes these blanks for letters: beside its own signs and blanks they change what is a key.
_MISPLACED = re.compile(
    rf"^[ ]*[{_SPACES}]|[\s:#,\-\[\]{{}}][{_SPACES}]|[{_SPACES}](?=[\s#:]|\Z)", re.MULTILINE
)


def decode(path: str, content: bytes) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text of a file, or None with the reason why it is unusable."""
    if content.startswith(codecs.BOM_UTF8):
        diagnostic = (
            "the file begins with a byte order mark (BOM), which hides before its first key"
        )
        return "", (_whole(path, diagnostic, "save it as UTF-8 without BOM"),)
    if content.startswith(_UTF16) or b"\x00" in content[:4]:
        diagnostic = "the file is written in UTF-16"
        return "", (_whole(path, diagnostic, "save it as UTF-8 without BOM"),)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return "", (_not_utf8(path, content, error),)
    diagnostics = tuple(_unseen(path, text))
    return ("" if diagnostics else text), diagnostics


def decode_table(path: str, content: bytes) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text of a table. A spreadsheet's BOM is allowed; its cells are checked one by one."""
    content = content.removeprefix(codecs.BOM_UTF8)
    if content.startswith(_UTF16) or b"\x00" in content[:2]:
        return "", (_whole(path, "the file is written in UTF-16", _SAVE_TABLE),)
    try:
        return with_plain_blanks(content.decode("utf-8")), ()
    except UnicodeDecodeError as error:
        return "", (_not_utf8(path, content, error),)


def with_plain_blanks(text: str) -> str:
    """The text with typographic spaces replaced by ordinary ones, at the same places."""
    if not text.isascii():
        for blank in _SPACES:
            text = text.replace(blank, " ")
    return text


def describe(character: str) -> str:
    """An invisible character in words: "U+202E (right-to-left override)"."""
    name = unicodedata.name(character, "control character").lower()
    return f"U+{ord(character):04X} ({name})"


def _whole(path: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(Location(path, 1, 1), message, hint)


def _not_utf8(path: str, content: bytes, error: UnicodeDecodeError) -> Diagnostic:
    begin = content.rfind(b"\n", 0, error.start) + 1
    line = content.count(b"\n", 0, error.start) + 1
    column = len(content[begin : error.start].decode("utf-8", "replace")) + 1
    byte = content[error.start : error.start + 1]
    meant = byte.decode("cp1252", "replace")
    guess = f"; in Latin-1 it is '{meant}'" if meant.isprintable() and meant != "\ufffd" else ""
    return Diagnostic(
        Location(path, line, column),
        f"the file is not UTF-8: the byte 0x{byte.hex().upper()} stands here{guess}",
        "save the file as UTF-8 (in the editor: 'Save with encoding')",
    )


def _unseen(path: str, text: str) -> Iterator[Diagnostic]:
    found: dict[Location, tuple[str, str]] = {}
    for match in chain(UNSEEN.finditer(text), _MISPLACED.finditer(text)):
        at = next(i for i, char in enumerate(match[0]) if len(match[0]) == 1 or char in _SPACES)
        sentence = unseen_sentence(match[0][at])
        found.setdefault(_place(path, text, match.start() + at), sentence)
        if len(found) == MOST_DIAGNOSTICS:
            break
    if "\t" in text:
        for match in _INDENTED_BY_TAB.finditer(text):
            sentence = ("a tab stands in the indentation", "indent with spaces")
            found.setdefault(_place(path, text, match.end() - 1), sentence)
            if len(found) >= MOST_DIAGNOSTICS:
                break
    for location, (message, hint) in found.items():
        yield Diagnostic(location, message, hint)


def unseen_sentence(character: str) -> tuple[str, str]:
    """The error for an invisible character, and what to do."""
    if character in _SPACES:
        return f"a space that looks like any other: {describe(character)}", "type an ordinary space"
    if character in "\r\x85\u2028\u2029":
        named = "U+000D (carriage return)" if character == "\r" else describe(character)
        return f"a line end that editors count differently: {named}", "end the line with Enter"
    return f"a character that cannot be seen: {describe(character)}", "delete it"


def _place(path: str, text: str, index: int) -> Location:
    begin = text.rfind("\n", 0, index) + 1
    return Location(path, text.count("\n", 0, index) + 1, index - begin + 1)
