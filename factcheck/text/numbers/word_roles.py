"""Who takes each word of a text: number, scale, unit, bound, currency, counted thing, filler, note.

No word is dropped: what nothing takes refuses the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model import Span
from factcheck.text.context import ReadingError
from factcheck.text.language import Language
from factcheck.text.numbers.scanning import ScannedItem, short
from factcheck.text.numbers.tokens import Tokens, normalise

PUNCTUATION = frozenset(".,;:!'’\"")
_SCALES = ("magnitude", "short", "money_short")
CLAIM_WORDS = "give the words of the value alone"


class Account:
    """The items of a text, each with the role that it plays once something has taken it."""

    def __init__(self, tokens: Tokens, items: Sequence[ScannedItem], language: Language) -> None:
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
        found: list[Span] = []
        if "" in self.roles:
            at = self.roles.index("")
            raise self.refusal(at, "which says nothing that is known of the number")
        for item, role in zip(self.items, self.roles, strict=True):
            end = item.end
            if item.numeral is not None and item.numeral.magnitude:
                while end - 1 > item.start and self._is_scale(end - 1):
                    end -= 1  # the words for the scale stand last: "85 miliardi"
            found.append(span_of(self.tokens, role, item.start, end))
            if end < item.end:
                found.append(span_of(self.tokens, "scale", end, item.end))
        return tuple(found)

    def _is_scale(self, token: int) -> bool:
        meanings = self.language.meanings(self.tokens.items[token].text)
        return any(part in meanings for part in _SCALES)


def span_of(tokens: Tokens, kind: str, start: int, end: int) -> Span:
    """The tokens from `start` to before `end` as a span of their text."""
    first, last = tokens.items[start], tokens.items[end - 1]
    return Span(kind, tokens.text[first.start : last.end], first.start, last.end)


def placed_in(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """The same spans by their places in `text`, from which brackets and blanks may be gone.

    What no span has of it, but for blanks and signs, becomes a note.
    """
    places = [(form, at) for at, char in enumerate(text) for form in normalise(char).strip()]
    found: list[Span] = []
    at = last = 0
    for span in spans:
        letters = [c for c in span.text if not c.isspace()]
        begin = next((i for i in range(at, len(places)) if places[i][0] == letters[0]), at)
        at = begin
        for letter in letters:
            at = next((i + 1 for i in range(at, len(places)) if places[i][0] == letter), at)
        if not places or at == begin:
            continue
        start, end = places[begin][1], places[at - 1][1] + 1
        found += [*_left(text, last, start), Span(span.kind, text[start:end], start, end)]
        last = end
    return (*found, *_left(text, last, len(text)))


def _left(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    if any(c.isalnum() for c in words):
        lead = len(words) - len(words.lstrip())
        yield Span("note", words.strip(), start + lead, start + lead + len(words.strip()))
