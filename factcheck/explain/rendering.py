"""Renders an explanation as text for a terminal, and as a JSON document."""

from __future__ import annotations

from factcheck.explain.explanation import Description, Explanation
from factcheck.formats.json import written
from factcheck.model import Interval, Value
from factcheck.report.terminal_lines import paint
from factcheck.text.hostile import inert, visible
from factcheck.values.measures.measured import Measured

VERSION = 1
"""Of the JSON document: raised when a field is removed or changes its meaning."""

WIDEST = 20


def as_text(explanation: Explanation) -> str:
    """A heading, then each section with its rows, never wrapped."""
    verdict = explanation.verdict or "no verdict"
    met = f"  ({explanation.how})" if explanation.how else ""
    lines = [f"{verdict}: {paint(visible(explanation.about), 'strong')}{met}"]
    for section in explanation.sections:
        width = min(WIDEST, max(len(name) for name, _ in section.rows)) + 1
        lines += ["", paint(visible(section.title), "strong")]
        lines += [
            f"  {visible(name) + ':':{width}} {visible(stated)}" for name, stated in section.rows
        ]
    return inert("\n".join(lines) + "\n")


def as_json(explanation: Explanation) -> str:
    """The explanation as JSON; the schema is `factcheck/formats/schemas/explain.json`."""
    document = {
        "version": VERSION,
        "about": explanation.about,
        "verdict": explanation.verdict,
        "how": explanation.how,
        "claims": [_claim(described) for described in explanation.claims],
        "findings": list(explanation.findings),
        "sections": [
            {
                "title": section.title,
                "rows": [{"name": name, "text": stated} for name, stated in section.rows],
            }
            for section in explanation.sections
        ],
    }
    return written(document)


def _claim(described: Description) -> dict[str, object]:
    return {
        "name": described.name,
        "path": described.location.path,
        "line": described.location.line,
        "column": described.location.column,
        "text": described.text,
        "read": _value(described.read),
        "compared": _value(described.compared),
    }


def _value(value: Value | None) -> dict[str, object] | None:
    """The value with numbers as decimal strings, so that no digit is lost; an open end is null."""
    if value is None:
        return None
    measured = value if isinstance(value, Measured) else None
    return {
        "number": None if measured is None else f"{measured.number:f}",
        "unit": None if measured is None else measured.unit,
        "bound": None if measured is None else measured.bound,
        "strict": _interval(value.strict),
        "loose": _interval(value.loose),
        "notes": [str(note) for note in value.notes],
    }


def _interval(interval: Interval | None) -> dict[str, object] | None:
    if interval is None:
        return None
    return {
        "low": f"{interval.low:f}" if interval.low.is_finite() else None,
        "high": f"{interval.high:f}" if interval.high.is_finite() else None,
        "low_open": interval.low_open,
        "high_open": interval.high_open,
    }
