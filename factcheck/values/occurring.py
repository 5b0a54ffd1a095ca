"""Whether a passage gives a number, in digits or in words, whatever stands around it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from factcheck.values.base import ReadingError
from factcheck.values.language import Language, language_of
from factcheck.values.measured import Measured
from factcheck.values.scanning import number_at
from factcheck.values.tokens import MAX_LENGTH, Tokens, cut


def gives_number(value: Measured, passage: str, language: str) -> bool:
    """Whether the value's number, and the upper one of a range, are among those of the passage."""
    found = numbers_in(passage, language)
    wanted = (
        [value.number]
        if value.last is None or value.bound != "range"
        else [value.number, value.last]
    )
    return all(any(_same(n, f) for f in found) for n in wanted)


@lru_cache(maxsize=512)
def numbers_in(passage: str, language: str) -> frozenset[Decimal]:
    """All numbers of a passage of any length; each also without its magnitude word ("10–12 bn")."""
    known = language_of(language)
    found: set[Decimal] = set()
    for start in range(0, len(passage), MAX_LENGTH // 2):
        piece = passage[start : start + MAX_LENGTH]
        found.update(_numbers(cut(piece), known))
    return frozenset(found)


def _numbers(tokens: Tokens, language: Language) -> Iterator[Decimal]:
    magnitudes: set[int] = set()
    bare: set[Decimal] = set()
    at = 0
    while at < len(tokens):
        try:
            numeral = number_at(tokens, at, language, money=True)
        except ReadingError:
            numeral = None
        if numeral is None:
            at += 1
            continue
        yield numeral.number
        if numeral.magnitude:
            magnitudes.add(numeral.magnitude)
        else:
            bare.add(numeral.number)
        at = numeral.end
    # "between 10 and 12 billion" gives 10 billion too.
    yield from (n.scaleb(m) for n in bare for m in magnitudes)


def _same(a: Decimal, b: Decimal) -> bool:
    return a == b or (b != 0 and abs(a / b - 1) < Decimal("1e-9"))
