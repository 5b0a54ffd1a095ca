"""One finding, told whole: its sides, each reading, why this verdict, what became of it."""

from __future__ import annotations

import json

import jsonschema
import pytest

from tests.corpora import run
from tests.explain.world import SCHEMA, World, rows


def the_id(capsys: pytest.CaptureFixture[str], rule: str) -> str:
    """The id of the one finding of this rule."""
    run("check", "-o", "json")
    findings = json.loads(capsys.readouterr().out)["findings"]
    (id,) = (f["id"] for f in findings if f["rule"] == rule)
    assert isinstance(id, str)
    return id


def test_a_finding_is_told_whole(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    world.describe(
        "post", "id: a, attribute: budget, value: 85 million euros, period: 2025, covers: cranes"
    )
    world.describe("mill", "id: c, attribute: budget, value: 85 million euros, period: 2025")
    world.describe(
        "wire",
        "id: b, attribute: budget, value: circa 150 million euros, period: 2025, covers: ships",
    )
    id = the_id(capsys, "quantity-mismatch")
    stated = world.explain(id[:5])
    assert stated.startswith("contradicts: Sources disagree on budget of Northwind (2025): ")
    positions = rows(stated, "positions")
    assert "85 mn EUR: mill/c, post/a" in positions and "origins: Mill, Post" in positions
    assert "compared as: 85 mn EUR, between 83.655 mn and 86.355 mn" in rows(stated, "post/a")
    assert "scope: 2025" in rows(stated, "compared")
    assert "not scope-differs: of its key (period) nothing differs: 2025" in (
        rows(stated, "why this verdict")
    )
    assert any(
        r.startswith("hint: They may count different things")
        for r in (rows(stated, "what may explain it"))
    )
    state = rows(stated, "state")
    assert f"id: {id}" in state and "state: new: nobody has recorded it yet" in state
    assert "gate: fails the check" in state
    assert any(r.startswith("weight: 1.8 times the other") for r in state)
    document = json.loads(world.explain(id, "-o", "json"))
    jsonschema.Draft202012Validator(SCHEMA).validate(document)
    assert [c["name"] for c in document["claims"]] == ["mill/c", "post/a", "wire/b"]
    assert document["findings"] == [id]


def test_a_decision_is_part_of_the_chain(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    world.describe("post", "id: a, attribute: height, value: 100.5 m")
    world.describe("wire", "id: b, attribute: height, value: 90.5 m")
    id = the_id(capsys, "quantity-mismatch")
    chosen = ["--decision=prefer", "--prefer=100.5 m", "--reason=Measured.", "--by=A. Berg"]
    assert run("resolve", id, "--today=2026-02-01", *chosen) == 0
    capsys.readouterr()
    state = rows(world.explain(id), "state")
    assert "state: resolved: a decision holds" in state and "gate: passes" in state
    assert "decided: prefer 100.5 m (A. Berg, 2026-02-01): Measured." in state


def test_an_open_rounding_says_both_readings(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world.describe("post", "id: a, attribute: height, value: 1500 m")
    world.describe("wire", "id: b, attribute: height, value: 1520.5 m")
    stated = world.explain(the_id(capsys, "quantity-mismatch"))
    assert stated.startswith("undetermined: ")
    why = rows(stated, "why this verdict")
    assert "not contradicts: taken as rounded where they end in zeros, they meet" in why
    assert any(r.startswith("not consistent: as written, one is between 1,499.5") for r in why)


def test_a_part_that_exceeds_its_whole_must_not(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world.describe(
        "post",
        "id: a, attribute: tools, value: 50 million euros, period: 2025",
        "id: b, attribute: budget, value: 9 million euros, period: 2025",
    )
    stated = world.explain(the_id(capsys, "part-exceeds-whole"))
    assert stated.startswith("impossible: ")
    assert any(r.startswith("step: must hold") for r in rows(stated, "compared"))
    assert "severity: error" in rows(stated, "state")


def test_an_id_is_found_by_its_beginning_or_suggested(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world.describe("post", "id: a, attribute: height, value: 100.5 m")
    world.describe("wire", "id: b, attribute: height, value: 90.5 m")
    id = the_id(capsys, "quantity-mismatch")
    wrong = id[:11] + ("0" if id[11] != "0" else "1")
    assert f"Did you mean '{id}'?" in world.refused(wrong)
    assert "There is no finding" in world.refused("0000")
    assert "Did you mean 'date-mismatch'?" in world.refused("date-mismach")
