"""Finding in the page: filters that live in the address, keys, the panel, and what is announced."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page

from factcheck.formats.html import render
from factcheck.report.page import FacetView, OptionView
from tests.browser.conftest import written
from tests.formats.altering import with_fields
from tests.formats.bricks import MOLO
from tests.formats.findings import (
    BUDGET,
    BUDGET_CARD,
    CONFUSED,
    FINDINGS,
    LICENCE,
    LICENCE_CARD,
    SPELLING,
    STAFF,
)
from tests.formats.views import PAGE, grouped

if TYPE_CHECKING:
    from tests.browser.conftest import Watch

EVERY = {f.id for f in FINDINGS}
OF_MOLO = {f.id for f in FINDINGS if MOLO.id in f.sources}


@pytest.fixture(autouse=True)
def nothing_goes_wrong(watch: Watch) -> object:
    """Whatever a reader does, the page makes no error and asks for nothing."""
    yield
    assert watch.errors == []
    assert watch.requests == []


def shown(page: Page) -> set[str]:
    """The ids of the findings that are not filtered away."""
    ids = page.locator("article.finding").evaluate_all(
        "all => all.filter(one => one.offsetParent !== null).map(one => one.id.slice(2))"
    )
    return set(ids)


def fragment(page: Page) -> dict[str, list[str]]:
    """The filters that the address holds."""
    return parse_qs(page.url.partition("#")[2])


CHOICES = [
    ("state", "reopened", {"dec1ded00003"}),
    ("verdict", "variant", {SPELLING.id}),
    ("verdict", "scope-differs", {STAFF.id}),
    ("rule", "name-variant", {SPELLING.id}),
    ("source", MOLO.id, OF_MOLO),
]


@pytest.mark.parametrize(("key", "value", "left"), CHOICES, ids=[f"{k}={v}" for k, v, _ in CHOICES])
def test_each_filter_narrows_is_announced_and_comes_back_from_the_address(
    page: Page, address: str, key: str, value: str, left: set[str]
) -> None:
    page.goto(address)
    assert shown(page) == EVERY
    page.locator(f".finder [name={key}]").select_option(value)
    assert shown(page) == left
    assert fragment(page) == {key: [value]}
    stated = page.get_by_role("status").inner_text()
    assert stated == f"{len(left)} of {len(EVERY)} findings"
    mailed = page.url
    page.goto("about:blank")
    page.goto(mailed)
    assert shown(page) == left
    assert page.locator(f".finder [name={key}]").input_value() == value
    page.get_by_role("button", name="Show all").click()
    assert page.url == address
    assert shown(page) == EVERY
    assert page.get_by_role("status").inner_text() == f"{len(EVERY)} findings"


def test_a_filter_on_subjects_is_offered_and_works(page: Page, tmp_path: Path) -> None:
    other = with_fields(LICENCE_CARD, subject_id="southwind", subject="Southwind")
    options = (OptionView("northwind", "Northwind", 1), OptionView("southwind", "Southwind", 1))
    facet = FacetView("subject", "Subject", "any subject", options)
    view = replace(PAGE, groups=grouped([BUDGET_CARD, other]), facets=(facet,))
    page.goto(written(tmp_path / "report.html", render(view)))
    page.get_by_label("Subject", exact=True).select_option(label="Southwind (1)")
    assert shown(page) == {other.finding.id}
    assert page.locator("#f-" + BUDGET.id).is_hidden()


def test_words_are_found_without_accents_and_in_any_case(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("searchbox").fill("gondola MOLO")
    assert shown(page) == {CONFUSED.id}
    assert fragment(page) == {"q": ["gondola MOLO"]}
    page.get_by_role("searchbox").fill("góndola")
    assert shown(page) == {CONFUSED.id}
    page.get_by_role("searchbox").fill("nothing has this")
    assert shown(page) == set()
    assert page.get_by_role("status").inner_text() == "No finding fits."
    assert page.locator("section.group").evaluate_all("all => all.every(one => one.hidden)")


def test_filters_join_and_narrow_the_lists_as_well(page: Page, address: str) -> None:
    page.goto(f"{address}#verdict=contradicts&q=tariff")
    assert shown(page) == {LICENCE.id}
    index = page.get_by_role("region", name="Open findings").get_by_role("link")
    assert index.all_inner_texts() == ["Northwind – tariff model"]
    assert page.locator("#sources").is_hidden(), "a source has no verdict"


def test_what_the_report_does_not_have_cannot_be_asked_for(page: Page, address: str) -> None:
    page.goto(f"{address}#verdict=unheard-of&colour=red&q=%25%E0%A4%A")
    assert page.locator(".finder [name=verdict]").input_value() == ""
    page.goto(f"{address}#%E0%A4%A")
    assert page.locator("h1").is_visible()


def test_an_anchor_shows_what_filters_hide(page: Page, address: str) -> None:
    page.goto(f"{address}#verdict=variant")
    page.evaluate(f"location.hash = 'f-{BUDGET.id}'")
    page.wait_for_function("!location.hash.includes('=')")
    assert page.locator(f"#f-{BUDGET.id}").is_visible()
    assert shown(page) == EVERY


ANCHORS = [
    "subject-northwind",
    "c-harbour-post-2026-02/claim-80",
    f"s-{MOLO.id}",
    "unchecked-alone",
]


@pytest.mark.parametrize("anchor", ANCHORS)
def test_subjects_claims_and_sources_have_addresses(page: Page, address: str, anchor: str) -> None:
    page.goto(f"{address}#{anchor}")
    target = page.locator(f"[id='{anchor}']")
    assert target.is_visible()
    top = target.evaluate("one => one.getBoundingClientRect().top")
    assert 0 <= top < 800


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def test_j_and_k_go_from_finding_to_finding(page: Page, address: str) -> None:
    page.goto(address)
    order = [f"f-{c.finding.id}" for g in PAGE.groups for c in g.cards]
    for id in order[:3]:
        page.keyboard.press("j")
        assert focused(page) == id
    top = page.locator(f"#{order[2]}").evaluate("one => one.getBoundingClientRect().top")
    assert 0 <= top < 400
    page.keyboard.press("k")
    assert focused(page) == order[1]


def test_j_skips_what_is_filtered_away(page: Page, address: str) -> None:
    page.goto(f"{address}#verdict=variant")
    page.keyboard.press("j")
    assert focused(page) == f"f-{SPELLING.id}"


def test_e_opens_and_closes_what_folds_in_a_finding(page: Page, address: str) -> None:
    page.goto(address)
    steps = page.locator(f"#f-{BUDGET.id} .steps li").first
    page.keyboard.press("j")
    page.keyboard.press("e")
    assert steps.is_visible()
    page.keyboard.press("e")
    assert not steps.is_visible()


def test_slash_searches_and_escape_shows_all(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    assert focused(page) == "find-q"
    page.keyboard.type("jek/?gondola")
    assert page.get_by_role("searchbox").input_value() == "jek/?gondola", "letters are letters here"
    assert shown(page) == set()
    page.keyboard.press("Escape")
    assert shown(page) == EVERY
    assert page.url == address


def test_the_panel_of_keys_opens_closes_and_can_switch_them_off(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("?")
    panel = page.get_by_role("dialog", name="Keys")
    assert panel.is_visible()
    listed = panel.locator("kbd").all_inner_texts()
    assert listed == ["j", "k", "e", "/", "?", "Esc"]
    panel.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    assert not panel.is_visible()
    page.keyboard.press("j")
    assert not focused(page).startswith("f-")
    assert fragment(page) == {"keys": ["off"]}
    page.reload()
    page.keyboard.press("?")
    assert not panel.is_visible()
    page.get_by_role("button", name="Keys").click()
    assert panel.is_visible()


def test_without_scripts_nothing_is_offered_that_does_not_work(
    page_without_scripts: Page, address: str
) -> None:
    page = page_without_scripts
    page.goto(f"{address}#verdict=variant")
    assert not page.locator(".finder").is_visible()
    assert page.locator(f"#f-{BUDGET.id}").is_visible()
    assert not page.locator("#keys").is_visible()
