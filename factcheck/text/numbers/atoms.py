"""The pieces of a spelled-out number: what each word, part of a word or literal contributes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

from factcheck.text.language import PARTS, Language, language_of
from factcheck.text.numbers.digits import Literal, read_literal
from factcheck.text.numbers.tokens import Tokens

NO_PARTS: Mapping[str, Any] = MappingProxyType({})
_LINK = frozenset({"of"})
MAX_ATOMS = 60
"""No number has more pieces; the limit keeps a text of numbers alone linear."""
MAX_WORD = 90


class Atom(NamedTuple):
    """One piece, from token `start` to before `end`, with the parts that it can play."""

    start: int
    end: int
    parts: Mapping[str, Any] = NO_PARTS
    literal: Literal | None = None
    sign: str = ""

    def __contains__(self, part: object) -> bool:
        return part in self.parts


def atoms_from(tokens: Tokens, start: int, language: Language) -> Sequence[Atom]:
    """All pieces of numbers from token `start` on, up to the first token that is none."""
    found: list[Atom] = []
    at = start
    while at < len(tokens.items) and len(found) < MAX_ATOMS:
        token = tokens.items[at]
        if token.kind == "number" and found and _is_footnote(tokens, at):
            break
        if token.kind == "number":
            found.append(Atom(at, at + 1, literal=read_literal(token.text, language.tag)))
        elif token.kind == "sign" and token.text in "-/":
            if not found:
                break
            found.append(Atom(at, at + 1, sign=token.text))
        elif token.kind != "han" and (words := _word_atoms(tokens, at, language)):
            if not found and words[0].parts.keys() == _LINK:
                break  # "of" begins no number
            found.extend(words)
        else:
            break
        at = found[-1].end
    return found


def _is_footnote(tokens: Tokens, at: int) -> bool:
    """Whether digits are glued to the word before them, as the 1 of "€5.5m1"."""
    return tokens.glued(at) and tokens.items[at - 1].kind == "word"


def _word_atoms(tokens: Tokens, at: int, language: Language) -> Sequence[Atom]:
    for end in tokens.ends(at, language.number_lengths):
        if parts := _parts(tokens.slice(at, end), language):
            return (Atom(at, end, parts),)
    word = tokens.items[at]
    if word.kind != "word" or len(word.text) > MAX_WORD:
        return ()
    pieces = pieces_of(word.folded, language.tag)
    return [Atom(at, at + 1, parts) for parts in pieces] if pieces else ()


@lru_cache(maxsize=8192)
def _parts(phrase: str, language: Language) -> Mapping[str, Any]:
    return {p: m for p, m in language.meanings(phrase).items() if p in PARTS}


@lru_cache(maxsize=8192)
def pieces_of(word: str, tag: str) -> tuple[Mapping[str, Any], ...]:
    """The pieces of a number in one word ("duecentoduemila"); none where it is no number."""
    language = language_of(tag)
    for suffix in language.suffixes:
        if word.endswith(suffix) and (pieces := _stem(word[: -len(suffix)], language)):
            return ({"ordinal_of": pieces},)
    return _segments(word, language) if language.compound else ()


def _stem(stem: str, language: Language) -> tuple[Mapping[str, Any], ...]:
    """The cardinal that becomes `stem` before an ordinal's ending: "ventun" is "ventuno"."""
    for ending in language.data["ordinals"].get("endings", ("",)):
        parts = language.phrases.get(stem + ending, {})
        if "cardinal" in parts or "magnitude" in parts:
            return (parts,)
        if pieces := _segments(stem + ending, language):
            return pieces
    return ()


def _segments(word: str, language: Language) -> tuple[Mapping[str, Any], ...]:
    """`word` as the fewest pieces that are numbers, or none."""
    best: list[tuple[Mapping[str, Any], ...] | None] = [()] + [None] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - 14), end):
            head = best[start]
            if head is None or (best[end] is not None and len(best[end] or ()) <= len(head) + 1):
                continue
            if parts := _piece(word[start:end], language):
                best[end] = (*head, parts)
    found = best[-1] or ()
    return found if len(found) > 1 else ()


def _piece(text: str, language: Language) -> Mapping[str, Any]:
    parts = dict(language.inside.get(text, {}))
    known = language.phrases.get(text, {})
    parts.update({p: known[p] for p in ("cardinal", "magnitude", "inner") if p in known})
    return parts
