"""Reads numbers in Chinese characters, also with digits: 三千五百万, 25万6千, 百分之二."""

from __future__ import annotations

from decimal import Decimal, localcontext

from factcheck.text.language import Language
from factcheck.text.numbers.hanzi_cardinals import (
    AND,
    HALF,
    KNOWN,
    MINUS,
    PERCENT_BASES,
    HanRun,
    HanziValue,
    read_cardinal,
)
from factcheck.text.numbers.numeral import Numeral
from factcheck.text.numbers.tokens import Token, Tokens

OF = frozenset("之の")
"""Between the whole and its part: 三分之一, 4分の1."""


def read_hanzi(tokens: Tokens, at: int, language: Language) -> Numeral | None:
    """The number in Chinese characters, or in digits with such, that begins with token `at`."""
    items = _run_from(tokens, at, language)
    if all(item.kind == "number" for item in items):
        return None
    run = HanRun(items, language.tag)
    with localcontext() as context:
        context.prec = 80
        found = _number(run)
    if found is None or run.at == 0:
        return None
    return Numeral(
        at,
        at + run.at,
        found.value,
        found.step,
        whole=found.whole,
        spelled=not found.literal,
        rough=found.rough,
        magnitude=found.magnitude,
        top=found.top,
        percent=found.percent,
    )


def _run_from(tokens: Tokens, at: int, language: Language) -> list[Token]:
    """The tokens from `at` on that can belong to one number."""
    items: list[Token] = []
    for i in range(at, len(tokens)):
        token = tokens.items[i]
        if items and token.kind == "han" and _opens_unit(tokens, i, language):
            break
        is_of = token.text == "の" and bool(items) and items[-1].text == "分"  # 4分の1
        if token.kind != "number" and token.text not in KNOWN and not is_of:
            break
        items.append(token)
    return items


def _opens_unit(tokens: Tokens, at: int, language: Language) -> bool:
    """Whether a unit of two or more characters begins here: the 兆 of 兆瓦 is no magnitude."""
    return any(
        {"unit", "currency"} & set(language.meanings(tokens.slice(at, end)))
        for end in tokens.ends(at, language.lengths)
        if end > at + 1
    )


def _number(run: HanRun) -> HanziValue | None:
    sign = Decimal(1)
    if run.here() in MINUS:
        run.at += 1
        sign = Decimal(-1)
    is_fraction = any(item.text == "分" for item in run.items)
    found = (_fraction(run) if is_fraction else None) or _mixed(run)
    if found is None:
        return None
    found.value *= sign
    if found.top is not None:
        found.top *= sign
    return found


def _fraction(run: HanRun) -> HanziValue | None:
    """百分之二, 三分之一, 千分之五: the part stands after the whole."""
    start = run.at
    base = PERCENT_BASES.get(run.here()) if run.next() == "分" and run.next(2) in OF else None
    below = None
    if base is not None:
        run.at += 1
    else:
        below = read_cardinal(run)
    if (below is None and base is None) or run.here() != "分" or run.next() not in OF:
        run.at = start
        return None
    run.at += 2
    sign = Decimal(1)
    if run.here() in MINUS:
        run.at += 1
        sign = Decimal(-1)
    above = read_cardinal(run)
    if above is None:
        run.at = start
        return None
    if base is not None:
        above.value = above.value.scaleb(2 - base)
        above.step = above.step.scaleb(2 - base)
        above.percent = True
        above.value *= sign
        return above
    assert below is not None
    if below.value == 0:
        run.at = start
        return None
    return HanziValue(sign * above.value / below.value, whole=False, rough=True)


def _mixed(run: HanRun) -> HanziValue | None:
    """一又二分之一, and plain numbers; 半 alone is a half."""
    if run.here() == HALF or (run.here() == "一" and run.next() == HALF):
        run.at += 1 if run.here() == HALF else 2
        return HanziValue(Decimal("0.5"), Decimal("0.5"), whole=False, rough=True)
    found = read_cardinal(run)
    if found is None or run.here() not in AND:
        return found
    start = run.at
    run.at += 1
    share = _fraction(run)
    if share is None or share.percent:
        run.at = start
        return found
    return HanziValue(found.value + share.value, share.step, whole=False, rough=True)
