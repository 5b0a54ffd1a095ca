"""What the check made of two claims: where they met, on which sides they stand, what it found.

Nothing is compared anew that the check compared: sides, scopes and verdicts are those of its
topics. What two values of one scope say to each other comes from their kind, as it does there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from factcheck.explaining.index import Index, Laid
from factcheck.grouping.lattice import Placed
from factcheck.grouping.scoping import STATED
from factcheck.model import (
    COMPATIBLE,
    Claim,
    Comparison,
    JudgedFinding,
    Reason,
    Scope,
    Topic,
    Verdict,
)
from factcheck.values import kind_for


class How(StrEnum):
    """Where two claims met."""

    ONE_SCOPE = "same scope"
    SCOPES = "two scopes, held against each other"
    APART = "two scopes, not held against each other"
    DENIED = "a denial and what it disputes"
    ASIDE = "not compared: set aside"
    ELSEWHERE = "two topics"


@dataclass(frozen=True)
class Pair:
    """Two claims, and what the check made of them.

    `direct` is what their values alone say, where they stand in scopes; `scope` is the one in which
    they stand together, or what was found between theirs. `reasons` tells why a claim is set aside.
    """

    a: Claim
    b: Claim
    how: How
    verdict: Verdict | None = None
    laid: Laid | None = None
    scope: Scope | None = None
    direct: Comparison | None = None
    one_side: bool = False
    reasons: tuple[tuple[Claim, Reason], ...] = ()
    findings: tuple[JudgedFinding, ...] = ()

    @property
    def topic(self) -> Topic | None:
        """The topic in which they stand together."""
        return None if self.laid is None else self.laid.topic


def pair_of(a: Claim, b: Claim, index: Index) -> Pair:
    """What the check made of two different claims."""
    findings = tuple(index.found(a, b))
    for denying, other in ((a, b), (b, a)):
        denied = index.denials.get(denying)
        if denied is not None and any(other in p.claims for p in denied[1].positions):
            return Pair(a, b, How.DENIED, findings=findings, scope=denied[1].scope)
    reasons = tuple((c, r) for c in (a, b) if (r := _aside(c, index)) is not None)
    laid = next(iter(index.topics(a, b)), None)
    if laid is not None:
        return _laid(a, b, laid, findings)
    if reasons:
        return Pair(a, b, How.ASIDE, reasons=reasons, findings=findings)
    telling = [j.finding for j in findings if not _by_name(j)]
    found = telling[0].verdict if telling else None
    return Pair(a, b, How.ELSEWHERE, found, findings=findings)


def _by_name(judged: JudgedFinding) -> bool:
    """Whether it is about how a name is spelled, whatever the claims say of it."""
    return any(position.by == "name" for position in judged.finding.positions)


def _aside(claim: Claim, index: Index) -> Reason | None:
    """Why a claim is in no scope."""
    if claim in index.unchecked and index.unchecked[claim].reason is not Reason.ALONE:
        return index.unchecked[claim].reason
    return Reason.DENIAL if claim in index.denials else None


def _laid(a: Claim, b: Claim, laid: Laid, findings: tuple[JudgedFinding, ...]) -> Pair:
    """Two claims that stand in scopes of one topic."""
    direct = kind_for(laid.topic.attribute).compare(laid.value(a), laid.value(b))
    if laid.scopes[a] is laid.scopes[b]:
        scope = laid.scopes[a]
        together = bool(laid.sides(a) & laid.sides(b))
        verdict = _in_scope(direct.verdict, scope.verdict, together)
        return Pair(a, b, How.ONE_SCOPE, verdict, laid, scope, direct, together, findings=findings)
    between = between_scopes(laid, a, b)
    if between is not None and between.verdict is not Verdict.SCOPE_DIFFERS:
        return Pair(a, b, How.SCOPES, between.verdict, laid, between, direct, findings=findings)
    if laid.held.met(laid.place(a), laid.place(b)):
        return Pair(a, b, How.SCOPES, Verdict.CONSISTENT, laid, None, direct, findings=findings)
    differs = direct.verdict in (Verdict.CONTRADICTS, Verdict.CONFUSED) and not _unsaid(laid, a, b)
    apart = Verdict.SCOPE_DIFFERS if differs else None
    return Pair(a, b, How.APART, apart, laid, between, direct, findings=findings)


def _in_scope(direct: Verdict, found: Verdict, together: bool) -> Verdict:
    """The verdict on two claims of one scope, of which `found` is the verdict on them all.

    On one side, they say to each other what their values say. On two, the scope's word holds where
    it knows more than the values do: that a qualifier is missing, that one was revised.
    """
    if together:
        return direct
    plain = found in (Verdict.CONTRADICTS, Verdict.CONFUSED)
    return direct if plain and direct not in COMPATIBLE else found


def between_scopes(laid: Laid, a: Claim, b: Claim) -> Scope | None:
    """What the check found between the scopes of two claims; that scopes differ comes last."""
    found = [s for s in laid.topic.across if _is_between(s, laid, a, b)]
    return min(found, key=lambda s: s.verdict is Verdict.SCOPE_DIFFERS, default=None)


def _is_between(scope: Scope, laid: Laid, a: Claim, b: Claim) -> bool:
    """Whether it tells of these two: of claims that leave a qualifier out, only against others."""
    claims = scope.claims
    if a not in claims or b not in claims:
        return False
    vague = {laid.place(c) for c in claims if laid.place(c).narrowed.missing}
    if scope.verdict is not Verdict.UNDETERMINED or not vague:
        return True
    return bool(vague & {laid.place(a), laid.place(b)}) and may_be_one(laid.place(a), laid.place(b))


def may_be_one(a: Placed, b: Placed) -> bool:
    """Whether two scopes differ in nothing but what one of them leaves out."""
    here, there = dict(a.narrowed.tokens), dict(b.narrowed.tokens)
    common = (here.keys() & there.keys()) | STATED
    return all(here.get(name) == there.get(name) for name in common)


def _unsaid(laid: Laid, a: Claim, b: Claim) -> bool:
    return may_be_one(laid.place(a), laid.place(b))


def apart_by(laid: Laid, a: Claim, b: Claim) -> Iterator[tuple[str, str, str]]:
    """The qualifiers in which two scopes differ, with the words of each; "" where one is silent."""
    one, other = laid.place(a).narrowed, laid.place(b).narrowed
    here, there = dict(one.tokens), dict(other.tokens)
    words, others = dict(one.words), dict(other.words)
    for name in dict.fromkeys((*here, *there)):
        if here.get(name) != there.get(name):
            yield name, str(words.get(name, "")), str(others.get(name, ""))
