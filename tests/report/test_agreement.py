"""Agreement is a verdict too: what is agreed, what several only say, and by which weak point."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from factcheck.corpus import Files
from factcheck.formats import json as json_format
from factcheck.formats import text as text_format
from factcheck.pipeline import report_on
from factcheck.report.build import Report
from factcheck.report.detail import explained, record
from factcheck.report.summary import AgreementLine

ORIGINS = """origins:
  - {id: registry, label: Port Registry, kind: regulator}
  - {id: office, label: Statistics Office, kind: regulator, outlet: Office}
  - {id: head, label: Head of the Office, kind: person, speaks_for: [office]}
  - {id: spokesman, label: Spokesman of the Office, kind: person, speaks_for: [head]}
  - {id: post, label: Post, kind: outlet}
  - {id: port, label: The Port, kind: outlet, outlet: Port News, subject: port}
"""
SUBJECTS = "subjects:\n  - {id: port, label: Port}\n  - {id: town, label: Town}\n"
ATTRIBUTES = """attributes:
  - {id: ships, label: ships, kind: quantity, key: [period]}
  - {id: boats, label: boats, kind: quantity, key: [period]}
  - {id: score, label: score, kind: quantity, outlets_know: true}
  - {id: length, label: length, kind: quantity, unit: km}
  - id: sold
    label: sold
    kind: quantity
    key: [period]
    coverages:
      - {id: ships, label: all ships, words: {it: [tutte le navi]}}
      - {id: boats, label: boats}
