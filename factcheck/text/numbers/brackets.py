"""What stands in brackets: a minus of accountants, a stated interval, or another figure."""

from __future__ import annotations

import re
from collections.abc import Callable

from factcheck.model import say
from factcheck.text.context import ReadingError
from factcheck.text.language import Language
from factcheck.text.numbers.measure import Measure
from factcheck.text.numbers.precision import intervals
from factcheck.text.numbers.scanning import scan, short
from factcheck.text.numbers.tokens import Tokens, cut

OPENERS = frozenset("([{<（【")
_ONE = re.compile(r"([^(（\[{<]*)[(（\[{<]([^)）\]}>]*)[)）\]}>]([^(（\[{<]*)")
_FOOTNOTE = re.compile(r"\[\d{1,3}\]\Z")
_INTERVAL = re.compile(r"\A\d{2}(?:[.,]\d+)? ?% ?(?:CI|KI|IC|BI|CrI|UI)\b[,:;]? ?", re.IGNORECASE)
"""How an interval of confidence is announced: "95% CI, "."""

Read = Callable[[Tokens], Measure]


def read_brackets(tokens: Tokens, language: Language, read: Read) -> Measure | None:
    """The measure of a text with one pair of brackets that hold digits; None for other texts.

    `read` reads what has none. Raises ReadingError where nobody can tell what the brackets say.
    """
    found = None if OPENERS.isdisjoint(tokens.text) else _ONE.fullmatch(tokens.text)
    if found is None:
        return None
    before, inside, after = found.groups()
    main = cut(f"{before} {after}".strip())
    if not any(c.isdigit() for c in inside):
        return _in_words(main, cut(f"{before} {inside} {after}".strip()), inside, read)
    if inside.startswith(tuple(language.data.get("ranges", {}).get("plus_minus", "±"))):
        return read(cut(f"{before} {inside} {after}".strip()))  # "300 (±5) kg"
    if not _has_number(main, language):
        return _negative(tokens, cut(f"{before} {inside} {after}".strip()), read)
    measure = read(main)
    measure.more = inside.strip()
    _take_interval(measure, _other(measure.more, read), tokens)
    return measure


def _in_words(main: Tokens, whole: Tokens, inside: str, read: Read) -> Measure:
    """What brackets hold in words belongs to the text, or says its number again: "5 (five)"."""
    try:
        return read(whole)
    except ReadingError:
        again, _ = _other(inside.strip(), read)
        if again is None or (measure := read(main)).number.number != again.number.number:
            raise
        measure.more = inside.strip()
        return measure


def _has_number(main: Tokens, language: Language) -> bool:
    """Whether what stands outside gives a number, and not only the scale of the one inside."""
    numerals = [item.numeral for item in scan(main, language) if item.numeral is not None]
    return any(n.magnitude < 3 or n.number != 10**n.magnitude for n in numerals)


def _negative(tokens: Tokens, whole: Tokens, read: Read) -> Measure:
    """Of amounts of money accountants put those below nothing in brackets: "$(12.5) million"."""
    found = read(whole)
    if not found.currency or found.last is not None or found.number.number < 0:
        raise ReadingError(
            f'"{short(tokens.text)}" has its number in brackets, which may make it a negative one: '
            "write the number without them, with a minus if it is negative"
        )
    found.number = found.number.times(-1)  # type: ignore[arg-type]
    found.notes += (say('the brackets around "{text}" are read as a minus', text=tokens.text),)
    return found


def _other(more: str, read: Read) -> tuple[Measure | None, bool]:
    """What the brackets measure, if anything, and whether they announce an interval."""
    announced = _INTERVAL.match(more)
    try:
        return read(cut(more[announced.end() :] if announced else more)), announced is not None
    except ReadingError:
        return None, False


def _take_interval(found: Measure, other: tuple[Measure | None, bool], tokens: Tokens) -> None:
    """A range around the number is how far it reaches; another number must be no other figure."""
    beside, announced = other
    if beside is None or _FOOTNOTE.search(tokens.text):
        return
    same = beside.currency == found.currency and beside.unit in ("", found.unit)
    if beside.last is not None and same and found.last is None:
        inside = beside.number.number <= found.number.number <= beside.last.number
        if inside and (announced or beside.bound == "range"):
            found.reach = (beside.number, beside.last)
            found.notes += (say('"{more}" is how far the number reaches', more=found.more),)
            found.more = ""
        return
    if same and (beside.unit or beside.currency) and _disjoint(found, beside):
        raise ReadingError(
            f'"{short(tokens.text)}" gives two figures in one unit, one of them in brackets: give '
            "the words of one value alone"
        )


def _disjoint(a: Measure, b: Measure) -> bool:
    _, one = intervals(a.number, "exact", counted=False)
    _, other = intervals(b.number, "exact", counted=False)
    return not one.meets(other)
