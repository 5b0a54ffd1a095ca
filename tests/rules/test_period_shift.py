"""The claims that share a figure across periods, held against every two scopes by themselves."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparing import collate
from factcheck.corpus import Files
from factcheck.corpus.load import load
from factcheck.rules.period_shift import PeriodShift, _Given, _unknowing
from tests.drawing import examples

REGISTRIES = {
    "subjects.yaml": b"subjects: [{id: mill, label: Mill}]",
    "attributes.yaml": b"attributes: [{id: output, label: output, kind: quantity, key: [period]}]",
}
PERIODS = ("2021", "2022", "H1 2022", "2023", "2022/2023", "2024")
claims = st.tuples(
    st.integers(0, 4), st.sampled_from(PERIODS), st.sampled_from(("actual", "planned"))
)


@given(st.lists(claims, min_size=2, max_size=14, unique=True))
@examples(200)
def test_skipping_what_is_known_already_loses_no_claim(stated: list[tuple[int, str, str]]) -> None:
    texts = dict(REGISTRIES)
    for source in {source for source, _, _ in stated}:
        rows = "".join(
            f"  - {{id: c{n}, subject: mill, attribute: output, value: 5170, period: {period},"
            f" status: {status}}}\n"
            for n, (own, period, status) in enumerate(stated)
            if own == source
        )
        head = f"source: {{outlet: O{source}, title: T, published: 2025-01-01, language: en}}\n"
        texts[f"sources/s{source}.yaml"] = f"{head}claims:\n{rows}".encode()
    known = collate(load(Files(texts, ())))
    (topic,) = known.topics
    scopes = [
        _Given(list(scope.claims), frozenset(c.source.id for c in scope.claims))
        for scope in topic.scopes
    ]
    pairs = ((a, b) for a, b in combinations(scopes, 2) if a.is_disjoint(b))
    expected = sorted({claim.name for a, b in pairs for claim in _unknowing(a, b)})
    found = [c.name for f in PeriodShift().check(topic, known) for c in f.claims]
    assert sorted(found) == expected
