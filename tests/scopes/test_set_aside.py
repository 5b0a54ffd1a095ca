"""Claims of sources that no longer stand."""

from __future__ import annotations

from factcheck.comparing import collate
from factcheck.corpus import Files
from factcheck.corpus.load import load
from factcheck.model import Reason

REGISTRIES = {
    "subjects.yaml": b"subjects: [{id: tower, label: Tower}]",
    "attributes.yaml": b"attributes: [{id: height, label: height, kind: quantity, unit: m}]",
}
CLAIM = "claims: [{id: height, subject: Tower, attribute: height, value: %s}]"


def source(id: str, value: str, more: str = "") -> dict[str, bytes]:
    head = f"{{outlet: {id}, title: T, published: 2026-01-05, language: en{more}}}"
    return {f"sources/{id}.yaml": f"source: {head}\n{CLAIM % value}".encode()}


def reasons(*sources: dict[str, bytes]) -> dict[str, Reason]:
    files = dict(REGISTRIES)
    for one in sources:
        files |= one
    loaded = load(Files(files, ()))
    assert loaded.diagnostics == ()
    return {u.claim.source.id: u.reason for u in collate(loaded).unmatched}


def test_a_retracted_source_contradicts_nobody() -> None:
    described = reasons(source("post", "40 m", ", retracted: 2026-02-01"), source("wire", "90 m"))
    assert described == {"post": Reason.RETRACTED, "wire": Reason.ALONE}


def test_a_source_that_was_replaced_contradicts_nobody() -> None:
    described = reasons(source("old", "40 m"), source("new", "90 m", ", replaces: old"))
    assert described == {"old": Reason.REPLACED, "new": Reason.ALONE}
