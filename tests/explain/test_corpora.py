"""Every pair of claims of both corpora: nothing crashes, and nothing is told that check denies."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from factcheck.comparing.scopes import families
from factcheck.corpus.reading_files import read_files
from factcheck.explain import Explanation, Index, explain_finding, explain_pair
from factcheck.explain.rendering import as_json, as_text
from factcheck.model import Claim, Finding, Position, Verdict
from factcheck.pipeline import look

ROOT = Path(__file__).parents[2]
MILD = {None, "agree", "consistent", "refines", "variant", "scope-differs"}
CLASHES = {"contradicts", "confused", "undetermined"}
EVERY = {"claims": 11, "examples/countries": 501}
"""Of so many pairs, one is told whatever it shares; a run over all of them takes minutes."""


@pytest.fixture(scope="module", params=sorted(EVERY))
def known(request: pytest.FixtureRequest) -> tuple[str, Index]:
    looked = look(read_files(ROOT / request.param))
    return request.param, Index(looked.compared, looked.judged.findings)


def test_every_pair_that_shares_a_topic_is_told_as_check_found_it(known: tuple[str, Index]) -> None:
    _, index = known
    pairs = list(sharing(index))
    assert pairs, "the corpus has topics with several claims"
    wrong = [
        (a.name, b.name, described.verdict)
        for a, b in pairs
        if not (agrees(described := explain_pair(a, b, index), a, b, index) and as_text(described))
    ]
    assert wrong == []


def test_no_pair_and_no_finding_crashes(known: tuple[str, Index]) -> None:
    path, index = known
    pairs = list(combinations(index.compared.claims, 2))[:: EVERY[path]]
    for a, b in pairs:
        described = explain_pair(a, b, index)
        turned = explain_pair(b, a, index)
        assert (described.verdict, described.how) == (turned.verdict, turned.how), (a.name, b.name)
        assert as_text(described) and as_json(described)
    for judged in index.findings:
        described = explain_finding(judged, index)
        assert described.verdict == judged.finding.verdict
        assert {"positions", "why this verdict", "state"} <= {s.title for s in described.sections}
        assert as_text(described) and as_json(described)


def sharing(index: Index) -> Iterator[tuple[Claim, Claim]]:
    """The pairs of one attribute, of one subject or of a family and its member."""
    vocabulary = index.compared.vocabulary
    for a, b in combinations(index.compared.claims, 2):
        if a.attribute is b.attribute:
            kin = {a.subject.id, *families(a.subject.id, vocabulary)}
            if b.subject.id in kin or a.subject.id in families(b.subject.id, vocabulary):
                yield a, b


def agrees(described: Explanation, a: Claim, b: Claim, index: Index) -> bool:
    """Whether the verdict is one that the findings about the two allow; check has no others."""
    found = [j.finding for j in index.findings if _about(j.finding, a, b)]
    disjoint = [f for f in found if f.rule.endswith("-mismatch") and not _one_position(f, a, b)]
    if described.how == "same scope":
        in_scope = [f for f in disjoint if f.anchor[-1] != "across"]
        if in_scope:
            (finding,) = in_scope
            many = len(finding.positions) > 2 and finding.verdict is Verdict.CONTRADICTS
            return described.verdict in ({*CLASHES} if many else {finding.verdict.value})
        return described.verdict in {*MILD, *(f.verdict.value for f in found)}
    across = [f for f in disjoint if f.anchor[-1] == "across"]
    graver = {f.verdict.value for f in across} - {"scope-differs"}
    if described.how == "two scopes, held against each other":
        return described.verdict in graver or (described.verdict == "consistent" and not graver)
    return described.verdict in {None, "scope-differs"} and (
        not graver or graver == {"undetermined"}  # one of several years that a third may be of
    )


def _about(finding: Finding, a: Claim, b: Claim) -> bool:
    return {a, b} <= set(finding.claims)


def _one_position(finding: Finding, a: Claim, b: Claim) -> bool:
    def holds(position: Position) -> bool:
        return {a, b} <= set(position.claims)

    return any(map(holds, finding.positions))
