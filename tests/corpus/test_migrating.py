"""Old keys become today's, in data: no meaning is lost, and nothing else changes."""

from __future__ import annotations

import pytest

from factcheck.corpus.yaml.old_names import (
    covers_of,
    declared_by,
    key_of,
    migrated_attribute,
    migrated_claim,
    rule_name,
)
from factcheck.corpus.yaml.yaml_text import parse

FERRIES = [
    {"id": "ferries", "label": "new ferries", "labels": {"it": "traghetti nuovi"}},
    {"id": "harbour", "label": "whole harbour", "part_of": "ferries"},
]


def claim(text: str, coverages: object = FERRIES) -> object:
    document, diagnostics = parse("a.yaml", text.encode())
    assert document is not None
    assert not diagnostics
    assert isinstance(document.data, dict)
    assert isinstance(document.marks, dict)
    assert isinstance(coverages, list)
    data, marks = migrated_claim(document.data, document.marks, coverages)
    assert list(marks) == [None, *data]
    return data


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "{value: 1, modality: planned, quote: x}",
            {"value": "1", "status": "planned", "quote": "x"},
        ),
        ("{perimeter: ferries, quote: x}", {"covers": "ferries", "quote": "x"}),
        (
            "{perimeter: ferries, quote: x, covers: the two ships}",
            {"quote": "x", "covers": {"text": "the two ships", "coverage": "ferries"}},
        ),
        ("{covers: the two ships}", {"covers": "the two ships"}),
        ("{perimeter: fery}", {"covers": {"text": "fery", "coverage": "fery"}}),
        ("{perimeter: , covers: ships}", {"covers": "ships"}),
        ("{perimeter: , note: x}", {"note": "x"}),
        ("{perimeter: ferries, covers: }", {"covers": "ferries"}),
        (
            "{covers: {text: ships, coverage: ferries}}",
            {"covers": {"text": "ships", "coverage": "ferries"}},
        ),
        ("{modality: actual, status: planned}", {"modality": "actual", "status": "planned"}),
        ("{perimeter: [ferries]}", {"perimeter": ["ferries"]}),
        (
            "{perimeter: ferries, covers: {text: ships}}",
            {"perimeter": "ferries", "covers": {"text": "ships"}},
        ),
    ],
)
def test_a_claim_gets_the_keys_of_today(before: str, after: object) -> None:
    made = claim(before)
    assert made == after
    assert isinstance(made, dict)
    assert isinstance(after, dict)
    assert list(made) == list(after)


def test_an_id_that_could_be_another_coverage_is_named_beside_its_label() -> None:
    other = {"id": "all", "label": "all ships", "words": {"en": ["Ferries"]}}
    assert covers_of("ferries", None, [*FERRIES, other]) == {
        "text": "new ferries",
        "coverage": "ferries",
    }


def test_places_follow_their_values() -> None:
    document, _ = parse("a.yaml", b"perimeter: ferries\nquote: x\ncovers: the ships\n")
    assert document is not None
    assert isinstance(document.data, dict)
    assert isinstance(document.marks, dict)
    _, marks = migrated_claim(document.data, document.marks, FERRIES)
    covers = marks["covers"]
    assert isinstance(covers, dict)
    lines = {key: document.written.location(place).line for key, place in covers.items()}
    assert lines == {None: 3, "text": 3, "coverage": 1}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "{key: [period, perimeter], perimeters: [{id: a}]}",
            {"key": ["period", "covers"], "coverages": [{"id": "a"}]},
        ),
        (
            "{key: [perimeter, period], perimeters: [{id: a}]}",
            {"key": ["covers", "period"], "coverages": [{"id": "a"}]},
        ),
        (
            "{key: [period], perimeters: [{id: a}], note: x}",
            {"key": ["period", "covers"], "coverages": [{"id": "a"}], "note": "x"},
        ),
        ("{perimeters: [{id: a}]}", {"coverages": [{"id": "a"}], "key": ["covers"]}),
        ("{key: [period, perimeter]}", {"key": ["period", "covers"]}),
        (
            "{key: [perimeter, covers], perimeters: [{id: a}]}",
            {"key": ["covers"], "coverages": [{"id": "a"}]},
        ),
        ("{key: [period], coverages: [{id: a}]}", {"key": ["period"], "coverages": [{"id": "a"}]}),
        ("{key: [period]}", {"key": ["period"]}),
    ],
)
def test_an_attribute_gets_the_keys_of_today(before: str, after: object) -> None:
    document, _ = parse("a.yaml", before.encode())
    assert document is not None
    assert isinstance(document.data, dict)
    assert isinstance(document.marks, dict)
    data, marks = migrated_attribute(document.data, document.marks)
    assert data == after
    assert set(marks) == {None, *data}
    assert isinstance(places := marks.get("key", [0]), list)
    assert len(places) == len(key_of(data.get("key", ()), declares=False)) + 1  # type: ignore[arg-type]
    assert migrated_attribute(data, marks) == (data, marks)


def test_coverages_are_found_under_either_key() -> None:
    assert declared_by({"perimeters": [{"id": "a"}]}) == ({"id": "a"},)
    assert declared_by({"coverages": [{"id": "a"}]}) == ({"id": "a"},)
    assert declared_by(None) == ()


def test_rules_have_the_names_of_today() -> None:
    assert rule_name("modality-gap") == "status-gap"
    assert rule_name("perimeter-mismatch") == "coverage-mismatch"
    assert rule_name("sum-mismatch") == "sum-mismatch"
