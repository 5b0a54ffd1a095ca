"""A decision on a finding to the text of its file, checked by the same reader that will read it."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.judging.identity import topic_of, values_of
from factcheck.loading import dump
from factcheck.model import Finding

KEYS = ("decision", "prefer", "reason", "evidence", "by", "on", "expires", "ticket")
"""What a person says, in the order in which the file says it."""


def text_of(id: str, finding: Finding, said: Mapping[str, object]) -> str:
    """The file: what was judged, in clear, and what was decided; keys without a value left out."""
    document: dict[str, object] = {
        "finding": id,
        "rule": finding.rule,
        "topic": topic_of(finding),
        "positions": [{"value": v.value, "claims": list(v.claims)} for v in values_of(finding)],
    }
    document |= {key: str(said[key]) for key in KEYS if said.get(key)}
    return dump(document)
