"""Judges findings: adds severity, state, and the decisions of people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from datetime import date

from factcheck.judging.content import Match, fit
from factcheck.judging.identity import ids_of
from factcheck.judging.overriding import NONE, ORDER, Overrides
from factcheck.judging.policy import LENIENT, Policy
from factcheck.judging.resolutions import Reopened, examine, lapses
from factcheck.model import (
    Finding,
    Judged,
    JudgedFinding,
    KnownFinding,
    Lapse,
    Phrase,
    Resolution,
    Severity,
    Stale,
    State,
    Verdict,
    say,
)
from factcheck.model.frozen import dataclass

SEVERITIES = {
    Verdict.SCOPE_DIFFERS: Severity.NOTE,
    Verdict.SUPERSEDED: Severity.WARNING,
    Verdict.UNDETERMINED: Severity.WARNING,
    Verdict.VARIANT: Severity.WARNING,
    Verdict.CONTRADICTS: Severity.ERROR,
    Verdict.SELF_CONTRADICTS: Severity.ERROR,
    Verdict.CONFUSED: Severity.ERROR,
    Verdict.IMPOSSIBLE: Severity.ERROR,
    Verdict.UNSUPPORTED: Severity.ERROR,
}
"""What each verdict weighs. No rule knows this table."""

FAILING = frozenset({State.NEW, State.CHANGED, State.REOPENED})
"""The states on which the gate fails; `grown`, `known`, `resolved` and `gone` pass."""

MOST_EXPECTED = Severity.WARNING
"""The most that a finding weighs which breaks what is only expected to hold."""


@dataclass(frozen=True, slots=True)
class Gate:
    """The conditions under which the gate fails.

    `today` is the day by which resolutions expire (None: none does); `fail_on` the least severity
    on which the gate fails (None: it never does). `by_rule` overrides the severities of single
    rules; the rules `left_out` did not run, so that their records are not stale.
    """

    today: date | None = None
    fail_on: Severity | None = Severity.ERROR
    severities: Mapping[Verdict, Severity] = field(default_factory=lambda: SEVERITIES)
    by_rule: Mapping[tuple[str, Verdict], Severity] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    overrides: Overrides = NONE
    policy: Policy = LENIENT

    def weight(self, finding: Finding) -> Severity:
        """The severity of the finding, from its verdict, its rule, and overrides of its claims."""
        plain = self.severities[finding.verdict]
        set_ = self.by_rule.get((finding.rule, finding.verdict), plain)
        expected = MOST_EXPECTED if finding.expected else set_
        overridden = self.overrides.most(finding) or set_
        return min(set_, expected, overridden, key=ORDER.index)

    def fails(self, severity: Severity, state: State) -> bool:
        """Whether a finding of this severity and state fails the gate."""
        if self.fail_on is None or state not in FAILING:
            return False
        return ORDER.index(severity) >= ORDER.index(self.fail_on)


PLAIN = Gate()
"""Nothing expires, and errors fail."""


@dataclass(frozen=True, slots=True)
class Record:
    """The records about findings from before this run.

    `known` are the findings of the baseline, and of a base revision if there is one: several of one
    id are alternatives. If the record is `partial`, because only a part of the corpus is checked, a
    missing finding is not stale. `uncounted` are baseline lines that are ignored. The decisions of
    `open_before` had lapsed at the base already: they fail no change that leaves them alone.
    """

    known: tuple[KnownFinding, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    partial: bool = False
    uncounted: tuple[KnownFinding, ...] = ()
    open_before: frozenset[str] = frozenset()


NOTHING = Record()


def judge(findings: Iterable[Finding], gate: Gate = PLAIN, record: Record = NOTHING) -> Judged:
    """Give each finding its id, severity and state; the order is kept."""
    found = ids_of(findings)
    ignored = {id for id, finding in found.items() if gate.overrides.ignores(finding)}
    excluded = _exclude(gate, record, ignored)
    examined = examine(record.resolutions, found, gate.today, gate.policy)
    decided = {r.finding: r for r in examined.resolutions}
    known: dict[str, list[KnownFinding]] = defaultdict(list)
    for one in record.known:
        known[one.id].append(one)
    judged = []
    for id, finding in found.items():
        if id in ignored:
            continue
        resolution = decided.get(id)
        reopened = examined.reopened.get(id)
        before = id in record.open_before
        state, why = _state(finding, known[id], resolution, reopened, before)
        severity = gate.weight(finding)
        fails = gate.fails(severity, state)
        judged.append(JudgedFinding(finding, id, severity, state, fails, resolution, why))
    whole = Judged(
        tuple(judged),
        diagnostics=examined.diagnostics,
        ignored=len(ignored),
        excluded_by=excluded,
        rules_left_out=len(gate.left_out),
    )
    if record.partial:
        return whole
    gone = {id for id in (*known, *decided) if id not in found and id not in excluded}
    lines = (*record.known, *record.uncounted)
    stale = (
        s for s in (*_gone(lines, found), *lapses(examined, found)) if s.finding not in excluded
    )
    return replace(whole, stale=tuple(sorted(stale, key=_order)), gone=len(gone))


def _exclude(gate: Gate, record: Record, ignored: Iterable[str]) -> frozenset[str]:
    """The ids that the settings exclude from checking: records of them are not stale."""
    known = (k.id for k in record.known if k.rule in gate.left_out)
    decided = (r.finding for r in record.resolutions if r.rule in gate.left_out)
    return frozenset((*ignored, *known, *decided))


def _state(
    finding: Finding,
    known: Iterable[KnownFinding],
    resolution: Resolution | None,
    reopened: Reopened | None,
    open_before: bool,
) -> tuple[State, Phrase | None]:
    """The state, with the sentences on what changed, joined or lapsed."""
    if reopened is None and resolution is not None:
        return State.RESOLVED, None
    if reopened is not None and not open_before:
        return State.REOPENED, reopened.why
    fits = [fit(finding, one.values) for one in known]
    if not fits:
        return State.NEW, None
    best = min(fits, key=lambda f: f.match)
    states = {
        Match.SAME: State.KNOWN,
        Match.GROWN: State.GROWN,
        Match.CHANGED: State.CHANGED,
    }
    return states[best.match], best.why or (None if reopened is None else reopened.why)


def _gone(known: Iterable[KnownFinding], found: Mapping[str, Finding]) -> Iterable[Stale]:
    """The baseline lines whose finding is no longer found."""
    for one in known:
        if one.location is not None and one.id not in found:
            yield Stale(
                Lapse.GONE,
                one.id,
                one.topic,
                say(
                    "The finding of this line of the baseline is no longer found: {topic}.",
                    topic=one.topic,
                ),
                say("Type: factcheck baseline prune"),
                one.location,
            )


def _order(stale: Stale) -> tuple[object, ...]:
    return (stale.location, stale.lapse)
