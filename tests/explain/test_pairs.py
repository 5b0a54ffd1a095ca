"""Two claims, story by story: what was compared or why not, and each number that was used."""

from __future__ import annotations

import json

import click
import jsonschema
import pytest

from factcheck.explain import Explanation, Section
from factcheck.explain.rendering import as_json, as_text
from tests.explain.world import SCHEMA, World, rows


def test_two_sides_of_a_scope_with_rate_tolerance_and_rounding(world: World) -> None:
    world.describe("post", "id: a, attribute: budget, value: 150 million euros, period: 2025")
    world.describe("wire", "id: b, attribute: budget, value: $100 million, period: 2025")
    stated = world.explain("post/a", "wire/b")
    assert stated.startswith("contradicts: post/a and wire/b  (same scope)\n")
    assert "scope: 2025" in rows(stated, "how they met")
    assert "positions: post/a belongs to the position 150 mn EUR" in rows(stated, "how they met")
    assert "reaches: between 149.5 mn and 150.5 mn" in rows(stated, "post/a")
    assert "if rounded: between 145 mn and 155 mn" in rows(stated, "post/a")
    assert "compared as: 88.7 mn EUR, between 80.6157 mn and 96.9398 mn" in rows(stated, "wire/b")
    assert any(
        row.startswith("because: converted at 1 USD = 0.88670 EUR on average in 2025, ECB")
        for row in rows(stated, "wire/b")
    )
    assert "tolerance: 2 %, declared there" in rows(stated, "compared")
    assert "declared: budget, a money, at claims/attributes.yaml:2:5" in rows(stated, "compared")
    why = rows(stated, "why this verdict")
    assert any(row.startswith("not undetermined: even taken as rounded") for row in why)
    assert "not self-contradicts: 2 sources speak: post, wire" in why
    (finding,) = rows(stated, "findings with both")
    assert "quantity-mismatch, contradicts, new: Sources disagree on budget" in finding


def test_what_agrees_is_told_as_fully(world: World) -> None:
    world.describe("post", "id: a, attribute: height, value: about 100 m")
    world.describe("wire", "id: b, attribute: height, value: 104.2 m")
    stated = world.explain("wire/b", "post/a")
    assert stated.startswith("consistent: wire/b and post/a  (same scope)\n")
    assert (
        'step: "about 100 m" is read as about 100 m, between 90 and 110: "about" widens by 10 %'
        in (rows(stated, "compared"))
    )
    assert "not contradicts: the two have between 104.15 and 104.25 in common" in (
        rows(stated, "why this verdict")
    )


def test_one_side_of_a_divided_scope_is_not_called_a_clash(world: World) -> None:
    world.describe("post", "id: a, attribute: height, value: 100.5 m")
    world.describe("wire", "id: b, attribute: height, value: 100.5 m")
    world.describe("mill", "id: c, attribute: height, value: 250.5 m")
    stated = world.explain("post/a", "wire/b")
    assert stated.startswith("agree:")
    assert "positions: both belong to the position 100.5 m; the scope has 2 positions" in (
        rows(stated, "how they met")
    )
    assert "scope's verdict: all 3 claims together: contradicts" in rows(stated, "how they met")


def test_two_years_are_two_scopes(world: World) -> None:
    world.describe("post", "id: a, attribute: budget, value: 150 million euros, period: 2025")
    world.describe("wire", "id: b, attribute: budget, value: 85 million euros, period: 2024")
    stated = world.explain("post/a", "wire/b")
    assert stated.startswith("scope-differs: ")
    met = rows(stated, "how they met")
    assert "period: 2025 against 2024" in met
    assert "the two scopes: disjoint in time" in met
    assert "held: no: they speak of different things" in met
    assert "values alone: in one scope, their values would be: contradicts" in rows(
        stated, "compared"
    )


def test_a_half_is_held_against_its_year(world: World) -> None:
    keys = "attribute: budget"
    world.describe("post", f"id: year, {keys}, value: 85 million euros, period: 2025")
    world.describe(
        "wire",
        f"id: fits, {keys}, value: 40 million euros, period: H1 2025",
        f"id: more, {keys}, value: 120 million euros, period: H2 2025",
    )
    fits = world.explain("post/year", "wire/fits")
    assert fits.startswith(
        "consistent: post/year and wire/fits  (two scopes, held against each other)"
    )
    assert "the two scopes: contained: that of wire/fits lies in the other" in rows(
        fits, "how they met"
    )
    assert "held: yes, and they fit" in rows(fits, "how they met")
    more = world.explain("wire/more", "post/year")
    assert more.startswith("impossible: ")
    assert "scope: H2 2025 is a part of 2025, and a part is at most its whole." in (
        rows(more, "compared")
    )


