"""The time line: figures at their periods, forecasts told apart, conflicts marked, none omitted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Interval, Period, Position
from factcheck.report.pictures.day_scale import MOST_TICKS, day_ticks, days_scale
from factcheck.report.pictures.labelling import PHONE, _box, _overlap, labelled
from factcheck.report.pictures.scale import LONGEST, shortened
from factcheck.report.pictures.timeline import HEIGHT, _around, _mark, _Point
from factcheck.report.words.translating import translator
from factcheck.values.measures.measured import Measured
from tests.formats.pictured import SPENT
from tests.report.looking import seen


def budget(value: str, period: str = "", more: str = "") -> str:
    stated = f"attribute: budget, value: {value}"
    return stated + (f", period: {period}" if period else "") + (f", {more}" if more else "")


def test_figures_stand_at_their_periods_forecasts_and_conflicts_are_marked(tmp_path: Path) -> None:
    view = seen(
        tmp_path,
        ("Post", budget("85 million euros", "2025")),
        ("Wire", budget("150 million euros", "2025")),
        ("Wire", budget("160 million euros", "2026", "status: planned")),
    )
    (line,) = view.timelines
    (finding,) = view.summary.findings
    described = [(m.period, m.value, m.kind, m.outlets) for m in line.marks]
    assert described == [
        ("2025", "85 mn EUR", "actual", ("Post",)),
        ("2025", "150 mn EUR", "actual", ("Wire",)),
        ("2026", "160 mn EUR", "forecast", ("Wire",)),
    ]
    low, high, planned = line.marks
    assert low.y > high.y > planned.y  # pixels go down
    assert low.span == high.span
    assert high.span[1] == planned.span[0]
    assert [m.clash.finding if m.clash else None for m in line.marks] == [
        finding.id,
        finding.id,
        None,
    ]
    assert line.in_conflict
    assert [t.label for t in line.columns] == ["2025", "2026"]
    assert "begins at zero" in line.caption


def test_one_period_is_no_line(tmp_path: Path) -> None:
    view = seen(
        tmp_path,
        ("Post", budget("85 million euros", "2025")),
        ("Wire", budget("150 million euros", "2025")),
    )
    assert view.timelines == ()


def test_what_has_no_period_is_not_drawn_but_told(tmp_path: Path) -> None:
    view = seen(
        tmp_path,
        ("Post", budget("85 million euros", "2024")),
        ("Post", budget("90 million euros", "2025")),
        ("Wire", budget("91 million euros")),
    )
    (line,) = view.timelines
    assert [m.period for m in line.marks] == ["2024", "2025"]
    assert line.remarks == ("Not drawn, as no period with two ends is given: 1 claim.",)


def test_open_ends_run_to_the_edge_of_the_picture(tmp_path: Path) -> None:
    view = seen(
        tmp_path,
        ("Post", budget("more than 85 million euros", "2024")),
        ("Post", budget("90 million euros", "2025")),
    )
    first, second = view.timelines[0].marks
    assert first.open_above
    assert not second.open_above
    assert first.top < second.top
    assert first.bottom >= first.y > first.top


def test_months_are_written_where_years_would_be_too_few() -> None:
    periods = [
        Period(date(2025, 1, 1), date(2025, 6, 30)),
        Period(date(2025, 7, 1), date(2025, 12, 31)),
    ]
    assert [t.label for t in day_ticks(days_scale(periods), date(2025, 1, 1), translator())] == [
        "Jan 2025",
        "Apr 2025",
        "Jul 2025",
        "Oct 2025",
    ]


DAYS = st.dates(date(2, 1, 1), date(9000, 1, 1))
PERIODS = st.builds(
    lambda start, days: Period(start, start + timedelta(days)), DAYS, st.integers(0, 90_000)
)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value="-1e30", max_value="1e30")


@given(st.lists(PERIODS, min_size=1, max_size=8))
def test_every_day_has_its_place_and_lines_are_few_and_in_order(periods: list[Period]) -> None:
    scale = days_scale(periods)
    for period in periods:
        left, right = (scale.at(Decimal(d.toordinal())) for d in (period.start, period.end))
        assert 9 < left <= right < 97, "beside the scale of figures, inside the picture"
    ticks = day_ticks(scale, min(p.start for p in periods), translator())
    assert [t.at for t in ticks] == sorted({t.at for t in ticks})
    assert len(ticks) <= MOST_TICKS
    assert all(0 <= t.at <= 100 for t in ticks)


@given(st.lists(st.tuples(PERIODS, NUMBERS), min_size=1, max_size=12))
def test_marks_lie_inside_and_labels_never_lie_over_each_other(
    figures: list[tuple[Period, Decimal]],
) -> None:
    days = days_scale([p for p, _ in figures])
    scale = _around(max((n for _, n in figures), key=abs))
    points = [point(period, number) for period, number in figures]
    marks = [_mark(p, days, scale, {}, translator()) for p in points]
    placed = labelled(marks, (), HEIGHT)
    assert placed == labelled(marks, (), HEIGHT)
    boxes = [_box(m.label, m.label_at) for m in placed if m.label_at is not None]
    for mark in placed:
        assert 0 <= mark.top <= mark.y <= mark.bottom <= HEIGHT
        assert 0 <= mark.span[0] <= mark.x <= mark.span[1] <= 100
    for number, box in enumerate(boxes):
        assert box[0] >= 0 and box[2] <= PHONE and box[1] >= 0 and box[3] <= HEIGHT
        assert not any(_overlap(box, other) for other in boxes[number + 1 :])


def point(period: Period, number: Decimal) -> _Point:
    reach = Interval(number, number)
    value = Measured(str(number), strict=reach, number=number)
    return _Point(period, value, reach, Position(str(number), (), value), ())


def test_a_mark_without_room_keeps_its_place_in_the_table() -> None:
    crowded = labelled([replace(SPENT, label_at=None)] * 6, (), HEIGHT)
    assert [m.value for m in crowded] == [SPENT.value] * 6
    assert crowded[-1].label_at is None


@pytest.mark.parametrize(("text", "label"), [("short", "short"), ("x" * 100_000, "x" * 23 + "…")])
def test_labels_are_cut(text: str, label: str) -> None:
    assert shortened(text) == label
    assert len(shortened(text)) <= LONGEST
