"""A small invented corpus in memory, and what a run says of it: for the tests of judging."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from factcheck.corpus import Files, dump
from factcheck.judging import Gate
from factcheck.judging.baseline import to_keep, write_lines
from factcheck.judging.resolving import text_of
from factcheck.model import Judged, JudgedFinding
from factcheck.pipeline import Looked, look

VOCABULARY = {
    "claims/subjects.yaml": "subjects:\n  - {id: northwind, label: Northwind}\n",
    "claims/attributes.yaml": """attributes:
  - {id: budget, label: budget, kind: money, unit: EUR, key: [period]}
  - {id: length, label: length, kind: quantity, unit: m}
  - {id: staff, label: staff, kind: quantity}
  - {id: region, label: region, kind: quantity, key: [place]}
""",
}
BASELINE = "claims/baseline.jsonl"
TODAY = date(2026, 3, 4)

Claim = dict[str, object]


def claim(attribute: str, value: str, id: str | None = None, **keys: object) -> Claim:
    """One claim on Northwind; the budget is that of 2025."""
    period = {"period": "2025"} if attribute == "budget" else {}
    named = {} if id is None else {"id": id}
    return {"subject": "Northwind", "attribute": attribute, "value": value} | period | named | keys


def source(outlet: str, *claims: Claim, **keys: object) -> dict[str, object]:
    """One source, as its file says it."""
    head = {"outlet": outlet, "title": "T", "published": "2026-01-05", "language": "en"} | keys
    return {"source": head, "claims": list(claims)}


def files(
    sources: Mapping[str, object],
    resolutions: Mapping[str, object] | None = None,
    baseline: str | None = None,
) -> Files:
    """A corpus of these sources by the name of their file; resolutions likewise."""
    texts = {path: text.encode() for path, text in VOCABULARY.items()}
    for folder, documents in (("sources", sources), ("resolutions", resolutions or {})):
        for name, document in documents.items():
            text = document if isinstance(document, str) else dump(document)
            texts[f"claims/{folder}/{name}.yaml"] = text.encode()
    known = None if baseline is None else (BASELINE, baseline.encode())
    return Files(dict(sorted(texts.items())), (), False, known)


def judged(given: Files, today: date | None = TODAY) -> Judged:
    """What a run says; a fault of a file would make the test another one."""
    looked = looked_at(given, today)
    assert looked.diagnostics == (), looked.diagnostics
    return looked.judged


def looked_at(given: Files, today: date | None = TODAY) -> Looked:
    """What a run says, and the faults of its files."""
    return look(given, gate=Gate(today))


def states(found: Judged) -> dict[str, str]:
    """The state of each finding, by the attribute that it is about."""
    return {j.finding.anchor[1]: j.state.value for j in found.findings}


def only(found: Judged) -> JudgedFinding:
    """The one finding of a run."""
    (one,) = found.findings
    return one


def baseline_of(sources: Mapping[str, object]) -> str:
    """The baseline that `factcheck baseline create` would write."""
    return write_lines(to_keep(judged(files(sources))))


def decided(one: JudgedFinding, **keys: object) -> str:
    """The file that decides on a finding."""
    given = {"decision": "not-comparable", "reason": "One counts more.", "by": "A. Berg"}
    return text_of(one.id, one.finding, given | {"on": "2026-03-01"} | keys)