def test_a_rate_of_a_half_bounds_nothing(world: World) -> None:
    world.describe("post", "id: a, attribute: rate, value: 5 %, period: 2025")
    world.describe("wire", "id: b, attribute: rate, value: 9 %, period: H1 2025")
    met = rows(world.explain("post/a", "wire/b"), "how they met")
    assert "held: no: rate is not declared as a flow or a stock, so a part bounds nothing" in met


def test_days_of_a_stock_that_drifts(world: World) -> None:
    world.describe(
        "post",
        "id: a, attribute: users, value: '1000.5', as_of: 2023-01-01",
        "id: b, attribute: users, value: '1050.5', as_of: 2024-01-01",
        "id: c, attribute: users, value: '1100.5', as_of: 2025-01-01",
        "id: d, attribute: users, value: '3000.5', as_of: 2026-01-01",
    )
    near = world.explain("post/a", "post/b")
    assert near.startswith("consistent: ")
    assert "the two scopes: two days of one thing that is declared to drift" in rows(
        near, "how they met"
    )
    assert "drift: 10 % a year" in rows(near, "compared")
    far = rows(world.explain("post/a", "post/c"), "how they met")
    assert (
        "held: yes, by way of the days between them: each day is compared with the next one known"
        in far
    )
    jump = world.explain("post/c", "post/d")
    assert jump.startswith("contradicts: ")
    assert "not scope-differs: its drift is declared: a day bounds the next one known" in (
        rows(jump, "why this verdict")
    )


def test_what_is_not_stated_leaves_it_open(world: World) -> None:
    world.describe("post", "id: a, attribute: staff, value: '4125', as_of: 2025-01-01")
    world.describe("wire", "id: b, attribute: staff, value: '9000.5'")
    stated = world.explain("post/a", "wire/b")
    assert stated.startswith("undetermined: ")
    assert "not stated: as of" in rows(stated, "wire/b")
    assert "the two scopes: unknown: they differ only in what one of them does not state" in (
        rows(stated, "how they met")
    )
    assert "to decide: Add as_of to wire/b to decide." in rows(stated, "compared")


def test_an_undated_figure_between_two_years_does_not_blur_them(world: World) -> None:
    world.describe("post", "id: a, attribute: staff, value: '4125', as_of: 2024")
    world.describe("mill", "id: b, attribute: staff, value: '5210', as_of: 2025")
    world.describe("wire", "id: c, attribute: staff, value: '9310'")
    assert world.explain("post/a", "wire/c").startswith("undetermined: ")
    assert world.explain("post/a", "mill/b").startswith("scope-differs: ")


def test_an_undated_figure_that_fits_one_year_is_held_against_none(world: World) -> None:
    world.describe(
        "post",
        "id: a, attribute: staff, value: '4125', as_of: 2024",
        "id: b, attribute: staff, value: '9000', as_of: 2025",
    )
    world.describe("wire", "id: c, attribute: staff, value: '4125'")
    stated = world.explain("post/b", "wire/c")
    assert stated.startswith("no verdict: ")
    assert "held: yes: nothing was found, as what leaves it out fits a value that states it" in (
        rows(stated, "how they met")
    )


def test_a_revision(world: World) -> None:
    world.describe(
        "old", "id: a, attribute: height, value: 100.5 m", header="published: 2025-01-01, outlet: P"
    )
    world.describe(
        "new", "id: b, attribute: height, value: 120.5 m", header="published: 2026-01-01, outlet: P"
    )
    stated = world.explain("old/a", "new/b")
    assert stated.startswith("superseded: ")
    assert (
        "scope: P gave 100.5 m in its text of 2025-01-01, and 120.5 m in that of 2026-01-01."
        in (rows(stated, "compared"))
    )


