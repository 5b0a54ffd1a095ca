"""Judged findings and the corpus become the view that every output format is given."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

from factcheck.comparing import every_rule
from factcheck.judging.identity import values_of
from factcheck.materiality import Materiality, materiality
from factcheck.model import (
    Announcement,
    Claim,
    Corpus,
    Diagnostic,
    Finding,
    Judged,
    JudgedFinding,
    KnownFinding,
    Position,
    Severity,
    Source,
    State,
    Verdict,
    own,
)
from factcheck.reporting.agreeing import agreeing
from factcheck.reporting.backing import backing_of_side
from factcheck.reporting.changes import by_id, gone, values_before
from factcheck.reporting.claims import claim_view, link, outlets_of
from factcheck.reporting.clashes import clashes
from factcheck.reporting.commands import commands_for
from factcheck.reporting.decisions import announcement_view, resolution_view, stale_view
from factcheck.reporting.front import gaps, looked
from factcheck.reporting.groups import SIGNS, grouped
from factcheck.reporting.looking import Look
from factcheck.reporting.matrix import matrix
from factcheck.reporting.origins import origins
from factcheck.reporting.plot import plot
from factcheck.reporting.printable import printable
from factcheck.reporting.register import facets, subjects
from factcheck.reporting.sides import sides
from factcheck.reporting.timeline import timelines
from factcheck.reporting.translating import Translator, translator
from factcheck.reporting.unchecked import not_checked
from factcheck.reporting.view import (
    AgreementView,
    FindingView,
    PositionView,
    ReportView,
    RuleView,
    SourceView,
)
from factcheck.reporting.weights import weight_view
from factcheck.reporting.wording import HARMLESS, headline
from factcheck.reporting.work import work
from factcheck.rulebook import explanation, summary
from factcheck.sourcing import OriginGraph
from factcheck.values.period import show_period

WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def report(
    corpus: Corpus,
    judged: Judged,
    diagnostics: Iterable[Diagnostic] = (),
    *,
    path: str = "claims",
    touched: Container[str] = (),
    announced: Iterable[Announcement] = (),
    known: Iterable[KnownFinding] = (),
    settings: str = "",
    title: str = own("Where the sources disagree"),
    program: str = "factcheck",
    words: Translator | None = None,
) -> ReportView:
    """Everything that a report shows, in its order and in the language of `words`, or English.

    `path` is how the user calls the corpus; sides with a claim that a change `touched` come first.
    `known` are the findings of the baseline, or of the base; `settings` says which ones were used.
    """
    look = Look(corpus, OriginGraph(corpus), words or translator())
    words, weighed, earlier = look.words, _weighed(judged, look.graph), by_id(known)
    ordered = [one for one, _ in weighed]
    views = tuple(
        replace(one, before=values_before(earlier.get(one.id, ()), one.content))
        for one in (_finding(*pair, look, path, touched) for pair in weighed)
    )
    view = replace(
        _of_findings(views, ordered, judged, tuple(diagnostics), look),
        title=words.text(title),
        program=program,
        stale=tuple(stale_view(one, words) for one in judged.stale),
        announced=tuple(announcement_view(one, words) for one in announced),
        gone=gone(earlier, _accounted(judged)) if judged.gone else (),
    )
    return _with_ways_to_work(view, look, ordered, looked(corpus, path, settings, words))


def _of_findings(
    views: tuple[FindingView, ...],
    ordered: Sequence[JudgedFinding],
    judged: Judged,
    diagnostics: tuple[Diagnostic, ...],
    look: Look,
) -> ReportView:
    """What was found, what agrees, what was not checked, in what."""
    corpus, words = look.corpus, look.words
    agreements = tuple(agreeing(look, _questions(ordered)))
    counts = _summary(corpus, ordered, agreements, judged, diagnostics)
    found = clashes(ordered, words)
    return ReportView(
        title="",
        headline=headline(ordered, counts, words),
        summary=tuple(counts.items()),
        findings=views,
        groups=grouped(views, words),
        agreements=tuple(a for a in agreements if a.origins > 1),
        single_origin=tuple(a for a in agreements if a.origins < 2),
        unchecked=tuple(not_checked(look)),
        sources=tuple(_source(source, look, ordered) for source in corpus.sources),
        diagnostics=diagnostics,
        rules=tuple(RuleView(r.name, summary(r), explanation(r)) for r in every_rule()),
        program="",
        language=words.language,
        timelines=timelines(corpus, found, words),
        matrix=matrix(corpus, found, words),
        origins=origins(corpus, look.graph, words),
    )


def _with_ways_to_work(
    view: ReportView,
    look: Look,
    ordered: Sequence[JudgedFinding],
    looked_at: tuple[tuple[str, str], ...],
) -> ReportView:
    """The view with what to do next, ways to find, and what was and was not looked at."""
    corpus, words = look.corpus, look.words
    agreements = (*view.agreements, *view.single_origin)
    return replace(
        view,
        work=work(ordered, view.findings, view.unchecked, words),
        facets=facets(view.findings, corpus, words),
        subjects=subjects(corpus, view.findings, words),
        looked=looked_at,
        gaps=gaps(view.diagnostics, view.unchecked, agreements, words),
    )


def _weighed(judged: Judged, graph: OriginGraph) -> Sequence[tuple[JudgedFinding, Materiality]]:
    """The findings in the order of the report, each with what it weighs."""
    pairs = ((one, materiality(one.finding, graph)) for one in judged.findings)
    return sorted(pairs, key=_order)


def _accounted(judged: Judged) -> frozenset[str]:
    """The ids of the findings that are found or set aside, and of records that are stale."""
    found = {one.id for one in judged.findings}
    return frozenset({*found, *judged.set_aside, *(one.finding for one in judged.stale)})


def _questions(findings: Iterable[JudgedFinding]) -> Mapping[str, Sequence[str]]:
    """For each claim that an open error or warning is about, the ids of these findings."""
    found: dict[str, list[str]] = defaultdict(list)
    for judged in findings:
        if judged.severity is not Severity.NOTE and judged.state is not State.RESOLVED:
            for claim in judged.finding.claims:
                found[claim.name].append(judged.id)
    return found


def _order(weighed: tuple[JudgedFinding, Materiality]) -> tuple[object, ...]:
    """What is open first, errors before the rest, then our own stories, then by materiality."""
    judged, weight = weighed
    finding = judged.finding
    ours = any(c.source.ours for c in finding.claims)
    decided = judged.state is State.RESOLVED
    severity = WEIGHT[judged.severity]
    return (decided, severity, not ours, -weight.score, finding.rule, finding.anchor)


def _finding(
    judged: JudgedFinding,
    weighed: Materiality,
    look: Look,
    path: str,
    touched: Container[str],
) -> FindingView:
    finding, words = judged.finding, look.words
    ordered = sides(finding, touched)
    positions = tuple(_position(p, finding, look) for p in ordered)
    return FindingView(
        id=judged.id,
        rule=finding.rule,
        verdict=finding.verdict.value,
        sign=SIGNS[finding.verdict],
        severity=judged.severity.value,
        state=judged.state.value,
        subject=finding.subject.label if finding.subject is not None else "",
        attribute=finding.attribute.label if finding.attribute is not None else "",
        scope=words.fact(finding.scope),
        subject_id=finding.subject.id if finding.subject is not None else "",
        attribute_id=finding.attribute.id if finding.attribute is not None else "",
        message=words.say(finding.message),
        todo=words.say(finding.todo),
        positions=positions,
        plot=plot(finding.verdict, ordered, words),
        silent=_silent(finding.claims, look.corpus),
        hints=tuple(words.say(h) for h in finding.hints),
        causes=tuple(words.say(c.message) for c in finding.causes),
        steps=tuple(words.say(s) for s in finding.steps),
        typed=commands_for(finding.rule, judged.id, path, words),
        fails=judged.fails,
        resolution=resolution_view(judged),
        why="" if judged.why is None else words.say(judged.why),
        weight=weight_view(finding, weighed, [p.origins for p in positions], words),
        printable=printable(judged, ordered, look.graph.houses, words),
        content=values_of(finding),
    )


def _position(position: Position, finding: Finding, look: Look) -> PositionView:
    topic = None
    if finding.subject is not None and finding.attribute is not None:
        topic = (finding.subject.id, finding.attribute.id)
    backing, houses = look.graph.backing(position.claims, topic), look.graph.houses
    return PositionView(
        value=look.words.fact(position.label),
        claims=tuple(claim_view(c, houses, look.words, _key(c, position)) for c in position.claims),
        outlets=outlets_of(position.claims),
        origins=len(backing.origins),
        backing="" if position.by == "name" else backing_of_side(backing, look.words),
    )


def _key(claim: Claim, position: Position) -> str:
    """The key of the claim in which it says what the position is about."""
    names_subject = position.label in (claim.subject_text, claim.subject.label)
    return "subject" if position.by == "name" and names_subject else "value"


def _silent(claims: Iterable[Claim], corpus: Corpus) -> tuple[str, ...]:
    """The outlets without a word on what these claims are about."""
    spoken = {c.source.id for c in claims}
    return tuple(s.outlet for s in corpus.sources if s.id not in spoken)


def _source(source: Source, look: Look, findings: Iterable[JudgedFinding]) -> SourceView:
    corpus, words = look.corpus, look.words
    origins = corpus.vocabulary.origins
    return SourceView(
        id=source.id,
        outlet=source.outlet,
        title=source.title,
        published=words.fact(show_period(source.published)),
        language=source.language,
        language_name=words.language_name(source.language),
        genre=words.text(source.genre),
        url=link(source),
        cites=tuple(origins[o].label for o in source.cites),
        claims=sum(c.source is source for c in corpus.claims),
        findings=sum(any(c.source is source for c in j.finding.claims) for j in findings),
        note=source.note,
        location=source.location,
    )


def _summary(
    corpus: Corpus,
    findings: Sequence[JudgedFinding],
    agreements: Sequence[AgreementView],
    judged: Judged,
    diagnostics: Sequence[Diagnostic],
) -> dict[str, int]:
    """The counts of the run, in a fixed order; verdicts that did not occur count zero."""
    verdicts = Counter(j.finding.verdict for j in findings)
    states = Counter(j.state for j in findings)
    reported = [v for v in Verdict if v not in HARMLESS]
    return {
        "sources": len(corpus.sources),
        "claims": len(corpus.claims),
        "topics": len(corpus.topics),
        "findings": len(findings),
        **{s.value: sum(j.severity is s for j in findings) for s in Severity},
        **{v.value: verdicts[v] for v in reported},
        **{s.value: states[s] for s in State if s is not State.GONE},
        "gone": judged.gone,
        "ignored": judged.ignored,
        "rules-left-out": judged.rules_left_out,
        "failing": sum(j.fails for j in findings),
        "stale": len(judged.stale),
        "agreements": sum(a.origins > 1 for a in agreements),
        "single-origin": sum(a.origins < 2 for a in agreements),
        "unknown-origin": sum(a.origins < 1 for a in agreements),
        "not-compared": len(corpus.unchecked),
        "diagnostics": len(diagnostics),
    }
