"""What may be compared: the scope of a claim, and what lies between the scopes of a topic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations, product

from factcheck.grouping.positions import clash
from factcheck.model import Attribute, Claim, Period, Phrase, Position, Scope, Verdict, say
from factcheck.values import kind_for
from factcheck.values.period import show_period

PROSPECTIVE = frozenset({"planned", "projected", "conditional", "trial"})
"""Modalities that speak of what is not yet so; a plan that was missed is news, not an error."""


STATED = frozenset({"modality", "conditions"})
"""Qualifiers that a source states where it means them: one that is not written is none."""


def scope_key(claim: Claim) -> tuple[str, ...]:
    """Equal for claims that may be compared: the attribute's key qualifiers, and the modality."""
    known = dict(qualifiers(claim))
    return tuple(_fold(known.get(name, "")) for name in (*claim.attribute.key, "modality"))


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())


def qualifiers(claim: Claim) -> tuple[tuple[str, str], ...]:
    """The known key qualifiers of a claim, in words, and its modality where it is not actual."""
    known = []
    for name in claim.attribute.key:
        value = getattr(claim, name)
        if value:
            known.append((name, show_period(value) if isinstance(value, Period) else str(value)))
    if claim.modality in PROSPECTIVE:
        known.append(("modality", "planned"))
    return tuple(known)


def scoped(scope: Scope, claim: Claim) -> Scope:
    """What was judged, in the scope of one of its claims.

    A clash where a key qualifier is unknown decides nothing: it says what to add.
    """
    known = qualifiers(claim)
    missing = _missing(replace(scope, qualifiers=known), claim.attribute)
    if not missing or scope.verdict not in (Verdict.CONTRADICTS, Verdict.SELF_CONTRADICTS):
        return replace(scope, qualifiers=known)
    step = say("No claim here states its {missing}.", missing=" or ".join(missing))
    todo = say("Add {missing} to these claims to decide.", missing=" and ".join(missing))
    steps = (*scope.steps, step)
    return Scope(known, scope.positions, Verdict.UNDETERMINED, steps, todo)


def across(scopes: Sequence[Scope], attribute: Attribute) -> tuple[Scope, ...]:
    """Where claims of different scopes would clash: undetermined, or explained by the scope."""
    return (*_undetermined(scopes, attribute), *_explained(scopes, attribute))


def _undetermined(scopes: Sequence[Scope], attribute: Attribute) -> Iterable[Scope]:
    """A scope with an unknown qualifier that fits none of the scopes it may belong to."""
    told: set[tuple[Claim, ...]] = set()
    for vague in scopes:
        missing = _missing(vague, attribute)
        rivals = [s for s in scopes if s is not vague and _may_be(vague, s, missing)]
        involved = tuple(s for s in scopes if s is vague or s in rivals)
        claims = tuple(c for s in involved for c in s.claims)
        if not (missing and rivals) or claims in told:
            continue
        if all(_clash(vague, rival, attribute) for rival in rivals):
            told.add(claims)
            yield Scope(
                vague.qualifiers,
                _side_by_side((vague, *rivals)),
                Verdict.UNDETERMINED,
                (_silence(vague, missing),),
                _additions(involved, attribute),
            )


def _silence(vague: Scope, missing: Sequence[str]) -> Phrase:
    label = vague.positions[0].label
    return say("{label} states no {missing}.", label=label, missing=" or ".join(missing))


def _additions(scopes: Iterable[Scope], attribute: Attribute) -> Phrase:
    """What to add to which claims."""
    parts = [
        f"{' and '.join(missing)} to {', '.join(c.name for c in scope.claims)}"
        for scope in scopes
        if (missing := _missing(scope, attribute))
    ]
    return say("Add {parts} to decide.", parts="; ".join(parts))


def _missing(scope: Scope, attribute: Attribute) -> tuple[str, ...]:
    known = dict(scope.qualifiers)
    return tuple(name for name in attribute.key if name not in known and name not in STATED)


def _may_be(vague: Scope, rival: Scope, missing: Sequence[str]) -> bool:
    """Whether the two differ in nothing but what one of them does not say."""
    known = {n: _fold(v) for n, v in vague.qualifiers}
    other = {n: _fold(v) for n, v in rival.qualifiers if n not in missing}
    if any(known.get(name) != other.get(name) for name in STATED):
        return False
    return all(known[name] == other[name] for name in known.keys() & other.keys())


def _explained(scopes: Sequence[Scope], attribute: Attribute) -> Iterable[Scope]:
    """One note a topic: sources that speak of different scopes, with values that would clash."""
    told = [s for s in scopes if not _missing(s, attribute)]
    apart = [
        (a, b)
        for a, b in combinations(told, 2)
        if not _sources(a) & _sources(b) and _clash(a, b, attribute)
    ]
    if apart:
        involved = [s for s in told if any(s in pair for pair in apart)]
        told_by = [{n: _fold(v) for n, v in s.qualifiers} for s in involved]
        every = sorted({n for told in told_by for n in told})
        names = [n for n in every if len({told.get(n) for told in told_by}) > 1]
        yield Scope(
            (),
            _side_by_side(involved),
            Verdict.SCOPE_DIFFERS,
            (say("The values differ, and so does what they speak of ({names}).",
                 names=", ".join(names)),),
        )  # fmt: skip


def _clash(a: Scope, b: Scope, attribute: Attribute) -> bool:
    kind = kind_for(attribute)
    return any(
        p.value is not None and q.value is not None and clash(p.value, q.value, kind)
        for p, q in product(a.positions, b.positions)
    )


def _sources(scope: Scope) -> frozenset[str]:
    return frozenset(c.source.id for c in scope.claims)


def _side_by_side(scopes: Iterable[Scope]) -> tuple[Position, ...]:
    return tuple(
        Position(f"{p.label} · {s.label}" if s.label else p.label, p.claims, p.value, scope=s.label)
        for s in scopes
        for p in s.positions
    )
