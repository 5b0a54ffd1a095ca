"""Derives the verdict on any two claims from the results of comparing; no table of pairs exists.

Positions and pairs have one definition. Two claims that share a position of their scope do not
clash: they are compatible, or `undetermined` if only rounding reconciles them and the scope is
divided by more than rounding. Two that share none have the scope's clash, if their values confirm
it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import StrEnum

from factcheck.comparing.compared import Compared, Placing
from factcheck.comparing.scopes.lattice import Lattice, Placed
from factcheck.comparing.scopes.parts import exceeds
from factcheck.comparing.scopes.scoping import STATED
from factcheck.comparing.scopes.topic_key import TIMES
from factcheck.model import (
    COMPATIBLE,
    CONTRADICTING,
    Claim,
    Comparison,
    Denial,
    Finding,
    Narrowing,
    Reason,
    Scope,
    Topic,
    Value,
    Verdict,
)
from factcheck.model.frozen import dataclass
from factcheck.values import kind_for

PLAIN = CONTRADICTING | {Verdict.CONFUSED}
"""Verdicts of a scope that say no more than its values do."""


class How(StrEnum):
    """How two claims were compared."""

    ONE_SCOPE = "same scope"
    SCOPES = "two scopes, held against each other"
    DISJOINT = "two scopes, not held against each other"
    DENIED = "a denial and what it disputes"
    EXCLUDED = "not compared: set aside"
    ELSEWHERE = "two topics"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of one topic, each in its scope: `one` is the first claim's."""

    topic: Topic
    one: Placing
    other: Placing

    @property
    def narrowings(self) -> tuple[Narrowing, Narrowing]:
        """The qualifiers of the two scopes."""
        return self.one.scope.narrowing, self.other.scope.narrowing

    @property
    def may_be_one(self) -> bool:
        """Whether the scopes differ only by a qualifier that one of them leaves out.

        In that case, two days of a state with a declared drift count as no difference.
        """
        drifts = self.topic.attribute.drift is not None
        vague = any(narrowing.missing for narrowing in self.narrowings)
        return _may_be_one(*self.narrowings, TIMES if drifts and vague else ())

    @property
    def compared(self) -> bool:
        """Whether the two scopes were compared: as part and whole, or as two successive states."""
        numbers = (self.one.number, self.other.number)
        return (min(numbers), max(numbers)) in self.topic.met

    @property
    def met(self) -> bool:
        """Whether they were compared, directly or through the states between them."""
        attribute = self.topic.attribute
        moves = attribute.drift is not None or attribute.measure == "cumulative"
        drifts = moves and self.one_thing
        return self.compared or (drifts and not any(n.missing for n in self.narrowings))

    @property
    def one_thing(self) -> bool:
        """Whether the scopes differ only in time."""
        return Placed(self.one.scope).rest == Placed(self.other.scope).rest

    @property
    def differs_by(self) -> Iterator[tuple[str, str, str]]:
        """The qualifiers that differ, with the words of each; "" for a missing one."""
        one, other = self.narrowings
        here, there = dict(one.tokens), dict(other.tokens)
        words, others = dict(one.words), dict(other.words)
        for name in dict.fromkeys((*here, *there)):
            if here.get(name) != there.get(name):
                yield name, str(words.get(name, "")), str(others.get(name, ""))


@dataclass(frozen=True)
class PairVerdict:
    """Two claims and the verdict on them; `verdict` is None if they are not comparable.

    `alone` is the verdict on their values as if they were of one scope. `scope` is the scope of
    both, or the result between their two; `shared` are its positions that contain both. `reasons`
    say why a claim was excluded. `findings` are about both.
    """

    a: Claim
    b: Claim
    how: How
    verdict: Verdict | None = None
    pair: Pair | None = None
    scope: Scope | None = None
    alone: Verdict | None = None
    shared: frozenset[int] = frozenset()
    reasons: tuple[tuple[Claim, Reason], ...] = ()
    findings: tuple[Finding, ...] = ()


def verdict(compared: Compared, a: Claim, b: Claim) -> PairVerdict:
    """The verdict on two different claims."""
    findings = tuple(f for f in compared.findings if a in f.claims and b in f.claims)
    for denying, other in ((a, b), (b, a)):
        if (denial := _denial(compared, denying, other)) is not None:
            return PairVerdict(a, b, How.DENIED, scope=denial.scope, findings=findings)
    pair = pair_of(compared, a, b)
    if pair is not None and pair.one is pair.other:
        return _in_scope(a, b, pair, findings)
    if pair is not None:
        return _between(a, b, pair, findings)
    reasons = tuple((c, r) for c in (a, b) if (r := _reason(compared, c)) is not None)
    if reasons:
        return PairVerdict(a, b, How.EXCLUDED, reasons=reasons, findings=findings)
    about = (f.verdict for f in findings if all(p.by != "name" for p in f.positions))
    return PairVerdict(a, b, How.ELSEWHERE, next(about, None), findings=findings)


def pair_of(compared: Compared, a: Claim, b: Claim) -> Pair | None:
    """The topic in which both have a scope; one of their own subjects is preferred to a
    member's.
    """
    others = {id(placing.topic): placing for placing in compared.places.get(b, ())}
    found = [
        Pair(placing.topic, placing, others[id(placing.topic)])
        for placing in compared.places.get(a, ())
        if id(placing.topic) in others
    ]
    own = {a.subject.id, b.subject.id}
    return min(found, key=lambda pair: pair.topic.subject.id not in own, default=None)