@pytest.mark.parametrize(
    ("header", "claim", "row"),
    [
        ("retracted: 2026-02-01", "", "retracted: 2026-02-01"),
        ("", ", ignore: true, note: typed for a test", "note: typed for a test"),
        ("", ", status: denied", "set aside: post/a: A denial disputes, but gives no value."),
    ],
)
def test_a_claim_that_is_set_aside_says_why(
    world: World, header: str, claim: str, row: str
) -> None:
    world.describe("post", f"id: a, attribute: height, value: 100.5 m{claim}", header=header)
    world.describe("wire", "id: b, attribute: rate, value: 5 %, period: 2025")
    stated = world.explain("post/a", "wire/b")
    assert stated.startswith("no verdict: post/a and wire/b  (not compared: set aside)")
    assert row in rows(stated, "how they met")


def test_a_source_that_was_replaced(world: World) -> None:
    world.describe("old", "id: a, attribute: height, value: 100.5 m")
    world.describe("new", "id: b, attribute: height, value: 120.5 m", header="replaces: old")
    met = rows(world.explain("old/a", "new/b"), "how they met")
    assert "replaced by: new, 2026-01-05" in met


def test_a_denial_and_what_it_disputes(world: World) -> None:
    world.describe("post", "id: a, attribute: height, value: 100.5 m")
    world.describe("wire", "id: b, attribute: height, value: 100.5 m, status: denied")
    stated = world.explain("wire/b", "post/a")
    assert stated.startswith("no verdict: wire/b and post/a  (a denial and what it disputes)")
    assert any("disputed-claim" in row for row in rows(stated, "findings with both"))


def test_units_that_never_meet(world: World) -> None:
    world.describe("post", "id: a, attribute: height, value: 100.5 m")
    world.describe("wire", "id: b, attribute: height, value: 100.5 kg")
    met = rows(world.explain("post/a", "wire/b"), "how they met")
    assert any(row.startswith("because: wire/b:") and "kg" in row for row in met), met


def test_free_text_decides_nothing(world: World) -> None:
    world.describe("post", "id: a, attribute: motto, value: onward")
    world.describe("wire", "id: b, attribute: motto, value: upward")
    stated = world.explain("post/a", "wire/b")
    assert stated.startswith("no verdict: ")
    assert any("compared word for word" in row for row in rows(stated, "how they met"))


def test_names_are_suggested(world: World) -> None:
    world.describe("post", "id: height-one, attribute: height, value: 100.5 m")
    world.describe("wire", "id: b, attribute: height, value: 90.5 m")
    assert "Did you mean 'post/height-one'?" in world.refused("post/hight-one", "wire/b")
    assert "Did you mean 'post/height-one'?" in world.refused("pots/height-one", "wire/b")
    assert "The source has post/height-one." in world.refused("post/zzzzzz", "wire/b")
    assert "name another one after 'post/height-one'" in world.refused("post/height-one")
    assert "'post/height-one' is given twice" in world.refused("post/height-one", "post/height-one")
    assert "'more' is one argument too many" in world.refused("a/b", "c/d", "claims", "more")
    assert "There is no claim 'claims'" in world.refused("post/height-one", "claims")


def test_json_is_of_its_schema_and_keeps_every_digit(world: World) -> None:
    world.describe("post", "id: a, attribute: height, value: more than 100.25 m")
    world.describe("wire", "id: b, attribute: licence, value: open")
    document = json.loads(world.explain("post/a", "wire/b", "claims", "-o", "json"))
    jsonschema.Draft202012Validator(SCHEMA).validate(document)
    first, second = document["claims"]
    assert first["read"]["number"] == "100.25"
    assert first["read"]["strict"] == {
        "low": "100.25",
        "high": None,
        "low_open": True,
        "high_open": True,
    }
    assert second["read"]["number"] is None
    assert document["verdict"] is None and document["how"] == "two topics"


def test_what_a_source_wrote_runs_in_no_terminal_and_no_log() -> None:
    hostile = "up\x1b[31m \u202e\n::error::x"
    section = Section(hostile, ((hostile, hostile),))
    stated = as_text(Explanation(hostile, None, "", (section,)))
    plain = click.unstyle(stated)
    assert "\x1b" not in plain and "\u202e" not in stated and "\n::" not in plain
    document = as_json(Explanation(hostile, None, "", (section,)))
    assert "\x1b" not in document and "\u202e" not in document
    assert json.loads(document)["about"] == hostile
