"""Writes a decision on a finding as a file, and checks it with the loader's own checks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from factcheck.corpus import dump
from factcheck.corpus.resolution_files import read_resolution
from factcheck.corpus.yaml.documents import Diagnostics
from factcheck.corpus.yaml.yaml_editor import CannotEdit, Delete, Edit, Put, edited
from factcheck.corpus.yaml.yaml_text import parse
from factcheck.judging.identity import folded, topic_of, values_of
from factcheck.judging.policy import LENIENT, Policy
from factcheck.judging.recording import claims_of_record
from factcheck.judging.resolutions import examine
from factcheck.model import Diagnostic, Finding, Resolution

KEYS = ("decision", "prefer", "reason", "evidence", "by", "on", "expires", "ticket")
"""What a person says, in the order in which the file says it."""


class Unknown(Exception):
    """An id matches no finding, or several. The message is a sentence."""


def meant(id: str, ids: Iterable[str]) -> str:
    """The id that the text gives in full or begins. Raises Unknown, with similar ids."""
    from factcheck.values.naming.likeness import nearest

    ids = sorted(set(ids))
    wanted = id.strip().lower()
    if wanted in ids:
        return wanted
    begun = [one for one in ids if wanted and one.startswith(wanted)]
    match begun:
        case [one]:
            return one
        case []:
            near = nearest(wanted, ids) if len(wanted) <= 100 else None
            hint = "" if near is None else f" Did you mean '{near}'?"
            raise Unknown(f"There is no finding '{id[:100]}'.{hint}")
        case _:
            raise Unknown(f"Several findings begin with '{id}': {', '.join(begun[:10])}.")


def text_of(
    id: str, finding: Finding, stated: Mapping[str, object], before: bytes | None = None
) -> str:
    """The file's text: the judged values in plain words, and the decision; empty keys are left out.

    If the file has an earlier decision, only the values that differ are written, and its comments
    stay.
    """
    document: dict[str, object] = {
        "finding": id,
        "rule": finding.rule,
        "topic": topic_of(finding),
        "positions": positions_of(finding),
    }
    document |= {key: str(stated[key]) for key in KEYS if stated.get(key)}
    again = None if before is None else _replaced(before, document)
    return dump(document) if again is None else again


def renewed(before: bytes, finding: Finding, resolution: Resolution) -> str:
    """The file of a valid decision with current digests and current names of renamed claims. The
    rest stays. Raises CannotEdit.
    """
    kept = {folded(known.value): known.value for known in resolution.values}
    positions = [
        {**one, "value": kept.get(folded(str(one["value"])), one["value"])}
        for one in positions_of(finding)
    ]
    return edited(resolution.location.path, before, [Put((), "positions", positions)])


def positions_of(finding: Finding) -> list[dict[str, object]]:
    """The judged content of a finding: each value, and its claims with their digests."""
    return [{"value": v.value, "claims": claims_of_record(v)} for v in values_of(finding)]


def _replaced(before: bytes, document: Mapping[str, object]) -> str | None:
    """The earlier file edited to contain the document; None if it cannot be edited."""
    read, _ = parse("", before)
    old = None if read is None else read.data
    if not isinstance(old, dict):
        return None
    edits: list[Edit] = [Delete((key,)) for key in old if key not in document]
    for after, (key, value) in zip((None, *document), document.items(), strict=False):
        if old.get(key) != value:
            edits.append(Put((), key, value, after))
    try:
        return edited("", before, edits)
    except CannotEdit:
        return None


def check(
    path: str, text: str, id: str, finding: Finding, today: date, policy: Policy = LENIENT
) -> tuple[Diagnostic, ...]:
    """Every diagnostic that the next run would have for the file, and every violation of the
    policy.
    """
    document, found = parse(path, text.encode())
    diagnostics = Diagnostics(found)
    resolution = None if document is None else read_resolution(document, diagnostics)
    if resolution is not None:
        diagnostics.extend(examine((resolution,), {id: finding}, today).diagnostics)
        breach = policy.breach(resolution)
        if breach is not None:
            why, todo = (str(phrase).rstrip(".") for phrase in breach)
            diagnostics.extend((Diagnostic(resolution.location, why, todo),))
    return diagnostics.all()
