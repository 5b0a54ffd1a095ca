"""The scale of days under a time line, with a few labelled years or months."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from factcheck.model import Period
from factcheck.report.pictures.picture_parts import TickView
from factcheck.report.pictures.scale import Scale
from factcheck.report.words.translating import Translator
from factcheck.values.period import show_month

GUTTER, MARGIN = Decimal("0.17"), Decimal("0.05")
"""Room at the left, for the scale of figures, and at the right, as parts of the days drawn."""

STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)  # years
YEAR = 365  # days, at least
MONTH_STEPS = (1, 3, 6)
MOST_TICKS = 6
LAST = Decimal(90)
"""A line so far to the right, in percent, has no room for its label."""


def days_scale(periods: Sequence[Period]) -> Scale:
    """The scale from the first to the last day of the periods, as ordinals, with margins."""
    first = min(p.start for p in periods).toordinal()
    length = max(p.end for p in periods).toordinal() + 1 - first
    return Scale(first - length * GUTTER, first + length * (1 + MARGIN))


def day_ticks(scale: Scale, first: date, words: Translator) -> tuple[TickView, ...]:
    """Ticks at the beginning of years, or of months for a span of less than two years."""
    for step in STEPS:
        if scale.high - scale.low > 2 * MOST_TICKS * step * YEAR:
            continue
        years = tuple(_years(scale, first, step))
        if step == 1 and len(years) < 2:
            break
        if len(years) <= MOST_TICKS:
            return years
    months = [tuple(_months(scale, first, words, step)) for step in MONTH_STEPS]
    return next((ticks for ticks in months if len(ticks) <= MOST_TICKS), months[-1])


def _years(scale: Scale, first: date, step: int) -> Iterator[TickView]:
    year = -(-first.year // step) * step
    while 1 <= year <= date.max.year and date(year, 1, 1).toordinal() <= scale.high:
        yield from _tick(scale, first, date(year, 1, 1), str(year))
        year += step


def _months(scale: Scale, first: date, words: Translator, step: int) -> Iterator[TickView]:
    month = first.year * 12 + (first.month - 1) // step * step
    while month // 12 <= date.max.year:
        day = date(month // 12, month % 12 + 1, 1)
        if day.toordinal() > scale.high:
            return
        yield from _tick(scale, first, day, words.fact(show_month(day)))
        month += step


def _tick(scale: Scale, first: date, day: date, label: str) -> Iterator[TickView]:
    at = scale.at(Decimal(day.toordinal()))
    if day >= first and at <= LAST:
        yield TickView(at, label, "start")
