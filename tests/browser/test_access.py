"""axe finds no violation: each view of the page once for its structure, and in each colour scheme.

The structure of a view is the same in both schemes, and its colours in every language.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from playwright.sync_api import Page

from tests.against.repository import DAY, Repository, clash
from tests.browser.axe import UNFOLD, violations, violations_of_colour, violations_of_structure
from tests.corpora import add, run

if TYPE_CHECKING:
    from tests.browser.conftest import Watch

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
FACETS = ("state", "verdict", "rule", "subject", "source")


@pytest.fixture(autouse=True)
def nothing_goes_wrong(watch: Watch) -> Iterator[None]:
    yield
    assert watch.errors == []
    assert watch.requests == []


def assert_accessible(page: Page) -> None:
    """In its structure, and in the colours of both schemes."""
    assert violations_of_structure(page) == []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert violations_of_colour(page) == [], scheme


def test_with_everything_unfolded(page: Page, address_of: Callable[[str], str]) -> None:
    page.goto(address_of("claims"))
    page.evaluate(UNFOLD)
    assert_accessible(page)


def test_in_italian(page: Page, address_of: Callable[[str, str], str]) -> None:
    page.goto(address_of("claims", "it"))
    page.evaluate(UNFOLD)
    assert violations_of_structure(page) == []


def test_in_each_state_of_the_filters(page: Page, address_of: Callable[[str], str]) -> None:
    page.goto(address_of("claims"))
    for facet in FACETS:
        chosen = page.locator(f".finder [name={facet}]")
        values = chosen.locator("option").evaluate_all("all => all.map(one => one.value)")
        assert len(values) > 2
        chosen.select_option(values[1])
        assert page.locator("article.finding:visible").count() > 0
        assert violations_of_structure(page) == [], facet
        chosen.select_option("")


VIEWS = {"": "", "narrowed": "#verdict=contradicts&q=northwind", "nothing": "#q=nothing+has+this"}
KEYS = ("?", "/", "je", "jk")
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


@pytest.mark.parametrize("view", [*VIEWS, *KEYS])
def test_in_each_view_of_the_page(page: Page, address: str, view: str) -> None:
    page.goto(address + VIEWS.get(view, ""))
    for key in view if view in KEYS else "":
        page.keyboard.press(key)
    assert_accessible(page)


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_on_a_desk_and_on_a_phone(page: Page, address: str, size: dict[str, int]) -> None:
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    page.goto(address)
    page.evaluate(UNFOLD)
    assert_accessible(page)


@pytest.mark.parametrize(("compared", "language"), [("--against", "it"), ("--since", "en")])
def test_in_a_comparison(page: Page, repository: Repository, compared: str, language: str) -> None:
    """New, changed and gone findings, and what they are compared with."""
    clash(repository.claims)
    assert run("check", "-o", "json:old.json", "--fail-on", "never", *DAY) == 0
    assert json.loads(Path("old.json").read_text("utf-8"))["findings"]
    add(repository.claims, "Wire", "attribute: budget, value: 160 million euros, period: 2025")
    earlier = "main" if compared == "--against" else "old.json"
    assert run("report", compared, earlier, "--language", language, *DAY) == 0
    page.goto((Path.cwd() / "report.html").as_uri())
    page.evaluate(UNFOLD)
    assert page.locator(".state.changed, .before, .stale").count() > 0
    assert_accessible(page)


@pytest.mark.parametrize(
    ("colour", "markup", "rule"),
    [
        ("#999", "", "color-contrast"),
        ("", "<img src='data:,'>", "image-alt"),
        ("", "<select></select>", "select-name"),
    ],
)
def test_a_seeded_violation_is_found(
    page: Page, watch: Watch, address: str, colour: str, markup: str, rule: str
) -> None:
    page.goto(address)
    page.evaluate(
        "([colour, markup]) => { const card = document.querySelector('.finding .standfirst');"
        " card.style.color = colour; card.innerHTML += markup; }",
        [colour, markup],
    )
    watch.errors.clear()  # an image that is none
    assert rule in " ".join(violations(page))
