"""Handles inexact times: "about 2025", or a fiscal year with undeclared months."""

from __future__ import annotations

from dataclasses import replace

from factcheck.comparing.scopes.positions import judge
from factcheck.model import CONTRADICTING, Attribute, Claim, Phrase, Scope, Verdict, say


def dated(scope: Scope, attribute: Attribute) -> Scope:
    """The scope; `undetermined` if it clashes only between an exact time and an inexact one.

    Two claims with the same inexact time still clash: "FY 2025" is the same year in both.
    """
    if scope.verdict not in CONTRADICTING:
        return scope
    vague = [c for c in scope.claims if is_vague(c)]
    exact = [c for c in scope.claims if not is_vague(c)]
    if not vague or not exact:
        return scope
    if any(_clash(claims, attribute) for claims in (vague, exact)):
        return scope
    remarks = (*scope.remarks, *dict.fromkeys(_step(c) for c in vague))
    return replace(scope, verdict=Verdict.UNDETERMINED, remarks=remarks, todo=_todo(vague))


def is_vague(claim: Claim) -> bool:
    """Whether the time of a claim may differ from the days that represent it in comparisons."""
    return any(t.approximate or t.assumed for t in (claim.period, claim.as_of) if t is not None)


def _clash(claims: list[Claim], attribute: Attribute) -> bool:
    scope = judge(claims, attribute).scope
    return scope is not None and scope.verdict in CONTRADICTING


def _undeclared(claim: Claim) -> bool:
    return claim.period is not None and claim.period.assumed


def _step(claim: Claim) -> Phrase:
    if _undeclared(claim):
        return say(
            "{claim} speaks of a fiscal year, and {subject} declares none: it may not be the "
            "calendar year.",
            claim=claim.name,
            subject=claim.subject.label,
        )
    return say("{claim} gives its time only roughly.", claim=claim.name)


def _todo(vague: list[Claim]) -> Phrase:
    """What would decide the case: the start of the fiscal year, or the exact time."""
    if all(map(_undeclared, vague)):
        return say(
            "Add fiscal_year_starts to {subject} in subjects.yaml to decide.",
            subject=vague[0].subject.id,
        )
    names = ", ".join(c.name for c in vague)
    return say("Give the exact time of {claims} to decide.", claims=names)
