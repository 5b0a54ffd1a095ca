"""Explains one finding completely: its positions with every reading, its verdict, its state."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.comparing import steps
from factcheck.comparing.materiality import materiality
from factcheck.explain.because import because
from factcheck.explain.explanation import Explanation, Row, Section
from factcheck.explain.index import Index
from factcheck.explain.readings import described, reading, terms
from factcheck.model import Finding, JudgedFinding, Position, Scope, State, Verdict
from factcheck.report.decision_views import resolution_view
from factcheck.report.weights import weight_view
from factcheck.report.words.translating import translator

STATES = {
    State.NEW: "nobody has recorded it yet",
    State.CHANGED: "the baseline knows it with other values",
    State.GROWN: "the baseline knows it; more claims take the same sides",
    State.KNOWN: "the baseline knows it as it is",
    State.RESOLVED: "a decision holds",
    State.REOPENED: "a decision was taken, and no longer holds",
    State.GONE: "it is no longer found",
}

MOST_CLAIMS = 40
"""Claims whose reading is told in full; the others are counted."""


def explain_finding(judged: JudgedFinding, index: Index) -> Explanation:
    """Which claims were compared, why the verdict is this one, and each number in use."""
    finding = judged.finding
    more = len(finding.claims) - MOST_CLAIMS
    rest = ((f"and {more} more claims", ()),) if more > 0 else ()
    sections = (
        Section(
            "positions",
            tuple(row for p in finding.positions for row in _position(p, finding, index)),
        ),
        *(reading(claim, index) for claim in finding.claims[:MOST_CLAIMS]),
        *(Section(title, (("not shown", "see the report"),)) for title, _ in rest),
        Section("compared", tuple(_compared(finding, index))),
        Section("why this verdict", tuple(_why(finding, index))),
        Section("what may explain it", tuple(_causes(finding, index))),
        Section("state", tuple(_state(judged, index))),
    )
    return Explanation(
        about=str(finding.message).rstrip("."),
        verdict=finding.verdict.value,
        how="",
        sections=tuple(section for section in sections if section.rows),
        claims=tuple(described(claim, index) for claim in finding.claims),
        findings=(judged.id,),
    )


def _position(position: Position, finding: Finding, index: Index) -> Iterator[Row]:
    names = ", ".join(claim.name for claim in position.claims[:MOST_CLAIMS])
    more = len(position.claims) - MOST_CLAIMS
    yield str(position.label), f"{names} and {more} more" if more > 0 else names
    topic = None
    if finding.subject is not None and finding.attribute is not None:
        topic = (finding.subject.id, finding.attribute.id)
    backing = index.graph.backing(position.claims, topic)
    described = ", ".join(str(root.label) for root in backing.origins) or "none that is known"
    unknown = f"; unknown behind {', '.join(backing.unknown)}" if backing.unknown else ""
    yield "origins", f"{described}{unknown}"


def _compared(finding: Finding, index: Index) -> Iterator[Row]:
    if finding.scope:
        yield "scope", str(finding.scope)
    if finding.attribute is not None:
        yield from terms(finding.attribute)
    yield from (("step", str(step)) for step in steps(index.compared, finding))


def _why(finding: Finding, index: Index) -> Iterator[Row]:
    values = [p.value for p in finding.positions if p.value is not None]
    scope, between = _scope(finding, index)
    if scope is None and finding.verdict is Verdict.UNDETERMINED:
        yield "not consistent", f"{finding.rule} found something that somebody should look at"
        yield "not contradicts", "it does not show that the claims cannot all be so"
    else:
        yield from because(
            finding.verdict, values, finding.claims, finding.attribute, scope, drifted=between
        )
    if finding.expected:
        yield "no error", "the relation is only expected to hold: it is a warning at most"


def _scope(finding: Finding, index: Index) -> tuple[Scope | None, bool]:
    """The scope of the finding, if it has one, and whether it lies between two others."""
    wanted = frozenset(finding.claims)
    for topic in index.compared.topics:
        if topic.subject is finding.subject and topic.attribute is finding.attribute:
            for scope in topic:
                if scope.verdict is finding.verdict and frozenset(scope.claims) == wanted:
                    return scope, scope in topic.across
    return None, False


def _causes(finding: Finding, index: Index) -> Iterator[Row]:
    yield from (("hint", str(hint)) for hint in index.hints.of(finding))
    yield from ((cause.rule, str(cause.message)) for cause in finding.causes)


def _state(judged: JudgedFinding, index: Index) -> Iterator[Row]:
    finding = judged.finding
    yield "id", judged.id
    yield "rule", finding.rule
    yield "severity", judged.severity.value
    yield "state", f"{judged.state}: {STATES[judged.state]}"
    yield "gate", "fails the check" if judged.fails else "passes"
    if judged.why is not None:
        yield "since", str(judged.why)
    if (made := resolution_view(judged, translator())) is not None:
        until = f", until {made.expires}" if made.expires else ""
        preferred = f" {made.prefer}" if made.prefer else ""
        yield "decided", f"{made.decision}{preferred} ({made.by}, {made.on}{until}): {made.reason}"
    weighed = materiality(finding, index.graph)
    if words := weight_view(finding, weighed, weighed.origins, translator()).words:
        yield "weight", words
    yield "to do", str(finding.todo)
