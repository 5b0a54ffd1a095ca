"""A page has room for so much: the first findings have cards, the others rows; it says the rest."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from bench.generate import disputes
from factcheck.formats import html
from factcheck.pipeline import report_on, run
from factcheck.report import paging
from factcheck.report.build import Report
from factcheck.report.cutting import Space, cut
from factcheck.report.page import Page
from tests.corpora import add, found, page_of

MOST = 5_000_000
FINDINGS, CARDS = 40, 12


@pytest.fixture(scope="module")
def report() -> Report:
    return report_on(disputes(FINDINGS), path="corpus")


@pytest.fixture
def page(report: Report, monkeypatch: pytest.MonkeyPatch) -> Page:
    """A page with room for a dozen of forty cards."""
    monkeypatch.setattr(paging, "MOST_CARDS", CARDS)
    return report.view(Page)


def ids(pattern: str, text: str) -> list[str]:
    return re.findall(pattern, text)


def test_the_first_findings_have_cards_and_the_others_a_row_with_their_values(page: Page) -> None:
    text = html.render(page)
    lines = page.summary.findings
    assert ids(r'<article [^>]*id="f-(\w+)"', text) == [line.id for line in lines[:CARDS]]
    assert ids(r'<tr id="f-(\w+)"', text) == [line.id for line in lines[CARDS:]]
    for line in lines[CARDS:]:
        (row,) = re.findall(f'<tr id="f-{line.id}">(.*)', text)
        assert all(part in row for part in (line.sign, line.subject, *line.values, line.id))
        assert "<a " not in row
    assert f"{FINDINGS - CARDS} findings in a line each, without cards" in text


def test_what_is_open_beyond_the_list_is_counted(page: Page) -> None:
    assert page.open.count == FINDINGS
    assert f"{FINDINGS - CARDS} more open findings stand below." in html.render(page)


def test_links_lead_to_what_is_on_the_page(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "MOST_CARDS", CARDS)
    monkeypatch.setattr(paging, "BESIDE_ROWS", replace(paging.BESIDE_ROWS, statements=7, sources=1))
    text = html.render(report.view(Page))
    targets = set(re.findall(r'href="#([^"]+)"', text))
    assert {target.partition("-")[0] for target in targets} >= {"f", "c", "s"}
    assert targets - set(re.findall(r'\bid="([^"]+)"', text)) == set()


def test_an_ordinary_page_leaves_nothing_out() -> None:
    text = page_of("examples/countries")
    assert 'class="left-out"' not in text
    assert "without cards" not in text


def test_a_position_of_many_claims_shows_the_first_ones_and_counts_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "CLAIMS", 8)
    corpus = found(tmp_path)
    add(corpus, "Post", "attribute: staff, value: 9")
    for number in range(30):
        add(corpus, f"Wire {number}", "attribute: staff, value: 1200")
    (card,) = run(corpus).view(Page).open.shown
    shown = {column.value: column.claims for column in card.columns.shown}
    assert (len(shown["1,200"].shown), shown["1,200"].left_out) == (7, 23)
    assert len(shown["9"].shown) == 1, "each position has a claim, whatever room there is"
    text = html.render(run(corpus).view(Page))
    assert "23 more are left out here." in text


def test_letters_and_pictures_go_to_the_findings_that_weigh_most(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "LETTERS", 5)
    monkeypatch.setattr(paging, "PICTURES", 3)
    (group,) = report.view(Page).groups
    letters = [len(card.printable.questions.shown) for card in group.cards]
    assert letters[:4] == [2, 2, 1, 0]
    assert all(card.printable.questions.count == 2 for card in group.cards)
    assert [card.plot is not None for card in group.cards[:4]] == [True, True, True, False]
    assert group.cards[3].undrawn
    assert "No picture: the page has no room for more of them." in html.render(report.view(Page))


def test_a_page_of_very_many_findings_opens() -> None:
    """Of 10,000 `python -m bench.report` measures the page; here, by the length of a row."""
    text = html.render(report_on(disputes(1_000)).view(Page))
    start, rows = text.index('<tr id="f-'), text.count('<tr id="f-')
    row = len(text[start : text.index("</tbody>", start)].encode()) / rows
    assert rows == 500
    assert len(text.encode()) + row * (10_000 - 1_000) < MOST


@pytest.mark.parametrize(
    ("length", "most", "beyond", "shown", "left_out"),
    [(0, 3, 0, 0, 0), (3, 3, 0, 3, 0), (4, 3, 0, 3, 1), (4, 3, 5, 3, 6), (4, 0, 0, 0, 4)],
)
def test_a_cut_counts_what_it_leaves_out(
    length: int, most: int, beyond: int, shown: int, left_out: int
) -> None:
    made = cut(tuple(range(length)), most, beyond)
    assert (len(made.shown), made.left_out, made.count) == (shown, left_out, length + beyond)


def test_room_is_taken_in_order_and_never_below_the_least() -> None:
    space = Space(5)
    taken = [space.take("abcd", 3, 1) for _ in range(4)]
    assert [len(one.shown) for one in taken] == [3, 2, 1, 1]
    assert [one.left_out for one in taken] == [1, 2, 3, 3]
