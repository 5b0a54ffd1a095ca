"""The report in another language, in a real Chromium: its tag, its words, its filters."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Watch


@pytest.fixture
def italian(address_of: Callable[[str, str], str]) -> str:
    return address_of("claims", "it")


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
