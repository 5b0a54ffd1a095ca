"""Reads the findings of an earlier run from the JSON that `factcheck check -o json` wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from factcheck.judging.recording import known_value
from factcheck.model import KnownFinding, KnownValue
from factcheck.model.frozen import dataclass
from factcheck.rules import named_now

VERSIONS = (1, 2)
"""Of the JSON that is read: in the first, the claims of a value are a list, without digests."""


class UnusableRun(Exception):
    """The file is no output of an earlier run. The message is a sentence."""


@dataclass(frozen=True, slots=True)
class EarlierRun:
    """The findings of a run, the user's name for its file, and the number of its diagnostics."""

    name: str
    findings: tuple[KnownFinding, ...]
    diagnostics: int = 0


def read(name: str, content: bytes) -> EarlierRun:
    """Read the findings of an earlier run. Raises UnusableRun."""
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise _unusable(name, "it is not JSON") from None
    match data:
        case {"version": int(version)} if version not in VERSIONS:
            raise _unusable(
                name, f"it is of version {version}, and this factcheck reads {VERSIONS[-1]}"
            )
        case {"version": int(), "findings": list(found), "diagnostics": list(diagnostics)}:
            return EarlierRun(name, tuple(_findings(name, found)), len(diagnostics))
    raise _unusable(name, "it lacks 'version', 'findings' or 'diagnostics'")


def _findings(name: str, found: list[Any]) -> Iterator[KnownFinding]:
    for number, one in enumerate(found, 1):
        known = _known(one)
        if known is None:
            raise _unusable(name, f"its finding {number} lacks what is remembered of it")
        yield known


def _known(data: Any) -> KnownFinding | None:
    match data:
        case {
            "id": str(id),
            "rule": str(rule),
            "topic": {"subject": str(subject), "attribute": str(attribute), "scope": str(scope)},
            "content": [*stated],
        }:
            values = [_value(one) for one in stated]
            kept = tuple(v for v in values if v is not None)
            topic = " / ".join(part for part in (subject, attribute, scope) if part)
            return (
                KnownFinding(id, named_now(rule), topic, kept)
                if len(kept) == len(values) > 0
                else None
            )
    return None


def _value(data: Any) -> KnownValue | None:
    match data:
        case {"value": str(value), "claims": claims}:
            return known_value(value, claims)
    return None


def _unusable(name: str, why: str) -> UnusableRun:
    return UnusableRun(
        f"{name} is not what an earlier run wrote: {why}. "
        f"Such a file is written by: factcheck check -o json:FILE"
    )
