"""Parts of a span of days: thirds, weeks and months, to the day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Period
from factcheck.text.context import ReadingError
from factcheck.text.dates.spans import fiscal_year_on, from_months, later, months_period, nth, third


@pytest.mark.parametrize(
    ("month", "thirds"),
    [
        ((2025, 2), [(1, 9), (10, 18), (19, 28)]),
        ((2024, 2), [(1, 9), (10, 18), (19, 29)]),
        ((2025, 4), [(1, 10), (11, 20), (21, 30)]),
        ((2025, 5), [(1, 10), (11, 20), (21, 31)]),
    ],
)
def test_thirds_of_a_month_in_days(month: tuple[int, int], thirds: list[tuple[int, int]]) -> None:
    year, number = month
    span = months_period(year, number, number)
    found = [third(span, which) for which in range(3)]
    assert [(t.start.day, t.end.day) for t in found] == thirds


@pytest.mark.parametrize(
    ("months", "lengths"),
    [
        (3, [1, 1, 1]),
        (4, [1, 2, 1]),
        (5, [2, 1, 2]),
        (6, [2, 2, 2]),
        (7, [2, 3, 2]),
        (8, [3, 2, 3]),
        (10, [3, 4, 3]),
        (11, [4, 3, 4]),
        (12, [4, 4, 4]),
    ],
)
def test_thirds_of_months_are_as_even_as_whole_months_can_be(
    months: int, lengths: list[int]
) -> None:
    start = date(2025, 1, 1)
    found = [third(from_months(start, 1, months), which) for which in range(3)]
    assert [t.end.month - t.start.month + 1 for t in found] == lengths


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(1, 800))
def test_thirds_follow_one_another_and_fill_the_span(start: date, days: int) -> None:
    span = Period(start, start + timedelta(days=days - 1))
    first, second, last = (third(span, which) for which in range(3))
    assert (first.start, last.end) == (span.start, span.end)
    assert all(span.start <= part.start <= part.end <= span.end for part in (first, second, last))
    if days >= 3:
        assert second.start == first.end + timedelta(days=1)
        assert last.start == second.end + timedelta(days=1)


@pytest.mark.parametrize(
    ("month", "week", "days"),
    [
        ((2025, 5), 1, (1, 7)),
        ((2025, 5), 4, (22, 28)),
        ((2025, 5), 5, (29, 31)),
        ((2025, 4), 5, (29, 30)),
        ((2024, 2), 5, (29, 29)),
        ((2025, 2), 4, (22, 28)),
        ((2025, 2), 5, None),
        ((2025, 5), 6, None),
        ((2025, 5), -1, (25, 31)),
        ((2025, 2), -1, (22, 28)),
    ],
)
def test_the_weeks_of_a_month(
    month: tuple[int, int], week: int, days: tuple[int, int] | None
) -> None:
    year, number = month
    span = months_period(year, number, number)
    if days is None:
        with pytest.raises(ReadingError, match="more weeks than there are"):
            nth(span, "week", week, "a text")
        return
    found = nth(span, "week", week, "a text")
    assert found == Period(date(year, number, days[0]), date(year, number, days[1]))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), -12, date(2023, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2025, 3, 30), -1, date(2025, 2, 28)),
        (date(2025, 12, 31), 2, date(2026, 2, 28)),
    ],
)
def test_a_day_so_many_months_later(day: date, months: int, expected: date) -> None:
    assert later(day, months) == expected


@pytest.mark.parametrize(
    ("day", "by", "first"),
    [
        (date(2025, 4, 1), 0, date(2025, 4, 1)),
        (date(2025, 3, 31), 0, date(2024, 4, 1)),
        (date(2025, 4, 2), -1, date(2024, 4, 1)),
        (date(2026, 3, 31), 1, date(2026, 4, 1)),
    ],
)
def test_a_fiscal_year_begins_on_its_first_day(day: date, by: int, first: date) -> None:
    found = fiscal_year_on(day, (4, 1), by)
    assert found == Period(first, first.replace(year=first.year + 1) - timedelta(days=1))


def test_a_span_that_begins_late_in_a_month_has_thirds_of_days() -> None:
    span = Period(date(2025, 1, 30), date(2025, 4, 29))
    assert third(span, 0) == Period(date(2025, 1, 30), date(2025, 2, 28))
