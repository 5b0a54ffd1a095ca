"""The second corpus: what an editor expects of each topic, on claims that the program never saw."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from factcheck.corpus.reading_files import read_files
from factcheck.pipeline import look, report_on, run
from factcheck.report.explained import FindingView, RecordView
from factcheck.report.page import Page

COUNTRIES = Path(__file__).parents[1] / "examples" / "countries"

# What, where, and at which scope, if it has one; the verdict that an editor would sign.
EXPECTED = (
    # A comma of thousands that became a decimal point
    ("iceland", "coastline", "", "contradicts"),
    ("india", "coastline", "", "contradicts"),
    ("japan", "coastline", "", "contradicts"),
    ("madagascar", "coastline", "", "contradicts"),
    ("mozambique", "coastline", "", "contradicts"),
    ("norway", "coastline", "", "contradicts"),
    ("venezuela", "coastline", "", "contradicts"),
    ("croatia", "coastline", "", "contradicts"),
    # Areas beyond what is tolerated
    ("tonga", "area", "", "contradicts"),
    ("taiwan", "area", "", "contradicts"),
    ("turks-and-caicos", "area", "", "contradicts"),
    # Land that is more than one of the areas that contradict each other
    ("tonga", "land-area", "", "impossible"),
    ("turks-and-caicos", "land-area", "", "impossible"),
    ("puerto-rico", "land-area", "", "impossible"),
    # Nobody says what tells them apart: a year, a basis, whether two words are one
    ("congo-kinshasa", "population", "", "undetermined"),
    ("mozambique", "population", "", "undetermined"),
    ("lebanon", "independence", "", "undetermined"),
    ("switzerland", "independence", "", "undetermined"),
    ("belarus", "currency", "", "undetermined"),
    ("croatia", "currency", "", "undetermined"),
    ("madagascar", "currency", "", "undetermined"),
    ("venezuela", "currency", "", "undetermined"),
    ("croatia", "languages", "", "undetermined"),
    ("lebanon", "subregion", "", "undetermined"),
    # One name in several spellings
    ("mongolia", "capital", "", "variant"),
    ("romania", "capital", "", "variant"),
    ("turks-and-caicos", "capital", "", "variant"),
    ("switzerland", "languages", "", "variant"),
    ("guyana", "official-name", "", "variant"),
    ("madagascar", "", "", "variant"),
    ("mongolia", "", "", "variant"),
)

ERRORS = ("contradicts", "impossible")

SUPERSEDED = (
    ("puerto-rico", "land-area", ""),
    ("puerto-rico", "water-area", ""),
    ("venezuela", "gdp", "2014"),
    ("lebanon", "gdp", "2023"),
    ("guyana", "highest-elevation", ""),
    ("india", "highest-elevation", ""),
    ("tonga", "highest-elevation", ""),
    ("venezuela", "highest-elevation", ""),
)
"""One outlet gave another figure for the same thing in a later edition."""

CLASHING_POPULATIONS = {
    "congo-kinshasa": ("2020",),
    "croatia": ("2015", "2020"),
    "guyana": ("2020", "2024"),
    "iceland": ("2020", "2024"),
    "india": ("2015", "2020"),
    "lebanon": ("2015", "2020", "2024"),
    "madagascar": ("2015", "2020"),
    "mongolia": ("2020", "2024"),
    "mozambique": ("2020",),
    "puerto-rico": ("2020",),
    "romania": ("2015", "2020", "2024"),
    "switzerland": ("2020",),
    "turks-and-caicos": ("2015", "2020", "2024"),
    "venezuela": ("2015",),
}
"""All years of which two sources give figures that are more than two in a hundred apart."""


@cache
def report() -> RecordView:
    return run(COUNTRIES).view(RecordView)


def about(subject: str, attribute: str, scope: str = "") -> list[FindingView]:
    described = ((f.subject_id, f.attribute_id, f.scope) for f in report().findings)
    return [
        f
        for f, of in zip(report().findings, described, strict=True)
        if of == (subject, attribute, scope)
    ]


def test_they_load_without_a_fault() -> None:
    assert [str(d) for d in report().summary.diagnostics] == []
    counted = dict(report().summary.counts)
    assert counted["sources"] >= 6
    assert counted["claims"] >= 200
    assert len({f.subject_id for f in report().findings}) >= 12


@pytest.mark.parametrize(("subject", "attribute", "scope", "verdict"), EXPECTED)
def test_each_finding_has_its_verdict(
    subject: str, attribute: str, scope: str, verdict: str
) -> None:
    assert verdict in [f.verdict for f in about(subject, attribute, scope)]


def test_a_comma_of_thousands_is_the_likely_cause() -> None:
    (found,) = about("iceland", "coastline")
    assert any("One is 1,000 times the other" in hint for hint in found.hints)


@pytest.mark.parametrize("subject", ["iceland", "norway"])
def test_undated_figures_of_two_years_that_others_date_clash_with_nobody(subject: str) -> None:
    found = about(subject, "population")
    assert {f.verdict for f in found} == {"scope-differs"}
    assert any("Each fits a value that states its as_of." in f.steps for f in found)


@pytest.mark.parametrize(("subject", "attribute", "scope"), SUPERSEDED)
def test_what_the_outlet_revised_is_superseded(subject: str, attribute: str, scope: str) -> None:
    found = [f for f in about(subject, attribute, scope) if f.rule != "part-exceeds-whole"]
    assert [f.verdict for f in found] == ["superseded"]


def test_populations_of_one_year_clash_and_of_two_never() -> None:
    found = [f for f in report().findings if f.attribute_id == "population"]
    clashing = {(f.subject_id, f.scope) for f in found if f.verdict == "contradicts"}
    assert clashing == {(s, year) for s, years in CLASHING_POPULATIONS.items() for year in years}


@pytest.mark.parametrize("subject", ["japan", "norway", "tonga", "belarus"])
def test_populations_near_each_other_are_no_error(subject: str) -> None:
    found = [
        f for f in report().findings if (f.subject_id, f.attribute_id) == (subject, "population")
    ]
    assert all(f.severity != "error" for f in found)


def test_the_same_figure_for_two_years_is_a_finding_of_its_own() -> None:
    (shift,) = [f for f in report().findings if f.rule == "period-shift"]
    assert (shift.subject_id, shift.attribute_id) == ("taiwan", "gdp")
    assert {p.value for p in shift.positions} == {"611.391 bn USD · 2019", "611.391 bn USD · 2023"}


def test_nothing_else_is_an_error() -> None:
    right = {(s, a) for s, a, _, verdict in EXPECTED if verdict in ERRORS}
    right |= {(s, "population") for s in CLASHING_POPULATIONS} | {("puerto-rico", "area")}
    errors = {(f.subject_id, f.attribute_id) for f in report().findings if f.severity == "error"}
    assert errors - right == set()


@pytest.mark.parametrize(
    ("subject", "fits", "fits_not"),
    [
        ("tonga", "747 km²", "650 km²"),
        ("taiwan", "35,980 km²", "36,188 km²"),
        ("turks-and-caicos", "948 km²", "430 km²"),
        ("puerto-rico", "9,104 km² / 13,791 km²", "8,875 km²"),
    ],
)
def test_land_and_water_tell_which_area_fits(subject: str, fits: str, fits_not: str) -> None:
    (found,) = about(subject, "area")
    described = f"“area = land area + water area” fits {fits}, not {fits_not}."
    assert described in found.hints


def test_land_and_water_make_the_whole() -> None:
    """In each edition; the areas that land alone exceeds are those that others contradict."""
    assert "sum-mismatch" not in {f.rule for f in report().findings}
    exceeding = {f.subject_id for f in report().findings if f.rule == "part-exceeds-whole"}
    disputed = {s for s, a, _, verdict in EXPECTED if (a, verdict) == ("area", "contradicts")}
    assert exceeding <= disputed | {"puerto-rico"}


def test_a_slip_in_one_edition_would_be_impossible() -> None:
    files = read_files(COUNTRIES)
    slipped = {
        path: text.replace(b"value: 4,700 sq km", b"value: 7,400 sq km")
        for path, text in files.texts.items()
    }
    (found,) = [
        f
        for f in report_on(replace(files, texts=slipped)).summary.findings
        if f.rule == "sum-mismatch"
    ]
    assert (found.verdict, found.subject_id, found.attribute_id) == (
        "impossible",
        "belarus",
        "area",
    )


@pytest.mark.parametrize("subject", ["japan", "congo-kinshasa", "turks-and-caicos", "venezuela"])
def test_many_names_are_one_name(subject: str) -> None:
    assert about(subject, "name") == []


def test_names_in_any_script_agree_and_one_house_counts_once() -> None:
    page = run(COUNTRIES).view(Page)
    agreements = (*page.agreed.shown, *page.several.shown)
    (agreed,) = [a for a in agreements if (a.subject, a.attribute) == ("Japan", "name")]
    assert {"Japan", "日本", "اليابان"} <= {claim.text for claim in agreed.statements.shown}
    assert len({claim.outlet for claim in agreed.statements.shown}) == 3
    compared = look(read_files(COUNTRIES)).compared
    key = ("japan", "name")
    (scope,) = compared.relations.topics.by_key[key].scopes
    assert len(compared.origins.backing(scope.claims, key).origins) == 2
