"""Draws the figures of an attribute against their periods, facts and plans separately.

A time line is drawn if sources give figures in one unit for two or more periods. Figures that
differ in place, coverage or basis are never drawn on one line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Context, Decimal

from factcheck.comparing import Compared
from factcheck.comparing.scopes.scoping import PROSPECTIVE
from factcheck.comparing.scopes.topic_key import TIMES
from factcheck.model import Claim, Interval, Period, Position, Topic, Wording, joined, own
from factcheck.model.frozen import dataclass
from factcheck.report.claim_view import outlets_of
from factcheck.report.clashes import most_severe
from factcheck.report.pictures.day_scale import day_ticks, days_scale
from factcheck.report.pictures.labelling import labelled
from factcheck.report.pictures.picture_parts import ClashView, MarkView, TickView, TimelineView
from factcheck.report.pictures.scale import Scale, scale_over, shortened
from factcheck.report.words.translating import Translator
from factcheck.values.measures.figures import all_digits, show_number
from factcheck.values.measures.measured import Measured, common_unit, show_measured
from factcheck.values.period import show_period

HEIGHT, TOP, BOTTOM = 250, 22, 218
"""The picture in pixels, and the ends of the scale of figures in it."""

MOST_MARKS = 60
MOST_LINES = 40
MILLION, SHORT = Decimal(1_000_000), Context(prec=4)
KINDS = {False: own("actual"), True: own("forecast")}


@dataclass(frozen=True, slots=True)
class _Point:
    """Claims of one position with one period, and their figure."""

    period: Period
    value: Measured
    reach: Interval
    position: Position
    claims: tuple[Claim, ...]

    @property
    def forecast(self) -> bool:
        return all(c.status in PROSPECTIVE for c in self.claims)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A time line before it is drawn."""

    topic: Topic
    fixed: tuple[Wording, ...]  # what narrows it beside the time
    series: str  # tells it from others of its topic
    points: Sequence[_Point]
    left_out: tuple[int, int, int]  # without a time, in another unit, beyond what has room
    conflicting: bool

    @property
    def id(self) -> str:
        return f"time-{self.topic.subject.id}-{self.topic.attribute.id}{self.series}"


def timelines(
    compared: Compared, found: Mapping[str, ClashView], words: Translator
) -> tuple[TimelineView, ...]:
    """The time lines, those with a conflict first, then by subject and attribute."""
    drafts = [draft for topic in compared.topics for draft in _of_topic(topic, found)]
    drafts.sort(key=lambda draft: _order(draft, words))
    return tuple(_line(draft, found, words) for draft in drafts[:MOST_LINES])


def _order(draft: _Draft, words: Translator) -> tuple[object, ...]:
    topic = draft.topic
    subject, attribute = words.fact(topic.subject.label), words.fact(topic.attribute.label)
    return not draft.conflicting, subject.casefold(), attribute, draft.id


def _of_topic(topic: Topic, found: Mapping[str, ClashView]) -> Iterator[_Draft]:
    series: dict[tuple[str, ...], list[Position]] = defaultdict(list)
    worded: dict[tuple[str, ...], tuple[Wording, ...]] = {}
    for scope in topic.scopes:
        fixed = tuple(text for name, text in scope.qualifiers if name not in (*TIMES, "status"))
        key = tuple(map(str, fixed))
        series[key] += scope.positions
        worded.setdefault(key, fixed)
    number = 0
    for key, positions in sorted(series.items(), key=lambda item: item[0]):
        points, left_out = _points(positions)
        if len({p.period for p in points}) > 1:
            number += 1
            conflicting = any(_is_conflicting(point, found) for point in points)
            name = "" if number == 1 else f"-{number}"
            yield _Draft(topic, worded[key], name, points, left_out, conflicting)


def _is_conflicting(point: _Point, found: Mapping[str, ClashView]) -> bool:
    clash = most_severe(point.claims, found)
    return clash is not None and clash.state == "conflict"


def _points(positions: Sequence[Position]) -> tuple[list[_Point], tuple[int, int, int]]:
    """The points in order of time, and the number of claims that cannot be drawn."""
    measured = [(p, p.value) for p in positions if isinstance(p.value, Measured)]
    unit = common_unit((value for _, value in measured), None)
    points: list[_Point] = []
    timeless: set[str] = set()
    for position, value in measured:
        if value.unit != unit or value.strict is None:
            continue
        by_time: dict[Period, list[Claim]] = defaultdict(list)
        for claim in position.own or position.claims:
            time = _time(claim)
            if time is None:
                timeless.add(claim.name)
            else:
                by_time[time].append(claim)
        points += (
            _Point(time, value, value.strict, position, tuple(claims))
            for time, claims in by_time.items()
        )
    points.sort(key=lambda p: (p.period, p.forecast, p.value.number, p.claims[0].name))
    foreign = sum(value.unit != unit for _, value in measured)
    return points[:MOST_MARKS], (len(timeless), foreign, len(points) - MOST_MARKS)


