"""Explains the comparison of two claims completely, with or without a finding about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.comparing import How, Pair, PairVerdict
from factcheck.comparing.scopes.scope_steps import steps_of
from factcheck.comparing.verdict import comparison, contains, values_of
from factcheck.explain.because import because
from factcheck.explain.explanation import Explanation, Row, Section
from factcheck.explain.index import Index
from factcheck.explain.kinship import kinship, relations
from factcheck.explain.readings import described, reading, terms
from factcheck.model import Attribute, Claim, JudgedFinding, Reason, Scope, Source, Verdict
from factcheck.report.words.phrases import UNCHECKED
from factcheck.values import kind_for
from factcheck.values.base import Incomparable
from factcheck.values.period import show_period


def explain_pair(a: Claim, b: Claim, index: Index) -> Explanation:
    """What was compared, or why nothing was, and each number in use."""
    found = index.verdict(a, b)
    judged = index.found(found)
    sections = (
        Section("how they met", tuple(_met(found, index))),
        reading(a, index),
        reading(b, index),
        Section("compared", tuple(_compared(found))),
        Section("why this verdict", tuple(_why(found))),
        Section("relations", tuple(relations(a, b, index))),
        Section("findings with both", tuple(_findings(judged))),
    )
    return Explanation(
        about=f"{a.name} and {b.name}",
        verdict=None if found.verdict is None else found.verdict.value,
        how=found.how.value,
        sections=tuple(section for section in sections if section.rows),
        claims=(described(a, index), described(b, index)),
        findings=tuple(one.id for one in judged),
    )


def _met(found: PairVerdict, index: Index) -> Iterator[Row]:
    a, b = found.a, found.b
    if found.pair is not None:
        topic = found.pair.topic
        yield "topic", f"{topic.attribute.label!s} of {topic.subject.label!s}"
        for claim in (a, b):
            if claim.subject.id != topic.subject.id:
                family = claim.subject.label
                yield "family", f"{claim.name} speaks of {family!s}: it is said of its members too"
    match found.how:
        case How.ONE_SCOPE:
            yield from _one_scope(found, found.pair)
        case How.SCOPES | How.DISJOINT:
            yield from _two_scopes(found, found.pair, index)
        case How.DENIED:
            yield "denial", "one of them denies what the other says, and gives no value of its own"
        case How.EXCLUDED:
            yield from kinship(a, b, index)
        case How.ELSEWHERE:
            yield from kinship(a, b, index)
            yield from _unmet(found, index)
    for claim, reason in found.reasons:
        yield from _exclude(claim, reason, index)
    if found.how is How.EXCLUDED:
        yield from _unlike(found)


def _one_scope(found: PairVerdict, pair: Pair | None) -> Iterator[Row]:
    assert pair is not None and found.scope is not None
    scope = found.scope
    missing = scope.narrowing.missing
    unsaid = f"unknown: none of them states its {' or '.join(missing)}".replace("_", " ")
    yield "scope", unsaid if missing else str(scope.label) or "one: nothing tells them apart"
    count = len(scope.positions)
    if count < 2:
        yield "positions", f"one, of {len(scope.claims)} claims: all are compatible"
    elif found.shared:
        stated = _labels(scope, found.shared)
        yield "positions", f"both belong to the position {stated}; the scope has {count} positions"
    if count > 1:
        places = scope.places()
        for claim in (found.a, found.b):
            stands = frozenset(places[claim])
            if not found.shared:
                yield "positions", f"{claim.name} belongs to the position {_labels(scope, stands)}"
            if len(stands) > 1:
                yield "fits several", f"{claim.name} fits {_labels(scope, stands)}"
    if found.verdict is not scope.verdict:
        yield "scope's verdict", f"all {len(scope.claims)} claims together: {scope.verdict}"


def _labels(scope: Scope, positions: Iterable[int]) -> str:
    return " / ".join(str(scope.positions[number].label) for number in sorted(positions))


def _two_scopes(found: PairVerdict, pair: Pair | None, index: Index) -> Iterator[Row]:
    assert pair is not None
    for name, one, other in pair.differs_by:
        stated = f"{one or 'not stated'} against {other or 'not stated'}"
        yield name.replace("_", " "), stated
    inner = contains(index.compared, pair)
    yield "the two scopes", _relation(found, pair, inner)
    yield "held", _given(found, pair, inner)


def _relation(found: PairVerdict, pair: Pair, inner: str) -> str:
    """The relation of one scope to the other."""
    one, other = pair.narrowings
    if pair.may_be_one:
        return "unknown: they differ only in what one of them does not state"
    if one.missing or other.missing:
        return "different, whatever is added to what is not stated"
    if inner:
        name = (found.a if inner == "one" else found.b).name
        return f"contained: that of {name} lies in the other"
    if pair.topic.attribute.drift is not None and pair.one_thing:
        return "two days of one thing that is declared to drift"
    if one.time is not None and other.time is not None and one.time != other.time:
        overlap = one.time.start <= other.time.end and other.time.start <= one.time.end
        return (
            "they overlap in time, and neither lies in the other" if overlap else "disjoint in time"
        )
    return "different: neither is declared to lie in the other"


def _given(found: PairVerdict, pair: Pair, inner: str) -> str:
    """Whether and how the scopes were compared, or why they were not."""
    attribute, scope = pair.topic.attribute, found.scope
    if found.how is How.SCOPES:
        if scope is not None:
            return (
                "yes, and they do not fit"
                if scope.todo is None
                else "yes, and it cannot be decided"
            )
        if pair.compared:
            return "yes, and they fit"
        return "yes, by way of the days between them: each day is compared with the next one known"
    if pair.may_be_one:
        return "yes: nothing was found, as what leaves it out fits a value that states it"
    if not inner or any(narrowing.missing for narrowing in pair.narrowings):
        return "no: they speak of different things"
    match attribute.measure:
        case "flow" | "stock":
            return "no: what they give does not add up from a part to its whole"
        case "net":
            return "no: a net figure of a part may be larger than that of its whole"
    return f"no: {attribute.label!s} is not declared as a flow or a stock, so a part bounds nothing"


def _exclude(claim: Claim, reason: Reason, index: Index) -> Iterator[Row]:
    sentence, todo = UNCHECKED[reason]
    yield "set aside", f"{claim.name}: {sentence}"
    if reason is Reason.REPLACED:
        for source in index.compared.sources:
            if source.replaces == claim.source.id:
                yield "replaced by", f"{source.id}, {_day(source)}"
    elif reason is Reason.RETRACTED and claim.source.retracted is not None:
        yield "retracted", str(show_period(claim.source.retracted))
    elif reason is Reason.IGNORED and claim.note:
        yield "note", claim.note
    yield "to have it compared", todo


def _day(source: Source) -> str:
    return str(show_period(source.updated or source.published))


def _unlike(found: PairVerdict) -> Iterator[Row]:
    """Why two values are not comparable: no rate, another dimension, free text."""
    a, b = found.a, found.b
    if a.attribute.id != b.attribute.id or a.value is None or b.value is None:
        return
    if {r for _, r in found.reasons}.isdisjoint({Reason.NO_RATE, Reason.OTHER_DIMENSION}):
        return
    for claim, value in zip(
        (a, b), kind_for(a.attribute).together([a.value, b.value], a.attribute), strict=True
    ):
        if isinstance(value, Incomparable):
            yield "because", f"{claim.name}: {value.why!s}"


def _unmet(found: PairVerdict, index: Index) -> Iterator[Row]:
    if index.related(found.a, found.b):
        yield "compared", "only by the relations below, as terms of one equation"
    elif found.verdict is None:
        yield "compared", "no: only claims on one attribute of one subject are compared"
    else:
        yield "compared", "not as values: a rule found them together, as told below"


def _compared(found: PairVerdict) -> Iterator[Row]:
    """The steps of comparing the values, and those of their scope."""
    if found.pair is None:
        return
    attribute, scope = found.pair.topic.attribute, found.scope
    yield from terms(attribute)
    steps = [str(step) for step in comparison(found.pair, found.a, found.b).steps]
    yield from (("step", step) for step in steps)
    if found.alone is not found.verdict:
        alone = "their values alone" if found.how is How.ONE_SCOPE else "in one scope, their values"
        yield "values alone", f"{alone} would be: {found.alone}"
    if scope is not None and not found.shared:
        own = (step for step in _own_steps(scope, found, attribute) if step not in steps)
        yield from (("scope", step) for step in own)
        if scope.todo is not None:
            yield "to decide", str(scope.todo)


def _own_steps(scope: Scope, found: PairVerdict, attribute: Attribute) -> list[str]:
    """The scope's own steps: missing qualifiers, revisions."""
    steps = [str(step) for step in steps_of(scope, attribute)]
    if len(scope.positions) <= 2 or scope.verdict in (Verdict.SUPERSEDED, Verdict.UNDETERMINED):
        return steps
    names = {found.a.source.outlet, found.b.source.outlet}
    return [step for step in steps if any(step.startswith(name) for name in names)]


def _why(found: PairVerdict) -> Iterator[Row]:
    if found.verdict is None or found.pair is None:
        return
    if found.how is How.SCOPES and found.verdict is Verdict.CONSISTENT:
        yield "not scope-differs", "the two scopes were held against each other"
        yield "not contradicts", "what they give fits into each other"
        return
    yield from because(
        found.verdict,
        values_of(found.pair, found.a, found.b),
        (found.a, found.b),
        found.pair.topic.attribute,
        found.scope,
        drifted=found.how is How.SCOPES,
    )


def _findings(findings: Iterable[JudgedFinding]) -> Iterator[Row]:
    for judged in findings:
        finding = judged.finding
        yield judged.id, f"{finding.rule}, {finding.verdict}, {judged.state}: {finding.message!s}"
