"""The shipped claims: they load, and their report says what an editor would say of the articles."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import pytest

from factcheck.corpus.load import load
from factcheck.corpus.reading_files import read_files
from factcheck.model import Claim
from factcheck.pipeline import run
from factcheck.report.explained import FindingView, RecordView
from factcheck.report.page import Page

CLAIMS = Path(__file__).parents[1] / "claims"
TEXTS = Path(__file__).parents[2] / "shared" / "sources"
MOST_WORDS = 12
MOST_QUOTED = 0.15
"""Of the words of one article."""


@cache
def report() -> RecordView:
    return run(CLAIMS).view(RecordView)


@cache
def claims() -> tuple[Claim, ...]:
    return load(read_files(CLAIMS)).claims


def finding(rule: str, subject: str, attribute: str = "", scope: str = "") -> FindingView:
    (found,) = [
        f
        for f in report().findings
        if (f.rule, f.subject_id, f.attribute_id, f.scope) == (rule, subject, attribute, scope)
    ]
    return found


def positions(found: FindingView) -> list[tuple[str, tuple[str, ...]]]:
    return [(p.value, p.outlets) for p in found.positions]


def test_they_load_without_a_fault() -> None:
    assert [str(d) for d in report().summary.diagnostics] == []
    assert dict(report().summary.counts)["sources"] == 5


def test_14_billion_up_18_percent_is_not_twice_7_billion() -> None:
    found = finding("growth-mismatch", "bytedance", "nvidia-spending", "2026, planned")
    assert (found.verdict, found.severity) == ("undetermined", "warning")
    assert {value for value, _ in positions(found)} == {
        "spending on Nvidia chips: up to 14 bn USD",
        "spending on Nvidia chips, the year before: 7 bn USD",
        "growth of the spending on Nvidia chips: 18 %",
    }
    assert any("11.86 bn USD" in step for step in found.steps), "what the year before would be"


def test_nothing_else_is_called_a_contradiction() -> None:
    """Each of these was read in the articles: they do contradict each other there.

    tests/test_four_findings.py holds four findings; tests/test_tensions.py lists all that is found,
    and what must not be.
    """
    assert {
        (f.rule, f.subject_id, f.attribute_id) for f in report().findings if f.severity == "error"
    } == {
        ("quantity-mismatch", "bytedance", "ai-spending"),
        ("choice-mismatch", "doubao", "openness"),
        ("confusable-name", "huawei", "ai-chip-line"),
        ("quantity-mismatch", "bytedance", "nvidia-spending"),
        ("part-exceeds-whole", "bytedance", "nvidia-spending"),
    }


def test_the_share_of_the_faq_is_a_shift_of_period() -> None:
    shifted = {f.subject_id: f for f in report().findings if f.rule == "period-shift"}
    assert set(shifted) == {"alibaba", "bytedance"}
    assert [p.value for p in shifted["bytedance"].positions] == ["13 % · 2026", "13 % · H1 2025"]


def test_160_billion_yuan_agree_with_23_billion_dollars() -> None:
    page = run(CLAIMS).view(Page)
    (agreed,) = [
        a
        for a in (*page.agreed.shown, *page.several.shown)
        if a.attribute == "AI spending" and a.scope.startswith("2026")
    ]
    assert {"Monetaweb", "Cryptopolitan", "WebProNews", "AInvest"} <= {
        claim.outlet for claim in agreed.statements.shown
    }


@pytest.mark.parametrize("claim", claims(), ids=lambda c: c.name)
def test_quotes_are_short(claim: Claim) -> None:
    assert claim.quote is not None, "every shipped claim has its quote"
    assert len(claim.quote.exact.split()) <= MOST_WORDS


@pytest.mark.skipif(not TEXTS.is_dir(), reason="the articles are not part of the project")
def test_quotes_are_in_the_articles() -> None:
    view = run(CLAIMS, TEXTS).summary
    assert [str(d) for d in view.diagnostics] == []
    assert [f.message for f in view.findings if f.rule == "quote-not-found"] == []


@pytest.mark.skipif(not TEXTS.is_dir(), reason="the articles are not part of the project")
def test_little_of_each_article_is_quoted() -> None:
    for source in {c.source for c in claims()}:
        assert source.archive is not None
        text = (TEXTS / source.archive.file).read_bytes()
        assert hashlib.sha256(text).hexdigest() == source.archive.sha256
        own = {c.quote.exact for c in claims() if c.source is source and c.quote is not None}
        quoted = sum(len(quote.split()) for quote in own)
        assert quoted <= MOST_QUOTED * len(text.decode().split()), source.id


def test_a_landmark_order_here_is_a_trial_there() -> None:
    found = finding("status-gap", "bytedance", "h200-order")
    assert positions(found) == [
        ("firm", ("AInvest",)),
        ("conditional or trial", ("Cryptopolitan",)),
    ]