def _remarks(timeless: int, foreign: int, beyond: int, words: Translator) -> Iterator[str]:
    if timeless:
        yield words.many(
            "Not drawn, as no period with two ends is given: {count} claim.",
            "Not drawn, as no period with two ends is given: {count} claims.",
            timeless,
        )
    if foreign:
        yield words.many(
            "Not drawn, as they are in another unit: {count} figure.",
            "Not drawn, as they are in another unit: {count} figures.",
            foreign,
        )
    if beyond > 0:
        yield words.many(
            "Only the first {most} figures are drawn; {count} more are left out.",
            "Only the first {most} figures are drawn; {count} more are left out.",
            beyond,
            most=MOST_MARKS,
        )


def _time(claim: Claim) -> Period | None:
    """The days of the figure; None if they are not stated, or have no end."""
    time = claim.period if claim.period is not None else claim.as_of
    if time is None or time.start == date.min or time.end == date.max:
        return None
    return time


def _line(draft: _Draft, found: Mapping[str, ClashView], words: Translator) -> TimelineView:
    topic, points = draft.topic, draft.points
    days = days_scale([p.period for p in points])
    figures = scale_over(p.reach for p in points) or _around(points[0].value.number)
    rows = tuple(
        TickView(Decimal(_down(n, figures)), words.short(all_digits(n), n), "start")
        for n in figures.round_numbers(4)
    )
    return TimelineView(
        id=draft.id,
        subject=words.fact(topic.subject.label),
        attribute=words.fact(topic.attribute.label),
        scope=words.fact(joined(draft.fixed)),
        caption=_caption(points[0].value.unit, figures.low == 0, words),
        remarks=tuple(_remarks(*draft.left_out, words)),
        columns=day_ticks(days, points[0].period.start, words),
        rows=rows,
        marks=labelled([_mark(p, days, figures, found, words) for p in points], rows, HEIGHT),
        height=HEIGHT,
        in_conflict=draft.conflicting,
    )


def _caption(unit: str, from_zero: bool, words: Translator) -> str:
    match unit, from_zero:
        case "", True:
            return words.text("Figures; the scale begins at zero.")
        case "", False:
            return words.text("Figures; the scale does not begin at zero.")
        case _, True:
            return words.text("Figures in {unit}; the scale begins at zero.", unit=unit)
    return words.text("Figures in {unit}; the scale does not begin at zero.", unit=unit)


def _around(number: Decimal) -> Scale:
    """A scale from zero for a single figure."""
    if number == 0:
        return Scale(Decimal(0), Decimal(1))
    return Scale(min(number * 2, Decimal(0)), max(number * 2, Decimal(0)))


def _mark(
    point: _Point,
    days: Scale,
    figures: Scale,
    found: Mapping[str, ClashView],
    words: Translator,
) -> MarkView:
    value, reach = point.value, point.reach
    middle = value.number if value.last is None else (value.number + value.last) / 2
    left = days.at(Decimal(point.period.start.toordinal()))
    right = days.at(Decimal(point.period.end.toordinal() + 1))
    return MarkView(
        period=words.fact(show_period(point.period)),
        value=_shown(point, words),
        outlets=outlets_of(point.claims),
        forecast=point.forecast,
        kind=words.text(KINDS[point.forecast]),
        span=(left, right),
        x=((left + right) / 2).quantize(Decimal("0.1")),
        y=_down(middle, figures),
        top=_down(reach.high, figures),
        bottom=_down(reach.low, figures),
        open_below=reach.low.is_infinite(),
        open_above=reach.high.is_infinite(),
        label=shortened(_short(value.number, words), 12),
        label_at=None,
        clash=most_severe(point.claims, found),
    )


def _short(number: Decimal, words: Translator) -> str:
    """A figure as the picture's label; millions and more with four digits."""
    number = SHORT.plus(number) if abs(number) >= MILLION else number
    return words.short(show_number(number), number)


def _shown(point: _Point, words: Translator) -> str:
    """The figure as its source gives it, and in the common unit if that differs."""
    converted = show_measured(point.value)
    label = point.position.label
    if str(label) == str(converted):
        return words.fact(label)
    return f"{words.fact(label)} ({words.fact(converted)})"


def _down(number: Decimal, figures: Scale) -> int:
    """The vertical place of a figure in the picture, in pixels."""
    return int(BOTTOM - figures.at(number) * (BOTTOM - TOP) / 100)
