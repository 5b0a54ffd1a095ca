"""Computes how much a finding matters, from its figures and origins: readers see high values first.

The formula is our own; docs/materiality.md explains its terms. It orders findings of equal
severity, and has no other effect.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Context, Decimal

from factcheck.comparing.origins import OriginGraph
from factcheck.model import Finding, Interval
from factcheck.model.frozen import dataclass
from factcheck.values.measures.measured import Measured

ONE, TWO, NONE = Decimal(1), Decimal(2), Decimal(0)
INFINITE = Decimal("Infinity")
WIDE = Context(prec=28, traps=[])


@dataclass(frozen=True, slots=True)
class Distance:
    """The distance between two figures.

    `uncertainties` is the gap between the figures, divided by the sum of both uncertainties: above
    1 the two have no number in common; Infinity if both are exact. `ratio` is the larger figure
    divided by the smaller one, at least 1; Infinity if one of them is zero or their signs differ.
    """

    uncertainties: Decimal
    ratio: Decimal


@dataclass(frozen=True, slots=True)
class Materiality:
    """The materiality of a finding; `origins` counts the independent origins of each position."""

    score: Decimal
    origins: tuple[int, ...]
    distance: Distance | None = None  # None where the finding is about no two figures
    stated: bool = False  # the distance is that of a stated figure from what others make of it


def materiality(finding: Finding, graph: OriginGraph) -> Materiality:
    """Compute the finding's materiality, which orders it among findings of the same severity."""
    topic = None
    if finding.subject is not None and finding.attribute is not None:
        topic = (finding.subject.id, finding.attribute.id)
    origins = tuple(graph.independent(p.claims, topic) for p in finding.positions)
    disjoint = distance(*finding.disjoint) if finding.disjoint is not None else _widest(finding)
    return Materiality(score(disjoint, origins), origins, disjoint, finding.disjoint is not None)


def score(disjoint: Distance | None, origins: Iterable[int]) -> Decimal:
    """(1 + u / (1 + u) + (1 - 1 / r)) x (1 + a) x (1 + b), from 1 upwards. Our own formula.

    u and r are the distance in uncertainties and as a ratio: each adds from 0 to 1, so that no
    misplaced power of ten outweighs everything else; without figures both add nothing. a and b are
    the numbers of origins of the two best-backed positions: a position with unknown origins still
    counts. The score never falls as the distance grows, or as a position gains an origin.
    """
    best = sorted(origins, reverse=True)[:2]
    weight = ONE
    for count in best:
        weight *= 1 + count
    return WIDE.multiply(_shared(disjoint), weight)


def _shared(disjoint: Distance | None) -> Decimal:
    if disjoint is None:
        return ONE
    far = disjoint.uncertainties
    of_uncertainties = ONE if far.is_infinite() else WIDE.divide(far, WIDE.add(ONE, far))
    of_ratio = WIDE.subtract(ONE, WIDE.divide(ONE, disjoint.ratio))  # 1 / Infinity is 0
    return WIDE.add(ONE, WIDE.add(of_uncertainties, of_ratio))


def distance(a: Interval, b: Interval) -> Distance | None:
    """The distance between two figures of one unit; None if one of them may be any number.

    A figure is the midpoint of its interval, and its uncertainty is half of the interval's width;
    "more than 100" is taken as 100, without uncertainty towards the smaller figure.
    """
    figures = sorted(f for f in (_figure(a), _figure(b)) if f is not None)
    if len(figures) < 2:
        return None
    (low, low_open), (high, high_open) = figures
    gap, left_open = WIDE.subtract(high, low), WIDE.add(low_open, high_open)
    if gap == 0:
        return Distance(NONE, ONE)
    far = INFINITE if left_open == 0 else WIDE.divide(gap, left_open)
    return Distance(far, _ratio(low, high))


def _figure(span: Interval) -> tuple[Decimal, Decimal] | None:
    """The figure, and its uncertainty in either direction."""
    match span.low.is_finite(), span.high.is_finite():
        case True, True:
            middle = WIDE.divide(WIDE.add(span.low, span.high), TWO)
            return middle, WIDE.subtract(span.high, middle)
        case True, False:
            return span.low, NONE
        case False, True:
            return span.high, NONE
    return None


def _ratio(low: Decimal, high: Decimal) -> Decimal:
    if low <= 0 <= high:
        return INFINITE
    smaller, larger = sorted((abs(low), abs(high)))
    return max(ONE, WIDE.divide(larger, smaller))


def _widest(finding: Finding) -> Distance | None:
    """The distance from the lowest to the highest position of a finding about one kind of
    figure.
    """
    values = [p.value for p in finding.positions if isinstance(p.value, Measured)]
    spans = [v.strict for v in values if v.strict is not None]
    alike = len({v.unit for v in values}) == 1 and len(spans) == len(finding.positions) > 1
    if not alike or len({c.attribute.id for c in finding.claims}) > 1:
        return None
    described = sorted(
        ((f, s) for s in spans if (f := _figure(s)) is not None), key=lambda pair: pair[0]
    )
    return distance(described[0][1], described[-1][1]) if described else None
