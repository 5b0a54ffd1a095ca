"""The eight edits that an identity must survive or catch: with a baseline, with a decision."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from factcheck.model import State
from tests.judging.world import (
    baseline_of,
    claim,
    decided,
    files,
    judged,
    only,
    source,
)

World = dict[str, Any]

QUOTE = "a bugdet of 85 million euros"


def world(ids: bool = True) -> World:
    """Three sources on one budget and one head count; the third holds with the second."""
    a, b, c, d = ("a", "b", "c", "d") if ids else (None, None, None, None)
    return {
        "post": source("Post", claim("budget", "85 million euros", a, quote=QUOTE), id="post"),
        "wire": source("Wire", claim("budget", "150 million euros", b), id="wire"),
        "molo": source(
            "Molo",
            claim("budget", "more than 140 million euros", c),
            claim("budget", "1,000 euros", d, period="2024"),
            id="molo",
        ),
        "quay": source("Quay", claim("budget", "7,000 euros", a, period="2024"), id="quay"),
    }


def insert_lines(w: World) -> None:
    w["post"]["source"]["note"] = "three\nmore\nlines"
    w["post"]["claims"].insert(0, claim("staff", "12", "z"))


def move_the_file(w: World) -> None:
    w["archive-of-january"] = w.pop("post")


def reorder(w: World) -> None:
    w["molo"]["claims"].reverse()
    for name in sorted(w):
        w[name] = dict(reversed(list(w.pop(name).items())))


def type_it_otherwise(w: World) -> None:
    w["molo"]["claims"][1]["value"] = "EUR 1000"
    w["post"]["claims"][0]["value"] = "85 mn EUR"


def mend_the_quote(w: World) -> None:
    w["post"]["claims"][0]["quote"] = "a budget of 85 million euros"


def change_a_value(w: World) -> None:
    del w["post"]["claims"][0]["quote"]
    w["post"]["claims"][0]["value"] = "86 million euros"


def swap(w: World) -> None:
    del w["post"]["claims"][0]["quote"]
    one, other = w["post"]["claims"][0], w["wire"]["claims"][0]
    one["value"], other["value"] = other["value"], one["value"]


def a_new_value(w: World) -> None:
    w["faro"] = source("Faro", claim("budget", "110 million euros"), id="faro")


HARMLESS = (insert_lines, move_the_file, reorder, type_it_otherwise, mend_the_quote)
CAUGHT = (change_a_value, swap, a_new_value)
Edit = Callable[[World], None]


@pytest.mark.parametrize("ids", [True, False], ids=["with ids", "without ids"])
@pytest.mark.parametrize("edit", HARMLESS)
def test_nothing_is_new(edit: Edit, ids: bool) -> None:
    before = world(ids)
    after = deepcopy(before)
    edit(after)
    found = judged(files(after, baseline=baseline_of(before)))
    assert [(str(j.finding.scope), j.state, j.fails) for j in found.findings] == [
        ("2024", State.KNOWN, False),
        ("2025", State.KNOWN, False),
    ]
    assert (found.stale, found.gone) == ((), 0)


@pytest.mark.parametrize("ids", [True, False], ids=["with ids", "without ids"])
@pytest.mark.parametrize("edit", CAUGHT)
def test_it_is_caught(edit: Edit, ids: bool) -> None:
    before = world(ids)
    after = deepcopy(before)
    edit(after)
    found = judged(files(after, baseline=baseline_of(before)))
    assert [(str(j.finding.scope), j.state, j.fails) for j in found.findings] == [
        ("2024", State.KNOWN, False),
        ("2025", State.CHANGED, True),
    ]


def budget_alone() -> World:
    return {name: one for name, one in world().items() if name in ("post", "wire")}


@pytest.mark.parametrize("edit", [insert_lines, move_the_file, mend_the_quote])
def test_a_decision_survives(edit: Edit) -> None:
    before = budget_alone()
    decision = decided(only(judged(files(before))))
    after = deepcopy(before)
    edit(after)
    one = only(judged(files(after, {"x": decision})))
    assert (one.state, one.fails) == (State.RESOLVED, False)


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (change_a_value, "post/a now says 86 mn EUR; it said 85 mn EUR."),
        (swap, "post/a now says 150 mn EUR; it said 85 mn EUR."),
        (a_new_value, "110 mn EUR is new here."),
    ],
)
def test_a_decision_lapses_and_says_why(edit: Edit, why: str) -> None:
    before = budget_alone()
    decision = decided(only(judged(files(before))))
    after = deepcopy(before)
    edit(after)
    one = only(judged(files(after, {"x": decision})))
    assert (one.state, one.fails, str(one.why)) == (State.REOPENED, True, why)
