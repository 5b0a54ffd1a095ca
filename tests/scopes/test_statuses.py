"""Two groups of statuses: what is or was, and what is to be. Only claims of one group meet."""

from __future__ import annotations

from itertools import combinations

import pytest

from factcheck.comparing import compare
from factcheck.corpus import Files, load
from factcheck.model import STATUSES
from factcheck.rules import every_rule

NOW = ("actual", "confirmed", "provisional", "estimate", "rumoured")
TO_BE = ("committed", "planned", "projected", "conditional", "trial")


def found(*claims: str) -> list[tuple[str, str]]:
    """Rule and verdict of each finding on claims that end so, one of each source."""
    files = {
        "subjects.yaml": "subjects: [{id: mole, label: Mole}]\n",
        "attributes.yaml": "attributes: [{id: cost, label: cost, kind: money, key: [period]}]\n",
    }
    for number, claim in enumerate(claims):
        head = f"{{outlet: Outlet {number}, title: T, published: 2026-01-05, language: en}}"
        entry = f"{{subject: Mole, attribute: cost, period: 2027, {claim}}}"
        files[f"sources/s{number}.yaml"] = f"source: {head}\nclaims: [{entry}]\n"
    loaded = load(Files({path: text.encode() for path, text in files.items()}))
    assert loaded.diagnostics == ()
    rules = every_rule()
    return [(f.rule, f.verdict.value) for f in compare(loaded, rules, rules).findings]


def test_every_status_is_of_a_group_or_a_denial() -> None:
    assert (*NOW, *TO_BE, "denied") == STATUSES


@pytest.mark.parametrize("group", [NOW, TO_BE])
def test_within_a_group_figures_contradict(group: tuple[str, ...]) -> None:
    for one, other in combinations(group, 2):
        claims = f"status: {one}, value: 12 EUR", f"status: {other}, value: 17 EUR"
        assert ("quantity-mismatch", "contradicts") in found(*claims), (one, other)


@pytest.mark.parametrize("status", TO_BE)
def test_across_the_groups_nothing_contradicts(status: str) -> None:
    for other in NOW:
        claims = f"status: {status}, value: 12 EUR", f"status: {other}, value: 17 EUR"
        assert "contradicts" not in dict(found(*claims)).values(), other


@pytest.mark.parametrize("status", STATUSES)
def test_what_is_firm_here_and_a_trial_there_is_a_gap(status: str) -> None:
    """A denial gives no value."""
    claims = f"status: {status}, value: 12 EUR", "status: trial, value: 12 EUR"
    firm = status not in ("conditional", "trial", "denied")
    assert (("status-gap", "undetermined") in found(*claims)) is firm


LEVELS = (("actual", "confirmed", "estimate"), ("rumoured",), ("committed",), ("planned",))


@pytest.mark.parametrize("amounts", [("12 EUR", "12 EUR"), ("12 EUR", "about 12 EUR")])
def test_one_figure_on_two_steps_of_the_ladder_is_a_gap(amounts: tuple[str, str]) -> None:
    """Fact, rumour, commitment and plan are steps; a fact that is confirmed is on the same one."""
    for firm, less in combinations(LEVELS, 2):
        for a, b in ((firm[0], less[0]), (less[0], firm[0])):
            claims = f"status: {a}, value: {amounts[0]}", f"status: {b}, value: {amounts[1]}"
            assert ("status-gap", "undetermined") in found(*claims), (a, b)
    same = [(f"{a}, value: 12 EUR", f"{b}, value: 12 EUR") for a, b in combinations(LEVELS[0], 2)]
    for one, other in (*same, ("actual, value: 12 EUR", "planned, value: 15 EUR")):
        assert "status-gap" not in dict(found(f"status: {one}", f"status: {other}"))
