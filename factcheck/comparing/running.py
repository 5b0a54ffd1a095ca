"""Runs the rules over the compared claims. If a rule crashes, the error names it and its input."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factcheck.comparing.compared import Compared, collate
from factcheck.comparing.rule import Rule
from factcheck.comparing.unreported import check_reported
from factcheck.model import Claim, Finding, Loaded, Reason, Unmatched, Verdict


class RuleCrash(Exception):
    """A rule failed on some input: a defect of factcheck, never reported as "no findings"."""


def compare(loaded: Loaded, rules: Iterable[Rule], known: Iterable[Rule] = ()) -> Compared:
    """Compare all claims, and run the rules: one finding for each conflict.

    `known` are all existing rules, without options: a clash that only an unselected rule would
    report was left out on purpose. Raises RuleCrash if a rule fails, and UnreportedClash if claims
    clash and no rule would report it.
    """
    return with_findings(collate(loaded), rules, known)


def with_findings(
    compared: Compared, rules: Iterable[Rule], known: Iterable[Rule] = ()
) -> Compared:
    """The same claims with the findings of the rules."""
    rules = tuple(rules)
    found = [finding for rule in rules for finding in _run(rule, compared)]
    check_reported(compared.topics, rules, tuple(known), found)
    mismatches = {rule.name for rule in rules if rule.mismatch}
    folded = _fold(found, mismatches, {rule.name for rule in rules if rule.annotates})
    findings = tuple(sorted(folded, key=_order))
    unmatched = tuple(_unmatched(compared.unmatched, findings))
    return replace(compared, findings=findings, unmatched=unmatched)


def _unmatched(candidates: Iterable[Unmatched], findings: Iterable[Finding]) -> Iterator[Unmatched]:
    """The claims that no finding on several sources compares with another claim either."""
    met: set[Claim] = set()
    for finding in findings:
        if finding.attribute is not None and len({c.source.id for c in finding.claims}) > 1:
            met.update(finding.claims)
    yield from (u for u in candidates if u.reason is not Reason.ALONE or u.claim not in met)


def _run(rule: Rule, compared: Compared) -> Iterator[Finding]:
    """The findings of the rule in each of its inputs."""
    for look in rule.looks(compared):
        try:
            yield from look.findings
        except Exception as why:
            raise RuleCrash(f"The rule {rule.name} failed on {look.name}: {why!r}") from why


def _fold(
    findings: Sequence[Finding], mismatches: set[str], annotating: set[str]
) -> Iterator[Finding]:
    """Attach a finding of an annotating rule to each mismatch about its claims, as a cause.

    A note that scopes differ is no mismatch: it would hide the finding that the scope is wrong.
    """
    notes = [f for f in findings if f.rule in annotating]
    by_claim: dict[Claim, list[int]] = defaultdict(list)
    for number, note in enumerate(notes):
        for claim in note.claims:
            by_claim[claim].append(number)
    used: set[int] = set()
    for finding in findings:
        if finding.rule in annotating:
            continue
        mismatch = finding.rule in mismatches and finding.verdict is not Verdict.SCOPE_DIFFERS
        about = {n for c in finding.claims for n in by_claim.get(c, ())} if mismatch else set()
        used |= about
        causes = tuple(notes[n] for n in sorted(about))
        yield replace(finding, causes=causes) if causes else finding
    yield from (note for number, note in enumerate(notes) if number not in used)


def _order(finding: Finding) -> tuple[object, ...]:
    gravity = list(type(finding.verdict)).index(finding.verdict)
    return (-gravity, finding.rule, finding.anchor)
