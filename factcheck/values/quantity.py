"""Quantities: counts, shares, physical measures. A text that names a currency is money."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.model import Attribute, Tolerance, Value, Wording, say
from factcheck.model.frozen import dataclass
from factcheck.text.context import Context, ReadingError
from factcheck.text.language import language_of
from factcheck.text.numbers.changes import counts_falls
from factcheck.text.numbers.counted import is_counter
from factcheck.text.numbers.measure import Measure
from factcheck.text.numbers.measuring import read_measure
from factcheck.text.numbers.precision import share_of_reach
from factcheck.text.units import AMONG, COUNTED, converted
from factcheck.values.base import Incomparable
from factcheck.values.measures.listed_nouns import counted_by
from factcheck.values.measures.measured import (
    Measured,
    common_unit,
    read_intervals,
    scaled,
)
from factcheck.values.measures.measured_kind import MeasuredKind
from factcheck.values.measures.tolerance import tolerant
from factcheck.values.money import Money, MoneyKind


@dataclass(frozen=True)
class Quantity(Measured):
    """A number of things or of a unit; `unit` is "" for plain counts and "%" for shares."""


class QuantityKind(MeasuredKind):
    """How many, how much, what share."""

    name = "quantity"
    examples = ("1,200", "1,507", "2,031", "4,444")

    def read(self, text: str, context: Context) -> Value:
        """A Quantity, or Money where the text names a currency. Raises ReadingError."""
        language = language_of(context.language)
        declared = context.attribute.unit if context.attribute else None
        found = read_measure(text, language, declared or "")
        if found.changed and counts_falls(context.attribute, language):
            raise ReadingError(
                f'"{text[:60]}" has "{found.changed}", and its attribute counts changes itself: '
                "write with read_as the number that it counts"
            )
        if found.currency:
            return MoneyKind().from_measure(text, found, context)
        return quantity_from(text, found)

    def together(
        self, values: Sequence[Value], attribute: Attribute | None
    ) -> tuple[Value | Incomparable, ...]:
        """All in the attribute's unit, or else in the most frequent one."""
        if values and all(isinstance(v, Money) for v in values):
            return MoneyKind().together(values, attribute)
        measured = [v for v in values if isinstance(v, Quantity)]
        measured = _specific(measured)
        unit = common_unit(measured, attribute.unit if attribute else None) or _named(measured)
        tolerance = attribute.tolerance if attribute else Tolerance()
        return tuple(_in_unit(v, unit, tolerance, attribute) for v in values)

    def remembered(self, value: Value, attribute: Attribute) -> Wording:
        """In the attribute's unit, where it has one and the value converts to it."""
        if isinstance(value, Quantity) and attribute.unit:
            value = _converted(value, attribute.unit) or value
        return super().remembered(value, attribute)


def _named(values: Sequence[Quantity]) -> str:
    """The unit that plain numbers share with the others: things counted, or a share's percent."""
    named = sorted({v.unit for v in values if v.unit})
    if named == ["%"] and all(v.unit or v.rough for v in values):
        return "%"
    return named[0] if named and COUNTED.issuperset(named) else ""


def quantity_from(text: str, found: Measure) -> Quantity:
    """The quantity that a text measures, which names no currency."""
    is_share = found.number.rough or (found.number.step == 0 and not found.number.whole)
    if is_share and abs(found.number.number) < 1 and found.unit in COUNTED:
        # "a third of users" is a share, not a number of users.
        noun, single = (f"{n} {found.unit}".strip() for n in (found.noun, found.counted))
        found = replace(found, unit="", noun=noun, counted=single)
    counted = not found.unit or found.unit in COUNTED
    number, last, strict, loose = read_intervals(found, counted)
    notes = found.notes
    if found.more:
        notes += (say('"{more}" in brackets is left out', more=found.more),)
    return Quantity(
        text,
        number=number,
        unit=found.unit,
        bound=found.bound,
        last=last,
        bound_text=found.bound_text,
        rough=found.number.rough,
        strict=strict,
        loose=loose,
        notes=notes,
        reach=share_of_reach(found.number, found.bound),
        noun=found.noun,
        counted=found.counted,
        excludes=found.excludes,
        spans=found.spans,
    )


def _specific(values: Sequence[Quantity]) -> list[Quantity]:
    """Without those that only count pieces: units of whatever the others are."""
    return [v for v in values if not is_counter(v.unit)] or list(values)


def _in_unit(
    value: Value, unit: str, tolerance: Tolerance, attribute: Attribute | None
) -> Value | Incomparable:
    if not isinstance(value, Quantity):
        why = say('"{text}" is an amount of money, not a quantity', text=value.text)
        return Incomparable("dimension", why)
    moved = _converted(value, unit)
    if moved is None:
        return Incomparable(
            "dimension",
            say(
                '"{text}" is in {unit}, which does not convert to {other}',
                text=value.text,
                unit=value.unit or "no unit",
                other=unit or "a plain number",
            ),
        )
    if attribute is None and value.unit in AMONG:  # users and employees, both brought to persons
        moved = replace(moved, noun=value.unit, counted=value.unit)
    return tolerant(counted_by(moved, attribute), tolerance)


def _converted(value: Quantity, unit: str) -> Measured | None:
    if value.unit == unit:
        return value
    hundred = converted(Decimal(100), "%", unit) if not value.unit and value.rough else None
    if hundred is not None:
        share = scaled(value, hundred, unit)
        note = say('"{text}" is read as a share of the whole', text=value.text)
        return replace(share, notes=(*share.notes, note))
    if {value.unit, unit} <= COUNTED | {""}:
        same = not value.unit or not unit or is_counter(value.unit) or is_counter(unit)
        same = same or converted(Decimal(1), value.unit, unit) is not None
        return replace(value, unit=unit) if same else None
    factor = converted(Decimal(1), value.unit, unit)
    if factor is None:
        return None
    if value.unit.startswith("°") and unit != value.unit:
        return _temperature(value, unit)
    return scaled(value, factor, unit)


def _temperature(value: Quantity, unit: str) -> Measured | None:
    def move(number: Decimal) -> Decimal:
        moved = converted(number, value.unit, unit)
        assert moved is not None
        return moved

    assert value.strict is not None and value.loose is not None
    strict = replace(value.strict, low=move(value.strict.low), high=move(value.strict.high))
    loose = replace(value.loose, low=move(value.loose.low), high=move(value.loose.high))
    last = None if value.last is None else move(value.last)
    return replace(
        value, number=move(value.number), last=last, unit=unit, strict=strict, loose=loose
    )


KIND = QuantityKind()
