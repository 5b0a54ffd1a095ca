"""The report in a real Chromium: at a desk, on a phone and on paper, light and dark, scriptless."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page

from factcheck.formats.html import render
from tests.browser.axe import UNFOLD, violations
from tests.browser.conftest import written
from tests.formats.bricks import whole
from tests.formats.findings import BUDGET, FINDINGS, STAFF
from tests.formats.test_html import poisoned
from tests.formats.views import PAGE

if TYPE_CHECKING:
    from tests.browser.conftest import Watch

DESKTOP, TABLET, PHONE, SMALL = (1440, 900), (768, 1024), (390, 844), (320, 640)
BOXES = """elements => elements.map(element => {
  const box = element.getBoundingClientRect();
  return [box.width, box.left, box.top].map(Math.round);
})"""


def test_it_opens_without_an_error_and_asks_for_nothing(
    page: Page, watch: Watch, address: str
) -> None:
    page.goto(address)
    assert page.locator("h1").inner_text().replace("\xa0", " ") == PAGE.summary.headline[0]
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.kicker')).borderTopWidth") != "0px"
    )
    assert {url.partition(",")[0] for url in watch.asked} <= {address, "data:image/svg+xml"}
    assert watch.errors == []
    assert watch.requests == []


def test_every_finding_is_one_jump_away(page: Page, address: str) -> None:
    page.goto(address)
    index = page.get_by_role("region", name="Open findings")
    index.get_by_role("link", name="Northwind – budget, 2025").click()
    assert page.url.endswith(f"#f-{BUDGET.id}")
    card = page.locator(f"#f-{BUDGET.id}")
    assert card.get_by_role("heading").first.inner_text() == "Northwind – budget, 2025"
    assert card.locator(".standfirst").inner_text() == BUDGET.message
    assert card.locator(".value").all_inner_texts() == [p.value for p in BUDGET.positions]


def test_sides_have_equal_weight_and_are_stacked_on_a_phone(page: Page, address: str) -> None:
    positions = f"#f-{BUDGET.id} .position"
    at(page, address, DESKTOP)
    (width, _, top), (other_width, _, other_top) = page.locator(positions).evaluate_all(BOXES)
    assert (width, top) == (other_width, other_top)
    at(page, address, PHONE)
    (_, left, top), (_, other_left, other_top) = page.locator(positions).evaluate_all(BOXES)
    assert left == other_left
    assert top < other_top


def at(page: Page, address: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(address)


@pytest.mark.parametrize(
    ("anchor", "folded"), [(f"f-{STAFF.id}", ".value"), ("unchecked-alone", "tbody th")]
)
def test_an_address_opens_the_fold_that_it_points_to(
    page: Page, address: str, anchor: str, folded: str
) -> None:
    page.goto(address)
    inside = page.locator(f"#{anchor} {folded}").first
    assert not inside.is_visible()
    page.goto(f"{address}#{anchor}")
    assert inside.is_visible()


def test_it_is_complete_without_scripts(
    page_without_scripts: Page, watch: Watch, address: str
) -> None:
    page = page_without_scripts
    page.goto(address)
    for finding in FINDINGS:
        card = page.locator(f"#f-{finding.id}")
        for folded in card.locator("summary").all():
            folded.click()
        shown = card.inner_text()
        made = finding.resolution
        asked = made.reason if made is not None and made.in_force else finding.todo
        facts = [finding.message, finding.verdict, asked, *finding.hints, *finding.steps]
        facts += [p.value for p in finding.positions]
        for claim in (c for p in finding.positions for c in p.claims):
            facts += [claim.outlet, claim.text, claim.reading, "".join(claim.quote)]
            facts += [f"{claim.location.path}:{claim.location.line}"]
        assert [fact for fact in facts if fact not in shown] == []
    assert watch.errors == []


@pytest.mark.parametrize(
    "text", ["", "x" * 5_000, "<script>alert(1)</script>\u202e"], ids=["real", "long", "hostile"]
)
def test_nothing_scrolls_sideways(page: Page, watch: Watch, tmp_path: Path, text: str) -> None:
    page.goto(written(tmp_path / "report.html", poisoned(text) if text else render(PAGE)))
    page.evaluate(UNFOLD)
    for width, height in (DESKTOP, TABLET, PHONE, SMALL):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert watch.errors == []


def test_on_paper_everything_is_open_and_addresses_follow_links(page: Page, address: str) -> None:
    page.goto(address)
    page.emulate_media(media="print")
    assert page.locator(f"#f-{BUDGET.id} .steps li").first.is_visible()
    note = page.locator(f"#f-{STAFF.id}")
    assert note.locator(".standfirst").is_visible(), "what contradicts nothing is told in a line"
    assert not note.locator(".value").first.is_visible()
    note.locator("details").first.evaluate("fold => fold.open = true")
    assert note.locator(".value").first.is_visible(), "what a reader has opened is not hidden"
    assert page.locator(".finder, .commands, .letter, #subjects").evaluate_all(
        "all => all.length > 3 && all.every(one => one.offsetParent === null)"
    ), "what is for typing, copying and looking up is not for paper"
    after = "getComputedStyle(document.querySelector('.outlet a'), '::after').content"
    assert "https://harbour.example/" in page.evaluate(after)
    style = "getComputedStyle(document.querySelector('.finding > header'))"
    assert page.evaluate(f"[{style}.display, {style}.breakInside]") == [
        "table-header-group",
        "avoid",
    ], "the head of a card comes again on each page that the card needs"
    assert page.pdf(format="A4").startswith(b"%PDF-")


def test_a_run_without_findings_says_so(page: Page, watch: Watch, tmp_path: Path) -> None:
    empty = replace(
        PAGE,
        summary=replace(
            PAGE.summary,
            headline=("No source contradicts another.",),
            counts=(("not-compared", 0),),
            findings=(),
            announced=(),
        ),
        open=whole([]),
        gone=whole([]),
        groups=(),
        agreed=whole([]),
        several=whole([]),
        unchecked=(),
        sources=whole([]),
        diagnostics=whole([]),
        stale=whole([]),
        work=(),
        facets=(),
        subjects=whole([]),
        looked=(),
        gaps=(),
        timelines=(),
        matrix=None,
        origins=None,
    )
    page.goto(written(tmp_path / "report.html", render(empty)))
    assert page.locator("h1").inner_text() == "No source contradicts another."
    assert page.locator("section").count() == 0
    assert violations(page) == []
    assert watch.errors == []


def test_the_keyboard_can_skip_to_the_findings(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "Skip to the findings"
    assert skip.evaluate("link => link.getBoundingClientRect().top >= 0")
    assert skip.evaluate("link => getComputedStyle(link).outlineStyle") == "solid"


NAMED = [
    ("contradicts", ("85 bn CNY", "150 bn CNY"), ("85 miliardi di yuan", "150 miliardi di RMB")),
    ("contradicts", ("open-source", "proprietary"), ("open-source", "proprietari")),
    ("confused", ("Ascend", "Kunpeng"), ("Ascend", "Kunpeng")),
    ("variant", ("Dubao", "Doubao"), ("Dubao", "Doubao")),
]


def test_the_four_findings_of_the_shipped_claims_are_shown(
    page_without_scripts: Page, watch: Watch, address_of: Callable[[str], str]
) -> None:
    page_without_scripts.goto(address_of("claims"))
    for named in NAMED:
        is_shown(page_without_scripts, *named)
    assert watch.errors == []
    assert watch.requests == []


def is_shown(page: Page, verdict: str, positions: tuple[str, str], words: tuple[str, str]) -> None:
    """One card has these two positions and these words, and stands where its state puts it."""
    cards = page.locator(f"article[data-verdict={verdict}]").all()
    [card] = [c for c in cards if shows(c.locator(".value").all_text_contents(), positions)]
    assert card.is_visible()
    decided = card.get_attribute("data-state") == "resolved"
    if decided:
        card.locator("summary").first.click()
    shown = card.inner_text()
    assert [word for word in words if word not in shown] == []
    anchor = card.get_attribute("id")
    assert page.locator(f".index a[href='#{anchor}']").count() == (0 if decided else 1)


def shows(values: list[str], positions: tuple[str, str]) -> bool:
    """Whether the values are these two sides and no other, whatever else is said of each."""
    return len(values) == 2 and all(
        any(position in value for value in values) for position in positions
    )
