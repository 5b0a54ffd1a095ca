"""The whole chain of two claims, whether or not the check found anything about them."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.explaining.because import because
from factcheck.explaining.explanation import Explanation, Row, Section
from factcheck.explaining.index import Index, Laid
from factcheck.explaining.kinship import kinship, relations
from factcheck.explaining.pairing import How, Pair, apart_by, may_be_one, pair_of
from factcheck.explaining.readings import reading, terms, told
from factcheck.model import Claim, Reason, Scope, Source, Verdict
from factcheck.reporting.wording import UNCHECKED
from factcheck.values import kind_for
from factcheck.values.base import Incomparable
from factcheck.values.period import show_period


def explain_pair(a: Claim, b: Claim, index: Index) -> Explanation:
    """What was compared, why or why not, and each number used."""
    pair = pair_of(a, b, index)
    sections = (
        Section("how they met", tuple(_met(pair, index))),
        reading(a, index),
        reading(b, index),
        Section("compared", tuple(_compared(pair))),
        Section("why this verdict", tuple(_why(pair))),
        Section("relations", tuple(relations(a, b, index))),
        Section("findings with both", tuple(_findings(pair))),
    )
    return Explanation(
        about=f"{a.name} and {b.name}",
        verdict=None if pair.verdict is None else pair.verdict.value,
        how=pair.how.value,
        sections=tuple(section for section in sections if section.rows),
        claims=(told(a, index), told(b, index)),
        findings=tuple(judged.id for judged in pair.findings),
    )


def _met(pair: Pair, index: Index) -> Iterator[Row]:
    a, b = pair.a, pair.b
    if pair.laid is not None:
        topic = pair.laid.topic
        yield "topic", f"{topic.attribute.label!s} of {topic.subject.label!s}"
        for claim in (a, b):
            if claim.subject.id != topic.subject.id:
                family = claim.subject.label
                yield "family", f"{claim.name} speaks of {family}: it is said of its members too"
    match pair.how:
        case How.ONE_SCOPE:
            yield from _one_scope(pair, pair.laid)
        case How.SCOPES | How.APART:
            yield from _two_scopes(pair, pair.laid)
        case How.DENIED:
            yield "denial", "one of them denies what the other says, and gives no value of its own"
        case How.ASIDE:
            yield from kinship(a, b, index)
        case How.ELSEWHERE:
            yield from kinship(a, b, index)
            yield from _unmet(pair, index)
    for claim, reason in pair.reasons:
        yield from _set_aside(claim, reason, index)
    if pair.how is How.ASIDE:
        yield from _unlike(pair)


def _one_scope(pair: Pair, laid: Laid | None) -> Iterator[Row]:
    assert laid is not None and pair.scope is not None
    scope = pair.scope
    missing = laid.place(pair.a).narrowed.missing
    unsaid = f"unknown: none of them states its {' or '.join(missing)}".replace("_", " ")
    yield "scope", unsaid if missing else str(scope.label) or "one: nothing tells them apart"
    if len(scope.positions) < 2:
        yield "sides", f"one, of {len(scope.claims)} claims: all are compatible"
    elif pair.one_side:
        said = " / ".join(
            str(scope.positions[n].label) for n in sorted(laid.sides(pair.a) & laid.sides(pair.b))
        )
        yield (
            "sides",
            f"both stand on the side of {said}; the scope has {len(scope.positions)} sides",
        )
    else:
        for claim in (pair.a, pair.b):
            labels = " / ".join(str(scope.positions[n].label) for n in sorted(laid.sides(claim)))
            yield "sides", f"{claim.name} stands on the side of {labels}"
    if pair.verdict is not scope.verdict:
        yield "scope's verdict", f"all {len(scope.claims)} claims together: {scope.verdict}"


def _two_scopes(pair: Pair, laid: Laid | None) -> Iterator[Row]:
    assert laid is not None
    for name, one, other in apart_by(laid, pair.a, pair.b):
        said = f"{one or 'not stated'} against {other or 'not stated'}"
        yield name.replace("_", " "), said
    yield "the two scopes", _relation(laid, pair.a, pair.b)
    yield "held", _held(pair, laid)


def _relation(laid: Laid, a: Claim, b: Claim) -> str:
    """How one scope lies to the other."""
    one, other = laid.place(a), laid.place(b)
    if may_be_one(one, other):
        return "unknown: they differ only in what one of them does not state"
    if one.narrowed.missing or other.narrowed.missing:
        return "different, whatever is added to what is not stated"
    for part, whole, name in ((one, other, a.name), (other, one, b.name)):
        if any(found is whole for found in laid.lattice.wholes(part)):
            return f"contained: that of {name} lies in the other"
    if laid.topic.attribute.drift is not None and one.rest == other.rest:
        return "two days of one thing that is declared to drift"
    if one.time is not None and other.time is not None and one.time != other.time:
        overlap = one.time.start <= other.time.end and other.time.start <= one.time.end
        return (
            "they overlap in time, and neither lies in the other" if overlap else "disjoint in time"
        )
    return "different: neither is declared to lie in the other"


def _held(pair: Pair, laid: Laid) -> str:
    """Whether the scopes were held against each other, by what, or why not."""
    attribute, scope = laid.topic.attribute, pair.scope
    one, other = laid.place(pair.a), laid.place(pair.b)
    if pair.how is How.SCOPES:
        if scope is not None:
            return "yes, and they do not fit" if scope.todo is None else "yes, and nobody can tell"
        if frozenset((id(one), id(other))) in laid.held.pairs:
            return "yes, and they fit"
        return "yes, by way of the days between them: each day is compared with the next one known"
    if may_be_one(one, other):
        return "yes: nothing was found, as what leaves it out fits a value that states it"
    contained = "contained" in _relation(laid, pair.a, pair.b)
    if not contained:
        return "no: they speak of different things"
    match attribute.measure:
        case "flow" | "stock":
            return "no: what they give does not add up from a part to its whole"
        case "net":
            return "no: a net figure of a part may be larger than that of its whole"
    return f"no: {attribute.label!s} is not declared as a flow or a stock, so a part bounds nothing"


def _set_aside(claim: Claim, reason: Reason, index: Index) -> Iterator[Row]:
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


def _unlike(pair: Pair) -> Iterator[Row]:
    """Why two values cannot stand side by side: no rate, another dimension, free text."""
    a, b = pair.a, pair.b
    if a.attribute.id != b.attribute.id or a.value is None or b.value is None:
        return
    if {r for _, r in pair.reasons}.isdisjoint({Reason.NO_RATE, Reason.OTHER_DIMENSION}):
        return
    for claim, value in zip(
        (a, b), kind_for(a.attribute).together([a.value, b.value], a.attribute), strict=True
    ):
        if isinstance(value, Incomparable):
            yield "because", f"{claim.name}: {value.why!s}"


def _unmet(pair: Pair, index: Index) -> Iterator[Row]:
    if index.related(pair.a, pair.b):
        yield "compared", "only by the relations below, as terms of one equation"
    elif pair.verdict is None:
        yield "compared", "no: only claims on one attribute of one subject are compared"
    else:
        yield "compared", "not as values: a rule found them together, as told below"


def _compared(pair: Pair) -> Iterator[Row]:
    """The steps by which the values were compared, and those of the scope around them."""
    if pair.laid is None or pair.direct is None:
        return
    yield from terms(pair.laid.topic.attribute)
    yield from (("step", str(step)) for step in pair.direct.steps)
    if pair.direct.verdict is not pair.verdict:
        alone = "their values alone" if pair.how is How.ONE_SCOPE else "in one scope, their values"
        yield "values alone", f"{alone} would be: {pair.direct.verdict}"
    if pair.scope is not None and not (pair.how is How.ONE_SCOPE and pair.one_side):
        yield from (("scope", step) for step in _own_steps(pair.scope, pair))
        if pair.scope.todo is not None:
            yield "to decide", str(pair.scope.todo)


def _own_steps(scope: Scope, pair: Pair) -> list[str]:
    """What the scope says beyond the comparison of values: what is missing, who revised what."""
    told = {str(step) for step in pair.direct.steps} if pair.direct is not None else set()
    found = [str(step) for step in scope.steps if str(step) not in told]
    if len(scope.positions) <= 2 or scope.verdict in (Verdict.SUPERSEDED, Verdict.UNDETERMINED):
        return found
    names = {pair.a.source.outlet, pair.b.source.outlet}
    return [step for step in found if any(step.startswith(name) for name in names)]


def _why(pair: Pair) -> Iterator[Row]:
    if pair.verdict is None or pair.laid is None:
        return
    values = [pair.laid.value(c) for c in (pair.a, pair.b)]
    if pair.how is How.SCOPES and pair.verdict is Verdict.CONSISTENT:
        yield "not scope-differs", "the two scopes were held against each other"
        yield "not contradicts", "what they give fits into each other"
        return
    yield from because(
        pair.verdict,
        values,
        (pair.a, pair.b),
        pair.laid.topic.attribute,
        pair.scope,
        drifted=pair.how is How.SCOPES,
    )


def _findings(pair: Pair) -> Iterator[Row]:
    for judged in pair.findings:
        finding = judged.finding
        yield judged.id, f"{finding.rule}, {finding.verdict}, {judged.state}: {finding.message!s}"
