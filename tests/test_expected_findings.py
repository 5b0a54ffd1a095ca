"""The five articles, read with a hostile eye: what the report must say of them, and what it must
not.

TENSIONS lists every disagreement, doubt and impossible sum that a reader finds between the articles
or inside one; the report's findings are these and no others. RECONCILED lists what looks like a
disagreement and is none: nothing graver than a note joins these claims.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from factcheck.corpus.load import load
from factcheck.corpus.reading_files import read_files
from factcheck.pipeline import run
from factcheck.report.explained import FindingView, RecordView
from tests.expected_findings import EXPECTED_FINDINGS, RECONCILED, ExpectedFinding

CLAIMS = Path(__file__).parents[1] / "claims"
SOURCES = {
    "A": "ainvest-2025-12",
    "C": "cryptopolitan-2025-12",
    "M": "monetaweb-2026-01",
    "T": "tuttosemplice-2026-01",
    "W": "webpronews-2026-01",
}

SPELLING = "name-variant"
"""A finding on how a name is written joins claims without comparing what they say."""


@cache
def report() -> RecordView:
    return run(CLAIMS).view(RecordView)


def full(names: str) -> set[str]:
    """The claims of a line, under their names in the corpus."""
    return {f"{SOURCES[name[0]]}{name[1:]}" for name in names.split()}


def members(found: FindingView) -> set[str]:
    return {f"{c.source}/{c.id}" for position in found.positions for c in position.claims}


def topic(found: FindingView) -> str:
    return f"{found.subject_id} / {found.attribute_id} / {found.scope}".replace("  ", " ").strip()


def is_it(found: FindingView, expected: ExpectedFinding) -> bool:
    here = (found.rule, topic(found), found.verdict)
    return here == (expected.rule, expected.topic, expected.verdict) and full(
        expected.claims
    ) <= members(found)


@pytest.mark.parametrize("expected", EXPECTED_FINDINGS, ids=lambda t: t.what)
def test_what_is_in_tension_is_in_the_report(expected: ExpectedFinding) -> None:
    found = [f for f in report().findings if is_it(f, expected)]
    assert len(found) == 1, [(f.rule, topic(f), f.verdict) for f in report().findings]


def test_the_report_says_nothing_else() -> None:
    unexpected = [
        (f.rule, topic(f), f.verdict)
        for f in report().findings
        if not any(is_it(f, t) for t in EXPECTED_FINDINGS)
    ]
    assert unexpected == []


def test_only_what_cannot_be_so_is_an_error() -> None:
    graver = {"contradicts", "self-contradicts", "confused", "impossible", "unsupported"}
    errors = {f.id for f in report().findings if f.severity == "error"}
    assert errors == {f.id for f in report().findings if f.verdict in graver}


@pytest.mark.parametrize("names", RECONCILED.values(), ids=RECONCILED)
def test_what_reconciles_is_at_most_noted(names: str) -> None:
    together = full(names)
    joined = [
        (f.rule, f.verdict, sorted(together & members(f)))
        for f in report().findings
        if f.severity != "note" and f.rule != SPELLING and len(together & members(f)) > 1
    ]
    assert joined == []


def test_the_lists_speak_of_claims_that_exist() -> None:
    known = {c.name for c in load(read_files(CLAIMS)).claims}
    lines = [*(t.claims for t in EXPECTED_FINDINGS), *RECONCILED.values()]
    assert set().union(*map(full, lines)) - known == set()


def test_no_tension_is_listed_twice() -> None:
    assert [
        (a.what, b.what)
        for a, b in combinations(EXPECTED_FINDINGS, 2)
        if (a.rule, a.topic, a.verdict, a.claims) == (b.rule, b.topic, b.verdict, b.claims)
    ] == []


def test_the_same_160_billion_for_a_part_and_for_the_whole() -> None:
    (found,) = [
        f
        for f in report().findings
        if (f.rule, f.attribute_id) == ("quantity-mismatch", "nvidia-spending")
    ]
    assert found.causes == (
        "The same figure, about 160 bn CNY, is given for ByteDance's spending on Nvidia chips and"
        " for its AI spending.",
    )
    assert not any("Monetaweb" in h and "also stands" in h for h in found.hints), (
        "one statement, typed twice, does not stand elsewhere"
    )


def test_the_first_card_is_the_spending_of_2025() -> None:
    first = report().findings[0]
    assert (first.rule, first.attribute_id, first.scope) == (
        "quantity-mismatch",
        "ai-spending",
        "2025",
    )
