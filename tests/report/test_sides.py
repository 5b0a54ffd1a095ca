"""Which side comes first in every format: what a change touched, else what was published later."""

from __future__ import annotations

from collections.abc import Container

import pytest

from factcheck.comparing import compare
from factcheck.corpus import Files
from factcheck.corpus.load import load
from factcheck.judging import judge
from factcheck.report.build import Report, report
from factcheck.report.explained import FindingView, RecordView
from factcheck.report.page import Page
from factcheck.rules import every_rule
from tests.corpora import VOCABULARY, source

BUDGET = "attribute: budget, value: {} million euros, period: 2025"


def finding(touched: Container[str] = (), **stated: tuple[str, str]) -> FindingView:
    """The finding on a budget that each outlet gives on a day."""
    (view,) = reported(touched, **stated).view(RecordView).findings
    return view


def reported(touched: Container[str] = (), **stated: tuple[str, str]) -> Report:
    """The report on the same."""
    texts = {name: text.encode() for name, text in VOCABULARY.items()}
    for outlet, (day, amount) in stated.items():
        text = source(outlet, "id: a, " + BUDGET.format(amount), published=day)
        texts[f"claims/sources/{outlet}.yaml"] = text.encode()
    loaded = load(Files(texts))
    assert loaded.diagnostics == ()
    compared = compare(loaded, every_rule())
    return report(compared, judge(compared.findings), touched=touched)


def order(view: FindingView) -> list[list[str]]:
    return [[claim.source for claim in position.claims] for position in view.positions]


OLD, NEW, LATE = ("2026-01-01", "85"), ("2026-02-01", "150"), ("2026-03-01", "85")


@pytest.mark.parametrize(
    ("touched", "expected"),
    [
        ((), [["late", "old"], ["new"]]),
        (("new/a",), [["new"], ["late", "old"]]),
        (("old/a",), [["old", "late"], ["new"]]),
        (("old/a", "new/a"), [["old", "late"], ["new"]]),
        (("elsewhere/a",), [["late", "old"], ["new"]]),
    ],
)
def test_the_touched_side_comes_first_else_the_later(
    touched: tuple[str, ...], expected: list[list[str]]
) -> None:
    view = finding(touched, old=OLD, new=NEW, late=LATE)
    assert order(view) == expected
    assert view.at.path.endswith(f"/{expected[0][0]}.yaml")
    (other,) = view.against
    assert other.path.endswith(f"/{expected[1][0]}.yaml")


def test_the_later_source_comes_first_whichever_figure_is_larger() -> None:
    assert order(finding(a=("2026-01-01", "85"), b=("2026-02-01", "150"))) == [["b"], ["a"]]
    assert order(finding(a=("2026-02-01", "85"), b=("2026-01-01", "150"))) == [["a"], ["b"]]


def test_the_bars_of_the_picture_are_in_the_order_of_the_sides() -> None:
    (card,) = reported(("new/a",), old=OLD, new=NEW).view(Page).open.shown
    assert card.plot is not None
    assert [bar.label for bar in card.plot.bars] == [column.value for column in card.columns.shown]
