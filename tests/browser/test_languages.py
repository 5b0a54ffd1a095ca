"""The report in another language, in a real Chromium: its tag, its words, its filters, axe."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from factcheck.corpus import read_files
from factcheck.formats.html import render
from factcheck.judging import Gate
from factcheck.pipeline import described, look
from factcheck.report.page import Page as View
from tests.browser.conftest import Watch


@pytest.fixture(scope="module")
def italian(tmp_path_factory: pytest.TempPathFactory) -> str:
    view = described(look(read_files(Path("claims")), gate=Gate()), "claims", "it").view(View)
    page = tmp_path_factory.mktemp("it") / "report.html"
    page.write_text(render(view), encoding="utf-8")
    return page.as_uri()


def test_the_page_says_its_language_and_each_quote_its_own(page: Page, italian: str) -> None:
    page.goto(italian)
    assert page.locator("html").get_attribute("lang") == "it"
    assert page.locator("blockquote[lang=en]").count() > 0
    assert page.get_by_role("heading", name="Rilievi aperti").is_visible()


def test_what_a_filter_leaves_is_told_in_the_language(
    page: Page, italian: str, watch: Watch
) -> None:
    page.goto(italian)
    page.get_by_label("Esito", exact=True).select_option(value="contradicts")
    assert page.locator("#found").inner_text().endswith("rilievi su " + _all(page))
    assert page.locator("article.finding:visible").count() > 0
    assert watch.errors == watch.requests == []


def _all(page: Page) -> str:
    return page.locator("#found").get_attribute("data-all") or ""


def test_a_letter_can_be_read_and_stands_in_its_card(page: Page, italian: str) -> None:
    page.goto(italian)
    card = page.locator("article.finding", has=page.get_by_text("a seconda della fonte")).first
    letters = card.locator("details", has=page.locator(".letter")).first
    letters.locator("summary").click()
    assert "Alla redazione di" in letters.inner_text()
