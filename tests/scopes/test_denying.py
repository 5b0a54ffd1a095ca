"""A denial disputes what others say in its scope, and gives no value of its own."""

from __future__ import annotations

from factcheck.comparing import Compared, collate
from factcheck.model import Reason
from factcheck.report.rulebook import claims_of
from factcheck.rules.base import Example, Statement


def corpus(*stated: Statement) -> Compared:
    return collate(claims_of(Example("a test", stated)))


def share(outlet: str, value: str, period: str, **keys: object) -> Statement:
    return Statement(outlet, "Northwind", "share", value, {"period": period, **keys})


def disputed(described: Compared) -> list[tuple[str, list[str]]]:
    return [
        (d.claim.source.outlet, [str(p.label) for p in d.positions])
        for t in described.topics
        for d in t.denials
    ]


def test_a_denial_disputes_the_position_that_it_names() -> None:
    described = corpus(
        share("Harbour Post", "13 %", "2025"),
        share("Molo Oggi", "25 %", "2025"),
        share("Quay Wire", "13 %", "2025", status="denied"),
    )
    assert disputed(described) == [("Quay Wire", ["13 %"])]
    assert described.unmatched == ()


def test_a_denial_without_a_value_disputes_them_all() -> None:
    described = corpus(
        share("Harbour Post", "13 %", "2025"),
        share("Molo Oggi", "25 %", "2025"),
        share("Quay Wire", "n/a", "2025", status="denied"),
    )
    assert disputed(described) == [("Quay Wire", ["13 %", "25 %"])]


def test_a_denial_of_another_year_disputes_nothing() -> None:
    described = corpus(
        share("Harbour Post", "13 %", "2024"),
        share("Quay Wire", "13 %", "2025", status="denied"),
    )
    assert disputed(described) == []
    assert {u.claim.source.outlet: u.reason for u in described.unmatched} == {
        "Harbour Post": Reason.ALONE,
        "Quay Wire": Reason.DENIAL,
    }


def test_nobody_disputes_himself() -> None:
    described = corpus(
        share("Quay Wire", "13 %", "2025"),
        share("Quay Wire", "13 %", "2025", status="denied", id="denial"),
    )
    assert disputed(described) == []


def test_an_outlet_disputes_what_it_said_in_an_earlier_text() -> None:
    later = Statement(
        "Quay Wire",
        "Northwind",
        "share",
        "13 %",
        {"period": "2025", "status": "denied"},
        published="2026-02-05",
    )
    assert disputed(corpus(share("Quay Wire", "13 %", "2025"), later)) == [("Quay Wire", ["13 %"])]
