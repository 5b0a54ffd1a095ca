"""The toll of a flood over ten days, in six languages: what an editor expects of each figure."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from factcheck.corpus.reading_files import read_files
from factcheck.pipeline import report_on, run
from factcheck.report.explained import FindingView, RecordView

TOLL = Path(__file__).parents[1] / "examples" / "toll"
ARCHIVE = TOLL / "archive"

# Rule, what, where, verdict, and the sources of each position
EXPECTED = (
    (
        "quantity-mismatch",
        ("ardenia", "dead", "2025-03-08"),
        "contradicts",
        {"428": {"phare-03-08"}, "438": {"lantern-wire-03-08"}},
    ),
    (
        "sum-mismatch",
        ("ardenia", "dead", "2025-03-08"),
        "impossible",
        {
            "death toll of Ardenia: 438": {"lantern-wire-03-08"},
            "death toll of Lower Tessal: 320": {"lantern-wire-03-08"},
            "death toll of Upper Tessal: 128": {"lantern-wire-03-08"},
        },
    ),
    (
        "part-exceeds-whole",
        ("lower-tessal", "dead", "2025-03-12"),
        "impossible",
        {
            "death toll of Lower Tessal: 405": {"gazzetta-03-12"},
            "death toll of Ardenia: 397": {"tagblatt-03-12"},
        },
    ),
    (
        "falling-total",
        ("lower-tessal", "dead", ""),
        "undetermined",
        {
            "284 · 2025-03-10": {"civil-protection-03-10"},
            "320 · 2025-03-08": {"lantern-wire-03-08"},
        },
    ),
    (
        "falling-total",
        ("upper-tessal", "dead", ""),
        "undetermined",
        {
            "113 · 2025-03-10": {"civil-protection-03-10"},
            "128 · 2025-03-08": {"lantern-wire-03-08"},
        },
    ),
    (
        "choice-mismatch",
        ("orsa-dam", "dam-state", ""),
        "contradicts",
        {"broke": {"lantern-wire-03-03"}, "held": {"gazzetta-03-12"}},
    ),
    (
        "disputed-claim",
        ("orsa-dam", "dam-state", ""),
        "undetermined",
        {"denied: broke": {"lantern-wire-03-08"}, "broke": {"lantern-wire-03-03"}},
    ),
)


@cache
def report() -> RecordView:
    return run(TOLL, ARCHIVE).view(RecordView)


def about(rule: str, subject: str, attribute: str, scope: str) -> list[FindingView]:
    of = (rule, subject, attribute, scope)
    return [f for f in report().findings if (f.rule, f.subject_id, f.attribute_id, f.scope) == of]


def sources_of(found: FindingView) -> dict[str, set[str]]:
    return {p.value: {claim.source for claim in p.claims} for p in found.positions}


def test_they_load_without_a_diagnostic() -> None:
    assert [str(d) for d in report().summary.diagnostics] == []
    assert dict(report().summary.counts)["sources"] == 12


def test_every_source_ships_its_text_and_every_quote_stands_there() -> None:
    texts = {path.stem for path in ARCHIVE.glob("*.txt")}
    assert texts == {path.stem for path in (TOLL / "sources").glob("*.yaml")}
    assert [f.message for f in report().findings if f.verdict == "unsupported"] == []


def test_a_quote_that_no_text_holds_would_be_found() -> None:
    files = read_files(TOLL)
    altered = {
        path: text.replace(b"quote: 320 dead in Lower", b"quote: 320 dead in all Lower")
        for path, text in files.texts.items()
    }
    found = report_on(replace(files, texts=altered), ARCHIVE).summary.findings
    assert "quote-not-found" in {f.rule for f in found}


@pytest.mark.parametrize(("rule", "where", "verdict", "positions"), EXPECTED)
def test_each_finding_has_its_verdict_and_sources(
    rule: str, where: tuple[str, str, str], verdict: str, positions: dict[str, set[str]]
) -> None:
    (found,) = about(rule, *where)
    assert found.verdict == verdict
    stated = sources_of(found)
    for value, named in positions.items():
        assert named <= stated[value]


def test_more_than_400_fits_both_and_disputes_neither() -> None:
    (found,) = about("quantity-mismatch", "ardenia", "dead", "2025-03-08")
    for claims in sources_of(found).values():
        assert claims != {"correio-03-08"}


def test_the_total_that_was_taken_back_is_shown_with_who_still_prints_it() -> None:
    (found,) = [f for f in about("falling-total", "ardenia", "dead", "") if is_undetermined(f)]
    assert sources_of(found) == {
        "397 · 2025-03-12": {"tagblatt-03-12"},
        "397 · 2025-03-10": {"civil-protection-03-10"},
        "438 · 2025-03-08": {"lantern-wire-03-08"},
    }
    assert any("El Faro de Levante" in hint for hint in found.hints)


def is_undetermined(found: FindingView) -> bool:
    return found.verdict == "undetermined"


def test_an_old_total_is_a_stale_copy_and_no_contradiction() -> None:
    stale = [f for f in about("falling-total", "ardenia", "dead", "") if not is_undetermined(f)]
    assert [f.verdict for f in stale] == ["superseded"]
    assert "tagblatt-03-07" in sources_of(stale[0])["214 · 2025-03-07"]


def test_two_outlets_misreport_one_origin() -> None:
    (found,) = about("quantity-mismatch", "ardenia", "dead", "2025-03-08")
    assert any("name Civil Protection of Ardenia as their origin" in c for c in found.causes)


def test_a_misspelt_place_is_one_spelling() -> None:
    (found,) = [f for f in report().findings if f.rule == "name-variant"]
    assert (found.verdict, found.subject_id) == ("variant", "marenza")


def test_nothing_else_is_more_than_a_note() -> None:
    expected = {(rule, *where) for rule, where, _, _ in EXPECTED}
    expected |= {("falling-total", "ardenia", "dead", ""), ("name-variant", "marenza", "", "")}
    found = {
        (f.rule, f.subject_id, f.attribute_id, f.scope)
        for f in report().findings
        if f.severity != "note"
    }
    assert found == expected


@pytest.mark.parametrize("attribute", ["injured", "dead-and-missing"])
def test_rounded_figures_and_what_adds_up_disagree_with_nothing(attribute: str) -> None:
    assert [f for f in report().findings if f.attribute_id == attribute] == []


def test_the_missing_rise_and_fall_without_a_finding_that_asks() -> None:
    found = [f for f in report().findings if f.attribute_id == "missing"]
    assert {f.verdict for f in found} <= {"scope-differs"}
