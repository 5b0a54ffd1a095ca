"""Explains why a verdict is not the next milder or the next more severe one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from factcheck.explain.explanation import Row
from factcheck.model import Attribute, Claim, Interval, Scope, Value, Verdict
from factcheck.values.measures.measured import Measured, show_interval

PLAIN: dict[Verdict, tuple[Row, ...]] = {
    Verdict.AGREE: (("not consistent", "the two are equal, not merely compatible"),),
    Verdict.CONSISTENT: (
        ("not agree", "they are not given alike"),
        ("not refines", "neither is narrower than the other in kind; they differ in precision"),
    ),
    Verdict.REFINES: (
        ("not agree", "one of them says more than the other"),
        ("not contradicts", "what is narrower lies within what is wider: both can be so"),
    ),
    Verdict.SCOPE_DIFFERS: (
        ("not consistent", "in one scope, their values would clash"),
        ("not contradicts", "they do not speak of one scope, and so need not agree"),
    ),
    Verdict.SUPERSEDED: (
        ("not scope-differs", "both speak of one scope"),
        ("not contradicts", "an outlet gave its own earlier value up, and one value stands"),
    ),
    Verdict.VARIANT: (
        ("not agree", "the two are not written alike"),
        ("not contradicts", "the registry, or how near they are, makes it one name, spelled anew"),
    ),
    Verdict.CONFUSED: (
        ("not variant", "these are two things with two names, not two spellings of one"),
        ("not contradicts", "they are declared as things that are taken for each other"),
    ),
    Verdict.IMPOSSIBLE: (
        ("not undetermined", "no way of reading the figures, nor their rounding, makes it hold"),
        ("not contradicts", "no two claims clash in one scope: what follows from them cannot be"),
    ),
    Verdict.UNSUPPORTED: (
        ("not contradicts", "no other source is needed for it: a claim and its own text differ"),
    ),
}
"""What holds of a verdict whatever the values are: (the other word, why it is not that one)."""


def because(
    verdict: Verdict,
    values: Sequence[Value],
    claims: Iterable[Claim],
    attribute: Attribute | None,
    scope: Scope | None,
    drifted: bool = False,
) -> Iterator[Row]:
    """A row for each neighbouring verdict in the order of severity that a reader may ask about.

    `values` are those that clash or meet, side by side; `claims` are all claims concerned, and
    `scope` is theirs; `drifted` is true for a scope between two days.
    """
    match verdict:
        case Verdict.CONTRADICTS:
            if drifted:
                yield "not scope-differs", "its drift is declared: a day bounds the next one known"
            else:
                yield from _one_scope(attribute, scope)
            yield from _contradicts(values, claims)
        case Verdict.SELF_CONTRADICTS:
            yield "not undetermined", _rounded(values) or "both values cannot hold at once"
            yield "not contradicts", f"all of it stands in {_sources(claims)[0]}"
        case Verdict.UNDETERMINED:
            yield from _undetermined(values, scope)
        case Verdict.CONSISTENT if (shared := _shared(values)) is not None:
            yield "not agree", "they are not given alike"
            yield "not contradicts", f"the two have {shared} in common"
        case _:
            yield from PLAIN[verdict]


def _one_scope(attribute: Attribute | None, scope: Scope | None) -> Iterator[Row]:
    if attribute is not None and attribute.key:
        where = scope.label if scope is not None and scope.label else "the same for all"
        key = ", ".join(name.replace("_", " ") for name in attribute.key)
        yield "not scope-differs", f"of its key ({key}) nothing differs: {where!s}"
    else:
        yield "not scope-differs", "nothing is declared that could tell their scopes apart"


def _contradicts(values: Sequence[Value], claims: Iterable[Claim]) -> Iterator[Row]:
    yield "not superseded", "no outlet gave one value up for the only other one"
    yield "not undetermined", _rounded(values) or "the two exclude each other"
    sources = _sources(claims)
    if len(sources) > 1:
        yield "not self-contradicts", f"{len(sources)} sources speak: {', '.join(sources[:5])}"


def _undetermined(values: Sequence[Value], scope: Scope | None) -> Iterator[Row]:
    if (missed := _disjoint(values, "strict")) is not None:
        yield "not consistent", f"as written, {missed}"
    else:
        yield "not consistent", "nothing says that the two can both be so"
    if scope is not None and scope.todo is not None:
        yield "not contradicts", f"part of the scope is unknown. {scope.todo!s}"
    elif missed is not None and _disjoint(values, "loose") is None:
        yield "not contradicts", "taken as rounded where they end in zeros, they meet"
    else:
        yield "not contradicts", "nothing says that the two exclude each other"


def _rounded(values: Sequence[Value]) -> str:
    """Why rounding would not reconcile them, with the figures."""
    missed = _disjoint(values, "loose")
    return "" if missed is None else f"even taken as rounded, {missed}"


def _disjoint(values: Sequence[Value], reading: str) -> str | None:
    """Two neighbouring values that do not meet in this reading, in words."""
    spans: list[Interval] = [
        span
        for v in values
        if isinstance(v, Measured) and (span := getattr(v, reading)) is not None
    ]
    ordered = sorted(spans, key=lambda s: (s.low, s.high))
    for a, b in pairwise(ordered):
        if not a.meets(b):
            return f"one is {show_interval(a)!s}, the other {show_interval(b)!s}"
    return None


def _shared(values: Sequence[Value]) -> str | None:
    """The intersection of all values' intervals."""
    spans = [v.strict for v in values if isinstance(v, Measured) and v.strict is not None]
    if len(spans) < 2 or len(spans) < len(values):
        return None
    low, high = max(s.low for s in spans), min(s.high for s in spans)
    return str(show_interval(Interval(low, high))) if low <= high else None


def _sources(claims: Iterable[Claim]) -> list[str]:
    return sorted({claim.source.id for claim in claims})
