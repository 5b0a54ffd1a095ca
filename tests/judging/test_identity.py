"""The id of a finding: the same however a scope is worded, another for another scope."""

from __future__ import annotations

import pytest

from factcheck.comparing import compare
from factcheck.corpus import Files
from factcheck.corpus.load import load
from factcheck.judging.identity import folded, id_of, ids_of
from factcheck.model import Finding, Verdict, say
from factcheck.rules import every_rule

REGISTRIES = {
    "subjects.yaml": "subjects:\n  - {id: quay, label: Quay}\n",
    "attributes.yaml": "attributes:\n"
    "  - {id: cost, label: cost, kind: quantity, key: [conditions, basis, place]}\n",
}


def ids(*scopes: str) -> set[str]:
    """The ids of what clashes where a source for each scope gives a figure of its own."""
    files = dict(REGISTRIES)
    for number, scope in enumerate(scopes):
        files[f"sources/s{number}.yaml"] = (
            f"source: {{outlet: O{number}, title: T, published: 2026-01-05, language: en}}\n"
            f"claims:\n"
            f"  - {{subject: Quay, attribute: cost, value: {123 + 456 * number}, {scope}}}\n"
        )
    loaded = load(Files({path: text.encode() for path, text in files.items()}))
    assert loaded.diagnostics == ()
    findings = ids_of(compare(loaded, every_rule()).findings)
    return {id for id, finding in findings.items() if finding.rule == "quantity-mismatch"}


PLAIN = ids(*['conditions: "if the strasse is wet"'] * 2)


def test_case_and_blanks_of_a_scope_leave_the_id() -> None:
    assert len(PLAIN) == 1
    for first in (
        "If the STRASSE is wet",
        "if  the strasse is   wet ",
        " if the strasse is wet",
        "if the straße is wet",
    ):
        worded = ids(f'conditions: "{first}"', 'conditions: "if the strasse is wet"')
        assert worded == PLAIN, first


def found(scope: str, *anchor: str) -> Finding:
    return Finding("sum-mismatch", Verdict.IMPOSSIBLE, anchor, (), say("x"), say("y"), scope=scope)


def test_the_words_of_a_scope_in_an_anchor_count_without_case_and_blanks() -> None:
    words = ("if  it RAINS", "If it rains", "\tif it\u00a0rains ")
    assert len({id_of(found(w, "r", "quay", w)) for w in words}) == 1
    assert id_of(found("if it snows", "r", "quay", "if it snows")) != id_of(
        found("if it rains", "r", "quay", "if it rains")
    )
    assert id_of(found("", "r", "Quay")) != id_of(found("", "r", "quay")), "ids have their case"


@pytest.mark.parametrize(
    ("written", "plain"),
    [("  If IT\n rains ", "if it rains"), ("Straße", "strasse"), ("ΣΊΣΥΦΟΣ", "σίσυφοσ"), ("", "")],
)
def test_what_folding_leaves(written: str, plain: str) -> None:
    assert folded(written) == plain


def test_another_scope_is_another_id() -> None:
    others = [
        ids(*['conditions: "ifthe strasse is wet"'] * 2),
        ids(*['basis: "if the strasse is wet"'] * 2),
        ids(*["basis: gross"] * 2),
        ids(*["place: gross"] * 2),
        ids(*["basis: gross, place: gross"] * 2),
    ]
    found = [PLAIN, *others]
    assert [len(f) for f in found] == [1] * len(found)
    assert len(set().union(*found)) == len(found)
