"""A denial disputes what others say in its scope, and gives no value of its own."""

from __future__ import annotations

from factcheck.comparing import Compared, collate
from factcheck.model import Reason
from factcheck.report.rulebook import claims_of
from factcheck.rules.base import Example, Statement


def corpus(*said: Statement) -> Compared:
    return collate(claims_of(Example("a test", said)))


def share(outlet: str, value: str, period: str, **keys: object) -> Statement:
    return Statement(outlet, "Northwind", "share", value, {"period": period, **keys})


def disputed(told: Compared) -> list[tuple[str, list[str]]]:
    return [
        (d.claim.source.outlet, [str(p.label) for p in d.positions])
        for t in told.topics
        for d in t.denials
    ]


def test_a_denial_disputes_the_position_that_it_names() -> None:
    told = corpus(
        share("Harbour Post", "13 %", "2025"),
        share("Molo Oggi", "25 %", "2025"),
        share("Quay Wire", "13 %", "2025", status="denied"),
    )
    assert disputed(told) == [("Quay Wire", ["13 %"])]
    assert told.unmatched == ()


def test_a_denial_without_a_value_disputes_them_all() -> None:
    told = corpus(
        share("Harbour Post", "13 %", "2025"),
        share("Molo Oggi", "25 %", "2025"),
        share("Quay Wire", "n/a", "2025", status="denied"),
    )
    assert disputed(told) == [("Quay Wire", ["13 %", "25 %"])]


def test_a_denial_of_another_year_disputes_nothing() -> None:
    told = corpus(
        share("Harbour Post", "13 %", "2024"),
        share("Quay Wire", "13 %", "2025", status="denied"),
    )
    assert disputed(told) == []
    assert {u.claim.source.outlet: u.reason for u in told.unmatched} == {
        "Harbour Post": Reason.ALONE,
        "Quay Wire": Reason.DENIAL,
    }


def test_nobody_disputes_himself() -> None:
    told = corpus(
        share("Quay Wire", "13 %", "2025"),
        share("Quay Wire", "13 %", "2025", status="denied", id="denial"),
    )
    assert disputed(told) == []


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