"""
Source = tuple[Mapping[str, object], list[str]]


def agreements(*sources: Source) -> tuple[AgreementLine, ...]:
    return _report(*sources).summary.agreements


def _report(*sources: Source) -> Report:
    texts = {"subjects.yaml": SUBJECTS, "attributes.yaml": ATTRIBUTES, "origins.yaml": ORIGINS}
    for number, (keys, claims) in enumerate(sources):
        head = {"outlet": f"Outlet {number}", "title": "T", "published": "2025-03-01"}
        rows = [f"  - {{id: c{n}, subject: Port, {claim}}}" for n, claim in enumerate(claims)]
        header = json.dumps({**head, "language": "en", **keys})
        texts[f"sources/s{number}.yaml"] = "\n".join((f"source: {header}", "claims:", *rows))
    report = report_on(Files({path: text.encode() for path, text in texts.items()}, ()))
    assert report.summary.diagnostics == ()
    return report


SHIPS = "attribute: ships, value: '412', period: 2024"
BY_REGISTRY = f"{SHIPS}, attributed_to: [registry]"
BY_OFFICE = f"{SHIPS}, attributed_to: [office]"


def weakest(*sources: Source) -> str:
    (line,) = agreements(*sources)
    assert line.agreed == (not line.weakest) == (not line.why)
    return line.weakest


def test_two_bodies_that_can_know_it_agree() -> None:
    assert weakest(({}, [BY_REGISTRY]), ({}, [BY_OFFICE])) == ""
    assert weakest(({"outlet": "Office"}, [SHIPS]), ({}, [BY_REGISTRY])) == ""
    assert weakest(({"genre": "filing"}, [SHIPS]), ({}, [BY_REGISTRY])) == ""
    assert weakest(({"primary": True}, [SHIPS]), ({}, [BY_REGISTRY])) == ""
    assert weakest(({"outlet": "Port News"}, [SHIPS]), ({}, [BY_REGISTRY])) == ""


@pytest.mark.parametrize("genre", ["news", "aggregation", "data set"])
@pytest.mark.parametrize("count", [2, 4])
def test_outlets_that_name_nobody_are_no_origins(genre: str, count: int) -> None:
    sources = [({"genre": genre}, [SHIPS])] * count
    assert weakest(*sources) == "unknown-origin"
    assert weakest(*sources, ({}, [BY_REGISTRY])) == "single-origin"
    primary: list[Source] = [({"primary": False, "outlet": "Office"}, [SHIPS])]
    assert weakest(*primary, *sources) == "unknown-origin"


def test_outlets_know_the_result_of_a_match() -> None:
    score = "attribute: score, value: '3'"
    assert weakest(({}, [score]), ({}, [score])) == ""
    assert weakest(({"genre": "aggregation"}, [score]), ({}, [score])) == "single-origin"


@pytest.mark.parametrize("other", ["head", "spokesman", "office"])
def test_an_office_and_whoever_speaks_for_it_are_one(other: str) -> None:
    same_office = f"{SHIPS}, attributed_to: [{other}]"
    assert weakest(({}, [BY_OFFICE]), ({}, [same_office])) == "single-origin"
    assert weakest(({}, [same_office]), ({}, [BY_REGISTRY])) == ""


def test_who_counts_other_things_agrees_on_the_figure_alone() -> None:
    barges, ferries = (BY_REGISTRY.replace("'412'", f"412 {n}") for n in ("barges", "ferries"))
    other = barges.replace("registry", "office")
    assert weakest(({}, [ferries]), ({}, [other])) == "counts"
    assert weakest(({}, [barges]), ({}, [other])) == ""
    assert weakest(({}, [ferries]), ({"language": "it"}, [other])) == ""


def test_an_outlet_that_names_itself_names_nobody() -> None:
    itself = f"{SHIPS}, attributed_to: [post]"
    assert weakest(({"outlet": "Post"}, [itself]), ({}, [BY_REGISTRY])) == "single-origin"


@pytest.mark.parametrize(
    ("one", "other", "weak"),
    [
        (", covers: tutte le navi", ", covers: boats", "covers"),
        (", covers: all ships", "", "covers"),
        (", covers: all ships", ", covers: ships", ""),
        (", covers: tugs", ", covers: barges", "covers"),
        (", excludes: boats", "", "excludes"),
        (", place: north quay", ", place: south quay", "place"),
        (", basis: gross", "", "basis"),
    ],
)
def test_what_they_count_and_where_is_the_same(one: str, other: str, weak: str) -> None:
    sold = "attribute: sold, value: '96', period: 2024, attributed_to: [{}]{}"
    first, second = sold.format("registry", one), sold.format("office", other)
    assert weakest(({}, [first]), ({}, [second])) == weak


@pytest.mark.parametrize(
    ("one", "other", "weak"),
    [
        ("6,650 km", "about 6,650 km", ""),
        ("100 km", "more than 100 km", ""),
        ("6,650 km", "6.65 thousand kilometres", ""),
        ("about 6,000 km", "6,350 km", "wide-bound"),
        ("more than 100 km", "259 km", "wide-bound"),
        ("80 to 160 km", "120 km", "wide-bound"),
    ],
)
def test_what_meets_by_a_wide_bound_is_told_as_such(one: str, other: str, weak: str) -> None:
    first = f"attribute: length, value: '{one}', attributed_to: [registry]"
    second = f"attribute: length, value: '{other}', attributed_to: [office]"
    assert weakest(({}, [first]), ({}, [second])) == weak


def test_a_period_that_nobody_states_is_a_weak_point() -> None:
    without = [
        f"attribute: ships, value: '412', attributed_to: [{o}]" for o in ("registry", "office")
    ]
    assert weakest(*(({}, [claim]) for claim in without)) == "unknown-scope"


@pytest.mark.parametrize(
    ("quote", "asked"),
    [
        ("412 ships and boats", True),
        ("ships and boats", True),
        ("412 ships", True),
        ("counted 412 there", False),
    ],
)
def test_what_is_told_of_a_passage_is_told_of_all_claims_on_it(quote: str, asked: bool) -> None:
    boats = "attribute: boats, period: 2024, value: '{}', attributed_to: [{}]{}"
    first = boats.format(412, "registry", ", quote: 412 ships and boats")
    twin = f"{BY_REGISTRY}, quote: {quote}"
    lines = agreements(({}, [first, twin]), ({}, [boats.format(96, "office", ""), BY_OFFICE]))
    (line,) = [one for one in lines if one.attribute_id == "ships"]
    assert line.weakest == ("in-question" if asked else "")
    assert bool(line.questioned) == asked


def test_every_format_has_it() -> None:
    report = _report(({}, [SHIPS]), ({}, [SHIPS]))
    document = json.loads(json_format.render(record(report.summary, report.run)))
    (line,) = document["agreements"]
    assert (line["agreed"], line["weakest"]) == (False, "unknown-origin")
    assert line["claims"] == ["s0/c0", "s1/c0"]
    shown = text_format.render(explained(report.summary, report.run))
    assert "said by several: 1 · no origin is named that could know it: Port – ships" in shown
    agreed = _report(({}, [BY_REGISTRY]), ({}, [BY_OFFICE]))
    shown = text_format.render(explained(agreed.summary, agreed.run))
    assert "  agreed: 1 · 2 outlets, 2 origins: Port – ships, 2024" in shown
