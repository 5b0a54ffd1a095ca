"""A page that would be too large shows what weighs most, says so, and links to nothing cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.reporting import ReportView, fitting
from factcheck.reporting.groups import grouped
from factcheck.reporting.translating import translator
from factcheck.reports import html
from tests.reports.views import BUDGET, VIEW

MANY = tuple(replace(BUDGET, id=f"{n:012x}") for n in range(120))
LARGE = replace(VIEW, findings=MANY, groups=grouped(MANY, translator()))


def test_a_page_of_a_usual_size_is_whole() -> None:
    assert fitting.cut(VIEW, fitting.STEPS[0]) == VIEW
    assert "does not show everything" not in html.render(VIEW)


def test_what_is_too_large_shows_the_first_findings_and_says_how_many_are_missing() -> None:
    whole = len(html.render(LARGE).encode())
    page = fitting.fitted(LARGE, html._whole, whole // 2)
    assert len(page.encode()) <= whole // 2
    shown = re.findall(r'<article [^>]*id="f-(\w+)"', page)
    assert shown == [finding.id for finding in MANY[: len(shown)]]
    assert 0 < len(shown) < len(MANY)
    assert f"Left out: findings {len(MANY) - len(shown)}, rows" in page.replace("\xa0", " ")
    assert "does not show everything" in page


def test_links_lead_to_what_is_left() -> None:
    whole = len(html.render(LARGE).encode())
    page = fitting.fitted(LARGE, html._whole, whole // 2)
    ids = set(re.findall(r'\bid="([^"]+)"', page))
    targets = set(re.findall(r'href="#(f-[^"]+)"', page))
    cited = {f"f-{id}" for a in VIEW.agreements for id in a.questioned}
    cited |= {f"f-{id}" for s in VIEW.subjects for one in s.said for id in one.findings}
    cited |= {p.target for desk in VIEW.work for t in desk.tasks for p in t.points}
    assert targets - ids <= cited


def test_something_is_shown_even_if_nothing_fits() -> None:
    page = fitting.fitted(LARGE, html._whole, 10)
    assert len(re.findall("<article ", page)) == 1
    assert "<h1>" in page


def test_cards_are_shortened_before_any_is_left_out() -> None:
    first, second, *_ = BUDGET.positions
    told = tuple(replace(first.claims[0], name=f"s/c{n}") for n in range(40))
    crowded = replace(BUDGET, positions=(replace(first, claims=told), second))
    many = tuple(replace(crowded, id=f"{n:012x}") for n in range(60))
    view = replace(VIEW, findings=many, groups=grouped(many, translator()))
    whole = len(html.render(view).encode())
    page = fitting.fitted(view, html._whole, whole // 3)
    assert len(re.findall("<article ", page)) == 60
    assert page.count('class="claim"') < 60 * 41
    (rows,) = re.findall(r"rows of lists (\d+)", page.replace("\xa0", " "))
    assert int(rows) >= 60 * 41 - page.count('class="claim"') - 60


def test_of_many_cards_so_many_are_drawn_as_may_fit() -> None:
    """Beyond so few that all are tried, some cards tell how many there is room for."""
    few = len(html.render(LARGE).encode())
    many = tuple(replace(BUDGET, id=f"{n:012x}") for n in range(900))
    drawn: list[int] = []

    def render(view: ReportView, left_out: fitting.LeftOut) -> Iterator[str]:
        drawn.append(len(view.findings))
        return html._whole(view, left_out)

    page = fitting.fitted(
        replace(VIEW, findings=many, groups=grouped(many, translator())), render, few
    )
    assert len(page.encode()) <= few
    shown = len(re.findall("<article ", page))
    assert 50 < shown < 900
    assert sum(n > 2 * fitting.SAMPLE for n in drawn) <= 2, "hardly any page is drawn in vain"
