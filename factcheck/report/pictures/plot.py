"""Draws the positions of a conflict about figures on one scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.model import CONTRADICTING, Interval, Position, Verdict, Wording, own
from factcheck.report.pictures.picture_parts import BarView, PlotView, Span
from factcheck.report.pictures.scale import EXACT, Scale, scale_over
from factcheck.report.words.translating import Translator
from factcheck.values.measures.measured import Measured, describe_measured

CLASHES = CONTRADICTING | {Verdict.UNDETERMINED}

NARROWEST = Decimal("0.8")
"""A figure without any play is still drawn, this many percent wide."""

FIGURE, WRITTEN, RATE, TOLERANCE = (
    ("figure", own("the figure as stated")),
    ("written", own("what its wording and its digits leave open")),
    ("beyond", own("what the exchange rate leaves open")),
    ("beyond", own("what the attribute tolerates")),
)
"""The bands, from the inside out: the class of each, and what it means."""


def plot(
    verdict: Verdict, positions: Sequence[Position], most: int, words: Translator
) -> PlotView | None:
    """The picture of a clash of figures in one unit; None if there is nothing to draw.

    The first `most` positions have a bar; the scale covers all of them.
    """
    values = [p.value for p in positions if isinstance(p.value, Measured)]
    reaches = [v.strict for v in values if v.strict is not None]
    if verdict not in CLASHES or len(set(reaches)) < 2 or len(reaches) < len(positions):
        return None
    scale = scale_over(reaches)
    attributes = {c.attribute.id for p in positions for c in p.claims}
    if scale is None or len({v.unit for v in values}) > 1 or len(attributes) > 1:
        return None
    writings = [_writing(p, v) for p, v in zip(positions, values, strict=True)]
    return PlotView(
        caption=_caption(values[0].unit, scale.low == 0, words),
        legend=tuple(
            (band, words.text(meaning))
            for band, meaning in _legend(positions, values, reaches, writings)
        ),
        ticks=scale.ticks(words),
        bars=tuple(
            _bar(words, position.label, value, reach, written, scale)
            for position, value, reach, written in list(
                zip(positions, values, reaches, writings, strict=True)
            )[:most]
        ),
    )


def _writing(position: Position, value: Measured) -> Interval | None:
    """The interval of the wording alone, in the positions' unit, without rate and tolerance."""
    source = _source(position, value)
    written = source.strict if source is not None else value.strict
    if source is None or written is None or source.unit == value.unit:
        return written
    also = getattr(source, "also", None)
    if isinstance(also, Measured) and also.unit == value.unit:
        return also.strict
    if source.number == 0:
        return value.strict
    rate = EXACT.divide(value.number, source.number)
    return Interval(_times(written.low, rate), _times(written.high, rate))


def _source(position: Position, value: Measured) -> Measured | None:
    """The value as read, before conversion to the common unit."""
    stated = (c.value for c in position.claims)
    return next((v for v in stated if isinstance(v, Measured) and v.text == value.text), None)


def _times(end: Decimal, rate: Decimal) -> Decimal:
    return end if end.is_infinite() else EXACT.multiply(end, rate)


def _legend(
    positions: Sequence[Position],
    values: Sequence[Measured],
    reaches: Sequence[Interval],
    writings: Sequence[Interval | None],
) -> Iterator[tuple[str, str]]:
    yield FIGURE
    described: set[tuple[str, str]] = set()
    for position, value, reach, written in zip(positions, values, reaches, writings, strict=True):
        if written is not None and written.low != written.high:
            described.add(WRITTEN)
        if written is not None and not written.contains(reach):
            source = _source(position, value)
            described.add(RATE if source is not None and source.unit != value.unit else TOLERANCE)
    yield from (band for band in (WRITTEN, RATE, TOLERANCE) if band in described)


def _caption(unit: str, from_zero: bool, words: Translator) -> str:
    match unit, from_zero:
        case "", True:
            return words.text("One scale, which begins at zero.")
        case "", False:
            return words.text("One scale, which does not begin at zero.")
        case _, True:
            return words.text("One scale in {unit}, which begins at zero.", unit=unit)
    return words.text("One scale in {unit}, which does not begin at zero.", unit=unit)


def _bar(
    words: Translator,
    label: Wording,
    value: Measured,
    reach: Interval,
    written: Interval | None,
    scale: Scale,
) -> BarView:
    last = value.number if value.last is None else value.last
    outer = _span(reach.low, reach.high, scale)
    inner = outer if written is None else _within(_span(written.low, written.high, scale), outer)
    return BarView(
        label=words.fact(label),
        words=words.fact(describe_measured(value)),
        figure=_within(_span(value.number, last, scale), outer),
        written=inner,
        reach=outer,
        open_below=reach.low.is_infinite(),
        open_above=reach.high.is_infinite(),
    )


def _span(low: Decimal, high: Decimal, scale: Scale) -> Span:
    """The start and end of a bar, never narrower than visible."""
    left, right = scale.at(low), scale.at(high)
    if right - left < NARROWEST:
        middle = (left + right) / 2
        left = max(Decimal(0), min(middle - NARROWEST / 2, 100 - NARROWEST))
        right = left + NARROWEST
    return left, right


def _within(span: Span, outer: Span) -> Span:
    return max(span[0], outer[0]), min(span[1], outer[1])
