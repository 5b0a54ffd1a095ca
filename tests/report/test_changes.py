"""What was known and is not so any more: it is shown struck through, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.against.repository import DAY
from tests.corpora import add, contradict, found, run

Page = Callable[[str], str]


@pytest.fixture
def page_since(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Page:
    """The page after a change to the claims, held against a run before it."""
    monkeypatch.chdir(tmp_path)
    corpus = found(tmp_path)
    contradict(corpus)
    assert run("check", "-o", "json:old.json", "--fail-on", "never", *DAY) == 0

    def page(value: str) -> str:
        add(corpus, "Post", f"attribute: budget, value: {value}, period: 2025")
        assert run("report", "--since", "old.json", *DAY) == 0
        return Path("report.html").read_text("utf-8").replace("\xa0", " ")

    return page


def test_an_old_value_is_struck_through_on_its_card_and_in_the_list(page_since: Page) -> None:
    page = page_since("95 million euros")
    assert page.count("<del><bdi>85 mn EUR</bdi></del>") == 2
    assert "<del><bdi>150" not in page, "what is still said is not struck through"


def test_a_value_that_is_typed_otherwise_is_the_same(page_since: Page) -> None:
    assert "<del>" not in page_since("EUR 85m")


def test_a_finding_that_went_is_listed_with_its_values(page_since: Page) -> None:
    page = page_since("150 million euros")
    assert 'id="gone"' in page
    gone = page.split('id="gone"')[1].split("</section>")[0]
    assert "northwind / budget / 2025" in gone
    assert "<del><bdi>150 mn EUR</bdi></del>, <del><bdi>85 mn EUR</bdi></del>" in gone
