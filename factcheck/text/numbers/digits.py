"""Reads numbers written in digits, with the separators of a language, and keeps their precision."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from factcheck.model import Phrase, say
from factcheck.text.cldr import separators
from factcheck.text.context import ReadingError

ONE = Decimal(1)
MAX_DIGITS = 40
MAX_EXPONENT = 60
BLANKS = "\u00a0\u202f\u2009 "
APOSTROPHES = "'’"
_INNER = frozenset(BLANKS + APOSTROPHES)

# Groups of three after blanks must be complete, or a number would swallow its neighbour.
LITERAL = re.compile(
    r"(?:\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.,]\d+)?|[.,]?\d+(?:[.,'’]\d+)*)"
    r"(?:[eE][+-]?\d{1,9}(?![^\W_]))?"
)


class Literal(NamedTuple):
    """A number in digits. `step` is what its last written digit is worth: 0.1 for "12.5"."""

    number: Decimal
    step: Decimal
    notes: tuple[Phrase, ...] = ()
    whole: bool = True  # written without decimals and without an exponent


def read_literal(text: str, language: str) -> Literal:
    """The number that `text`, a match of LITERAL, gives. Raises ReadingError."""
    body, _, power = text.lower().partition("e")
    if _is_too_long(body) or (power and abs(int(power)) > MAX_EXPONENT):
        raise ReadingError(
            f'"{_short(text)}" is too long or too large for a number that a source would give: '
            "write fewer digits and a magnitude word"
        )
    digits, notes = _plain(body, language)
    whole, _, decimals = digits.partition(".")
    if not decimals and not power:
        return Literal(Decimal(whole), ONE, notes)
    exponent = int(power or 0)
    number = Decimal(f"{whole or '0'}.{decimals or '0'}").scaleb(exponent)
    return Literal(number, ONE.scaleb(exponent - len(decimals)), notes, whole=False)


def _is_too_long(body: str) -> bool:
    return len(body) > MAX_DIGITS and sum(map(str.isdecimal, body)) > MAX_DIGITS


def _plain(body: str, language: str) -> tuple[str, tuple[Phrase, ...]]:
    """`body` with a point for its decimals and nothing between its groups."""
    if body.isdecimal():
        return body, ()
    if not _INNER.isdisjoint(body):
        body = _without_blanks(body)
    signs = [c for c in body if c in ".,"]
    match signs:
        case []:
            return body, ()
        case [sign]:
            return _one_sign(body, sign, language)
        case _ if len(set(signs)) == 1:
            _require_groups(body.split(signs[0]), body)
            return body.replace(signs[0], ""), _unusual(body, signs[0] != _group(language))
    last = signs[-1]
    other = "," if last == "." else "."
    if signs.count(last) > 1:
        raise _conflicting(body)
    whole, decimals = body.split(last)
    _require_groups(whole.split(other), body)
    return f"{whole.replace(other, '')}.{decimals}", _unusual(body, last != _decimal(language))


def _without_blanks(body: str) -> str:
    for blank in BLANKS + APOSTROPHES:
        if blank in body:
            groups = re.split(r"[.,]", body)[0].split(blank)
            if groups[0] == "0":
                raise _conflicting(body)
            _require_groups(groups, body)
            body = body.replace(blank, "")
    return body


def _one_sign(body: str, sign: str, language: str) -> tuple[str, tuple[Phrase, ...]]:
    whole, after = body.split(sign)
    if sign == _decimal(language):
        return f"{whole}.{after}", ()
    grouped = len(after) == 3 and 1 <= len(whole) <= 3 and not whole.startswith("0")
    if not grouped:
        return f"{whole}.{after}", _unusual(body, bool(whole))
    if sign == _group(language):
        return whole + after, ()
    raise ReadingError(
        f'"{body}" can be {whole}{after} or {whole}.{after}, as its language writes neither so: '
        "say which with read_as"
    )


def _decimal(language: str) -> str:
    return separators(language).decimal


def _group(language: str) -> str:
    group = separators(language).group
    # Portuguese and Spanish papers use the point where CLDR has moved on to the space.
    if group in ".," or (
        language.partition("-")[0] in ("fr", "de") and group in APOSTROPHES + BLANKS
    ):
        return group
    return "." if _decimal(language) == "," else ","


def _unusual(body: str, is_unusual: bool) -> tuple[Phrase, ...]:
    if not is_unusual:
        return ()
    return (say('"{text}" is written with the signs of another language', text=body),)


def _require_groups(groups: list[str], body: str) -> None:
    """Groups of three, or of two before the last three as in India (12,34,567)."""
    first, *rest = groups
    threes = all(len(g) == 3 for g in rest)
    indian = len(rest) > 1 and len(rest[-1]) == 3 and all(len(g) == 2 for g in rest[:-1])
    if not (1 <= len(first) <= (2 if indian else 3)) or not (threes or indian):
        raise _conflicting(body)


def _conflicting(body: str) -> ReadingError:
    return ReadingError(
        f'"{_short(body)}" is no number: its digits do not stand in groups of three. If it is a '
        "version, an address or a date, it is no quantity"
    )


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
