"""SARIF: the part of OASIS's schema that we write, and what code scanning makes of it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from factcheck.model import Location
from factcheck.reporting import FindingView, ReportView
from factcheck.reports import sarif
from tests.reports.bricks import HARBOUR, said, side
from tests.reports.rewriting import view_of
from tests.reports.test_formats import HOSTILE
from tests.reports.views import BUDGET, CONFUSED, LICENCE, SPELLING, VIEW

SCHEMA = json.loads((Path(__file__).parent / "sarif-as-written.json").read_text("utf-8"))


def run_of(view: ReportView) -> dict[str, Any]:
    document = json.loads(sarif.render(view))
    jsonschema.Draft202012Validator(SCHEMA).validate(document)
    (run,) = document["runs"]
    assert isinstance(run, dict)
    return run


def result_of(finding: FindingView) -> dict[str, Any]:
    (result,) = run_of(replace(VIEW, findings=(finding,)))["results"]
    assert isinstance(result, dict)
    return result


@pytest.mark.parametrize("text", ["plain", *HOSTILE.values()])
def test_it_is_of_the_schema_whatever_sources_say(text: str) -> None:
    run_of(view_of(text))


def test_one_location_and_the_others_related_and_linked() -> None:
    result = result_of(BUDGET)
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
    moved = replace(BUDGET, positions=BUDGET.positions[::-1])
    for finding in (BUDGET, moved):
        assert result_of(finding)["partialFingerprints"] == {"primaryLocationLineHash": BUDGET.id}


def test_only_news_is_a_result() -> None:
    findings = (
        replace(BUDGET, state="known"),
        replace(LICENCE, state="resolved"),
        replace(CONFUSED, state="reopened"),
        replace(SPELLING, state="changed"),
        replace(SPELLING, id="0dd5be111214", state="grown"),
        replace(BUDGET, id="3f0a91c2d4e6", severity="note"),
    )
    results = run_of(replace(VIEW, findings=findings))["results"]
    assert [r["properties"]["id"] for r in results] == [CONFUSED.id, SPELLING.id]
    assert [r["level"] for r in results] == ["error", "warning"]


def test_words_of_a_source_are_no_links_and_no_placeholders() -> None:
    hostile = replace(
        BUDGET, message="[x](1) {0} \\", positions=(side("1", said(HARBOUR, 1, "[")),)
    )
    first, second, _ = result_of(hostile)["message"]["text"].split("\n")
    assert first == "\\[x\\](1) {{0}} \\\\"
    assert second.startswith("1: “\\[” (Harbour Post")


def test_a_rule_says_why_and_what_to_do() -> None:
    (rule,) = run_of(VIEW)["tool"]["driver"]["rules"]
    assert rule["name"] == "QuantityMismatch"
    assert rule["shortDescription"] == {"text": "Figures clash."}
    assert rule["fullDescription"] == {"text": "A figure is remembered."}
    assert "## What to do" in rule["help"]["markdown"]
    assert result_of(BUDGET)["ruleIndex"] == 0


def test_faults_of_files_are_notifications() -> None:
    (invocation,) = run_of(VIEW)["invocations"]
    assert invocation["executionSuccessful"] is False
    told, base, decided, stale = invocation["toolExecutionNotifications"]
    assert told["message"]["text"].startswith("unknown attribute 'budgte'. Hint: did you mean")
    assert (base["level"], "locations" in base) == ("note", False), "it stands nowhere on the disk"
    assert base["message"]["text"] == "Compared with 0123456789ab, where HEAD and main part."
    (place,) = decided["locations"]
    uri = place["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "claims/resolutions/dec0de000002.yaml"
    assert stale["level"] == "warning"
    assert stale["message"]["text"].startswith("Nothing is found any more for")
    (clean,) = run_of(replace(VIEW, diagnostics=()))["invocations"]
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
    claim = said(HARBOUR, 1, "1", location=Location(path, 1, 1))
    result = result_of(replace(BUDGET, positions=(side("1", claim),)))
    (place,) = result["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == uri
