"""Fiscal years of both names, clocks, calendars: one definition for whoever compares."""

from __future__ import annotations

import pytest

import factcheck
from factcheck.comparing import verdict
from factcheck.model import COMPATIBLE, Verdict
from tests.scopes.small_corpus import SmallCorpus, compared, findings

SALES = "\n  - {id: sales, label: sales, kind: money, unit: JPY, measure: flow, key: [period]}\n"
BELL = "\n  - {id: bell, label: bell, kind: time}\n"
BORN = "\n  - {id: born, label: born, kind: date}\n"


def firm(named_by: str) -> str:
    key = f", fiscal_year_named_by: {named_by}" if named_by else ""
    return f"\n  - {{id: firm, label: Firm, fiscal_year_starts: 04-01{key}}}\n"


@pytest.mark.parametrize(
    ("named_by", "period", "key", "same_year"),
    [
        ("start", "fiscal 2023", "", True),
        ("end", "fiscal 2023", "", False),
        ("", "FY 2023", "", False),
        ("", "FY 2023", ", fiscal_year_named_by: start", True),
        ("start", "FY 2023", ", fiscal_year_named_by: end", False),
        ("start", "year ended March 2024", "", True),
        ("", "2023年度", ", language: ja", True),
        ("start", "2024年3月期", ", language: ja", True),
    ],
)
def test_a_fiscal_year_bears_its_first_or_its_last_year(
    named_by: str, period: str, key: str, same_year: bool
) -> None:
    corpus = SmallCorpus(SALES, firm(named_by))
    yearly = f"subject: Firm, value: '12 bn JPY', period: '{period}'{key}"
    if "ja" in key:
        yearly = yearly.replace("12 bn JPY", "120億円")
    other = "subject: Firm, value: '15 bn JPY', period: 2023-04-01/2024-03-31"
    found = [f.verdict for f in findings(corpus, [yearly], [other])]
    assert found == [Verdict.CONTRADICTS if same_year else Verdict.SCOPE_DIFFERS]


@pytest.mark.parametrize(
    ("words", "language"),
    [("yesterday at 10:00", "en"), ("ieri alle 10:00", "it"), ("gestern um 10:00 Uhr", "de")],
)
def test_a_relative_day_is_that_of_its_source(words: str, language: str) -> None:
    claim = f"value: '{words}', language: {language}"
    two_days = findings(SmallCorpus(BELL, days=("2024-06-01", "2024-06-05")), [claim], [claim])
    assert [f.verdict for f in two_days] == [Verdict.CONTRADICTS]
    assert findings(SmallCorpus(BELL, days=("2024-06-01",) * 2), [claim], [claim]) == []


@pytest.mark.parametrize(
    ("attribute", "kind", "one", "other", "expected"),
    [
        (BELL, "time", "07:30 GMT", "09:30 EET", Verdict.AGREE),
        (BELL, "time", "6:45", "6:45 PM", Verdict.UNDETERMINED),
        (BELL, "time", "14:10 on 3 May 2024", "14:10 on 4 May 2024", Verdict.CONTRADICTS),
        (BORN, "date", "3 March 1851", "15 March 1851", Verdict.UNDETERMINED),
        (BORN, "date", "3 March (15 March) 1851", "15 March 1851", Verdict.AGREE),
        (BORN, "date", "3 March 1851", "14 March 1851", Verdict.CONTRADICTS),
        (BORN, "date", "3 March 1951", "16 March 1951", Verdict.CONTRADICTS),
    ],
)
def test_check_explain_and_compare_say_one_word(
    attribute: str, kind: str, one: str, other: str, expected: Verdict
) -> None:
    assert factcheck.compare(one, other, kind=kind).verdict is expected
    known = compared(SmallCorpus(attribute), [f"value: '{one}'"], [f"value: '{other}'"])
    assert verdict(known, *known.claims).verdict is expected
    found = [f.verdict for f in known.findings]
    assert found == ([] if expected in COMPATIBLE else [expected])
