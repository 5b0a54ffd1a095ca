"""The four findings that this program was begun for: these tests are never loosened.

Each is named by its verdict, what it is about, and which outlet says what; not by the rule that
finds it, as a rule may get another name.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from factcheck.pipeline import run
from factcheck.report.explained import FindingView, RecordView

CLAIMS = Path(__file__).parents[1] / "claims"

SweptPositions = dict[str, set[str]]  # value -> outlets

FOUR: dict[str, tuple[str, str, str, str, SweptPositions]] = {
    "150 or 85 billion yuan for AI in 2025": (
        *("contradicts", "error", "bytedance", "ai-spending"),
        {"150 bn CNY": {"Cryptopolitan"}, "about 85 bn CNY": {"Monetaweb"}},
    ),
    "Dubao for Doubao": (
        *("variant", "warning", "doubao", ""),
        {"Dubao": {"Monetaweb"}, "Doubao": {"Cryptopolitan", "TuttoSemplice", "WebProNews"}},
    ),
    "Doubao open-source or proprietary": (
        *("contradicts", "error", "doubao", "openness"),
        {"open-source": {"Cryptopolitan"}, "proprietary": {"TuttoSemplice"}},
    ),
    "Kunpeng for Ascend": (
        *("confused", "error", "huawei", "ai-chip-line"),
        {"Kunpeng": {"WebProNews"}, "Ascend": {"Monetaweb", "WebProNews"}},
    ),
}


@cache
def findings() -> tuple[FindingView, ...]:
    report = run(CLAIMS).view(RecordView)
    assert [str(d) for d in report.summary.diagnostics] == []
    return report.findings


def named(verdict: str, subject: str, attribute: str) -> FindingView:
    """The one finding with this verdict on the topic."""
    (found,) = [
        f
        for f in findings()
        if (f.verdict, f.subject_id, f.attribute_id) == (verdict, subject, attribute)
    ]
    return found


@pytest.mark.parametrize("name", FOUR)
def test_the_finding_is_there_with_its_verdict_and_its_sources(name: str) -> None:
    verdict, severity, subject, attribute, positions = FOUR[name]
    found = named(verdict, subject, attribute)
    assert found.severity == severity
    assert {p.value: set(p.outlets) for p in found.positions} == positions


def test_the_scope_of_the_spending_is_2025() -> None:
    assert named("contradicts", "bytedance", "ai-spending").scope == "2025"


def test_its_card_shows_that_the_two_may_count_different_things() -> None:
    hints = "\n".join(named("contradicts", "bytedance", "ai-spending").hints)
    assert "sistemi IA" in hints, "what one side says that it covers"
    assert "chip per l" in hints, "and the other"
    assert "WebProNews implies up to 82.9 bn CNY" in hints, (
        "14 bn dollars, up 18 %, is about 83 bn yuan before"
    )
    assert "85 bn CNY also stands for" in hints, "the same figure, for 2026"


def test_openness_is_said_of_the_family() -> None:
    assert any("family" in step for step in named("contradicts", "doubao", "openness").steps)
