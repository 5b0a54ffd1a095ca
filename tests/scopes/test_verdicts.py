"""What holds of every verdict, whatever the claims are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparing import Compared, collate
from factcheck.corpus import Files
from factcheck.corpus.load import load
from factcheck.model import Verdict

REGISTRIES = {
    "subjects.yaml": b"subjects: [{id: tower, label: Tower}]",
    "attributes.yaml": (
        b"attributes: [{id: visits, label: visits, kind: quantity, measure: flow, key: [period]}]"
    ),
}
CLASHES = {
    Verdict.CONTRADICTS,
    Verdict.SELF_CONTRADICTS,
    Verdict.IMPOSSIBLE,
    Verdict.SUPERSEDED,
}

Described = tuple[str, str, str]  # value, period, month of publication

described = st.tuples(
    st.builds(
        "{}{}".format,
        st.sampled_from(["", "about ", "more than ", "up to "]),
        st.sampled_from(["1,000", "1,040", "1,204", "1,250", "3,107", "12 thousand"]),
    ),
    st.sampled_from(["2025", "H1 2025", "Q1 2025", "2024/2025", ""]),
    st.sampled_from(["01", "02", "03"]),
)


def corpus(claims: list[Described], names: list[str] | None = None) -> Compared:
    """Each claim in a source of its own; the outlet is its number, unless names are given."""
    files = dict(REGISTRIES)
    for n, (value, period, month) in enumerate(claims):
        outlet = names[n] if names else f"Outlet {n}"
        head = f"{{outlet: {outlet}, title: T, published: 2026-{month}-01, language: en}}"
        when = f", period: {period}" if period else ""
        claim = f"{{id: c, subject: Tower, attribute: visits, value: '{value}'{when}}}"
        files[f"sources/s{n}.yaml"] = f"source: {head}\nclaims: [{claim}]".encode()
    return collate(load(Files(files, ())))


def verdicts(described: Compared) -> dict[str, Verdict]:
    return {scope.anchor: scope.verdict for topic in described.topics for scope in topic}


@given(st.lists(described, min_size=1, max_size=6), st.data())
def test_the_order_of_claims_decides_nothing(claims: list[Described], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(claims))
    assert verdicts(corpus(claims)) == verdicts(corpus(shuffled))


@given(st.lists(described, min_size=1, max_size=5), st.data())
def test_an_agreeing_claim_adds_no_contradiction(
    claims: list[Described], data: st.DataObject
) -> None:
    again = data.draw(st.sampled_from(claims))
    before, after = verdicts(corpus(claims)), verdicts(corpus([*claims, again]))
    assert {a for a, v in after.items() if v in CLASHES} == {
        a for a, v in before.items() if v in CLASHES
    }


@given(st.lists(described, min_size=1, max_size=5))
def test_an_outlet_that_says_it_twice_is_one_voice(claims: list[Described]) -> None:
    names = [f"Outlet {n}" for n in range(len(claims))]
    twice = corpus([*claims, claims[0]], [*names, names[0]])
    assert verdicts(twice) == verdicts(corpus(claims))


@given(st.lists(described, min_size=1, max_size=6))
def test_every_claim_is_compared_or_listed(claims: list[Described]) -> None:
    found = corpus(claims)
    compared = {c for t in found.topics for s in t for c in s.claims} | {
        c for t in found.topics for c in t.related
    }
    listed = {u.claim for u in found.unmatched}
    assert compared | listed == set(found.claims)
