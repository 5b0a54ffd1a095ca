"""Cuts a text into numbers in digits, words and signs, each with its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from factcheck.model.frozen import dataclass
from factcheck.text.context import ReadingError
from factcheck.text.numbers.digits import LITERAL
from factcheck.text.scripts import LatePattern, may_be_unspaced

MAX_LENGTH = 1000
NO_ENDS = range(0)
HAN = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"

_TOKEN = re.compile(rf"(?P<number>{LITERAL.pattern})|(?P<word>[^\W\d_]+)|(?P<sign>\S)")
_TOKEN_OR_HAN = LatePattern(
    rf"(?P<number>{LITERAL.pattern})|(?P<word>[^\W\d_{HAN}]+)|(?P<han>[{HAN}])|(?P<sign>\S)"
)
_DASHES = {**dict.fromkeys("−‒‐‑﹣", "-"), "٫": ".", "٬": ",", "٪": "%"}
_KEPT = "²³¹µ…€℃℉ºª"


class Token(NamedTuple):
    """A piece of a text, from `start` to `end` in the normalised text."""

    kind: str  # number, word, han, sign
    text: str
    start: int
    end: int
    folded: str  # in lower case, as tables of phrases have it


@dataclass(frozen=True, slots=True)
class Tokens:
    """A normalised text and its pieces."""

    text: str
    items: tuple[Token, ...]

    def __len__(self) -> int:
        return len(self.items)

    def slice(self, start: int, end: int) -> str:
        """The text from token `start` to before token `end`."""
        return self.text[self.items[start].start : self.items[end - 1].end]

    def ends(self, at: int, lengths: Mapping[str, int]) -> range:
        """Where a phrase that begins with token `at` can end, the farthest first.

        `lengths` gives the tokens of the longest phrase by its first token, in lower case.
        """
        longest = lengths.get(self.items[at].folded)
        return NO_ENDS if longest is None else range(min(len(self.items), at + longest), at, -1)

    def glued(self, index: int) -> bool:
        """Whether nothing stands between token `index` and the one before it."""
        return 0 < index < len(self.items) and self.items[index].start == self.items[index - 1].end


def cut(text: str) -> Tokens:
    """The pieces of `text`. Raises ReadingError where it is too long."""
    if len(text) > MAX_LENGTH:
        raise ReadingError(
            f"a value of {len(text)} characters is too long: give the words of the value alone, "
            f"at most {MAX_LENGTH} characters"
        )
    if text.isascii() and text.isalpha():  # most words of a language's tables
        return Tokens(text, (Token("word", text, 0, len(text), text.casefold()),))
    normal = normalise(text)
    pattern = _TOKEN_OR_HAN.compiled if may_be_unspaced(normal) else _TOKEN
    return Tokens(normal, tuple([_token(found) for found in pattern.finditer(normal)]))


def _token(found: re.Match[str]) -> Token:
    text = found.group()
    start, end = found.span()
    return Token(found.lastgroup or "sign", text, start, end, text.casefold())


def normalise(text: str) -> str:
    """`text` with one form for each digit, sign and blank: full width, Arabic digits, ½, −."""
    if text.isascii():
        return text
    return text.translate(_FORMS).strip()


class _Forms(dict[int, str]):
    """The normal form of each character, found when it first occurs."""

    def __missing__(self, code: int) -> str:
        self[code] = form = _normal(chr(code))
        return form


_FORMS = _Forms()


def _normal(char: str) -> str:
    if char.isascii() or char in _KEPT:
        return char
    if char in _DASHES:
        return _DASHES[char]
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    if unicodedata.category(char) == "No" and "⁄" in (form := unicodedata.normalize("NFKC", char)):
        return " " + form.replace("⁄", "/")
    if unicodedata.category(char) == "Zs":
        return "\u00a0" if char in "\u00a0\u202f\u2009" else " "
    form = unicodedata.normalize("NFKC", char)
    return form if len(form) == 1 and not form.isdigit() else char
