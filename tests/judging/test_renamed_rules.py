"""Rules and qualifiers that were renamed: ids, records and settings from before still serve."""

from __future__ import annotations

import json

import pytest

from factcheck.corpus import Files
from factcheck.corpus.yaml.old_names import RULES
from factcheck.judging.identity import id_of, topic_of
from factcheck.model import Finding, State, Verdict, say
from factcheck.rules import every_rule, first_name, named_now
from factcheck.settings.settings_reading import read_settings
from tests.corpora import run
from tests.judging.world import claim, decided, files, judged, looked_at, only, source

TWO = {
    "post": source("Post", claim("staff", "900", "a")),
    "wire": source("Wire", claim("staff", "900", "b", status="trial")),
}


def test_the_table_of_migrate_and_the_rules_agree() -> None:
    assert {r.identity: r.name for r in every_rule() if r.identity != r.name} == RULES


def test_ids_are_made_of_first_names() -> None:
    def made(rule: str) -> str:
        return id_of(
            Finding(
                rule, Verdict.UNDETERMINED, ("a", "b", "modality planned"), (), say(""), say("")
            )
        )

    assert made("status-gap") == made("modality-gap") == "8d6b9169ff09"
    assert made("coverage-mismatch") == made("perimeter-mismatch")
    assert made("status-gap") != made("coverage-mismatch")


@pytest.mark.parametrize(("old", "new"), RULES.items())
def test_names_of_today_and_of_before(old: str, new: str) -> None:
    assert (named_now(old), named_now(new)) == (new, new)
    assert (first_name(old), first_name(new)) == (old, old)


def test_records_with_an_old_name_hold() -> None:
    one = only(judged(files(TWO)))
    assert one.finding.rule == "status-gap"
    decision = decided(one).replace("status-gap", "modality-gap")
    looked = looked_at(files(TWO, resolutions={"x": decision}))
    assert looked.diagnostics == ()
    assert only(looked.judged).state is State.RESOLVED


def test_a_baseline_with_an_old_name_holds() -> None:
    one = only(judged(files(TWO)))
    names = [
        {"value": p, "claims": [c]}
        for p, c in (("900 · conditional or trial", "wire/b"), ("900 · firm", "post/a"))
    ]
    line = {"finding": one.id, "rule": "modality-gap", "topic": "x / y", "positions": names}
    assert only(judged(files(TWO, baseline=json.dumps(line)))).state is State.KNOWN


def test_settings_with_an_old_name_serve(capsys: pytest.CaptureFixture[str]) -> None:
    text = 'ignore = ["perimeter-mismatch"]\n[rules.modality-gap]\nseverity = "error"\n'
    settings = read_settings({"factcheck.toml": text.encode()})
    assert "coverage-mismatch" not in {rule.name for rule in settings.rules()}
    assert settings.get("rules", "status-gap", "severity") is not None
    assert run("explain", "modality-gap") == 0
    assert capsys.readouterr().out.startswith("# status-gap")


FLEET = {
    "claims/subjects.yaml": "subjects: [{id: fleet, label: Fleet}]\n",
    "claims/attributes.yaml": """attributes:
  - {id: ships, label: ships, kind: quantity, measure: flow, key: [period, covers],
     coverages: [{id: all, label: all}, {id: own, label: own, part_of: all}]}
""",
}
STATED = {
    "a": (
        "value: 905, period: 2025, covers: own",
        "value: 300, period: 2027, covers: own, status: planned",
    ),
    "b": (
        "value: 611, period: 2025, covers: all",
        "value: 905, period: 2026, covers: own",
        "value: 400, period: 2027, covers: own, status: planned",
    ),
    "c": ("value: 77, period: 2026",),
}
IDS = {"f94fcd1cf074": "impossible", "c7ae346fdf78": "contradicts", "5e7bdf690001": "undetermined"}
"""As the version that knew perimeters and modalities gave them to the same claims."""


def test_ids_are_made_of_the_first_names_of_qualifiers() -> None:
    texts = dict(FLEET)
    for outlet, claims in STATED.items():
        head = f"source: {{outlet: {outlet}, title: T, published: 2026-01-05, language: en}}\n"
        entries = (f"  - {{subject: Fleet, attribute: ships, {claim}}}\n" for claim in claims)
        texts[f"claims/sources/{outlet}.yaml"] = f"{head}claims:\n{''.join(entries)}"
    found = judged(Files({path: text.encode() for path, text in texts.items()}))
    assert {j.id: j.finding.verdict.value for j in found.findings} == IDS
    assert not any("perimeter" in str(topic_of(j.finding)) for j in found.findings)


def test_a_scope_is_shown_by_todays_names() -> None:
    anchor = ("size-rank", "period 2025, perimeter own, modality planned; no perimeter")
    finding = Finding("superlative-scope", Verdict.UNDETERMINED, anchor, (), say(""), say(""))
    assert topic_of(finding) == ("size-rank / period 2025, covers own, status planned; no covers")
