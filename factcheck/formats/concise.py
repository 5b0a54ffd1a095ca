"""One line for each finding, never wrapped: for pipes, editors and grep."""

from __future__ import annotations

from factcheck.model import Diagnostic
from factcheck.report.record_views import AnnouncementView, StaleView
from factcheck.report.summary import FindingLine, Summary
from factcheck.report.terminal_lines import paint
from factcheck.text.hostile import inert, visible

VIEW = Summary


def render(view: Summary) -> str:
    """Diagnostics, announcements, open findings, stale records; then the answer."""
    lines = (
        *(_diagnostic(d) for d in view.diagnostics),
        *(_announcement(a) for a in view.announced),
        *(_finding(f) for f in view.findings if not f.settled),
        *(_stale(s) for s in view.stale),
        visible(" ".join(view.headline)),
    )
    return inert("".join(f"{line}\n" for line in lines))


def _diagnostic(diagnostic: Diagnostic) -> str:
    hint = f" (hint: {visible(diagnostic.hint)})" if diagnostic.hint else ""
    place = paint(visible(str(diagnostic.location)), "place")
    return f"{place}: {paint('error', 'error')}: {visible(diagnostic.message)}{hint}"


def _announcement(one: AnnouncementView) -> str:
    place = "" if one.location is None else f"{paint(visible(str(one.location)), 'place')}: "
    return f"{place}{paint(f'note {one.about}', 'note')}: {visible(one.message)}"


def _finding(finding: FindingLine) -> str:
    """path:line:col: severity rule: message Against path:line:col. [id]"""
    place = paint(visible(str(finding.at)), "place")
    kind = paint(f"{finding.severity} {finding.rule}", finding.severity)
    against = ", ".join(visible(str(place)) for place in finding.against)
    against = f" Against {against}." if against else ""
    return f"{place}: {kind}: {visible(finding.message)}{against} [{finding.id}]"


def _stale(stale: StaleView) -> str:
    place = paint(visible(str(stale.location)), "place")
    stated = visible(f"{stale.message} {stale.todo}")
    return f"{place}: {paint('warning stale', 'warning')}: {stated} [{visible(stale.finding)}]"
