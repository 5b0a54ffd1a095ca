"""How far apart the sides of a finding are, and how many stand behind each, in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.materiality import Distance, Materiality
from factcheck.model import Finding
from factcheck.reporting.view import WeightView
from factcheck.values.measured import round_digits, show_number

MOST = Decimal(100)
"""Beyond so many times, a factor or a number of uncertainties is told as "more than" this."""

NEAR = Decimal("1.1")
"""Below this ratio, the distance is told as a percentage: 3 % more, not 1.03 times."""

MOST_SIDES = 4
"""Sides whose origins are counted one by one."""


def weight_view(finding: Finding, weighed: Materiality, origins: Sequence[int]) -> WeightView:
    """What the finding weighs: in words for readers, in numbers for programs.

    `origins` are those of its sides, in the order in which these are shown.
    """
    apart = weighed.distance
    return WeightView(
        score=weighed.score,
        ratio=None if apart is None or apart.ratio.is_infinite() else apart.ratio,
        uncertainties=None
        if apart is None or apart.uncertainties.is_infinite()
        else apart.uncertainties,
        origins=tuple(origins),
        words=_words(finding, weighed, origins),
    )


def _words(finding: Finding, weighed: Materiality, origins: Sequence[int]) -> str:
    """Empty where a spelling is at stake: how many write a name says nothing of its right form."""
    if any(p.by == "name" for p in finding.positions):
        return ""
    said = (
        "" if weighed.distance is None else _far(weighed.distance, weighed.stated),
        _origins(origins, weighed.stated),
    )
    return "; ".join(part for part in said if part)


def _far(apart: Distance, stated: bool) -> str:
    if apart.uncertainties == 0:
        return ""
    far = apart.uncertainties
    said = (_times(apart.ratio, stated), "" if far.is_infinite() else _uncertain(far))
    return ", ".join(part for part in said if part)


def _times(ratio: Decimal, stated: bool) -> str:
    """How many times the smaller figure the larger one is, whichever of them was stated."""
    other = "what the others make of it" if stated else "the other"
    if ratio.is_infinite():
        return ""
    if ratio < NEAR:
        return f"{_short((ratio - 1) * 100)} % from {other}"
    times = f"more than {MOST}" if ratio > MOST else _short(ratio)
    return f"a factor of {times} from {other}" if stated else f"{times} times {other}"


def _uncertain(far: Decimal) -> str:
    if far <= 1:
        return "within their uncertainty"
    if far > MOST:
        return f"more than {MOST} times their uncertainty"
    return f"{_short(far)} times their uncertainty"


def _short(number: Decimal) -> str:
    return show_number(round_digits(number, 2))


def _origins(counts: Sequence[int], stated: bool) -> str:
    """The origins of each side: "2 origins against 1"; empty where there is but one side."""
    place = "behind each figure" if stated else "on each side"
    match list(counts):
        case [] | [_]:
            return ""
        case _ if not any(counts):
            return f"no known origin {place.replace('each', 'any')}"
        case [first, second] if not stated:
            return f"{_count(first)} against {second or 'none that is known'}"
        case [first, *others] if set(others) == {first}:
            return f"{_count(first)} {place}"
        case _ if len(counts) <= MOST_SIDES:
            return f"origins {place}: {', '.join(map(str, counts))}"
    return f"{len(counts)} sides, with at most {_count(max(counts))} each"


def _count(count: int) -> str:
    return {0: "no known origin", 1: "1 origin"}.get(count, f"{count} origins")
