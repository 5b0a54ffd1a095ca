"""JUnit XML as Jenkins' xUnit plugin reads it: a test for each finding, a suite for each rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.etree import ElementTree

from factcheck.model import Diagnostic
from factcheck.report.explained import Explained, FindingView
from factcheck.report.position_lines import lines
from factcheck.report.record_views import AnnouncementView, StaleView
from factcheck.report.summary import FindingLine
from factcheck.text.hostile import inert, visible

VIEW = Explained
Element = ElementTree.Element


def render(view: Explained) -> str:
    """Findings that fail the gate fail; known and decided ones are skipped; all others pass."""
    root = Element("testsuites", name=view.summary.program.partition(" ")[0])
    root.extend(sorted(_suites(view), key=lambda suite: suite.get("name", "")))
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    declaration = '<?xml version="1.0" encoding="UTF-8"?>'
    return inert(f"{declaration}\n{text}\n", lambda character: f"&#{ord(character)};")


def _suites(view: Explained) -> Iterator[Element]:
    """One suite for diagnostics, announcements and stale records, if there are any; one per
    rule.
    """
    summary = view.summary
    if summary.diagnostics:
        yield _suite("files", [_diagnostic(diagnostic) for diagnostic in summary.diagnostics])
    if summary.announced:
        yield _suite("change", [_announcement(one) for one in summary.announced])
    if summary.stale:
        yield _suite("records", [_stale(stale) for stale in summary.stale])
    by_rule = sorted(summary.findings, key=lambda finding: finding.rule)  # keeps the order within
    for rule, findings in groupby(by_rule, key=lambda finding: finding.rule):
        yield _suite(rule, [_case(finding, view) for finding in findings])


def _suite(name: str, cases: Sequence[Element]) -> Element:
    suite = Element("testsuite", name=name, tests=str(len(cases)))
    for count, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(count, str(sum(case.find(tag) is not None for case in cases)))
    suite.extend(cases)
    return suite


def _diagnostic(diagnostic: Diagnostic) -> Element:
    case = Element("testcase", name=visible(str(diagnostic.location)), classname="factcheck.files")
    message = visible(diagnostic.message)
    error = ElementTree.SubElement(case, "error", type="fault", message=message)
    error.text = f"Hint: {visible(diagnostic.hint)}" if diagnostic.hint else message
    return case


def _announcement(one: AnnouncementView) -> Element:
    place = "" if one.location is None else f" {one.location.path}"
    case = Element("testcase", name=visible(f"{one.about}{place}"), classname="factcheck.change")
    ElementTree.SubElement(case, "system-out").text = visible(one.message)
    return case


def _stale(stale: StaleView) -> Element:
    name = visible(f"{stale.topic} [{stale.finding}]")
    case = Element("testcase", name=name, classname="factcheck.records")
    message = visible(f"{stale.location}: {stale.message}")
    ElementTree.SubElement(case, "skipped", type=visible(stale.lapse), message=message)
    return case


def _case(finding: FindingLine, view: Explained) -> Element:
    """The test of a finding. Its name is stable from run to run, so that CI systems keep its
    history.
    """
    topic = ", ".join(word for word in (finding.subject, finding.attribute, finding.scope) if word)
    name = visible(f"{topic or finding.rule} [{finding.id}]")
    case = Element("testcase", name=name, classname=f"factcheck.{finding.rule}")
    message = visible(finding.message)
    if finding.settled:
        skipped = ElementTree.SubElement(case, "skipped", type=finding.state, message=message)
        skipped.text = _decision(finding)
    elif finding.fails:
        failure = ElementTree.SubElement(case, "failure", type=finding.verdict, message=message)
        failure.text = _body(view.findings[finding.id])
    else:
        body = _body(view.findings[finding.id])
        ElementTree.SubElement(case, "system-out").text = f"{message}\n{body}"
    return case


def _decision(finding: FindingLine) -> str | None:
    decided = finding.resolution
    if decided is None:
        return None
    return visible(f"{decided.decision}: {decided.reason} ({decided.by}, {decided.on})")


def _body(finding: FindingView) -> str:
    """All positions, the steps to the verdict, and what to do."""
    sentences = (
        *lines(finding),
        *((finding.why,) if finding.why else ()),
        *(f"maybe: {aid}" for aid in (*finding.hints, *finding.causes)),
        *(f"because: {step}" for step in finding.steps),
        f"do: {finding.todo}",
        *(f"next: {command.line}" for command in finding.commands[-1:]),
    )
    return "\n".join(visible(sentence) for sentence in sentences)
