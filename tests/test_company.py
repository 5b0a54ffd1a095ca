"""A firm's quarter in four currencies and two names of a year: what an editor expects of it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from factcheck.corpus.reading_files import read_files
from factcheck.pipeline import report_on, run
from factcheck.report.explained import FindingView, RecordView

COMPANY = Path(__file__).parents[1] / "examples" / "company"
ARCHIVE = COMPANY / "archive"
QUARTER = "Q3 2024"

# Rule, attribute, scope, verdict, severity, and the sources of each position
EXPECTED = (
    (
        "status-gap",
        ("ship-spending", "Apr 2025–Mar 2026"),
        ("undetermined", "warning"),
        {
            "a fact": {"hafenblatt-2024-11"},
            "a commitment": {"cap-2024-11"},
            "a plan": {"merrow-2024-11"},
        },
    ),
    (
        "part-exceeds-whole",
        ("ferry-revenue", QUARTER),
        ("impossible", "error"),
        {"ferry revenue: 800 mn GBP": {"albion-ledger-2024-11"}},
    ),
    (
        "quantity-mismatch",
        ("ferry-revenue", QUARTER),
        ("contradicts", "error"),
        {
            "800 mn GBP": {"albion-ledger-2024-11"},
            "547 mn EUR": {"merrow-2024-11", "nordlicht-2024-11"},
        },
    ),
    (
        "share-mismatch",
        ("ferry-revenue", QUARTER),
        ("impossible", "warning"),
        {"share of the ferries in revenue: 70 %": {"nordlicht-2024-11"}},
    ),
    (
        "growth-mismatch",
        ("revenue", QUARTER),
        ("impossible", "warning"),
        {
            "revenue, the year before: 914 mn USD": {"quay-wire-2024-11"},
            "growth of revenue: 14 %": {"merrow-2024-11", "quay-wire-2024-11"},
        },
    ),
    (
        "confusable-name",
        ("engine", "planned"),
        ("confused", "error"),
        {"Tern 40": {"merrow-2024-11"}, "Tern 400": {"hafenblatt-2024-11"}},
    ),
    (
        "coverage-mismatch",
        ("harbour-spending", ""),
        ("undetermined", "warning"),
        {
            "12 mn EUR · spending in the harbour (the ferry quay)": {"merrow-2024-11"},
            "12 mn EUR · spending in the harbour (the whole harbour)": {"molo-2024-11"},
        },
    ),
    (
        "quantity-mismatch",
        ("harbour-spending", "2026, the ferry quay in the whole harbour, planned"),
        ("undetermined", "warning"),
        {
            "up to 20 mn EUR · 2026, the ferry quay, planned": {"cap-2024-11"},
            "18 mn EUR · 2026, the whole harbour, planned": {"molo-2024-11"},
        },
    ),
    (
        "period-shift",
        ("revenue", ""),
        ("undetermined", "warning"),
        {
            "3.4 bn EUR · Apr 2023–Mar 2024": {"molo-2024-11"},
            "3.4 bn EUR · Apr 2024–Mar 2025": {"merrow-2024-11", "eastern-ledger-2024-11"},
        },
    ),
    (
        "future-fact",
        ("ship-spending", ""),
        ("undetermined", "warning"),
        {"240 mn EUR": {"hafenblatt-2024-11"}},
    ),
)


@cache
def report() -> RecordView:
    return run(COMPANY, ARCHIVE).view(RecordView)


def about(rule: str, attribute: str, scope: str) -> list[FindingView]:
    of = (rule, attribute, scope)
    return [f for f in report().findings if (f.rule, f.attribute_id, f.scope) == of]


def after(source: str, before: bytes, instead: bytes) -> list[FindingView]:
    """What is found where one source said something else."""
    files = read_files(COMPANY)
    texts = {
        path: text.replace(before, instead) if source in str(path) else text
        for path, text in files.texts.items()
    }
    assert texts != files.texts
    return list(report_on(replace(files, texts=texts)).view(RecordView).findings)


def test_they_load_without_a_diagnostic() -> None:
    assert [str(d) for d in report().summary.diagnostics] == []
    assert dict(report().summary.counts)["sources"] == 9


def test_every_source_ships_its_text_and_every_quote_stands_there() -> None:
    texts = {path.stem for path in ARCHIVE.glob("*.txt")}
    assert texts == {path.stem for path in (COMPANY / "sources").glob("*.yaml")}
    assert [f.message for f in report().findings if f.verdict == "unsupported"] == []


@pytest.mark.parametrize(("rule", "where", "judged", "positions"), EXPECTED)
def test_each_finding_has_its_verdict_and_sources(
    rule: str, where: tuple[str, str], judged: tuple[str, str], positions: dict[str, set[str]]
) -> None:
    (found,) = about(rule, *where)
    assert (found.verdict, found.severity) == judged
    stated = {p.value: {claim.source for claim in p.claims} for p in found.positions}
    for value, sources in positions.items():
        assert sources <= stated[value]


def test_nothing_else_is_more_than_a_note() -> None:
    found = {(f.rule, (f.attribute_id, f.scope)) for f in report().findings if f.severity != "note"}
    assert found == {(rule, where) for rule, where, _, _ in EXPECTED}


def test_ferries_and_cargo_tell_which_figure_fits() -> None:
    (found,) = about("quantity-mismatch", "ferry-revenue", QUARTER)
    assert "“revenue = ferry revenue + cargo revenue” fits 547 mn EUR, not 800 mn GBP." in (
        found.hints
    )


def test_the_growth_implies_the_year_before() -> None:
    (found,) = about("growth-mismatch", "revenue", QUARTER)
    assert any("revenue, the year before alone would mend it: 800 mn EUR" in s for s in found.steps)


def test_a_ceiling_exceeds_its_whole_only_if_it_is_reached() -> None:
    reached = [s for f in report().findings for s in f.steps if s.startswith("If the ceiling is")]
    assert len(reached) == 1


def test_one_revenue_in_four_currencies_disagrees_with_nothing() -> None:
    clashing = [f for f in report().findings if f.rule == "quantity-mismatch"]
    assert {f.verdict for f in clashing if f.attribute_id == "revenue"} == {"scope-differs"}
    assert not [f for f in report().findings if f.attribute_id == "operating-profit"]


@pytest.mark.parametrize(
    ("source", "before", "instead", "clash"),
    [
        ("albion", "£770 million".encode(), "£707 million".encode(), "707 mn GBP"),
        ("minato", "1500億円".encode(), "150億円".encode(), "15 bn JPY"),
        ("quay-wire", b"$1.0 billion", b"$1.2 billion", "1.2 bn USD"),
    ],
)
def test_a_slip_in_any_currency_would_contradict(
    source: str, before: bytes, instead: bytes, clash: str
) -> None:
    found = [
        f
        for f in after(source, before, instead)
        if (f.rule, f.attribute_id, f.verdict) == ("quantity-mismatch", "revenue", "contradicts")
    ]
    assert [f.scope for f in found] == [QUARTER]
    assert clash in {p.value for p in found[0].positions}


def test_a_paper_that_names_years_by_the_first_must_say_so() -> None:
    """Without its header's word, its fiscal 2023 is a year earlier than the company's 2024."""
    found = after("eastern-ledger", b"fiscal_year_named_by: start", b"fiscal_year_named_by: end")
    shifted = {p.value for f in found if f.rule == "period-shift" for p in f.positions}
    assert "3.05 bn EUR · Apr 2022–Mar 2023" in shifted
