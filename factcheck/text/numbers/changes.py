"""Reads a rise or a fall that stands before its amount: "down 18%", "in calo del 18 %", 下降18%."""

from __future__ import annotations

from functools import cache

from factcheck.model import Attribute
from factcheck.model.frozen import dataclass
from factcheck.text.language import Language, fold, language_of
from factcheck.text.numbers.tokens import Tokens

SHARES = frozenset({"%", "‰", "pp", "bp"})
"""What a change is read in: elsewhere, "fell 300" may be the change or the level."""

MIRRORED = {
    "more than": "less than",
    "less than": "more than",
    "at least": "up to",
    "up to": "at least",
    "nearly": "just over",
    "just over": "nearly",
}
"""What a bound becomes below nothing: down more than 18 is less than -18."""

MAX_WORDS = 6
MAX_LETTERS = 40
"""No phrase of a language's [changes] is longer, in pieces and in letters."""


@dataclass(frozen=True, slots=True)
class StatedChange:
    """A word for a change, its sign, and the text after it."""

    word: str
    sign: int
    rest: str


def change_at_start(tokens: Tokens, language: Language) -> StatedChange | None:
    """The change with which a text begins, or None."""
    words = change_words(language.tag)
    for end in range(min(len(tokens) - 1, MAX_WORDS), 0, -1):
        word = tokens.slice(0, end)
        if (sign := words.get(fold(word))) is not None:
            return StatedChange(word, sign, tokens.text[tokens.items[end].start :])
    return None


def change_before(text: str, language: Language) -> int:
    """The sign of the change word with which `text` ends, -1 or 1; 0 where it ends with none."""
    known = change_words(language.tag)
    end = fold(text[-MAX_LETTERS:])
    for word, sign in known.items():
        if end.endswith(word):
            before = end[: -len(word)]
            if language.hanzi or not before or not before[-1].isalnum():
                return sign
    return 0


def counts_falls(attribute: Attribute | None, language: Language) -> bool:
    """Whether an attribute's own name says that it counts falls or rises: "decline", "calo"."""
    if attribute is None:
        return False
    words = fold(f"{attribute.id} {attribute.label!s}".replace("-", " ")).split()
    known = (language, language_of("en"))
    return any("turned" in one.meanings(word) for one in known for word in words)


@cache
def change_words(tag: str) -> dict[str, int]:
    """Folded words for a change that stand right before its amount, with -1 for a fall."""
    data = language_of(tag).data.get("changes", {})
    signs = (("down", -1), ("up", 1))
    return {fold(word): sign for part, sign in signs for word in data.get(part, ())}
