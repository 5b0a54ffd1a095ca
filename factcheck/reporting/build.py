"""Judged findings and the corpus become the view that every output format is given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.comparing import Compared
from factcheck.materiality import Materiality, materiality
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
from factcheck.reporting.cards import Run, card
from factcheck.reporting.changes import by_id, gone
from factcheck.reporting.counting import counts_of, summary
from factcheck.reporting.decisions import announcement_view, stale_view
from factcheck.reporting.groups import grouped
from factcheck.reporting.lazy import told_by
from factcheck.reporting.looking import Look
from factcheck.reporting.records import GoneView
from factcheck.reporting.translating import Translator, translator
from factcheck.reporting.unchecked import not_checked
from factcheck.reporting.view import (
    AgreementView,
    FindingView,
    GroupView,
    ReportView,
    RuleView,
    SourceView,
    UncheckedView,
)
from factcheck.reporting.wording import headline
from factcheck.rulebook import explanation
from factcheck.rulebook import summary as summary_of
from factcheck.rules import every_rule
from factcheck.sourcing import OriginGraph

if TYPE_CHECKING:
    from factcheck.reporting.page import FacetView, GapView, SubjectView, WorkView
    from factcheck.reporting.pictures import ClashView, MatrixView, OriginsView, TimelineView

WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


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
) -> ReportView:
    """Everything that a report shows, in its order and in the language of `words`, or English.

    `path` is how the user calls the corpus; sides with a claim that a change `touched` come first.
    `known` are the findings of the baseline, or of the base; `settings` says which ones were used.
    """
    look = Look.at(compared, words or translator())
    faults, run = tuple(diagnostics), Run(look, path, touched, by_id(known))
    weighed = _weighed(judged, look.graph)
    ordered = tuple(one for one, _ in weighed)
    counts = counts_of(compared, ordered, judged, len(faults))
    findings = tuple(card(one, weight, run) for one, weight in weighed)
    words = look.words
    return told_by(
        ReportView,
        _Report(judged, ordered, findings, faults, counts, run, settings),
        title=words.text(title),
        headline=headline(ordered, counts, words),
        findings=findings,
        diagnostics=faults,
        program=program,
        language=words.language,
        announced=tuple(announcement_view(one, words) for one in announced),
    )


@dataclass(frozen=True)
class _Report:
    """Tells the parts of a report that not every format shows, and imports what makes them."""

    judged: Judged
    ordered: tuple[JudgedFinding, ...]  # as the report has them
    views: tuple[FindingView, ...]  # of the same
    faults: tuple[Diagnostic, ...]
    counts: dict[str, int]
    run: Run
    settings: str

    @property
    def _look(self) -> Look:
        return self.run.look

    @cached_property
    def _agreements(self) -> tuple[AgreementView, ...]:
        from factcheck.reporting.agreeing import agreeing

        return tuple(agreeing(self._look, _questions(self.ordered)))

    @cached_property
    def _unchecked(self) -> tuple[UncheckedView, ...]:
        return tuple(not_checked(self._look))

    @cached_property
    def _clashes(self) -> Mapping[str, ClashView]:
        from factcheck.reporting.clashes import clashes

        return clashes(self.ordered, self._look.words)

    def summary(self) -> tuple[tuple[str, int], ...]:
        return summary(self.counts, self._agreements)

    def groups(self) -> tuple[GroupView, ...]:
        return grouped(self.views, self._look.words)

    def agreements(self) -> tuple[AgreementView, ...]:
        return tuple(a for a in self._agreements if a.origins > 1)

    def single_origin(self) -> tuple[AgreementView, ...]:
        return tuple(a for a in self._agreements if a.origins < 2)

    def unchecked(self) -> tuple[UncheckedView, ...]:
        return self._unchecked

    def sources(self) -> tuple[SourceView, ...]:
        from factcheck.reporting import listing

        return listing.sources(self._look, self.ordered)

    def stale(self) -> tuple[object, ...]:
        return tuple(stale_view(one, self._look.words) for one in self.judged.stale)

    def gone(self) -> tuple[GoneView, ...]:
        return gone(self.run.earlier, _accounted(self.judged)) if self.judged.gone else ()

    def work(self) -> tuple[WorkView, ...]:
        from factcheck.reporting.work import work

        return work(self.ordered, self.views, self._unchecked, self._look.words)

    def facets(self) -> tuple[FacetView, ...]:
        from factcheck.reporting import register

        return register.facets(self.ordered, self._look.compared, self._look.words)

    def subjects(self) -> tuple[SubjectView, ...]:
        from factcheck.reporting import register

        return register.subjects(self._look.compared, self.ordered, self._look.words)

    def looked(self) -> tuple[tuple[str, str], ...]:
        from factcheck.reporting import front

        return front.looked(self._look.compared, self.run.path, self.settings, self._look.words)

    def gaps(self) -> tuple[GapView, ...]:
        from factcheck.reporting import front

        sifted = self._look.compared.sifted
        return front.gaps(self.faults, self._unchecked, self._agreements, sifted, self._look.words)

    def rules(self) -> tuple[RuleView, ...]:
        return tuple(RuleView(r.name, summary_of(r), explanation(r)) for r in every_rule())

    def timelines(self) -> tuple[TimelineView, ...]:
        from factcheck.reporting.timeline import timelines

        return timelines(self._look.compared, self._clashes, self._look.words)

    def matrix(self) -> MatrixView | None:
        from factcheck.reporting.matrix import matrix

        return matrix(self._look.compared, self._clashes, self._look.words)

    def origins(self) -> OriginsView | None:
        from factcheck.reporting.origins import origins

        return origins(self._look.compared, self._look.graph, self._look.words)


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
