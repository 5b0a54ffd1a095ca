"""What a page is given beyond the findings: work by who can do it, what may be printed, gaps."""

from __future__ import annotations

import pytest

from factcheck.pipeline import run
from factcheck.report import rulebook
from factcheck.report.explained import FindingView
from factcheck.report.page import Page, WorkView
from factcheck.report.work import ASKED, CURATOR, EDITOR
from factcheck.rules import every_rule
from tests.corpora import add, found

ATTRIBUTES = """attributes:
  - {id: budget, label: budget, kind: money, unit: EUR, key: [period]}
  - {id: cranes, label: cranes, kind: quantity, key: [period], outlets_know: true}
  - {id: piers, label: piers, kind: quantity, key: [period], outlets_know: true}
"""
PIERS = "attribute: piers, value: 4, period: 2025"
CRANES = "attribute: cranes, value: 12, period: 2025"
BUDGET = "attribute: budget, value: {} million euros, period: 2025"


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Page:
    """Three sources: two origins agree on the cranes, and the budget is disputed."""
    folder = found(tmp_path_factory.mktemp("page"))
    (folder / "attributes.yaml").write_text(ATTRIBUTES, "utf-8")
    add(folder, "Harbour", BUDGET.format(85), CRANES, PIERS)
    add(folder, "Molo", BUDGET.format(150), CRANES, PIERS)
    add(folder, "Quay", BUDGET.format(150), "attribute: cranes, value: 12")
    return run(folder).view(Page)


def open_finding(view: Page) -> FindingView:
    (card,) = view.open.shown
    return card.finding


def desk(view: Page, who: str) -> WorkView:
    (found,) = [one for one in view.work if one.who == who]
    return found


def test_every_word_that_rules_begin_with_is_somebodys_work() -> None:
    todos = {
        finding.todo.template
        for rule in every_rule()
        for example in rule.flags
        for finding in rulebook.found(rule, example)
    }
    first = {todo.replace(",", " ").split()[0] for todo in todos}
    assert len(first) > 10
    assert first <= CURATOR | ASKED | EDITOR
    assert not CURATOR & ASKED and not ASKED & EDITOR and not CURATOR & EDITOR


def test_a_contradiction_is_decided_by_the_editor_and_asked_of_its_outlets(
    view: Page,
) -> None:
    finding = open_finding(view)
    (task,) = desk(view, "editor").tasks.shown
    assert task.todo == finding.todo
    assert [(p.target, p.words) for p in task.points.shown] == [
        (f"f-{finding.id}", "Northwind – budget, 2025")
    ]
    asked = {
        task.todo: [(point.words, point.excluded) for point in task.points.shown]
        for task in desk(view, "outlet").tasks.shown
    }
    assert asked == {
        "Harbour": [("Northwind – budget, 2025: 85 mn EUR", "150 mn EUR")],
        "Molo": [("Northwind – budget, 2025: 150 mn EUR", "85 mn EUR")],
        "Quay": [("Northwind – budget, 2025: 150 mn EUR", "85 mn EUR")],
    }


def test_a_missing_period_is_the_curators(view: Page) -> None:
    todos = {
        task.todo: [(point.target, point.words) for point in task.points.shown]
        for task in desk(view, "curator").tasks.shown
    }
    assert [("unchecked-lacks-period", "1 claim")] in todos.values()
    assert any(todo.startswith("Add period") for todo in todos)


def test_what_is_disputed_is_not_agreed(view: Page) -> None:
    assert {one.attribute for one in view.agreed.shown} == {"cranes", "piers"}
    cranes = next(one for one in view.agreed.shown if one.attribute == "cranes")
    assert cranes.origin_names == ("Harbour", "Molo")
    assert not any("budget" in one.attribute for one in (*view.agreed.shown, *view.several.shown))


def test_every_claim_stands_once_under_its_subject(view: Page) -> None:
    (northwind,) = view.subjects.shown
    assert northwind.id == "northwind"
    names = [stated.name for stated in northwind.statements.shown]
    assert len(names) == len(set(names)) == 8
    finding = open_finding(view)
    of_budget = [
        stated.findings for stated in northwind.statements.shown if stated.attribute == "budget"
    ]
    assert of_budget == [(finding.id,)] * 3
    assert {
        stated.findings for stated in northwind.statements.shown if stated.attribute != "budget"
    } == {()}


def test_only_questions_that_tell_findings_apart_are_offered(view: Page) -> None:
    assert {facet.key for facet in view.facets} == {"source"}
    (facet,) = view.facets
    assert [(o.value, o.count) for o in facet.options] == [("harbour", 1), ("molo", 1), ("quay", 1)]


def test_gaps_are_counted_and_lead_to_their_lists(view: Page) -> None:
    assert ("unchecked-lacks-period", 1) in [(gap.target, gap.count) for gap in view.gaps]
    assert "Without a period, which another source states." in [gap.words for gap in view.gaps]


def test_the_run_says_what_it_looked_at(view: Page) -> None:
    stated = dict(view.looked)
    assert stated["Sources"] == "3, published Jan 5, 2026"
    assert stated["Claims"] == "8, on 3 topics"
    assert stated["Settings"] == "as shipped"
