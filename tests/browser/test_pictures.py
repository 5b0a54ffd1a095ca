"""The pictures in a real Chromium: said in words, inside their frames, usable on a phone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page

from factcheck.formats.html import render
from factcheck.report.pictures.picture_parts import BlockView, CellView, ColumnView, RowView
from tests.browser.axe import UNFOLD
from tests.formats.pictured import MATRIX
from tests.formats.views import PAGE

DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
BEYOND = """pictures => pictures.flatMap(picture => {
  const frame = picture.getBoundingClientRect();
  return [...picture.querySelectorAll('line, rect, path, text')].filter(shape => {
    const box = shape.getBoundingClientRect();
    return box.left < frame.left - 3 || box.right > frame.right + 3
      || box.top < frame.top - 3 || box.bottom > frame.bottom + 3;
  }).map(shape => shape.outerHTML);
})"""
STATED = """pictures => pictures.map(picture => [
  picture.querySelector(':scope > title')?.textContent ?? '',
  picture.querySelector(':scope > desc')?.textContent ?? ''])"""


@pytest.fixture(params=["claims", "examples/countries"])
def address(request: pytest.FixtureRequest, address_of: Callable[[str], str]) -> str:
    """The report on each corpus that is shipped."""
    return address_of(request.param)


def test_every_picture_says_in_words_what_it_shows(page: Page, address: str) -> None:
    page.goto(address)
    stated = page.locator("svg[role=img]").evaluate_all(STATED)
    assert stated
    assert [pair for pair in stated if not all(text.strip() for text in pair)] == []


def test_nothing_of_a_picture_lies_outside_it(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate(UNFOLD)
    for size in (DESK, PHONE):
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        assert page.locator("svg[role=img]").evaluate_all(BEYOND) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def large(columns: int, rows: int) -> str:
    """A page whose matrix has so many sources and topics."""
    cell = CellView("given", "•", "value given", "between 76.5 and 93.5", 0, "matrix")
    sources = tuple(
        ColumnView(f"s{n}", f"Harbour Post {n}", "2026-02-03", True) for n in range(columns)
    )
    block = BlockView("Northwind", (RowView("budget for cranes", (cell,) * columns),) * 5)
    matrix = replace(MATRIX, columns=sources, blocks=(block,) * (rows // 5))
    return render(replace(PAGE, matrix=matrix))


def test_a_large_matrix_scrolls_in_its_frame_with_both_heads_in_sight(
    page: Page, tmp_path: Path
) -> None:
    file = tmp_path / "report.html"
    file.write_text(large(20, 40), encoding="utf-8")
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    page.goto(file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    frame = page.locator("#matrix .frame")
    frame.evaluate("frame => frame.scrollTo(1500, 900)")
    left, top = frame.evaluate(
        "f => [f.getBoundingClientRect().left, f.getBoundingClientRect().top]"
    )
    heads = page.locator("#matrix thead th").evaluate_all(
        "heads => heads.map(head => head.getBoundingClientRect().top)"
    )
    assert all(abs(head - top) <= 2 for head in heads)
    rows = page.locator("#matrix tbody tr:not(.subject) th").evaluate_all(
        "heads => heads.map(head => head.getBoundingClientRect().left)"
    )
    assert all(abs(head - left) <= 2 for head in rows)


@pytest.mark.parametrize("place", ["#matrix h2", "#matrix thead", "#over-time h2", "#origins h2"])
def test_the_search_above_covers_no_head_of_a_picture(page: Page, address: str, place: str) -> None:
    """Jumped to from the top of the page, or scrolled into sight, on a desk."""
    page.set_viewport_size({"width": DESK["width"], "height": DESK["height"]})
    page.goto(address)
    target = place.split()[0] if place.endswith("h2") else "#matrix .frame"
    page.locator(target).evaluate("part => part.scrollIntoView()")
    bar = page.locator("form.finder").evaluate("form => form.getBoundingClientRect().bottom")
    head = page.locator(place).evaluate("head => head.getBoundingClientRect().top")
    assert 0 < bar <= head


def test_a_cell_leads_to_what_it_tells_of(page: Page, address: str) -> None:
    page.goto(address)
    for state in ("given", "unclear"):
        link = page.locator(f"#matrix td.{state} a").first
        target = (link.get_attribute("href") or "").removeprefix("#")
        link.click()
        assert page.evaluate("id => document.getElementById(id).checkVisibility()", target)
