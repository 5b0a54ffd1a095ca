"""Tells a number from the number in a name: H200, 910B, GPT-4o, Qwen2.5."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.values.base import ReadingError
from factcheck.values.language import Language
from factcheck.values.scanning import Item, short
from factcheck.values.tokens import Tokens


def refuse_names(tokens: Tokens, items: Sequence[Item], language: Language) -> None:
    """Raises ReadingError where a number is glued to letters that are no unit and no currency."""
    for i, item in enumerate(items):
        if item.numeral is None or item.numeral.spelled:
            continue
        before = items[i - 1] if i else None
        after = items[i + 1] if i + 1 < len(items) else None
        if before is not None and _glued(tokens, before, item, {"currency", "bound"}, language):
            raise _name(before.text + item.text)
        known = {"currency", "unit", "bound_after"}
        if after is not None and _glued(tokens, item, after, known, language):
            raise _name(item.text + after.text)
        if len(items) == 1 and re.fullmatch(r"\d{3,}[A-Z]", item.text):
            raise _name(item.text)  # 910 billion, or the name of a chip


def _glued(tokens: Tokens, left: Item, right: Item, allowed: set[str], language: Language) -> bool:
    word = left if left.numeral is None else right
    if not tokens.glued(right.start) or allowed & set(word.parts):
        return False
    edge = tokens.items[left.end - 1 if word is left else right.start]
    if edge.kind == "han":
        return word is left and not word.parts
    return edge.kind == "word" and not (language.hanzi and not edge.text.isascii())


def _name(text: str) -> ReadingError:
    return ReadingError(
        f'"{short(text)}" looks like a name or a model, not a quantity; if it is a number, '
        "write it with read_as"
    )
