"""What the kinds of measured values offer alike: comparing, showing, and finding in a passage."""

from __future__ import annotations

from factcheck.model import Attribute, Comparison, Interval, Value, Verdict, Wording
from factcheck.text.context import Context
from factcheck.values.base import Kind
from factcheck.values.measures.figures import all_digits, show_number
from factcheck.values.measures.measured import (
    Measured,
    compare_measured,
    describe_measured,
    show_interval,
    show_measured,
    verdict_and_why,
)
from factcheck.values.measures.occurring import gives_number


class MeasuredKind(Kind):
    """A kind whose values are a number with a unit and a bound."""

    mismatch = "quantity-mismatch"

    def compare(self, a: Value, b: Value) -> Comparison:
        """By number, then by strict interval, then with trailing zeros taken as rounding."""
        assert isinstance(a, Measured) and isinstance(b, Measured)
        return compare_measured(a, b)

    def verdict(self, a: Value, b: Value) -> Verdict:
        assert isinstance(a, Measured) and isinstance(b, Measured)
        return verdict_and_why(a, b)[0]

    def show(self, value: Value) -> Wording:
        assert isinstance(value, Measured)
        return show_measured(value)

    def remembered(self, value: Value, attribute: Attribute) -> Wording:
        """In its own unit, with all digits: 85.04 bn is not 85 bn."""
        assert isinstance(value, Measured)
        return show_measured(value, all_digits)

    def describe(self, value: Value) -> Wording:
        assert isinstance(value, Measured)
        return describe_measured(value)

    def parts(self, value: Value) -> tuple[tuple[str, Wording], ...]:
        assert isinstance(value, Measured)
        return parts_of(value)

    def occurs(self, value: Value, passage: str, context: Context) -> bool | None:
        """Whether the number, in digits or in words, is among those of the passage."""
        assert isinstance(value, Measured)
        declared = context.attribute.unit if context.attribute else None
        return gives_number(value, passage, context.language, declared)


def parts_of(value: Measured) -> tuple[tuple[str, Wording], ...]:
    """Number, unit, bound and both intervals of a measure, each in words."""
    word = f' ("{value.bound_text}")' if value.bound_text else ""
    last = "" if value.last is None else f" to {value.last:,f}"
    parts: list[tuple[str, Wording]] = [
        ("read as", show_measured(value)),
        ("number", f"{value.number:,f}{last}"),
        ("unit", value.unit or "none: a plain number"),
        ("bound", f"{value.bound}{word}"),
    ]
    if value.noun:
        parts.append(("counts", value.noun))
    if value.strict is not None:
        parts.append(("reaches", _reach(value.strict)))
    if value.loose is not None and _reaches_further(value):
        parts.append(("if rounded", _reach(value.loose)))
    return tuple(parts)


def _reaches_further(value: Measured) -> bool:
    """Whether it reaches other numbers if it is rounded: an end that is closed is no news."""
    ends = [None if i is None else (i.low, i.high) for i in (value.strict, value.loose)]
    return ends[0] != ends[1]


def _reach(interval: Interval) -> Wording:
    if interval.low == interval.high:
        return f"exactly {show_number(interval.low)!s}"
    return show_interval(interval)
