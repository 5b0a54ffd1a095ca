"""The baseline: known findings from the day the gate was set up, which nobody has decided yet.

The file has one line of JSON per finding, sorted by id, and nothing that changes from run to run:
two branches that add and remove lines then seldom conflict. Only `create` and `prune` write it, and
prune only removes lines.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from factcheck.corpus import UnusableBaseline
from factcheck.judging.identity import remember
from factcheck.judging.recording import claims_of_record, known_value
from factcheck.model import Judged, KnownFinding, KnownValue, Location, Severity, State
from factcheck.rules import named_now

_START_OVER = "correct the line, or delete the file and type: factcheck baseline create"
_MERGE = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


def to_keep(judged: Judged) -> tuple[KnownFinding, ...]:
    """The findings for a new baseline: all that could fail and are undecided, by id."""
    kept = (
        remember(j.id, j.finding)
        for j in judged.findings
        if j.resolution is None and j.severity is not Severity.NOTE
    )
    return tuple(sorted(kept, key=lambda one: one.id))


def still_needed(known: Iterable[KnownFinding], judged: Judged) -> tuple[KnownFinding, ...]:
    """The lines whose finding is still found and undecided, or was not searched for."""
    open_ = {j.id for j in judged.findings if j.state is not State.RESOLVED}
    return tuple(one for one in known if one.id in open_ | judged.excluded_by)


def renewed(known: Iterable[KnownFinding], judged: Judged) -> tuple[KnownFinding, ...]:
    """The same lines, with current digests for the findings that they match."""
    now = {
        j.id: remember(j.id, j.finding)
        for j in judged.findings
        if j.state in (State.KNOWN, State.GROWN)
    }
    return tuple(now.get(one.id, one) for one in known)


def write_lines(known: Iterable[KnownFinding]) -> str:
    """The text of a baseline."""
    lines = (json.dumps(_data(one), ensure_ascii=False) for one in known)
    return "".join(f"{line}\n" for line in sorted(lines))


def _data(known: KnownFinding) -> dict[str, object]:
    return {
        "finding": known.id,
        "rule": known.rule,
        "topic": known.topic,
        "positions": [{"value": v.value, "claims": claims_of_record(v)} for v in known.values],
    }


def read(path: str, content: bytes) -> tuple[KnownFinding, ...]:
    """Read the findings of a baseline. Raises UnusableBaseline, which says where and what to do."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as why:
        line = content[: why.start].count(b"\n") + 1
        raise _unusable(path, line, "this is not UTF-8 text", "save the file as UTF-8") from None
    lines = text.split("\n")
    return tuple(
        _line(line.rstrip("\r"), path, number)
        for number, line in enumerate(lines, 1)
        if line.strip()
    )


def _line(line: str, path: str, number: int) -> KnownFinding:
    if line.startswith(_MERGE):
        raise _unusable(
            path,
            number,
            "git left a merge here that nobody has finished",
            "keep the lines of both sides, delete the marks, and type: factcheck baseline prune",
        )
    try:
        known = _known(json.loads(line), Location(path, number, 1, max(len(line), 1)))
        write_lines(
            () if known is None else (known,)
        ).encode()  # half of a surrogate pair cannot be
    except (ValueError, RecursionError):
        known = None
    if known is None:
        what = "this is not a finding as 'factcheck baseline' writes it"
        raise _unusable(path, number, what, _START_OVER)
    return known


def _known(data: Any, location: Location) -> KnownFinding | None:
    """The finding of a line, None if the line is malformed."""
    match data:
        case {
            "finding": str(id),
            "rule": str(rule),
            "topic": str(topic),
            "positions": [*stated],
        } if len(data) == 4 and len(id) == 12 and stated:
            values = [_value(one) for one in stated]
            if None not in values:
                kept = tuple(v for v in values if v is not None)
                return KnownFinding(id, named_now(rule), topic, kept, location)
    return None


def _value(data: Any) -> KnownValue | None:
    match data:
        case {"value": str(value), "claims": claims} if len(data) == 2:
            return known_value(value, claims)
    return None


def _unusable(path: str, line: int, what: str, hint: str) -> UnusableBaseline:
    return UnusableBaseline(f"{path}:{line}:1: {what}.\n  hint: {hint}")
