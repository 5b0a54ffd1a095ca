"""Every state of a finding, what makes it, and whether the gate fails on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from factcheck.judging import Gate, Record, judge
from factcheck.judging.identity import IdClash, id_of, remember, remembered
from factcheck.model import Lapse, Severity, State, Verdict, say
from tests.judging.world import (
    BASELINE,
    TODAY,
    baseline_of,
    claim,
    decided,
    files,
    judged,
    looked_at,
    only,
    source,
    states,
)

POST = source("Post", claim("budget", "85 million euros", "a"))
WIRE = source("Wire", claim("budget", "150 million euros", "b"))
MOLO = source("Molo", claim("budget", "150 mn EUR", "c"))
TWO = {"post": POST, "wire": WIRE}
THREE = TWO | {"molo": MOLO}


def resolution(**keys: object) -> dict[str, str]:
    return {"x": decided(only(judged(files(TWO))), **keys)}


def lapses(given: Any, today: date = TODAY) -> list[tuple[Lapse, str, str]]:
    found = looked_at(given, today).judged.stale
    return [(s.lapse, str(s.message), s.location.path) for s in found]


def test_new_fails() -> None:
    one = only(judged(files(TWO)))
    assert (one.state, one.fails) == (State.NEW, True)


def test_known_passes() -> None:
    one = only(judged(files(TWO, baseline=baseline_of(TWO))))
    assert (one.state, one.fails) == (State.KNOWN, False)


def test_a_source_that_joins_a_known_side_makes_it_grow() -> None:
    one = only(judged(files(THREE, baseline=baseline_of(TWO))))
    assert (one.state, one.fails) == (State.GROWN, False)
    assert str(one.why) == "molo now also says 150 mn EUR."


def test_a_value_near_enough_to_a_known_side_joins_it() -> None:
    near = TWO | {"molo": source("Molo", claim("budget", "more than 140 million euros"))}
    assert states(judged(files(near, baseline=baseline_of(TWO)))) == {"budget": "grown"}


def test_a_coarse_value_does_not_bring_a_new_side_in() -> None:
    coarse = TWO | {"molo": source("Molo", claim("budget", "between 80 and 160 million euros"))}
    new = coarse | {"faro": source("Faro", claim("budget", "110 million euros"))}
    one = only(judged(files(new, baseline=baseline_of(coarse))))
    assert (one.state, str(one.why)) == (State.CHANGED, "110 mn EUR is new here.")


def test_two_new_values_do_not_part_a_known_side_in_silence() -> None:
    three = {
        "post": source("Post", claim("length", "900 m")),
        "wire": source("Wire", claim("length", "between 100 and 200 m")),
    }
    split = three | {
        "molo": source("Molo", claim("length", "101 m")),
        "faro": source("Faro", claim("length", "199 m")),
    }
    one = only(judged(files(split, baseline=baseline_of(three))))
    assert one.state is State.CHANGED


def test_a_side_that_vanished_is_nothing_new() -> None:
    three = TWO | {"faro": source("Faro", claim("budget", "110 million euros"))}
    assert states(judged(files(TWO, baseline=baseline_of(three)))) == {"budget": "known"}


def test_more_digits_are_another_value() -> None:
    fine = {"post": source("Post", claim("budget", "85.0000401 million euros", "a")), "wire": WIRE}
    one = only(judged(files(fine, baseline=baseline_of(TWO))))
    assert str(one.why) == "post/a now says 85.0000401 mn EUR; it said 85 mn EUR."


def test_another_unit_or_language_is_the_same_value() -> None:
    before = {
        "post": source("Post", claim("length", "1.2 km", "a")),
        "wire": source("Wire", claim("length", "900 m", "b")),
    }
    after = {
        "post": source("Post", claim("length", "1.200 metri", "a"), language="it"),
        "wire": source("Wire", claim("length", "0.9 kilometres", "b")),
    }
    assert states(judged(files(after, baseline=baseline_of(before)))) == {"length": "known"}


def test_a_scope_is_the_same_in_other_capitals() -> None:
    def of(*places: str) -> dict[str, object]:
        return {
            f"s{n}": source(f"S{n}", claim("region", str(n * 1000 + 11), f"c{n}", place=place))
            for n, place in enumerate(places)
        }

    before, after = of("North Shore", "North Shore"), of("north shore", "North  Shore")
    assert states(judged(files(after, baseline=baseline_of(before)))) == {"region": "known"}


def test_gone_is_counted_and_its_line_is_stale() -> None:
    agreeing = {"post": POST, "wire": source("Wire", claim("budget", "85 million euros", "b"))}
    found = judged(files(agreeing, baseline=baseline_of(TWO)))
    assert (found.findings, found.gone) == ((), 1)
    (stale,) = found.stale
    assert (stale.lapse, stale.location.path, stale.location.line) == (Lapse.GONE, BASELINE, 1)
    assert stale.topic == "northwind / budget / 2025"


def test_of_another_revision_nothing_is_stale() -> None:
    (finding,) = (j.finding for j in judged(files(TWO)).findings)
    (known,) = remembered((finding,))
    assert judge((), record=Record((known,))).stale == ()
    assert judge((), record=Record((known,))).gone == 1
    assert judge((finding,), record=Record((known,))).findings[0].state is State.KNOWN


def test_the_better_of_two_records_counts() -> None:
    (finding,) = (j.finding for j in judged(files(TWO)).findings)
    known = remember(id_of(finding), finding)
    other = replace(known, values=known.values[:1])
    for record in ((known, other), (other, known)):
        assert judge((finding,), record=Record(record)).findings[0].state is State.KNOWN
    assert judge((finding,), record=Record((other,))).findings[0].state is State.CHANGED


def test_resolved_passes_and_shows_who_decided() -> None:
    one = only(judged(files(TWO, resolution())))
    assert (one.state, one.fails) == (State.RESOLVED, False)
    assert one.resolution is not None
    assert (one.resolution.by, one.resolution.reason) == ("A. Berg", "One counts more.")


def test_a_source_that_joins_does_not_reopen() -> None:
    assert only(judged(files(THREE, resolution()))).state is State.RESOLVED


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2026, 9, 4), State.RESOLVED),
        (date(2026, 9, 5), State.REOPENED),
        (None, State.RESOLVED),
    ],
)
@pytest.mark.parametrize("decision", ["not-comparable", "pending", "accept-unresolved"])
def test_a_decision_holds_until_its_last_day(
    decision: str, today: date | None, state: State
) -> None:
    given = files(TWO, resolution(decision=decision, expires="2026-09-04"))
    one = only(judged(given, today))
    assert (one.state, one.fails) == (state, state is State.REOPENED)


def test_an_expired_decision_says_so_and_is_stale() -> None:
    given = files(TWO, resolution(expires="2026-03-02"))
    assert str(only(judged(given)).why) == "The decision held until 2026-03-02."
    assert lapses(given) == [
        (Lapse.EXPIRED, "The decision held until 2026-03-02.", "claims/resolutions/x.yaml")
    ]


def test_reopened_fails_though_the_baseline_knows_it() -> None:
    given = files(TWO, resolution(expires="2026-03-02"), baseline_of(TWO))
    assert only(judged(given)).state is State.REOPENED


def test_a_preference_that_nobody_holds_any_more_is_open_again() -> None:
    faro = {"faro": source("Faro", claim("budget", "110 million euros"))}
    three = TWO | faro
    preferring = decided(only(judged(files(three))), decision="prefer", prefer="85 mn EUR")
    assert only(judged(files(three, {"x": preferring}))).state is State.RESOLVED
    one = only(judged(files({"wire": WIRE} | faro, {"x": preferring})))
    assert one.state is State.REOPENED
    assert str(one.why) == "No claim says 85 mn EUR any more, which was preferred."


def test_an_unused_decision_is_stale_and_a_slip_in_its_id_is_seen() -> None:
    (right,) = resolution().values()
    id = only(judged(files(TWO))).id
    typing_error = right.replace(id, "0123456789ab")
    found = looked_at(files(TWO, {"x": typing_error})).judged
    assert only(found).state is State.NEW
    (stale,) = found.stale
    assert (stale.lapse, str(stale.message)) == (
        Lapse.UNUSED,
        "No finding has the id 0123456789ab.",
    )
    assert str(stale.todo) == f"Did you mean {id}, which is about the same?"
    assert lapses(files({"post": POST}, resolution())) == [
        (Lapse.UNUSED, f"No finding has the id {id}.", "claims/resolutions/x.yaml")
    ]


def test_a_decision_that_names_claims_which_left_holds_and_is_stale() -> None:
    three = decided(only(judged(files(THREE))))
    found = judged(files(TWO, {"x": three}))
    assert only(found).state is State.RESOLVED
    assert [(s.lapse, str(s.message)) for s in found.stale] == [
        (Lapse.OUTDATED, "It names molo/c, no longer part of the finding.")
    ]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "rule: quantity-mismatch",
            "rule: name-mismatch",
            "is of another rule: of 'quantity-mismatch'",
        ),
        (
            "topic: northwind / budget",
            "topic: northwind / staff",
            "another topic: of 'northwind / budget",
        ),
        ("on: 2026-03-01", "on: 2026-03-05", "dated 2026-03-05, which is still to come"),
    ],
)
def test_a_decision_at_odds_with_its_finding_or_the_day_decides_nothing(
    old: str, new: str, says: str
) -> None:
    (right,) = resolution().values()
    assert old in right
    looked = looked_at(files(TWO, {"x": right.replace(old, new)}))
    assert only(looked.judged).state is State.NEW
    (diagnostic,) = looked.diagnostics
    assert says in diagnostic.message
    assert diagnostic.location.path == "claims/resolutions/x.yaml"
    assert diagnostic.location.line > 1


def test_two_decisions_on_one_finding_decide_nothing() -> None:
    (one,) = resolution().values()
    looked = looked_at(files(TWO, {"x": one, "y": one.replace("not-comparable", "all-right")}))
    assert only(looked.judged).state is State.NEW
    (diagnostic,) = looked.diagnostics
    assert diagnostic.location.path == "claims/resolutions/y.yaml"
    assert "the other is claims/resolutions/x.yaml" in diagnostic.message


def test_of_a_part_of_the_corpus_nothing_is_stale() -> None:
    given = replace(files({"post": POST}, resolution(), baseline_of(TWO)), partial=True)
    assert looked_at(given).judged.stale == ()


def test_two_findings_with_one_id_are_named_and_never_merged() -> None:
    (finding,) = (j.finding for j in judged(files(TWO)).findings)
    other = replace(finding, message=say("Something else."))
    with pytest.raises(IdClash) as why:
        judge((finding, other))
    assert "Something else." in str(why.value)
    assert str(finding.message) in str(why.value)


def test_severities_and_the_least_that_fails_are_given() -> None:
    (finding,) = (j.finding for j in judged(files(TWO)).findings)
    mild = dict.fromkeys(Verdict, Severity.WARNING)
    assert [j.fails for j in judge((finding,), Gate(severities=mild)).findings] == [False]
    gate = Gate(fail_on=Severity.WARNING, severities=mild)
    assert [j.fails for j in judge((finding,), gate).findings] == [True]
    assert [j.fails for j in judge((finding,), Gate(fail_on=None)).findings] == [False]
