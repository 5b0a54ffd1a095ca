"""JUnit: the elements and attributes that Jenkins' xUnit plugin takes (its junit-10.xsd)."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from factcheck.model import Location
from factcheck.report.page import CardView
from factcheck.report.record_views import ResolutionView
from tests.formats.altering import with_columns, with_fields
from tests.formats.findings import BUDGET, BUDGET_CARD
from tests.formats.rewriting import views_of
from tests.formats.test_formats import HOSTILE
from tests.formats.views import PAGE, SUMMARY, grouped, render, views

# element -> (attributes that it must have, that it may have, elements that may stand in it)
SHAPE = {
    "testsuites": (set(), {"name", "time", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": (
        {"name", "tests", "failures", "errors"},
        {"skipped", "time", "id", "timestamp", "hostname", "file", "group", "url"},
        {"testsuite", "properties", "testcase", "system-out", "system-err"},
    ),
    "testcase": (
        {"name"},
        {"time", "classname", "group"},
        {"skipped", "error", "failure", "system-out", "system-err"},
    ),
    "failure": (set(), {"type", "message"}, set()),
    "error": (set(), {"type", "message"}, set()),
    "skipped": (set(), {"type", "message"}, set()),
    "system-out": (set(), set(), set()),
}


def assert_shape(element: ElementTree.Element) -> None:
    needed, allowed, children = SHAPE[element.tag]
    assert needed <= set(element.attrib) <= needed | allowed, element.tag
    for child in element:
        assert child.tag in children, f"{child.tag} in {element.tag}"
        assert_shape(child)


def case(card: CardView) -> ElementTree.Element:
    """The test of one finding."""
    summary = replace(SUMMARY, diagnostics=(), stale=(), announced=())
    of = views(replace(PAGE, groups=grouped([card])), summary)
    root = ElementTree.fromstring(render("junit", of))
    (found,) = root.iter("testcase")
    return found


@pytest.mark.parametrize("text", ["plain", *HOSTILE.values()])
def test_it_is_xml_of_the_shape_that_jenkins_reads(text: str) -> None:
    document = render("junit", views_of(text))
    assert document.startswith('<?xml version="1.0" encoding="UTF-8"?>\n')
    root = ElementTree.fromstring(document)
    assert root.tag == "testsuites"
    assert_shape(root)


def test_the_counts_are_those_of_the_cases() -> None:
    root = ElementTree.fromstring(render("junit"))
    assert [s.get("name") for s in root] == sorted(s.get("name") or "" for s in root)
    for element in (root, *root):
        for count, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
            assert element.get(count) == str(len(list(element.iter(tag)))), (element.tag, count)


def test_what_fails_the_gate_fails_with_both_sides() -> None:
    (failure,) = case(BUDGET_CARD)
    assert failure.tag == "failure"
    assert failure.get("type") == "contradicts"
    stated = failure.text or ""
    assert "“spesi circa 85 milioni di euro per le gru” (Molo Oggi" in stated
    assert "“the €150m that Northwind spent” (Harbour Post" in stated


def test_what_is_decided_is_skipped_with_the_reason_and_what_passes_has_its_words() -> None:
    resolution = ResolutionView(
        "not-comparable",
        "",
        "Two budgets.",
        "Ida",
        "2026-03-04",
        "",
        "",
        "",
        True,
        Location("claims/resolutions/a.yaml", 1, 1),
    )
    (skipped,) = case(
        with_fields(BUDGET_CARD, state="resolved", fails=False, resolution=resolution)
    )
    assert skipped.tag == "skipped"
    assert skipped.text == "not-comparable: Two budgets. (Ida, 2026-03-04)"
    (out,) = case(with_fields(BUDGET_CARD, fails=False, severity="warning"))
    assert out.tag == "system-out"
    assert "€150m" in (out.text or "")


def test_the_name_does_not_depend_on_what_is_said() -> None:
    columns = BUDGET_CARD.columns.shown[::-1]
    before = case(BUDGET_CARD)
    after = case(with_columns(BUDGET_CARD, *columns, message="Other words."))
    assert before.get("name") == after.get("name") == f"Northwind, budget, 2025 [{BUDGET.id}]"
