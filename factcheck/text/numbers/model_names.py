"""Tells a number from the number in a name: H200, 910B, GPT-4o, Qwen2.5."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.text.context import ReadingError
from factcheck.text.language import Language
from factcheck.text.numbers.scanning import ScannedItem, short
from factcheck.text.numbers.tokens import Tokens

DEGREES = frozenset("CF")
"""Signs of a temperature that end the names of models as well."""
_TEMPERATURE = re.compile(r"-?\d\d(?:[.,]\d)?|\d[.,]\d")  # "31C", "1.5C"; "910C" is a chip


def refuse_names(tokens: Tokens, items: Sequence[ScannedItem], language: Language) -> None:
    """Raises ReadingError where a number is glued to letters that are no unit and no currency."""
    for i, item in enumerate(items):
        if item.numeral is None or item.numeral.spelled:
            continue
        if name := in_name(tokens, items, i, language):
            raise _name(name)
        if len(items) == 1 and re.fullmatch(r"\d{3,}[A-Z]", item.text):
            raise _name(item.text)  # 910 billion, or the name of a chip


def in_name(tokens: Tokens, items: Sequence[ScannedItem], at: int, language: Language) -> str:
    """The name in which the number at `at` stands, glued to its letters; "" where in none."""
    item = items[at]
    if item.numeral is None or item.numeral.spelled:
        return ""
    before = items[at - 1] if at else None
    after = items[at + 1] if at + 1 < len(items) else None
    if before is not None and _glued(tokens, before, item, {"currency", "bound"}, language):
        return before.text + item.text
    if after is not None and after.text in DEGREES and tokens.glued(after.start):
        return "" if _TEMPERATURE.fullmatch(item.text) else item.text + after.text
    known = {"currency", "unit", "bound_after"}
    if after is not None and _glued(tokens, item, after, known, language):
        return item.text + after.text
    return ""


def names_as_nouns(tokens: Tokens, items: Sequence[ScannedItem]) -> tuple[ScannedItem, ...]:
    """The items with each name that has digits, and stands after a number, as one word.

    "20,000 H200 chips" gives one number, and so does "5 million tonnes of CO2".
    """
    found: list[ScannedItem] = []
    seen = False
    for item in items:
        last = found[-1] if found else None
        if last is not None and seen and _continues_name(tokens, last, item):
            found[-1] = ScannedItem(last.start, item.end, tokens.slice(last.start, item.end))
            continue
        seen = seen or item.numeral is not None
        found.append(item)
    return tuple(found)


def _continues_name(tokens: Tokens, last: ScannedItem, item: ScannedItem) -> bool:
    """Whether `item` is glued to a word of which nothing is known, or to a name begun before."""
    if last.numeral is not None or not tokens.glued(item.start):
        return False
    digits = item.numeral is not None and item.end - item.start == 1  # not the scale behind them
    begins = last.text.isalpha() and not tokens.glued(last.start) and digits
    unknown = not {"currency", "bound", "unit"} & set(last.parts)
    return (begins and unknown) or (any(c.isdigit() for c in last.text) and item.text.isalnum())


def _glued(
    tokens: Tokens, left: ScannedItem, right: ScannedItem, allowed: set[str], language: Language
) -> bool:
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
