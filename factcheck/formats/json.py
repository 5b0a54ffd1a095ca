"""A versioned JSON document for programs; the schema is `factcheck/formats/schemas/check.json`."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from decimal import Context, Decimal

from factcheck.model import KnownValue
from factcheck.report.explained import (
    ClaimView,
    FindingView,
    PositionView,
    RecordView,
    WeightView,
)
from factcheck.report.record_views import AnnouncementView, ResolutionView, StaleView
from factcheck.report.summary import AgreementLine
from factcheck.text.hostile import inert, unseen

_MARKUP = re.compile(r"<(?=[/!])")

VIEW = RecordView

VERSION = 2
"""Raised when a field is removed or changes its meaning; new fields do not raise it."""


def render(view: RecordView) -> str:
    """The whole report. Values from claims stay strings, as written."""
    summary = view.summary
    document = {
        "version": VERSION,
        "program": summary.program,
        "summary": dict(summary.counts),
        "findings": [_finding(f) for f in view.findings],
        "diagnostics": [
            {**asdict(d.location), "message": d.message, "hint": d.hint}
            for d in summary.diagnostics
        ],
        "unchecked": [
            {"reason": u.reason, "todo": u.todo, "claims": [_claim(c) for c in u.claims]}
            for u in view.unchecked
        ],
        "agreements": [_agreement(a) for a in summary.agreements],
        "announced": [_announcement(a) for a in summary.announced],
        "stale": [_placed(s) for s in summary.stale],
    }
    return written(document)


def written(document: object) -> str:
    """The document as JSON, with invisible characters, script ends and log commands escaped.

    A program that reads it gets every text exactly as it was.
    """
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    return inert(unseen(_MARKUP.sub(r"\\u003c", text), _escaped), _escaped)


def _escaped(character: str) -> str:
    return f"\\u{ord(character):04x}" if character < "\U00010000" else json.dumps(character)[1:-1]


def _finding(finding: FindingView) -> dict[str, object]:
    return {
        "id": finding.id,
        "rule": finding.rule,
        "verdict": finding.verdict,
        "severity": finding.severity,
        "state": finding.state,
        "topic": {
            "subject": finding.subject_id,
            "attribute": finding.attribute_id,
            "scope": finding.scope,
        },
        "message": finding.message,
        "todo": finding.todo,
        "positions": [_position(p) for p in finding.positions],
        "fits_several": [_position(p) for p in finding.fitting],
        "materiality": _weight(finding.weight),
        "content": [_content(value) for value in finding.content],
        "causes": list(finding.causes),
        "hints": list(finding.hints),
        "explanation": list(finding.steps),
        "fails": finding.fails,
        "why": finding.why,
        "resolution": None if finding.resolution is None else _placed(finding.resolution),
    }


def _agreement(line: AgreementLine) -> dict[str, object]:
    return {
        "topic": {
            "subject": line.subject_id,
            "attribute": line.attribute_id,
            "scope": line.scope,
        },
        "value": line.value,
        "agreed": line.agreed,
        "weakest": line.weakest or None,
        "why": line.why or None,
        "origins": line.origins,
        "findings": list(line.questioned),
        "claims": list(line.claims),
    }


def _content(known: KnownValue) -> dict[str, object]:
    digests = dict(known.digests)
    return {"value": known.value, "claims": {name: digests.get(name) for name in known.claims}}


def _weight(weight: WeightView) -> dict[str, object]:
    return {
        "score": _number(weight.score),
        "ratio": _number(weight.ratio),
        "uncertainties": _number(weight.uncertainties),
        "origins": list(weight.origins),
        "words": weight.words,
    }


def _number(number: Decimal | None) -> float | None:
    """A JSON number has no other type in Python; four digits of it are never told apart by that."""
    return None if number is None else float(Context(prec=4).plus(number))


def _announcement(one: AnnouncementView) -> dict[str, object]:
    path, line = (None, None) if one.location is None else (one.location.path, one.location.line)
    return {"about": one.about, "message": one.message, "path": path, "line": line}


def _placed(view: ResolutionView | StaleView) -> dict[str, object]:
    """All data of the view, with each place as path and line."""
    stated = asdict(view)
    location = stated.pop("location")
    return {**stated, "path": location["path"], "line": location["line"]}


def _position(position: PositionView) -> dict[str, object]:
    return {"value": position.value, "claims": [_claim(c) for c in position.claims]}


def _claim(claim: ClaimView) -> dict[str, object]:
    words, coverage = claim.covers
    return {
        "source": claim.source,
        "id": claim.id,
        "path": claim.location.path,
        "line": claim.location.line,
        "column": claim.location.column,
        "text": claim.text,
        "reading": claim.reading,
        "quote": "".join(claim.quote),
        "status": claim.status,
        "covers": {"text": words, "coverage": coverage} if words or coverage else None,
    }
