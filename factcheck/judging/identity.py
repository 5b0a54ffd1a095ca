"""What makes two findings the same one, from run to run: decided here and nowhere else."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from factcheck.model import Finding


class IdClash(Exception):
    """Two different findings have one id: our fault, never a merge."""


def id_of(finding: Finding) -> str:
    """Twelve hex digits from the rule and the anchor; not from paths, places, wording or order."""
    return hashlib.sha256("\x1f".join((finding.rule, *finding.anchor)).encode()).hexdigest()[:12]


def ids_of(findings: Iterable[Finding]) -> dict[str, Finding]:
    """Findings by id, in their order. Raises IdClash, naming both, where two share one."""
    known: dict[str, Finding] = {}
    for finding in findings:
        id = id_of(finding)
        if id in known:
            raise IdClash(
                f'Two findings have the id {id}: "{known[id].message}" and "{finding.message}"'
            )
        known[id] = finding
    return known
