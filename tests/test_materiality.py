"""What weighs more comes first: distance in both ways, and independent origins on each side."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparing import with_findings
from factcheck.comparing.materiality import Distance, Materiality, distance, materiality, score
from factcheck.model import Finding, Interval
from factcheck.pipeline import run
from factcheck.report.explained import RecordView
from factcheck.rules import every_rule
from tests.origins.small_world import Described, corpus

figures = st.decimals(min_value="-1e9", max_value="1e9", places=2)
widths = st.decimals(min_value=0, max_value="1e6", places=2)
counts = st.lists(st.integers(min_value=0, max_value=9), min_size=1, max_size=6)
shares = st.decimals(min_value=0, max_value=1000, places=3)
distances = (
    st.builds(Distance, shares | st.just(Decimal("Infinity")), shares.map(lambda n: n + 1))
    | st.none()
)


def around(figure: Decimal, width: Decimal) -> Interval:
    return Interval(figure - width, figure + width)


def test_distance_is_the_gap_over_what_both_leave_open_and_the_ratio() -> None:
    disjoint = distance(around(Decimal(150), Decimal(5)), around(Decimal(75), Decimal(10)))
    assert disjoint == Distance(Decimal(5), Decimal(2))


@given(figures, widths, figures, widths)
def test_beyond_one_uncertainty_two_figures_have_no_number_in_common(
    a: Decimal, wide: Decimal, b: Decimal, narrow: Decimal
) -> None:
    first, second = around(a, wide), around(b, narrow)
    disjoint = distance(first, second)
    assert disjoint is not None and disjoint == distance(second, first)
    assert (disjoint.uncertainties > 1) == (not first.meets(second))
    assert disjoint.ratio >= 1


def test_an_open_range_is_taken_at_its_closed_end() -> None:
    more = Interval(Decimal(100), Decimal("Infinity"), True, True)
    fewer = Interval(-Decimal("Infinity"), Decimal(50), True)
    assert distance(more, around(Decimal(50), Decimal(5))) == Distance(Decimal(10), Decimal(2))
    assert distance(more, fewer) == Distance(Decimal("Infinity"), Decimal(2))
    anything = Interval(-Decimal("Infinity"), Decimal("Infinity"), True, True)
    assert distance(anything, more) is None


@pytest.mark.parametrize(("a", "b"), [("0", "5"), ("-3", "3"), ("0", "-5")])
def test_no_ratio_tells_of_zero_or_of_two_signs(a: str, b: str) -> None:
    disjoint = distance(around(Decimal(a), Decimal(1)), around(Decimal(b), Decimal(1)))
    assert disjoint is not None and disjoint.ratio.is_infinite()


@given(figures, widths, widths, st.decimals(min_value=0, max_value="1e9", places=2), counts)
def test_a_larger_figure_on_the_larger_side_never_weighs_less(
    low: Decimal, wide: Decimal, narrow: Decimal, gap: Decimal, origins: list[int]
) -> None:
    here, there = abs(low), abs(low) + gap
    near = distance(around(here, wide), around(there, narrow))
    far = distance(around(here, wide), around(there + abs(low) + 1, narrow))
    assert score(far, origins) >= score(near, origins)


@given(distances, counts, st.data())
def test_another_independent_origin_on_any_side_never_weighs_less(
    disjoint: Distance | None, origins: list[int], data: st.DataObject
) -> None:
    position = data.draw(st.integers(min_value=0, max_value=len(origins) - 1))
    more = [count + (place == position) for place, count in enumerate(origins)]
    assert score(disjoint, more) >= score(disjoint, origins)


@given(distances, shares, shares, counts)
def test_more_of_either_distance_never_weighs_less(
    disjoint: Distance | None, uncertain: Decimal, ratio: Decimal, origins: list[int]
) -> None:
    if disjoint is not None:
        further = Distance(disjoint.uncertainties + uncertain, disjoint.ratio + ratio)
        assert score(further, origins) >= score(disjoint, origins) >= score(None, origins)


@given(counts)
def test_the_order_of_the_sides_changes_nothing(origins: list[int]) -> None:
    assert score(None, sorted(origins)) == score(None, origins)


def test_of_several_sides_the_two_best_backed_count() -> None:
    assert score(None, [0, 2, 3]) == 3 * 4
    assert score(None, [2]) == 3
    assert score(Distance(Decimal(3), Decimal(2)), [0, 0]) == 1 + Decimal("0.75") + Decimal("0.5")


def weighed(*described: Described) -> tuple[Finding, Materiality]:
    """The one mismatch of these sources, and what it weighs."""
    whole = corpus(described)
    (finding,) = (
        f for f in with_findings(whole, every_rule()).findings if f.rule == "quantity-mismatch"
    )
    return finding, materiality(finding, whole.origins)


@given(st.integers(min_value=1, max_value=4), st.booleans(), st.booleans())
def test_in_a_corpus_one_more_outlet_weighs_more_and_one_more_copy_does_not(
    outlets: int, with_the_larger: bool, named: bool
) -> None:
    names = ("office",) if named else ()
    low = tuple(Described(f"Low {n}", names, value="500.5") for n in range(outlets))
    high = (Described("High", value="900.5"),)
    value = "900.5" if with_the_larger else "500.5"
    _, before = weighed(*low, *high)
    _, after = weighed(*low, *high, Described("Newcomer", value=value))
    assert after.score > before.score
    assert sum(after.origins) == sum(before.origins) + 1
    _, again = weighed(*low, *high, replace(high[0], value="900.5"))
    assert again == before


def test_a_finding_without_figures_weighs_its_origins_alone() -> None:
    findings = {f.rule: f for f in run(Path("claims")).view(RecordView).findings}
    openness = findings["choice-mismatch"].weight
    assert openness.ratio is None and openness.uncertainties is None
    assert openness.score == (1 + openness.origins[0]) * (1 + openness.origins[1])


def test_a_relation_weighs_by_what_it_misses() -> None:
    """ "Up to 14 bn" against the 8.26 bn that the growth makes: 14 / 8.26 is 1.7."""
    growth = next(
        f for f in run(Path("claims")).view(RecordView).findings if f.rule == "growth-mismatch"
    )
    assert growth.weight.words.startswith("a factor of 1.7 from what the others make of it")
    assert growth.weight.ratio is not None and round(growth.weight.ratio, 1) == Decimal("1.7")


def test_the_report_is_ordered_by_it_within_a_severity() -> None:
    for path in ("claims", "examples/countries"):
        findings = [f for f in run(Path(path)).view(RecordView).findings if f.resolution is None]
        for severity in ("error", "warning", "note"):
            scores = [f.weight.score for f in findings if f.severity == severity]
            assert scores == sorted(scores, reverse=True), (path, severity)


def test_our_own_stories_come_before_what_weighs_more(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "subjects.yaml").write_text("subjects:\n  - {id: a, label: A}\n")
    (tmp_path / "attributes.yaml").write_text(
        "attributes: [{id: n, label: n, kind: quantity}, {id: m, label: m, kind: quantity}]\n"
    )
    for name, ours, claims in (
        ("ours", "true", "[{subject: a, attribute: n, value: '100.5'}]"),
        (
            "post",
            "false",
            "[{subject: a, attribute: n, value: '101.9'},"
            " {subject: a, attribute: m, value: '9.5'}]",
        ),
        ("wire", "false", "[{subject: a, attribute: m, value: '90000.5'}]"),
    ):
        header = f"{{outlet: {name}, title: T, published: 2026-01-01, language: en, ours: {ours}}}"
        text = f"source: {header}\nclaims: {claims}\n"
        (tmp_path / "sources" / f"{name}.yaml").write_text(text)
    first, second = run(tmp_path).view(RecordView).findings
    assert (first.attribute, second.attribute) == ("n", "m")
    assert first.weight.score < second.weight.score
    assert first.weight.words.startswith("1.4 % from the other, 14 times their uncertainty")
