"""Who takes each word of a text: number, scale, unit, bound, currency, counted thing, filler, note.

No word is dropped: what nothing takes refuses the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.values.base import ReadingError
from factcheck.values.language import Language
from factcheck.values.scanning import Item, short
from factcheck.values.tokens import Tokens

PUNCTUATION = frozenset(".,;:!'’\"")
_SCALES = ("magnitude", "short", "money_short")
CLAIM_WORDS = "give the words of the value alone"


class Span(NamedTuple):
    """Neighbouring words of a text, and what they are to its value."""

    role: str
    text: str


class Account:
    """The items of a text, each with the role that it plays once something has taken it."""

    def __init__(self, tokens: Tokens, items: Sequence[Item], language: Language) -> None:
        self.tokens = tokens
        self.items = items
        self.language = language
        self.roles = [""] * len(items)

    @property
    def text(self) -> str:
        """The text as a message quotes it."""
        return short(self.tokens.text)

    def take(self, at: int, role: str) -> None:
        self.roles[at] = role

    def part(self, at: int, name: str) -> object:
        """What the item at `at` means as a `name`; None where it is none, or there is no item."""
        return self.items[at].parts.get(name) if 0 <= at < len(self.items) else None

    def refusal(self, at: int, why: str, remedy: str = CLAIM_WORDS) -> ReadingError:
        """The error that names the item at `at`: `why` follows its name."""
        return ReadingError(f'"{self.text}" has "{short(self.items[at].text)}" {why}: {remedy}')

    def spans(self) -> tuple[Span, ...]:
        """All of the text in roles. Raises ReadingError for an item that nothing took."""
        for at, role in enumerate(self.roles):
            if not role:
                raise self.refusal(at, "which says nothing that is known of the number")
        return tuple(span for at in range(len(self.items)) for span in self._spans_of(at))

    def _spans_of(self, at: int) -> Iterator[Span]:
        item, role = self.items[at], self.roles[at]
        if item.numeral is None or item.numeral.magnitude == 0:
            yield Span(role, item.text)
            return
        end = item.end  # the words for the scale stand last: "85 miliardi"
        while end - 1 > item.start and self._is_scale(end - 1):
            end -= 1
        yield Span(role, self.tokens.slice(item.start, end))
        if end < item.end:
            yield Span("scale", self.tokens.slice(end, item.end))

    def _is_scale(self, token: int) -> bool:
        meanings = self.language.meanings(self.tokens.items[token].text)
        return any(part in meanings for part in _SCALES)
