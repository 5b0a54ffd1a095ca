"""One position on a term of a relation: claims that agree, combined into one interval."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.comparing.relations.intervals import common, hull, is_closed
from factcheck.model import Claim, Interval, Value, Wording
from factcheck.model.frozen import dataclass
from factcheck.text.numbers.precision import OPEN_ENDED
from factcheck.text.units import COUNTED
from factcheck.values import kind_for
from factcheck.values.base import Incomparable
from factcheck.values.measures.measured import Measured


@dataclass(frozen=True, slots=True)
class TermPosition:
    """Claims that agree, as one interval: that of the most exact claims.

    A claim is ignored if another one lies within its interval: "more than 100" beside 259. Of the
    others, which differ by less than the attribute's tolerance, each may be right. `value` is the
    narrowest of them, in the unit of the relation, and `label` its words.
    """

    claims: tuple[Claim, ...]
    value: Value
    label: Wording
    strict: Interval
    loose: Interval

    @property
    def figure(self) -> Decimal:
        """The single number that represents the position."""
        return figure(self.value)


def value_in(claim: Claim, unit: str | None) -> Value | None:
    """The claim's value in `unit` ("": a plain number; None: unconverted); None if it has none."""
    value = claim.value
    if value is None or value.strict is None or value.loose is None:
        return None
    if not isinstance(value, Measured):
        return value
    attribute = replace(claim.attribute, unit=unit or None)
    (moved,) = kind_for(attribute).together([value], attribute)
    if isinstance(moved, Incomparable) or not isinstance(moved, Measured):
        return None
    if unit is None or moved.unit == unit or (not unit and moved.unit in COUNTED):
        return moved
    return moved if unit in COUNTED and not moved.unit else None


def position_of(members: Sequence[tuple[Claim, Value]]) -> TermPosition:
    """The position of these claims, each with its value in one unit."""
    ordered = sorted(members, key=lambda pair: (_width(pair[1]), pair[0].name))
    claim, narrowest = ordered[0]
    written = claim.value or narrowest
    exact = _most_exact([v for _, v in ordered])
    return TermPosition(
        tuple(sorted((c for c, _ in members), key=lambda c: c.name)),
        narrowest,
        kind_for(claim.attribute).show(written),
        _together([v.strict for v in exact if v.strict is not None]),
        _together([v.loose for v in exact if v.loose is not None]),
    )


def _together(reaches: Sequence[Interval]) -> Interval:
    """The combined interval of figures each of which may be right; bounds alone are intersected."""
    if any(is_closed(r) for r in reaches):
        return hull(reaches)
    return common(reaches) or hull(reaches)


def _most_exact(values: Iterable[Value]) -> list[Value]:
    """The values whose interval contains no other one; of equal ones, the first.

    Beside a figure, "up to" the same figure adds nothing: the two are never taken as one hull.
    """
    found = [(v, v.strict) for v in values if v.strict is not None]
    closed = [s for _, s in found if s.low.is_finite() and s.high.is_finite()]
    reaches = [
        (s.low, s.high, v)
        for v, s in found
        if (s.low.is_finite() and s.high.is_finite()) or not any(s.meets(c) for c in closed)
    ]
    kept: list[Value] = []
    nearest = Decimal("Infinity")
    for _, high, value in sorted(reaches, key=lambda r: (-r[0], r[1])):
        if not kept or high < nearest:
            kept.append(value)
            nearest = high
    return kept


def _width(value: Value) -> Decimal:
    return value.strict.high - value.strict.low if value.strict is not None else Decimal(0)


def figure(value: Value) -> Decimal:
    """The number written, or the middle of two; of a date, the number of its first day."""
    if isinstance(value, Measured):
        return value.number if value.last is None else (value.number + value.last) / 2
    return value.strict.low if value.strict is not None else Decimal(0)


def bound_of(position: TermPosition) -> str:
    """The bound word of the value; empty for a day."""
    return position.value.bound if isinstance(position.value, Measured) else ""


def at_its_figure(position: TermPosition) -> TermPosition | None:
    """The position without its "up to" and "more than"; None if it has no such words."""
    value = position.value
    if not isinstance(value, Measured) or value.bound not in OPEN_ENDED:
        return None
    ends = [end for end in (position.loose.low, position.loose.high) if end.is_finite()]
    reach = max((abs(end - value.number) for end in ends), default=Decimal(0))
    exact = Interval(value.number - reach, value.number + reach)
    return replace(position, strict=exact, loose=exact)
