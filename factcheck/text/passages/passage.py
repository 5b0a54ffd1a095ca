"""Finding a quote in a text, whatever typography either of them uses."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from factcheck.model import Quote
from factcheck.model.frozen import dataclass
from factcheck.text.scripts import UNSPACED, LatePattern, may_be_unspaced

NEAR = 1000
"""Characters that an ellipsis in a quote may stand for, at most."""

_MARKS = {
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("“”„‟″«»「」『』﹁﹂﹃﹄", '"'),
    **dict.fromkeys("‐‑‒–—―−⸺", "-"),
}
_COMPATIBLE = frozenset(
    ("<wide>", "<narrow>", "<compat>", "<initial>", "<medial>", "<final>", "<isolated>")
)
_ALPHABETS = ("LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "GEORGIAN")

_DIVIDED = re.compile(r"(?<=[^\W\d_])[-‐\u00ad][^\S\n]*\n\s*(?=[^\W\d_])")
_QUOTATION = re.compile(r"\"|(?<![^\W_])'|'(?![^\W_])")
_BESIDE = re.compile(r" (?=[,.;:!?%)\]€°])|(?<=[(\[¿¡€$£¥]) ")
_BLANK = LatePattern(rf"(?<=[{UNSPACED}]) | (?=[{UNSPACED}])")
_TIDY = (
    (re.compile(r"(?: ?\.){2,}"), "…"),
    (re.compile(r" ?(?:\[ ?…+ ?\]|\( ?…+ ?\)|…+) ?"), "…"),
    (re.compile(r"(?: ?-)+ ?"), "-"),
)


class _Same(dict[int, str]):
    """What each character is written as, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        found = _MARKS.get(char, char)
        if unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f":
            found = ""  # soft hyphens, zero-width spaces, marks of direction, variants of a glyph
        elif char not in _MARKS and unicodedata.decomposition(char).split(" ")[0] in _COMPATIBLE:
            found = unicodedata.normalize("NFKC", char)
            found = char if found.startswith(" ") else found
        self[code] = found
        return found


_SAME = _Same()

SHORT = 1_000
"""Characters of a text that is kept once it is plain: a quote is asked for by many rules."""


def plain(text: str, divided: str = "") -> str:
    """The text with one kind of quotation mark, dash, space and letter, and no divided words.

    `divided` is put in place of a hyphen at a line's end.
    """
    return _short(text, divided) if len(text) < SHORT else _plain(text, divided)


def _plain(text: str, divided: str) -> str:
    same = _DIVIDED.sub(divided, text).translate(_SAME)
    return " ".join(unicodedata.normalize("NFC", same).split())


_short = lru_cache(maxsize=16_384)(_plain)


@dataclass(frozen=True, slots=True)
class Sought:
    """What came of looking for a quote in a text.

    `missing` are the parts of the quote, cut at its ellipses, that the text does not have; `around`
    is what stands before and behind the quote where it stands, but not where its selectors say.
    """

    found: bool
    missing: tuple[str, ...] = ()
    around: tuple[tuple[str, str], ...] = ()


def seek(text: str, quote: Quote) -> Sought:
    """Looks for the quote, between its prefix and suffix where it gives them."""
    texts = _folded_texts(text)
    exact = folded(plain(quote.exact))
    parts = tuple(part for part in exact.split("…") if part)
    for one in texts:
        found = spans(one, (exact,)) or spans(one, parts)
        if any(selected(one, span, quote) for span in found):
            return Sought(True)
    for one in texts:
        if found := spans(one, (exact,)) or spans(one, parts):
            return Sought(False, around=tuple(_around(one, found, quote)))
    written = [w.strip() for w in re.split(r"[\[(]?\.{2,}[\])]?", plain(quote.exact)) if w.strip()]
    missing = (w for w in written if not any(spans(t, (folded(w),)) for t in texts))
    return Sought(False, tuple(missing))


