"""What stands behind "±": how far a number may be off, in its own unit or as a share of it."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.text.context import ReadingError
from factcheck.text.numbers.numeral import Numeral
from factcheck.text.numbers.scanning import ScannedItem, short
from factcheck.text.units import converted


def reach(
    number: Numeral,
    disjoint: Numeral,
    between: Sequence[ScannedItem],
    after: Sequence[ScannedItem],
    text: str,
) -> Numeral:
    """`apart` in the unit of the number. Raises ReadingError where it is in another, or unclear."""
    own = _unit(between)
    other = _unit(after)
    if other == own or not other:
        return disjoint
    if not own:
        if other == "%" and abs(number.number) > 100:
            raise _unclear(text)
        return disjoint
    if other == "%":
        return disjoint._replace(number=number.number * disjoint.number / 100)
    if own == "%" and other == "pp":
        return disjoint
    moved = converted(disjoint.number, other, own)
    if moved is None:
        raise _unclear(text)
    return disjoint._replace(number=moved)


def _unit(items: Sequence[ScannedItem]) -> str:
    for item in items:
        for part in ("unit", "currency"):
            if part in item:
                return str(item.parts[part])
    return ""


def _unclear(text: str) -> ReadingError:
    return ReadingError(
        f'"{short(text)}" does not say of what its ± is: write the range in full with read_as, '
        'as in "295 to 305"'
    )
