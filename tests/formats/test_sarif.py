"""SARIF: the part of OASIS's schema that we write, and what code scanning makes of it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from factcheck.formats import sarif
from factcheck.model import Location
from factcheck.report.page import CardView
from tests.formats.altering import with_columns, with_fields
from tests.formats.bricks import HARBOUR, column_of, stated
from tests.formats.findings import (
    BUDGET,
    BUDGET_CARD,
    CONFUSED,
    CONFUSED_CARD,
    LICENCE_CARD,
    SPELLING,
    SPELLING_CARD,
)
from tests.formats.rewriting import views_of
from tests.formats.test_formats import HOSTILE
from tests.formats.views import PAGE, SUMMARY, VIEWS, Views, render, views, with_cards

SCHEMA = json.loads((Path(__file__).parent / "sarif-as-written.json").read_text("utf-8"))


def run_of(of: Views = VIEWS) -> dict[str, Any]:
    document = json.loads(render("sarif", of))
    jsonschema.Draft202012Validator(SCHEMA).validate(document)
    (run,) = document["runs"]
    assert isinstance(run, dict)
    return run


def result_of(card: CardView) -> dict[str, Any]:
    (result,) = run_of(with_cards(card))["results"]
    assert isinstance(result, dict)
    return result


@pytest.mark.parametrize("text", ["plain", *HOSTILE.values()])
def test_it_is_of_the_schema_whatever_sources_say(text: str) -> None:
    run_of(views_of(text))


def test_one_location_and_the_others_related_and_linked() -> None:
    result = result_of(BUDGET_CARD)
    (place,) = result["locations"]
    assert place["physicalLocation"]["artifactLocation"] == {
        "uri": "claims/sources/molo-oggi-2026-02.yaml",
        "uriBaseId": "%SRCROOT%",
    }
    assert place["physicalLocation"]["region"] == {
        "startLine": 14,
        "startColumn": 12,
        "endColumn": 12 + len("circa 85 milioni di euro"),
    }
    related = {r["id"]: r["physicalLocation"] for r in result["relatedLocations"]}
    assert {i: p["artifactLocation"]["uri"] for i, p in related.items()} == {
        1: "claims/sources/harbour-post-2026-02.yaml",
        2: "claims/sources/quay-wire-2026-01.yaml",
    }
    text = result["message"]["text"]
    assert "85 million EUR: “spesi circa 85 milioni di euro per le gru” (Molo Oggi" in text
    assert (
        "150 million EUR: [“the €150m that Northwind spent” (Harbour Post, 2026-02-03)](1)" in text
    )
    assert re.findall(r"\]\((\d+)\)", text) == ["1", "2"]


def test_the_fingerprint_is_the_id_wherever_the_line_is() -> None:
    moved = with_columns(BUDGET_CARD, *BUDGET_CARD.columns.shown[::-1])
    for card in (BUDGET_CARD, moved):
        assert result_of(card)["partialFingerprints"] == {"factcheckFindingId/v1": BUDGET.id}


def test_a_service_gets_no_more_than_it_takes_and_a_word_on_the_rest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sarif, "MOST", 2)
    cards = [with_fields(BUDGET_CARD, id=f"{n}f0a91c2d4e6") for n in (3, 4, 5)]
    run = run_of(with_cards(*cards))
    assert [r["properties"]["id"] for r in run["results"]] == ["3f0a91c2d4e6", "4f0a91c2d4e6"]
    assert "1 more findings are left out here" in json.dumps(run)
    monkeypatch.setattr(sarif, "MOST", 3)
    assert "left out" not in json.dumps(run_of(with_cards(*cards)))


def test_only_news_is_a_result() -> None:
    cards = (
        with_fields(BUDGET_CARD, state="known"),
        with_fields(LICENCE_CARD, state="resolved"),
        with_fields(CONFUSED_CARD, state="reopened"),
        with_fields(SPELLING_CARD, state="changed"),
        with_fields(SPELLING_CARD, id="0dd5be111214", state="grown"),
        with_fields(BUDGET_CARD, id="3f0a91c2d4e6", severity="note"),
    )
    results = run_of(with_cards(*cards))["results"]
    assert [r["properties"]["id"] for r in results] == [CONFUSED.id, SPELLING.id]
    assert [r["level"] for r in results] == ["error", "warning"]


def test_words_of_a_source_are_no_links_and_no_placeholders() -> None:
    column = column_of("1", stated(HARBOUR, 1, "["))
    hostile = with_columns(BUDGET_CARD, column, message="[x](1) {0} \\")
    first, second, _ = result_of(hostile)["message"]["text"].split("\n")
    assert first == "\\[x\\](1) {{0}} \\\\"
    assert second.startswith("1: “\\[” (Harbour Post")


def test_a_rule_says_why_and_what_to_do() -> None:
    (rule,) = run_of()["tool"]["driver"]["rules"]
    assert rule["name"] == "QuantityMismatch"
    assert rule["shortDescription"] == {"text": "Figures clash."}
    assert rule["fullDescription"] == {"text": "A figure is remembered."}
    assert "## What to do" in rule["help"]["markdown"]
    assert result_of(BUDGET_CARD)["ruleIndex"] == 0


def test_faults_of_files_are_notifications() -> None:
    (invocation,) = run_of()["invocations"]
    assert invocation["executionSuccessful"] is False
    described, base, decided, stale = invocation["toolExecutionNotifications"]
    assert described["message"]["text"].startswith("unknown attribute 'budgte'. Hint: did you mean")
    assert (base["level"], "locations" in base) == ("note", False), "it stands nowhere on the disk"
    assert base["message"]["text"] == "Compared with 0123456789ab, the merge base of HEAD and main."
    (place,) = decided["locations"]
    uri = place["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "claims/resolutions/dec0de000002.yaml"
    assert stale["level"] == "warning"
    assert stale["message"]["text"].startswith("Nothing is found any more for")
    (clean,) = run_of(views(PAGE, replace(SUMMARY, diagnostics=())))["invocations"]
    assert clean["executionSuccessful"] is True


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("claims/a b#c?d%.yaml", "claims/a%20b%23c%3Fd%25.yaml"),
        ("/else/where.yaml", "file:///else/where.yaml"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
    ],
)
def test_paths_are_addresses(path: str, uri: str) -> None:
    claim = stated(HARBOUR, 1, "1", location=Location(path, 1, 1))
    result = result_of(with_columns(BUDGET_CARD, column_of("1", claim)))
    (place,) = result["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == uri
