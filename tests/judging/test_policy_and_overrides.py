"""What settings do at judging time: policy for decisions, overrides, weights, rules left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from factcheck.judging import Gate
from factcheck.judging.baseline import still_needed
from factcheck.judging.overriding import Override, Overrides
from factcheck.judging.policy import Policy
from factcheck.model import Judged, Lapse, Severity, State, Verdict
from factcheck.pipeline import look
from tests.judging.world import TODAY, baseline_of, claim, decided, files, judged, only, source

TWO = {
    "post": source("Post", claim("budget", "85 million euros", "a")),
    "wire": source("Wire", claim("budget", "150 million euros", "b")),
}
THREE = TWO | {"molo": source("Molo", claim("budget", "40 million euros", "c"))}
RULE = frozenset({"quantity-mismatch"})


def judge(sources: Mapping[str, object], gate: Gate, **more: object) -> Judged:
    resolutions = None if not more else {"x": decided(only(judged(files(sources))), **more)}
    return look(files(sources, resolutions), gate=replace(gate, today=TODAY)).judged


def of_sources(**overrides: Override) -> Gate:
    return Gate(overrides=Overrides(sources=overrides))


@pytest.mark.parametrize(
    ("policy", "keys", "why", "todo"),
    [
        (
            Policy(ticket=True),
            {"evidence": "https://example.org/letter"},
            "The settings ask for a ticket, and the decision names none.",
            "Add 'ticket:' with the address of one.",
        ),
        (
            Policy(longest=30),
            {"expires": date(2026, 4, 1)},
            "A decision holds for 30 days at most, and this one is to hold for 31.",
            "Write under 'expires' a day within 30 days of 'on'.",
        ),
        (
            Policy(longest=30),
            {"evidence": "https://example.org/letter"},
            "A decision holds for 30 days at most, and this one names no last day.",
            "Write under 'expires' a day within 30 days of 'on'.",
        ),
        (
            Policy(never=RULE),
            {"ticket": "https://example.org/1"},
            "The settings let no decision hold on a finding of quantity-mismatch.",
            "Correct the claims, and delete the file.",
        ),
    ],
)
def test_a_decision_against_the_policy_fails_open(
    policy: Policy, keys: dict[str, object], why: str, todo: str
) -> None:
    found = judge(TWO, Gate(policy=policy), **keys)
    one = only(found)
    assert (one.state, one.fails, str(one.why)) == (State.REOPENED, True, why)
    (stale,) = found.stale
    assert (stale.lapse, str(stale.message), str(stale.todo)) == (Lapse.AGAINST_POLICY, why, todo)


@pytest.mark.parametrize(
    ("policy", "keys"),
    [
        (Policy(ticket=True), {"ticket": "https://example.org/1"}),
        (Policy(longest=30), {"expires": date(2026, 3, 31)}),
        (Policy(never=frozenset({"name-variant"})), {"ticket": ""}),
    ],
)
def test_a_decision_within_the_policy_holds(policy: Policy, keys: dict[str, object]) -> None:
    found = judge(TWO, Gate(policy=policy), **keys)
    assert (only(found).state, found.stale) == (State.RESOLVED, ())


def test_a_disagreement_that_needs_the_source_is_left_out_and_counted() -> None:
    found = judge(TWO, of_sources(wire=Override(ignore=RULE)))
    assert (found.findings, found.ignored) == ((), 1)


def test_a_disagreement_of_others_is_never_hidden_by_a_source_that_joins_it() -> None:
    found = judge(THREE, of_sources(wire=Override(ignore=RULE)))
    assert (only(found).state, found.ignored) == (State.NEW, 0)


def test_a_source_that_stands_on_both_sides_does_not_keep_them_apart() -> None:
    between = source("Quay", claim("budget", "between 80 and 160 million euros", "d"))
    sources = TWO | {"quay": between}
    assert only(judged(files(sources))).state is State.NEW
    found = judge(sources, of_sources(wire=Override(ignore=RULE)))
    assert (found.findings, found.ignored) == ((), 1)


def test_another_rule_of_the_source_is_not_touched() -> None:
    found = judge(TWO, of_sources(wire=Override(ignore=frozenset({"name-variant"}))))
    assert (only(found).state, found.ignored) == (State.NEW, 0)


def test_what_is_set_for_a_subject_holds_for_all_findings_on_it() -> None:
    overrides = Overrides(subjects={"northwind": Override(ignore=RULE)})
    found = judge(THREE, Gate(overrides=overrides))
    assert (found.findings, found.ignored) == ((), 1)
    elsewhere = Overrides(subjects={"southwind": Override(ignore=RULE)})
    assert only(judge(THREE, Gate(overrides=elsewhere))).state is State.NEW


@pytest.mark.parametrize("most", [Severity.NOTE, Severity.WARNING])
def test_a_source_may_weigh_less(most: Severity) -> None:
    one = only(judge(TWO, of_sources(wire=Override(most=most))))
    assert (one.severity, one.fails) == (most, False)
    assert only(judge(THREE, of_sources(wire=Override(most=most)))).severity is Severity.ERROR


def test_the_lowest_of_two_weights_counts_where_each_is_needed() -> None:
    gate = of_sources(wire=Override(most=Severity.WARNING), post=Override(most=Severity.NOTE))
    assert only(judge(TWO, gate)).severity is Severity.NOTE


def test_a_sum_is_left_out_with_any_of_its_parts() -> None:
    one = only(judged(files(THREE))).finding
    overrides = Overrides({"wire": Override(ignore=RULE)})
    assert not overrides.ignores(one)
    assert replace(overrides, common=RULE).ignores(one)


def test_a_rule_is_weighed_anew_for_some_verdicts() -> None:
    key = ("quantity-mismatch", Verdict.CONTRADICTS)
    assert only(judge(TWO, Gate(by_rule={key: Severity.WARNING}))).severity is Severity.WARNING
    other = ("quantity-mismatch", Verdict.UNDETERMINED)
    assert only(judge(TWO, Gate(by_rule={other: Severity.NOTE}))).severity is Severity.ERROR


@pytest.mark.parametrize(
    "gate", [Gate(left_out=RULE), of_sources(wire=Override(ignore=RULE))], ids=["rule", "source"]
)
def test_records_of_what_the_settings_leave_out_are_neither_stale_nor_pruned(gate: Gate) -> None:
    resolutions = {"x": decided(only(judged(files(TWO))))}
    sources = {} if gate.left_out else TWO  # as if the rule had not run
    given = files(sources, resolutions, baseline_of(TWO))
    looked = look(given, gate=replace(gate, today=TODAY))
    assert (looked.judged.stale, looked.judged.gone) == ((), 0)
    assert still_needed(looked.record.known, looked.judged) == looked.record.known
    plain = look(files({}, resolutions, baseline_of(TWO)), gate=Gate(TODAY)).judged
    assert [s.lapse for s in plain.stale] == [Lapse.GONE, Lapse.UNUSED]
