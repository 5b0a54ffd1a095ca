"""GitLab Code Quality: the findings of a merge request, one issue for each position of each.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format is the format. GitLab
shows an issue beside the line that it names, and tells new ones from old ones by their fingerprint.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from factcheck.formats.json import written
from factcheck.model import Diagnostic, Location
from factcheck.report.explained import Explained, FindingView
from factcheck.report.position_lines import statement
from factcheck.text.hostile import inert, visible

VIEW = Explained

SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}
"""GitLab's word for each severity."""


def render(view: Explained) -> str:
    """A list of issues: errors in files, then the findings that are news, the gravest first."""
    issues = [_error(diagnostic) for diagnostic in view.summary.diagnostics]
    for finding in view.summary.findings:
        if finding.news:
            issues.extend(_issues(view.findings[finding.id]))
    return written(issues)


def _issues(finding: FindingView) -> Iterator[dict[str, object]]:
    for position in finding.positions:
        for claim in position.foremost[:1]:
            texts = f"{finding.message} Here: {position.value}, {statement(claim)}"
            severity = SEVERITIES[finding.severity]
            name = f"{finding.id} {claim.source} {claim.id}"
            yield _issue(texts, finding.rule, severity, claim.location, name)


def _error(diagnostic: Diagnostic) -> dict[str, object]:
    hint = f" Hint: {diagnostic.hint}" if diagnostic.hint else ""
    text = f"{diagnostic.message}.{hint}"
    name = f"{diagnostic.location.path} {diagnostic.message}"
    return _issue(text, "file-error", "blocker", diagnostic.location, name)


def _issue(text: str, rule: str, severity: str, location: Location, name: str) -> dict[str, object]:
    """`name` is what stays the same while lines move."""
    return {
        "description": inert(visible(text)),
        "check_name": rule,
        "fingerprint": hashlib.sha256(name.encode("utf-8", "backslashreplace")).hexdigest(),
        "severity": severity,
        "location": {"path": visible(location.path), "lines": {"begin": location.line}},
    }