def values_of(pair: Pair, a: Claim, b: Claim) -> tuple[Value, Value]:
    """The two values as their scopes compare them: in one unit, with the tolerance."""
    one, other = pair.one.scope.value(a), pair.other.scope.value(b)
    assert one is not None and other is not None
    return one, other


def comparison(pair: Pair, a: Claim, b: Claim) -> Comparison:
    """Compare the values of two claims of a topic: the verdict, with its steps."""
    return kind_for(pair.topic.attribute).compare(*values_of(pair, a, b))


def contains(compared: Compared, pair: Pair) -> str:
    """Which scope contains the other one: "one", "other", or "" for neither."""
    attribute, subjects = pair.topic.attribute, compared.vocabulary.subjects
    one, other = Placed(pair.one.scope), Placed(pair.other.scope)
    lattice = Lattice((one, other), attribute, subjects)
    for part, whole, name in ((one, other, "one"), (other, one, "other")):
        if whole in lattice.wholes(part):
            return name
    return ""


def _denial(compared: Compared, denying: Claim, other: Claim) -> Denial | None:
    topic = compared.relations.topics.by_key.get((denying.subject.id, denying.attribute.id))
    for denial in topic.denials if topic is not None else ():
        if denial.claim is denying and any(other in p.claims for p in denial.positions):
            return denial
    return None


def _reason(compared: Compared, claim: Claim) -> Reason | None:
    """The reason why a claim is in no scope."""
    for one in compared.unmatched:
        if one.claim is claim and one.reason is not Reason.ALONE:
            return one.reason
    return Reason.DENIAL if claim.status == "denied" else None


def _in_scope(a: Claim, b: Claim, pair: Pair, findings: tuple[Finding, ...]) -> PairVerdict:
    scope = pair.one.scope
    places = scope.places()
    shared = frozenset(places[a]) & frozenset(places[b])
    alone = kind_for(pair.topic.attribute).verdict(*values_of(pair, a, b))
    found = _of_scope(alone, scope.verdict, bool(shared))
    return PairVerdict(a, b, How.ONE_SCOPE, found, pair, scope, alone, shared, findings=findings)


def _of_scope(alone: Verdict, scope: Verdict, share: bool) -> Verdict:
    """The verdict on two claims of one scope, from their values and the scope's result.

    In one position their values decide. In two, the scope's verdict applies if it knows more than
    the values: that a qualifier is missing, that one was revised.
    """
    if share:
        return alone
    if scope not in PLAIN or alone in COMPATIBLE:
        return scope
    return scope if alone in PLAIN and scope is Verdict.SELF_CONTRADICTS else alone


def _between(a: Claim, b: Claim, pair: Pair, findings: tuple[Finding, ...]) -> PairVerdict:
    alone = kind_for(pair.topic.attribute).verdict(*values_of(pair, a, b))
    between = _found_between(a, b, pair)
    if between is not None and between.verdict is not Verdict.SCOPE_DIFFERS:
        how, found = How.SCOPES, between.verdict
        return PairVerdict(a, b, how, found, pair, between, alone, findings=findings)
    if pair.met:
        how = How.SCOPES
        return PairVerdict(a, b, how, Verdict.CONSISTENT, pair, None, alone, findings=findings)
    clash = alone in PLAIN and not pair.may_be_one
    differs = Verdict.SCOPE_DIFFERS if clash else None
    return PairVerdict(a, b, How.DISJOINT, differs, pair, between, alone, findings=findings)


def _found_between(a: Claim, b: Claim, pair: Pair) -> Scope | None:
    """The result between the scopes of two claims; a note that scopes differ comes last."""
    found = [s for s in pair.topic.across if _is_between(s, a, b, pair)]
    return min(found, key=lambda s: s.verdict is Verdict.SCOPE_DIFFERS, default=None)


def _is_between(scope: Scope, a: Claim, b: Claim, pair: Pair) -> bool:
    """Whether the result is about these two: claims that leave a qualifier out count only against
    others.
    """
    claims = scope.claims
    if a not in claims or b not in claims:
        return False
    if scope.reported_by:
        first = scope.positions[0].claims
        return (a in first) != (b in first)
    if scope.verdict is Verdict.IMPOSSIBLE:
        one, other = values_of(pair, a, b)
        of_part = scope.positions[0].claims[0] in pair.one.scope.claims
        return exceeds(one, other) if of_part else exceeds(other, one)
    if scope.verdict is not Verdict.UNDETERMINED or not _is_vague(scope, pair.topic):
        return True
    return any(narrowing.missing for narrowing in pair.narrowings) and pair.may_be_one


def _is_vague(scope: Scope, topic: Topic) -> bool:
    """Whether the result is about claims that leave out a key qualifier."""
    claims = set(scope.claims)
    return any(s.narrowing.missing and claims & set(s.claims) for s in topic.scopes)


def _may_be_one(one: Narrowing, other: Narrowing, but: Collection[str]) -> bool:
    here, there = dict(one.tokens), dict(other.tokens)
    common = ((here.keys() & there.keys()) | STATED) - set(but)
    return all(here.get(name) == there.get(name) for name in common)
