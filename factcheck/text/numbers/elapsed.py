"""Reads elapsed times that are written like a clock: "2:00:35", "27:31.5", "2h00'35\""."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from factcheck.model import Phrase, Span, say
from factcheck.text.context import ReadingError
from factcheck.text.language import Language
from factcheck.text.numbers.measure import Measure
from factcheck.text.numbers.numeral import Numeral
from factcheck.text.numbers.sums import Sum
from factcheck.text.numbers.tokens import Tokens

TIMES = frozenset({"s", "min", "h", "d", "ms"})
"""Units of which an attribute says that its values are lengths of time."""

_FIGURES = re.compile(
    r"(?<![\d:.,/-])(?:(?P<hours>\d{1,3})(?::|h ?)(?P<m>\d{2})(?:[:'’′]|min ?)(?P<s>\d{2})"
    r"|(?P<first>\d{1,3})(?::|['’′] ?)(?P<second>\d{2}))"
    r"(?P<rest>[.,]\d{1,3})?(?:[\"”″]|''|s(?![^\W\d_]))?(?![\d:])"
)
_SIXTY = Decimal(60)


def read_elapsed(tokens: Tokens, language: Language, declared: str) -> Measure | None:
    """The length of time that the whole of a text gives in seconds, or None.

    Two figures need a unit behind them, a fraction of a second, or an attribute in hours or
    seconds: raises ReadingError where the attribute is a time and does not tell which they are.
    """
    text = tokens.text
    found = _FIGURES.search(text)
    if found is None:
        return None
    before, behind = text[: found.start()].strip(), text[found.end() :].strip()
    bound = language.meanings(before).get("bound") if before else "exact"
    unit = language.meanings(behind).get("unit") if behind else ""
    if (before and bound is None and "filler" not in language.meanings(before)) or unit is None:
        return None
    number = _seconds(found, str(unit) or _declared(found, declared))
    if number is None:
        if declared in TIMES and not unit and found["first"] is not None:
            raise ReadingError(_either(text, found))
        return None
    spans = [Span("number", found.group(), *found.span())]
    spans += [Span("bound" if bound else "filler", before, 0, len(before))] if before else []
    if behind:
        spans.append(Span("unit", behind, found.end() + 1, found.end() + 1 + len(behind)))
    ordered = tuple(sorted(spans, key=lambda span: span.start))
    stated = before if bound and before else ""
    return Measure(number, str(bound or "exact"), stated, "s", notes=(_note(found),), spans=ordered)


def elapsed_in(text: str) -> Iterator[Sum]:
    """The elapsed times of a passage, in each way to take two figures."""
    for found in _FIGURES.finditer(text):
        for unit in ("h", "min"):
            if (number := _seconds(found, unit)) is not None:
                yield Sum(number, "s")


def _declared(found: re.Match[str], unit: str) -> str:
    """The unit of the first figure, by the unit of the attribute."""
    if found["hours"] is not None or unit == "h":
        return "h"
    return "min" if unit == "s" or found["rest"] is not None else ""


def _seconds(found: re.Match[str], unit: str) -> Numeral | None:
    """How many seconds the figures give, the first being of `unit`; None where they give none."""
    rest = Decimal("0" + (found["rest"] or "").replace(",", "."))
    if found["hours"] is not None:
        parts, wanted = [found["hours"], found["m"], found["s"]], "h"
    else:
        parts, wanted = [found["first"], found["second"]], unit
    if unit != wanted or unit not in ("h", "min") or any(int(part) > 59 for part in parts[1:]):
        return None
    total = Decimal(0)
    for part in parts:
        total = total * _SIXTY + int(part)
    if len(parts) == 2 and unit == "h":
        if found["rest"] is not None:
            return None
        return Numeral(0, 0, total * _SIXTY, _SIXTY, whole=False)
    step = Decimal(1).scaleb(-len(found["rest"]) + 1) if found["rest"] else Decimal(1)
    return Numeral(0, 0, total + rest, step, whole=False)


def _note(found: re.Match[str]) -> Phrase:
    return say('"{text}" is read as a length of time', text=found.group())


def _either(text: str, found: re.Match[str]) -> str:
    first, second = found["first"], found["second"]
    return (
        f'"{text[:60]}" does not say whether it gives hours or minutes: write it as {first} h '
        f"{second} min or {first} min {second} s"
    )
