"""GitHub workflow commands, which GitHub shows as annotations beside the claims."""

from __future__ import annotations

from factcheck.model import Diagnostic, Location
from factcheck.report.explained import Explained, FindingView
from factcheck.report.position_lines import lines
from factcheck.report.record_views import AnnouncementView, StaleView
from factcheck.text.hostile import inert, visible

VIEW = Explained

APPENDS = ("GITHUB_STEP_SUMMARY", "markdown")

ORDER = ("new", "reopened", "changed")
"""What stands first is seen: GitHub shows ten annotations of a kind, and drops the others."""


def render(view: Explained) -> str:
    """Diagnostics, then new findings, those that fail the gate first; then the answer in words."""
    summary = view.summary
    news = sorted(
        (view.findings[finding.id] for finding in summary.findings if finding.news),
        key=lambda finding: (not finding.fails, ORDER.index(finding.state)),
    )
    stated = (
        *(_diagnostic(diagnostic) for diagnostic in summary.diagnostics),
        *(_finding(finding) for finding in news),
        *(_announcement(one) for one in summary.announced),
        *(_stale(stale) for stale in summary.stale),
        inert(visible(" ".join(summary.headline))),
    )
    return "".join(f"{line}\n" for line in stated)


def _diagnostic(diagnostic: Diagnostic) -> str:
    hint = (f"Hint: {diagnostic.hint}",) if diagnostic.hint else ()
    return _command("error", diagnostic.location, "fault", diagnostic.message, *hint)


def _announcement(one: AnnouncementView) -> str:
    """A log line for an announcement without a place in a file, which no annotation can have."""
    if one.location is None:
        return inert(visible(one.message))
    return _command("notice", one.location, one.about, one.message)


def _finding(finding: FindingView) -> str:
    return _command(
        finding.severity,
        finding.at,
        f"{finding.rule} [{finding.id}]",
        finding.message,
        *lines(finding),
        *finding.hints,
        finding.todo,
    )


def _stale(stale: StaleView) -> str:
    title = f"stale [{stale.finding}]"
    return _command("notice", stale.location, title, stale.message, stale.todo)


def _command(kind: str, at: Location, title: str, *sentences: str) -> str:
    text = inert("\n".join(visible(sentence) for sentence in sentences))
    place = f"file={_property(at.path)},line={at.line},col={at.column}"
    return f"::{kind} {place},title={_property(title)}::{_escaped(text)}"


def _property(text: str) -> str:
    escaped = _escaped(inert(visible(text)))
    return escaped.replace(":", "%3A").replace(",", "%2C")


def _escaped(text: str) -> str:
    """Escape the text behind the second "::" as GitHub's own toolkit does."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
