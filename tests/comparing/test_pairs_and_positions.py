"""Positions and the verdicts of pairs are one definition: explain denies nothing of check."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from itertools import combinations, permutations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.comparing import Compared, How, collate, verdict
from factcheck.comparing.scopes.positions import on_a_line
from factcheck.comparing.scopes.sweep import cliques
from factcheck.corpus import Files
from factcheck.corpus.load import load
from factcheck.model import COMPATIBLE, CONTRADICTING, Claim, Scope, Verdict, fitting_several
from factcheck.values import kind_for
from tests.drawing import examples

REGISTRIES = {
    "subjects.yaml": """subjects:
  - {id: school, label: School}
  - {id: vera, label: Vera Holt, misspellings: [Vera Hold]}
  - {id: veda, label: Veda Holt, confusable_with: [{subject: vera, reason: her sister}]}
  - {id: guild, label: Guild}
  - {id: lodge, label: Lodge, part_of: guild}
""",
    "attributes.yaml": """attributes:
  - {id: pupils, label: pupils, kind: quantity}
  - {id: fee, label: fee, kind: money, unit: EUR, tolerance: 2 %, key: [period]}
  - {id: founded, label: founded, kind: date}
  - {id: bell, label: bell, kind: time}
  - {id: head, label: head, kind: name}
  - {id: folders, label: folders, kind: quantity, many: true}
  - {id: patrons, label: patrons, kind: name, many: true, closed: true}
  - id: rank
    label: rank
    kind: choice
    choices:
      - {id: public, label: public, excludes: [private]}
      - {id: town, label: town, refines: [public]}
      - {id: private, label: private}
      - {id: other, label: other}
