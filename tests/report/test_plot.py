"""The picture of a clash: true lengths on one axis, open ends as arrows, none that would lie."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Interval, Position, Value, Verdict
from factcheck.pipeline import run
from factcheck.report.page import Page
from factcheck.report.pictures.picture_parts import PlotView
from factcheck.report.pictures.plot import plot
from factcheck.report.pictures.scale import MOST_TICKS
from factcheck.report.words.translating import translator
from factcheck.values.measures.measured import Measured
from tests.corpora import add, found


def position(low: str, high: str, unit: str = "EUR") -> Position:
    reach = Interval(Decimal(low), Decimal(high))
    return Position(low, (), Measured(low, strict=reach, number=Decimal(low), unit=unit))


def picture(*positions: Position) -> PlotView:
    drawn = plot(Verdict.CONTRADICTS, positions, len(positions), translator())
    assert drawn is not None
    return drawn


def test_lengths_are_true_from_zero() -> None:
    drawn = picture(position("40", "50"), position("80", "100"))
    (left, right), (other_left, other_right) = (bar.written for bar in drawn.bars)
    assert abs(other_left - 2 * left) <= Decimal("0.2")
    assert abs(other_right - 2 * right) <= Decimal("0.2")
    assert other_right < 100
    assert "begins at zero" in drawn.caption


def test_close_figures_are_told_apart_and_the_scale_does_not_claim_to_begin_at_zero() -> None:
    drawn = picture(position("100", "101"), position("103", "104"))
    (_, right), (left, _) = (bar.written for bar in drawn.bars)
    assert left - right > 25
    assert "does not begin at zero" in drawn.caption


def test_an_exact_figure_is_still_seen() -> None:
    for bar in picture(position("0", "0"), position("5", "5")).bars:
        assert bar.figure[1] > bar.figure[0] >= 0


def test_an_open_end_runs_to_the_edge_and_says_so() -> None:
    closed, above, below = picture(
        position("10", "20"), position("50", "Infinity"), position("-Infinity", "2")
    ).bars
    assert (closed.open_below, closed.open_above) == (False, False)
    assert (above.open_below, above.open_above) == (False, True)
    assert above.written[1] == 100
    assert (below.open_below, below.open_above) == (True, False)
    assert below.written[0] == 0


def test_negative_figures_have_their_place() -> None:
    loss, profit = picture(position("-30", "-20"), position("20", "30")).bars
    assert loss.written[1] < 50 < profit.written[0]


def test_the_scale_bears_few_round_numbers_in_order() -> None:
    drawn = picture(
        position("76500000000", "93500000000"), position("149500000000", "150500000000")
    )
    assert [t.label for t in drawn.ticks] == ["0", "50 bn", "100 bn", "150 bn"]
    assert "EUR" in drawn.caption


def test_what_the_wording_and_what_the_rate_leave_open_are_drawn_apart(tmp_path: Path) -> None:
    """The band of the rate lies around that of the wording; a figure at home has none."""
    corpus = found(tmp_path)
    add(corpus, "Post", "attribute: budget, value: about 100 million dollars, period: 2025")
    add(corpus, "Wire", "attribute: budget, value: 150 million euros, period: 2025")
    (card,) = run(corpus).view(Page).open.shown
    assert card.plot is not None
    home, abroad = sorted(card.plot.bars, key=lambda bar: "USD" in bar.label)
    assert home.reach == home.written
    assert abroad.reach[0] < abroad.written[0] < abroad.figure[0]
    assert abroad.figure[1] < abroad.written[1] < abroad.reach[1]
    assert [name for name, _ in card.plot.legend] == ["figure", "written", "beyond"]
    assert "exchange rate" in card.plot.legend[-1][1]


NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value="-1e30", max_value="1e30")
ENDS = st.tuples(NUMBERS | st.just(Decimal("-Infinity")), NUMBERS | st.just(Decimal("Infinity")))


@given(st.lists(ENDS.map(sorted), min_size=2, max_size=6))
def test_whatever_the_figures_everything_lies_inside_and_in_order(
    ends: list[list[Decimal]],
) -> None:
    positions = [position(str(low), str(high)) for low, high in ends]
    drawn = plot(Verdict.CONTRADICTS, positions, 9, translator())
    assert drawn == plot(Verdict.CONTRADICTS, positions, 9, translator())
    if drawn is None:
        return
    for bar in drawn.bars:
        places = bar.reach[0], bar.written[0], bar.written[1], bar.reach[1]
        assert [*places] == sorted(places)
        assert all(0 <= p <= 100 for p in (*places, *bar.figure))
    at = [tick.at for tick in drawn.ticks]
    assert at == sorted(at)
    assert all(0 <= place <= 100 for place in at)
    assert len(at) <= MOST_TICKS + 1


@pytest.mark.parametrize(
    ("verdict", "positions"),
    [
        (Verdict.CONTRADICTS, (position("1", "2"),)),
        (Verdict.CONTRADICTS, (position("1", "2"), position("3", "4", "USD"))),
        (Verdict.CONTRADICTS, (position("1", "2"), Position("open", (), Value("open")))),
        (Verdict.CONTRADICTS, (position("7", "7"), position("7", "7"))),
        (Verdict.UNDETERMINED, (position("12.5", "13.5"), position("12.5", "13.5"))),
        (Verdict.VARIANT, (position("1", "2"), position("3", "4"))),
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
    assert plot(verdict, positions, 9, translator()) is None
