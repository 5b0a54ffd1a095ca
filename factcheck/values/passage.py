"""Finding a quote in a text, whatever typography either of them uses."""

from __future__ import annotations

import re

from factcheck.model import Quote
from factcheck.values.likeness import nearest_passage

_SAME = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—−", "-"),
        "…": "...",
        "\u00ad": None,  # soft hyphen
        "\u200b": None,  # zero-width space
    }
)
_DIVIDED = re.compile(r"(?<=\w)-\s*\n\s*(?=\w)")  # a word divided at a line's end


def plain(text: str) -> str:
    """The text with one kind of quotation mark, dash, ellipsis and space, and no divided words."""
    return " ".join(_DIVIDED.sub("", text).translate(_SAME).split())


def contains(text: str, quote: Quote) -> bool:
    """Whether the text has the quote, between its prefix and suffix where it gives them."""
    wanted = (plain(part) for part in (quote.prefix, quote.exact, quote.suffix))
    gap = r"\s?".join(re.escape(part) for part in wanted if part)
    return re.search(gap, plain(text)) is not None


def nearest(text: str, quote: Quote) -> str:
    """The passage of the text that is most like the quote."""
    return nearest_passage(plain(quote.exact), plain(text))
