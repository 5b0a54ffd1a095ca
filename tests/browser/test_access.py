"""axe finds no violation in any view: each filter and key, comparisons, Italian, light, dark."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from factcheck.corpus import read_files
from factcheck.formats.html import render
from factcheck.judging import Gate
from factcheck.pipeline import described, look
from factcheck.report.page import Page as View
from tests.against.repository import DAY, Repository, clash
from tests.browser.test_report import UNFOLD, written
from tests.corpora import add, run

if TYPE_CHECKING:
    from tests.browser.conftest import Watch

Scheme = Literal["light", "dark"]
SCHEMES = ("light", "dark")
FACETS = ("state", "verdict", "rule", "subject", "source")


def violations(page: Page) -> list[str]:
    found = Axe().run(page)
    return [v["id"] + ": " + v["nodes"][0]["html"][:200] for v in found.response["violations"]]


@pytest.fixture(autouse=True)
def nothing_goes_wrong(watch: Watch) -> Iterator[None]:
    yield
    assert watch.errors == []
    assert watch.requests == []


@pytest.fixture(scope="module", params=["en", "it"])
def shipped(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The report on the shipped claims, in both languages."""
    view = described(look(read_files(Path("claims")), gate=Gate()), "claims", request.param).view(
        View
    )
    return written(tmp_path_factory.mktemp("access") / "report.html", render(view))


@pytest.mark.parametrize(("facet", "scheme"), [*zip(FACETS, SCHEMES * 3, strict=False)])
def test_in_each_state_of_the_filters(page: Page, shipped: str, facet: str, scheme: Scheme) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(shipped)
    chosen = page.locator(f".finder [name={facet}]")
    values = chosen.locator("option").evaluate_all("all => all.map(one => one.value)")
    assert len(values) > 2
    chosen.select_option(values[1])
    assert page.locator("article.finding:visible").count() > 0
    assert violations(page) == []


@pytest.mark.parametrize(
    ("keys", "scheme"), [*zip(["?", "/", "je", "jk"], SCHEMES * 2, strict=True)]
)
def test_after_each_key(page: Page, shipped: str, keys: str, scheme: Scheme) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(shipped)
    for key in keys:
        page.keyboard.press(key)
    assert violations(page) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_with_everything_unfolded(page: Page, shipped: str, scheme: Scheme) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(shipped)
    page.evaluate(UNFOLD)
    assert violations(page) == []


@pytest.mark.parametrize("language", ["en", "it"])
@pytest.mark.parametrize("compared", ["--against", "--since"])
def test_in_a_comparison(page: Page, repository: Repository, compared: str, language: str) -> None:
    """New, changed and gone findings, and what they are compared with."""
    clash(repository.claims)
    assert run("check", "-o", "json:old.json", "--fail-on", "never", *DAY) == 0
    assert json.loads(Path("old.json").read_text("utf-8"))["findings"]
    add(repository.claims, "Wire", "attribute: budget, value: 160 million euros, period: 2025")
    earlier = "main" if compared == "--against" else "old.json"
    assert run("report", compared, earlier, "--language", language, *DAY) == 0
    for scheme in SCHEMES:
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.goto((Path.cwd() / "report.html").as_uri())
        page.evaluate(UNFOLD)
        assert page.locator(".state.changed, .before, .stale").count() > 0
        assert violations(page) == []