def contains(text: str, quote: Quote) -> bool:
    """Whether the text has the quote, between its prefix and suffix where it gives them."""
    return seek(text, quote).found


@lru_cache(maxsize=8)
def _folded_texts(text: str) -> tuple[str, ...]:
    """The text to look in; a hyphen at a line's end divides a word, or belongs to it."""
    joined, kept = folded(plain(text)), folded(plain(text, "-"))
    return (joined,) if joined == kept else (joined, kept)


def folded(text: str) -> str:
    """A plain text without quotation marks, and without blanks where writers differ on them."""
    text = " ".join(_QUOTATION.sub("", text).split())
    for pattern, written in _TIDY:
        text = pattern.sub(written, text)
    if may_be_unspaced(text):
        text = _BLANK.compiled.sub("", text)
    return _BESIDE.sub("", text).strip()


def spans(text: str, parts: Iterable[str]) -> list[tuple[int, int]]:
    """Where the parts stand in this order and near each other: from the first to the last."""
    reached: list[tuple[int, int]] | None = None
    for part in parts:
        found = [(at, at + len(part)) for at in sorted(_places(text, part))]
        if reached is None:
            reached = found
            continue
        ends = [end for _, end in reached]
        nearest = ((bisect_right(ends, start) - 1, start, end) for start, end in found)
        reached = [
            (reached[i][0], end) for i, start, end in nearest if i >= 0 and start - ends[i] <= NEAR
        ]
    return reached or []


def _places(text: str, part: str) -> Iterator[int]:
    """Where a part stands as a whole; its first letter may be a capital or not."""
    other = part[:1].swapcase() + part[1:]
    for form in (part, other) if len(other) == len(part) and other != part else (part,):
        at = text.find(form)
        while at >= 0 and form:
            if _is_whole(text, at, at + len(form)):
                yield at
            at = text.find(form, at + 1)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no number and no beginning of a word is cut: "legal" does not stand in "illegal".

    The end of a word may be left out: many languages glue endings to it.
    """
    first, last = text[start], text[end - 1]
    before, behind = text[max(0, start - 2) : start], text[end : end + 2]
    if first.isdigit() and re.search(r"\d[.,]?\Z", before):
        return False
    if last.isdigit() and re.match(r"[.,]?\d", behind):
        return False
    return not (before[-1:].isalpha() and _is_spaced(first) and _is_spaced(before[-1]))


def _is_spaced(char: str) -> bool:
    """A letter of an alphabet in which nothing is glued to the front of a word."""
    return char.isalpha() and unicodedata.name(char, "").startswith(_ALPHABETS)


def selected(text: str, span: tuple[int, int], quote: Quote) -> bool:
    """Whether the prefix stands before the place, and the suffix behind it."""
    prefix, suffix = _selector(quote.prefix), _selector(quote.suffix)
    start, end = span
    before = _words_only(text[max(0, start - 2 * len(prefix) - 3) : start])
    behind = _words_only(text[end : end + 2 * len(suffix) + 3])
    return before.endswith(_words_only(prefix)) and behind.startswith(_words_only(suffix))


def _selector(text: str) -> str:
    return folded(plain(text)).strip("…")


def _words_only(text: str) -> str:
    """The text with one blank for all that stands between words: a comma more tells nothing."""
    return " ".join(re.sub(r"[^\w%$€£¥]", " ", text).split())


def _around(text: str, spans: Iterable[tuple[int, int]], quote: Quote) -> Iterator[tuple[str, str]]:
    wide = max(len(quote.prefix), len(quote.suffix), 20)
    for start, end in sorted(spans)[:3]:
        before, behind = text[max(0, start - wide) : start], text[end : end + wide]
        yield (
            before.partition(" ")[2] if start > wide and " " in before.strip() else before,
            behind.rpartition(" ")[0] if end + wide < len(text) and " " in behind else behind,
        )
