"""The picture of a clash: true lengths on one axis, open ends as arrows, none that would lie."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.model import Interval, Position, Value, Verdict
from factcheck.reporting.plot import WIDTH, plot
from factcheck.values.measured import Measured


def side(low: str, high: str, unit: str = "EUR") -> Position:
    reach = Interval(Decimal(low), Decimal(high))
    return Position(low, (), Measured(low, strict=reach, number=Decimal(low), unit=unit))


def spans(*positions: Position) -> list[tuple[int, int]]:
    picture = plot(Verdict.CONTRADICTS, positions)
    assert picture is not None
    return [(min(x for x, _ in b.corners), max(x for x, _ in b.corners)) for b in picture.bars]


def test_lengths_are_true_from_zero() -> None:
    (left, right), (other_left, other_right) = spans(side("40", "50"), side("80", "100"))
    assert other_left == pytest.approx(2 * left, abs=2)
    assert other_right == pytest.approx(2 * right, abs=2)
    assert other_right < WIDTH


def test_close_figures_are_told_apart_and_the_axis_does_not_claim_to_begin_at_zero() -> None:
    close = side("100", "101"), side("103", "104")
    (_, right), (left, _) = spans(*close)
    assert left - right > WIDTH / 4
    picture = plot(Verdict.CONTRADICTS, close)
    assert picture is not None
    assert "zero" not in picture.caption


def test_an_exact_figure_is_still_seen() -> None:
    (left, right), _ = spans(side("0", "0"), side("5", "5"))
    assert right > left >= 0


def test_an_open_end_is_an_arrow_at_the_edge() -> None:
    picture = plot(
        Verdict.CONTRADICTS, (side("10", "20"), side("50", "Infinity"), side("-Infinity", "2"))
    )
    assert picture is not None
    closed, above, below = (bar.corners for bar in picture.bars)
    assert len(closed) == 4
    assert (WIDTH, 10) in above
    assert (0, 10) in below


def test_negative_figures_have_their_place() -> None:
    (_, loss), (profit, _) = spans(side("-30", "-20"), side("20", "30"))
    assert loss < WIDTH / 2 < profit


@pytest.mark.parametrize(
    ("verdict", "positions"),
    [
        (Verdict.CONTRADICTS, (side("1", "2"),)),
        (Verdict.CONTRADICTS, (side("1", "2"), side("3", "4", "USD"))),
        (Verdict.CONTRADICTS, (side("1", "2"), Position("open", (), Value("open")))),
        (Verdict.CONTRADICTS, (side("7", "7"), side("7", "7"))),
        (Verdict.UNDETERMINED, (side("12.5", "13.5"), side("12.5", "13.5"))),
        (Verdict.VARIANT, (side("1", "2"), side("3", "4"))),
    ],
    ids=[
        "one side",
        "two units",
        "a side without figure",
        "one point",
        "one figure",
        "no clash of figures",
    ],
)
def test_no_picture_where_it_would_say_nothing_or_lie(
    verdict: Verdict, positions: tuple[Position, ...]
) -> None:
    assert plot(verdict, positions) is None
