"""An amount that an attribute tolerates: in its own unit, whatever unit the source writes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.comparing import collate
from factcheck.corpus import Files, load
from factcheck.model import Tolerance
from factcheck.values.measures.tolerance import show_tolerance


def verdict(attribute: str, *values: str) -> str:
    """Of claims with these values on one attribute, whose declaration ends so."""
    files = {
        "subjects.yaml": "subjects: [{id: mole, label: Mole}]\n",
        "attributes.yaml": f"attributes: [{{id: a, label: a, {attribute}}}]\n",
    }
    for number, value in enumerate(values):
        head = f"{{outlet: Outlet {number}, title: T, published: 2026-01-05, language: en}}"
        text = f"source: {head}\nclaims: [{{subject: Mole, attribute: a, value: '{value}'}}]\n"
        files[f"sources/s{number}.yaml"] = text
    loaded = load(Files({path: text.encode() for path, text in files.items()}))
    assert loaded.diagnostics == ()
    [topic] = collate(loaded).topics
    [scope] = topic.scopes
    return scope.verdict.value


@pytest.mark.parametrize(
    ("attribute", "values", "expected"),
    [
        ("kind: quantity, unit: m, tolerance: 5 m", ("205 m", "209 m"), "consistent"),
        ("kind: quantity, unit: m, tolerance: 5 m", ("205 m", "213 m"), "contradicts"),
        ("kind: quantity, unit: m, tolerance: 5 m", ("0.205 km", "208.7 m"), "consistent"),
        ("kind: quantity, unit: m", ("205 m", "209 m"), "contradicts"),
        ("kind: quantity, tolerance: 10", ("1,203", "1,212"), "consistent"),
        ("kind: quantity, tolerance: 10", ("1,203", "1,217"), "contradicts"),
        ("kind: money, unit: EUR, tolerance: '1,000 EUR'", ("€10,301", "€11,001"), "consistent"),
        ("kind: money, unit: EUR, tolerance: '1,000 EUR'", ("€10,301", "€12,001"), "contradicts"),
        ("kind: money, unit: EUR, tolerance: '1,000 EUR'", ("$10,301", "$11,001"), "contradicts"),
    ],
)
def test_a_gap_of_that_amount_is_no_contradiction(
    attribute: str, values: tuple[str, ...], expected: str
) -> None:
    assert verdict(attribute, *values) == expected


@pytest.mark.parametrize(
    ("tolerance", "shown"),
    [
        (Tolerance(Decimal("0.02")), "2 %"),
        (Tolerance(amount=Decimal("0.5"), unit="km"), "0.5 km"),
        (Tolerance(amount=Decimal(10)), "10"),
    ],
)
def test_it_is_shown_as_it_is_written(tolerance: Tolerance, shown: str) -> None:
    assert str(show_tolerance(tolerance)) == shown
