"""Each slip is named where its factor or its digits are met, with its evidence, and not else."""

from __future__ import annotations

import pytest

from factcheck.comparing import compare
from factcheck.comparing.hints import Hints
from factcheck.comparing.hints.typing_errors import TAKEN_FOR
from factcheck.model import Finding
from factcheck.report.rulebook import claims_of
from factcheck.rules import every_rule
from factcheck.rules.base import Example, Statement
from factcheck.text.units import factor

POST, WIRE = "Harbour Post", "Quay Wire"


def hints(attribute: str, a: str, b: str, keys: dict[str, object] | None = None) -> list[str]:
    stated = tuple(
        Statement(outlet, "Northwind", attribute, value, keys or {}, published="2025-12-24")
        for outlet, value in ((POST, a), (WIRE, b))
    )
    return [hint for _, hints in hinted(*stated) for hint in hints]


def hinted(*stated: Statement) -> list[tuple[Finding, list[str]]]:
    """Each finding of the example, and its hints."""
    compared = compare(claims_of(Example("a test", stated)), every_rule())
    hints = Hints(compared.claims, compared.relations)
    return [(finding, [str(h) for h in hints.of(finding)]) for finding in compared.findings]


FIGURES = [
    (
        "13,400",
        "13,400,000",
        "One is 1,000 times the other: thousand, million or billion taken for its neighbour?",
    ),
    ("13,400", "134,000,000", "One is 10,000 times the other: 万 (10⁴) lost or added?"),
    (
        "13,400",
        "13,400,000,000",
        "One is 1,000,000 times the other: million and billion words mixed?",
    ),
    ("13,400", "134,000", "One is 10 times the other: a zero lost or added?"),
    ("13,400", "160,800", "One is 12 times the other: a month taken for a year?"),
    ("13,400", "53,600", "One is 4 times the other: a quarter taken for a year?"),
    ("13,400", "4,891,000", "One is 365 times the other: a day taken for a year?"),
    ("13,458", "13,485", "The same digits in another order: a typing error?"),
]


@pytest.mark.parametrize(("a", "b", "hint"), FIGURES)
def test_a_slip_of_figures(a: str, b: str, hint: str) -> None:
    assert hint in hints("staff", a, b)
    assert hint in hints("staff", b, a)


@pytest.mark.parametrize("b", ["17,900", "13,499", "29,100", "1,501,000"])
def test_what_is_no_slip_has_no_hint(b: str) -> None:
    assert hints("staff", "13,400", b) == []


@pytest.mark.parametrize(
    ("a", "b", "ratio", "factor"),
    [
        ("12.42 km", "19.99 km", "1.61", "1 mi is 1.609 km"),
        ("320 m", "350 m", "1.09", "1 m is 1.094 yd"),
    ],
)
def test_one_unit_typed_for_another(a: str, b: str, ratio: str, factor: str) -> None:
    (hint,) = hints("length", a, b)
    assert hint == f"One is {ratio} times the other, and {factor}: one unit typed for the other?"


@pytest.mark.parametrize(("large", "small"), TAKEN_FOR)
def test_units_that_are_taken_for_each_other_are_named_the_larger_one_first(
    large: str, small: str
) -> None:
    times = factor(large, small)
    assert times is not None
    assert times > 1


def test_one_currency_taken_for_another() -> None:
    rated = hints("budget", "14.3 million euros", "2.41 billion yen", {"period": "2025-12"})
    assert rated == []  # two currencies that agree through the rate
    (hint,) = hints("budget", "14.3 million euros", "16.87 million euros", {"period": "2025-12"})
    assert hint.startswith("One is 1.18 times the other, and the EUR/USD rate of 2025-12-")
    assert hint.endswith("an amount in EUR taken for USD?")


@pytest.mark.parametrize(
    ("a", "b", "hint"),
    [
        ("2025-03-04", "2025-04-03", "Day and month are exchanged: 03/04 read in two ways?"),
        (
            "2024-03-04",
            "2025-03-04",
            "They lie one year apart to the day: a year not carried on, or one too far?",
        ),
    ],
)
def test_a_slip_of_days(a: str, b: str, hint: str) -> None:
    assert hints("opened", a, b) == [hint]
    assert hints("opened", b, a) == [hint]


@pytest.mark.parametrize("b", ["2025-06-17", "2027-03-04", "2027-04-03"])
def test_other_days_have_no_hint(b: str) -> None:
    assert hints("opened", "2025-03-04", b) == []


def test_the_same_figure_elsewhere_is_named_with_its_time() -> None:
    stated = (
        Statement(POST, "Northwind", "budget", "85 million euros", {"period": "2025"}),
        Statement(WIRE, "Northwind", "budget", "150 million euros", {"period": "2025"}),
        Statement("Molo Oggi", "Northwind", "budget", "85 million euros", {"period": "2026"}),
    )
    (found,) = [hints for finding, hints in hinted(*stated) if finding.verdict == "contradicts"]
    assert "The figure 85 mn EUR also stands for “budget”, 2026 in Molo Oggi." in found


def test_qualifiers_outside_the_key_are_named_where_they_differ() -> None:
    stated = (
        Statement(POST, "Northwind", "staff", "13,400", {"basis": "full-time"}),
        Statement(WIRE, "Northwind", "staff", "17,900"),
    )
    ((_, found),) = hinted(*stated)
    assert found == [
        "They differ in basis: “full-time” (Harbour Post); none (Quay Wire). Where basis "
        "distinguishes two figures, add it to the key of staff."
    ]


def test_a_qualifier_that_all_state_alike_is_no_hint() -> None:
    assert hints("staff", "13,400", "17,900", {"basis": "full-time"}) == []
