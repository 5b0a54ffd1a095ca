"""Builds the views of a run: its summary, and the larger views that the chosen formats render."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import TYPE_CHECKING, TypeVar

from factcheck.comparing import Compared
from factcheck.comparing.materiality import Materiality, materiality
from factcheck.comparing.origins import OriginGraph
from factcheck.model import (
    Announcement,
    Diagnostic,
    Judged,
    JudgedFinding,
    KnownFinding,
    Severity,
    State,
    own,
)
from factcheck.model.frozen import dataclass
from factcheck.report.agreeing import agreement_line, agreements
from factcheck.report.counting import counts_of, with_agreements
from factcheck.report.decision_views import announcement_view, stale_view
from factcheck.report.finding_line import finding_line
from factcheck.report.gone import by_id
from factcheck.report.run import Run, RunView
from factcheck.report.summary import Summary, UncheckedLine
from factcheck.report.unchecked import not_compared
from factcheck.report.words.phrases import headline
from factcheck.report.words.translating import Translator, translator

if TYPE_CHECKING:
    from factcheck.report.explained import FindingView

SEVERITY = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Report:
    """The summary of a run, and the data for its larger views."""

    summary: Summary
    run: Run

    def view(self, kind: type[V]) -> V:
        """The view of this kind: Summary, Explained, Record or Page. Only that one is built."""
        view = self.summary if kind is Summary else _larger(kind, self.summary, self.run)
        assert isinstance(view, kind)
        return view

    def finding(self, id: str) -> FindingView:
        """The finding of this id with its explanation. Raises StopIteration if there is none."""
        from factcheck.report.finding_view import finding_view

        pairs = zip(self.summary.findings, self.run.weighed, strict=True)
        line, weighed = next(pair for pair in pairs if pair[0].id == id)
        return finding_view(*weighed, line, self.run)


def _larger(kind: type[object], summary: Summary, run: Run) -> object:
    from factcheck.report.detail import explained, record
    from factcheck.report.explained import Explained, RecordView

    if kind is Explained:
        return explained(summary, run)
    if kind is RecordView:
        return record(summary, run)
    from factcheck.report.paging import page

    return page(summary, run)


def report(
    compared: Compared,
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
) -> Report:
    """The summary of a run in the language of `words`, or English, and what else it gives.

    `path` is how the user calls the corpus; positions with a claim that a change `touched` come
    first. `known` are the findings of the baseline, or of the base; `settings` says which ones
    were used.
    """
    look = RunView.at(compared, words or translator())
    run = Run(
        look=look,
        weighed=_weighed(judged, look.graph),
        judged=judged,
        diagnostics=tuple(diagnostics),
        path=path,
        touched=touched,
        earlier=by_id(known),
        settings=settings,
        title=look.words.text(title),
    )
    return Report(_summary(run, program, announced), run)


def _summary(run: Run, program: str, announced: Iterable[Announcement]) -> Summary:
    look, words = run.look, run.look.words
    counts = counts_of(look.compared, run.findings, run.judged, len(run.diagnostics))
    agreed = tuple(agreement_line(one, look) for one in agreements(look, run.findings))
    return Summary(
        program=program,
        language=words.language,
        headline=headline(run.findings, counts, words),
        counts=with_agreements(counts, agreed),
        findings=tuple(finding_line(judged, run) for judged in run.findings),
        agreements=agreed,
        unchecked=tuple(
            UncheckedLine(one.reason, one.sentence, one.todo, len(one.claims))
            for one in not_compared(look)
        ),
        diagnostics=run.diagnostics,
        stale=tuple(stale_view(one, words) for one in run.judged.stale),
        announced=tuple(announcement_view(one, words) for one in announced),
    )


def _weighed(judged: Judged, graph: OriginGraph) -> tuple[tuple[JudgedFinding, Materiality], ...]:
    """The findings in the order of the report, each with its materiality."""
    pairs = ((one, materiality(one.finding, graph)) for one in judged.findings)
    return tuple(sorted(pairs, key=_order))


def _order(weighed: tuple[JudgedFinding, Materiality]) -> tuple[object, ...]:
    """Sort key: open findings, then errors, then those about our own stories, then materiality."""
    judged, weight = weighed
    finding = judged.finding
    ours = any(c.source.ours for c in finding.claims)
    decided = judged.state is State.RESOLVED
    severity = SEVERITY[judged.severity]
    return (decided, severity, not ours, -weight.score, finding.rule, finding.anchor)
