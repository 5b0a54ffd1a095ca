"""SARIF 2.1.0 (OASIS, 2020) for code scanning services; § is a section of that standard.

Only new findings are results: a service would show a known or decided one as an open alert.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from pathlib import PurePath
from urllib.parse import quote

from factcheck.formats.json import written
from factcheck.model import Diagnostic, Location
from factcheck.report.explained import (
    ClaimView,
    Explained,
    FindingView,
    PositionView,
    RuleView,
)
from factcheck.report.position_lines import statement
from factcheck.report.record_views import AnnouncementView, StaleView
from factcheck.text.hostile import visible

VIEW = Explained

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"


MOST = 5_000
"""How many results GitHub shows of a run; of more than 25,000 it takes none."""


def render(view: Explained) -> str:
    """The document of one run. Columns count characters; paths are relative to the working
    directory.
    """
    summary = view.summary
    name, _, version = summary.program.partition(" ")
    rules = {rule.name: number for number, rule in enumerate(view.rules)}
    news = [finding for finding in summary.findings if finding.news]  # the gravest first
    run = {
        "tool": {
            "driver": {
                "name": name,
                "version": version,
                "rules": [_rule(rule) for rule in view.rules],
            }
        },
        "invocations": [
            {
                "executionSuccessful": not summary.diagnostics,
                "toolExecutionNotifications": [
                    *(_diagnostic(diagnostic) for diagnostic in summary.diagnostics),
                    *(_announcement(one) for one in summary.announced),
                    *(_stale(stale) for stale in summary.stale),
                    *_left_out(len(news) - MOST),
                ],
            }
        ],
        "columnKind": "unicodeCodePoints",
        "results": [_result(view.findings[finding.id], rules) for finding in news[:MOST]],
    }
    return written({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: RuleView) -> dict[str, object]:
    """§3.49. Services show the help beside the result."""
    return {
        "id": rule.name,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": _why(rule)},
        "help": {"text": rule.help, "markdown": rule.help},
    }


def _why(rule: RuleView) -> str:
    """The first section of the help, on one line; GitHub accepts at most 1,024 characters here."""
    sections = re.split(r"^## .*$", rule.help, flags=re.MULTILINE)
    return " ".join((sections[1:] or [rule.summary])[0].split())


def _diagnostic(diagnostic: Diagnostic) -> dict[str, object]:
    hint = f" Hint: {diagnostic.hint}" if diagnostic.hint else ""
    return _notification("error", f"{diagnostic.message}.{hint}", diagnostic.location)


def _stale(stale: StaleView) -> dict[str, object]:
    return _notification("warning", f"{stale.message} {stale.todo}", stale.location)


def _announcement(one: AnnouncementView) -> dict[str, object]:
    return _notification("note", one.message, one.location)


def _left_out(count: int) -> Iterator[dict[str, object]]:
    if count > 0:
        text = f"{count} more findings are left out here: a service takes {MOST} of a run."
        yield _notification("warning", f"{text} `factcheck check -o json` has them all.", None)


def _notification(level: str, text: str, location: Location | None) -> dict[str, object]:
    """§3.58: a message that is no result: a diagnostic, an announcement, a stale record."""
    stated: dict[str, object] = {"level": level, "message": {"text": _text(text)}}
    if location is not None:
        stated["locations"] = [{"physicalLocation": _place(location)}]
    return stated


def _result(finding: FindingView, rules: Mapping[str, int]) -> dict[str, object]:
    """§3.27. It has one location, as services show an alert for each; the others are related."""
    numbers = count()  # in the order in which claims are shown; the foremost one has none
    numbered = [[(next(numbers), claim) for claim in p.foremost] for p in finding.positions]
    lines = (
        line
        for position, claims in zip(finding.positions, numbered, strict=True)
        for line in _position(position, claims)
    )
    index = {"ruleIndex": rules[finding.rule]} if finding.rule in rules else {}
    return {
        "ruleId": finding.rule,
        **index,
        "level": finding.severity,
        "message": {"text": "\n".join((_text(finding.message), *lines, _text(finding.todo)))},
        "locations": [{"physicalLocation": _place(finding.at)}],
        "relatedLocations": [
            {
                "id": number,
                "message": {"text": _text(statement(claim))},
                "physicalLocation": _place(claim.location),
            }
            for claims in numbered
            for number, claim in claims
            if number
        ],
        # The finding stays the same alert when its line moves. The name is ours: GitHub fills its
        # own one, primaryLocationLineHash, from the line, and warns where a tool has filled it.
        "partialFingerprints": {"factcheckFindingId/v1": finding.id},
        "properties": {"id": finding.id, "verdict": finding.verdict, "state": finding.state},
    }


def _position(position: PositionView, claims: Sequence[tuple[int, ClaimView]]) -> Iterator[str]:
    """A line for each claim of a position; those with a number are links (§3.11.6)."""
    for number, claim in claims:
        words = _text(statement(claim))
        linked = f"[{words}]({number})" if number else words
        yield f"{_text(position.value)}: {linked}"
    if position.others:
        yield f"{_text(position.value)}: and {position.others} more"


def _place(location: Location) -> dict[str, object]:
    """§3.29. An absolute path, of a corpus outside the working directory, becomes a file
    address.
    """
    path = quote(visible(location.path))
    absolute = PurePath(location.path).is_absolute()
    address = {"uri": f"file://{path}"} if absolute else {"uri": path, "uriBaseId": "%SRCROOT%"}
    return {
        "artifactLocation": address,
        "region": {
            "startLine": location.line,
            "startColumn": location.column,
            "endColumn": location.column + max(location.length, 1),
        },
    }


def _text(text: str) -> str:
    """The text with visible characters, without links (§3.11.6) and placeholders (§3.11.5)."""
    linkless = re.sub(r"([\\\[\]])", r"\\\1", visible(text))
    return linkless.replace("{", "{{").replace("}", "}}")