""",
}
FIGURES = (
    *("3,000", "about 3,000", "nearly 3,000", "more than 3,000", "over 3,000", "up to 3,000"),
    *("at least 3,170", "3,170.5", "2,950", "3,400", "3 thousand", "less than 2,900"),
)
WRITTEN = {
    "pupils": FIGURES,
    "fee": (*(f"{figure} euros" for figure in FIGURES), "$3,300", "$3,800"),
    "founded": ("1907", "May 1907", "3 May 1907", "4 May 1907", "about 1907", "1908", "1900s"),
    "bell": ("08:00", "8:10", "8", "8:00 pm", "about 8:00", "20:00", "17:30 GMT", "18:30 CET"),
    "head": ("Vera Holt", "Vera Hold", "Veda Holt", "V. Holt", "Holt", "Vera Hollt", "Ines Roth"),
    "rank": ("public", "town", "private", "other"),
}
SEVERAL = {"rooms": ("12", "about 12", "13.5", "40"), "patrons": ("Guild", "Lodge", "Ines Roth")}

stated = st.one_of(
    *(st.tuples(st.just(a), st.sampled_from(texts)) for a, texts in WRITTEN.items()),
    *(
        st.tuples(st.just(a), st.lists(st.sampled_from(texts), min_size=1, max_size=3, unique=True))
        for a, texts in SEVERAL.items()
    ),
)
Described = tuple[tuple[str, str | list[str]], int, str]  # attribute and value, source, period
claims = st.tuples(stated, st.integers(0, 5), st.sampled_from(("", "2025")))


def compared(described: list[Described]) -> Compared:
    """These claims; two sources are of one outlet."""
    texts = dict(REGISTRIES)
    for source in {source for _, source, _ in described}:
        outlet, year = f"Outlet {source // 2}", 2020 + source
        head = f"{{outlet: {outlet}, title: T, published: {year}-03-01, language: en}}"
        rows = [
            f"  - {{id: c{n}, subject: School, attribute: {attribute}, value: {json.dumps(value)}"
            + (f", period: {period}}}" if period else "}")
            for n, ((attribute, value), own, period) in enumerate(described)
            if own == source
        ]
        texts[f"sources/s{source}.yaml"] = "\n".join((f"source: {head}", "claims:", *rows))
    return collate(load(Files({path: text.encode() for path, text in texts.items()}, ())))


def scopes(known: Compared) -> Iterator[Scope]:
    yield from (scope for topic in known.topics for scope in topic.scopes)


ROUNDED: list[Described] = [
    (("pupils", "3,000"), 0, ""),
    (("pupils", "3,170.5"), 2, ""),
    (("pupils", "9,400"), 4, ""),
]
OPPOSED: list[Described] = [
    (("pupils", "nearly 3,000"), 0, ""),
    (("pupils", "over 3,000"), 2, ""),
    (("pupils", "at least 3,170"), 4, ""),
]
OPPOSED_BESIDE_A_ROUNDED_ONE: list[Described] = [*OPPOSED[:2], (("pupils", "2,950"), 4, "")]


@example(OPPOSED)
@example([*OPPOSED, (("pupils", "3,000"), 1, "")])
@example(ROUNDED)
@given(st.lists(claims, min_size=2, max_size=9))
@examples(300)
def test_two_claims_share_a_position_where_they_do_not_clash(described: list[Described]) -> None:
    known = compared(described)
    for scope in scopes(known):
        places = scope.places()
        for a, b in combinations(scope.claims, 2):
            found = verdict(known, a, b)
            assert found.how is How.ONE_SCOPE
            assert found.verdict is verdict(known, b, a).verdict
            assert found.shared == frozenset(places[a]) & frozenset(places[b])
            if not found.shared:
                assert found.verdict not in COMPATIBLE
            elif found.verdict not in COMPATIBLE:
                assert found.verdict is Verdict.UNDETERMINED, "only rounding reconciles them"
                assert scope.alone in CONTRADICTING, "and the scope is divided by more"


@example(OPPOSED)
@example(OPPOSED_BESIDE_A_ROUNDED_ONE)
@given(st.lists(claims, min_size=2, max_size=9))
@examples(300)
def test_positions_follow_from_the_verdicts_of_pairs(described: list[Described]) -> None:
    known = compared(described)
    for scope in scopes(known):
        alone = {(a, b): verdict(known, a, b).alone for a, b in combinations(scope.claims, 2)}
        compatible = largest(scope.claims, alone, COMPATIBLE)
        rounded = largest(scope.claims, alone, COMPATIBLE | {Verdict.UNDETERMINED})
        divided = len(rounded) > 1 and on_a_line(scope.stated, kind_for(scope.claims[0].attribute))
        found = {frozenset(position.claims) for position in scope.positions}
        assert found == (rounded if divided else compatible)


def largest(
    claims: tuple[Claim, ...],
    alone: Mapping[tuple[Claim, Claim], Verdict | None],
    fitting: Collection[Verdict],
) -> set[frozenset[Claim]]:
    """The largest sets of claims of which every two have one of these verdicts."""
    every = combinations(range(len(claims)), 2)
    pairs = [(i, j) for i, j in every if alone[claims[i], claims[j]] in fitting]
    return {frozenset(claims[n] for n in clique) for clique in cliques(len(claims), pairs)}


@given(st.lists(claims, min_size=2, max_size=9))
@examples(100)
def test_claims_that_fit_several_positions_are_a_group_of_their_own(
    described: list[Described],
) -> None:
    for scope in scopes(compared(described)):
        several = {c: f.positions for f in scope.fits_several for c in f.claims}
        places = scope.places()
        assert several == {c: tuple(sorted(p)) for c, p in places.items() if len(p) > 1}


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_bounds_on_either_side_of_one_number_stand_apart(order: tuple[int, ...]) -> None:
    (scope,) = scopes(compared([OPPOSED[n] for n in order]))
    assert scope.verdict is Verdict.CONTRADICTS
    assert [{c.text for c in p.claims} for p in scope.positions] == [
        {"nearly 3,000"},
        {"over 3,000", "at least 3,170"},
    ]


def test_the_number_itself_fits_the_bounds_on_either_side_of_it() -> None:
    (scope,) = scopes(compared([*OPPOSED[:2], (("pupils", "3,000"), 3, "")]))
    assert [str(p.label) for p in scope.positions] == ["nearly 3,000", "more than 3,000"]
    ((claims, positions),) = [(f.claims, f.positions) for f in scope.fits_several]
    assert [c.text for c in claims] == ["3,000"]
    assert positions == (0, 1)
    assert fitting_several(scope.positions[:1]) == (), "of one position, none fits several"


def test_as_many_opposed_bounds_as_anybody_writes_end_soon() -> None:
    described: list[Described] = [
        (("pupils", f"{bound} 1{'0' * zeros}"), zeros % 6, "")
        for zeros in range(40)
        for bound in ("nearly", "over", "at most", "at least")
    ]
    (scope,) = scopes(compared(described))
    assert scope.verdict is Verdict.CONTRADICTS
