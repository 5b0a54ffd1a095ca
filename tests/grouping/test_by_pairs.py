"""Values without a place on a line: what is told of them is held against the plain definition.

By that every two of them are compared, every clash is put down, and sides are searched for among
all values at once.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from itertools import combinations, islice
from unittest.mock import patch

from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.comparing import collate
from factcheck.grouping import positions
from factcheck.grouping.sides import Held, Side, Sides, cliques
from factcheck.loading import Files
from factcheck.loading.load import load
from factcheck.model import COMPATIBLE, Phrase, Verdict
from factcheck.values.base import Kind
from tests.drawing import examples

REGISTRIES = {
    "subjects.yaml": b"""subjects:
  - {id: tower, label: Tower}
  - {id: anna, label: Anna Berg, misspellings: [Anna Breg]}
  - {id: berger, label: Anna Berger, confusable_with: [{subject: anna, reason: a namesake}]}
  - {id: northwind, label: Northwind}
  - {id: lantern, label: Lantern, part_of: northwind}
""",
    "attributes.yaml": b"""attributes:
  - {id: chief, label: chief, kind: name}
  - {id: partners, label: partners, kind: name, many: true}
  - {id: owners, label: owners, kind: name, many: true, closed: true}
  - id: licence
    label: licence
    kind: choice
    choices:
      - {id: open, label: open, words: {en: [free]}, excludes: [shut]}
      - {id: mit, label: MIT, refines: [open]}
      - {id: shut, label: shut, words: {en: [closed]}}
      - {id: odd, label: odd}
""",
}
NAMES = ("Anna Berg", "Anna Breg", "A. Berg", "Berg", "Anna Berger", "Ana Berg", "Mario Rossi",
         "Maria Rossi", "Rossi", "Northwind", "Nordwind", "Lantern", "Ada Lind", "Lind Ada",
         "Ida Lund", "Tower", "ada lind")  # fmt: skip
CHOICES = ("open", "free", "a free one", "MIT", "the MIT one", "shut", "closed", "odd")

names = st.sampled_from(NAMES)
lists = st.lists(names, min_size=1, max_size=3, unique=True)
told = st.one_of(
    st.tuples(st.just("chief"), names),
    st.tuples(st.sampled_from(("partners", "owners")), lists),
    st.tuples(st.just("licence"), st.sampled_from(CHOICES)),
)
Told = tuple[str, str | list[str]]  # attribute, value


def files(claims: list[tuple[Told, int]]) -> Files:
    """Each claim with the number of its source; two sources are of one outlet."""
    texts = dict(REGISTRIES)
    for number in {n for _, n in claims}:
        head = f"{{outlet: Outlet {number // 2}, title: T, published: 2026-01-01, language: en}}"
        rows = [
            f"  - {{id: c{i}, subject: Tower, attribute: {attribute}, value: {json.dumps(value)}}}"
            for i, ((attribute, value), n) in enumerate(claims)
            if n == number
        ]
        text = "\n".join((f"source: {head}", "claims:", *rows))
        texts[f"sources/s{number}.yaml"] = text.encode()
    return Files(texts, ())


@example([(("chief", "Ada Lind"), 0), (("chief", "Mario Lind"), 0), (("chief", "Lind"), 2)])
@examples(200)
@given(
    st.one_of(
        st.lists(st.tuples(told, st.integers(0, 5)), min_size=1, max_size=12),
        st.lists(st.tuples(st.tuples(st.just("chief"), names), st.integers(0, 2)), min_size=8),
        st.lists(st.tuples(st.tuples(st.just("partners"), lists), st.integers(0, 2)), min_size=8),
    )
)
def test_nothing_is_told_otherwise(claims: list[tuple[Told, int]]) -> None:
    loaded = load(files(claims))
    found = collate(loaded)
    with patch.object(positions, "_by_pairs", by_definition):
        plainly = collate(loaded)
    assert [s for t in found.topics for s in t] == [s for t in plainly.topics for s in t]
    assert found.unmatched == plainly.unmatched


def by_definition(held: list[Held], kind: Kind) -> tuple[Sides, Verdict, Collection[Phrase]]:
    every = list(combinations(range(len(held)), 2))
    compared = {(i, j): kind.compare(held[i].value, held[j].value) for i, j in every}
    clashes = {pair: c for pair, c in compared.items() if c.verdict not in COMPATIBLE}
    sides = sides_by_definition(held, [pair for pair in every if pair not in clashes])
    if not clashes:
        return sides, *positions._harmony(held, kind)
    verdict, steps = positions._gravest(clashes.values(), Verdict.UNDETERMINED)
    pairs = [(held[i], held[j]) for i, j in clashes]
    if (
        verdict is Verdict.CONTRADICTS
        and len({c.source for p in pairs for h in p for c in h.claims}) == 1
    ):
        return sides, Verdict.SELF_CONTRADICTS, steps
    torn = dict.fromkeys(s for a, b in pairs for s in positions._torn(a, b, kind))
    return sides, verdict, (*steps, *islice(torn, positions.MOST_TOLD))


def sides_by_definition(held: list[Held], pairs: list[tuple[int, int]]) -> Sides:
    found = cliques(len(held), pairs)
    places = [(frozenset(n for n, c in enumerate(found) if i in c), h) for i, h in enumerate(held)]
    return Sides(
        tuple(
            Side(tuple(h for p, h in places if p == {n}), held[c[0]], held[c[0]])
            for n, c in enumerate(found)
        ),
        tuple((p, h) for p, h in places if len(p) > 1),
    )


@given(st.integers(1, 9), st.data())
def test_cliques_are_maximal_and_complete(size: int, data: st.DataObject) -> None:
    every = list(combinations(range(size), 2))
    pairs = set(data.draw(st.lists(st.sampled_from(every)))) if every else set()
    complete = [
        some
        for length in range(1, size + 1)
        for some in combinations(range(size), length)
        if all(pair in pairs for pair in combinations(some, 2))
    ]
    maximal = [c for c in complete if not any(set(c) < set(other) for other in complete)]
    assert cliques(size, pairs) == sorted(maximal)


def test_a_thousand_wordings_of_one_choice_are_one_side() -> None:
    claims: list[tuple[Told, int]] = [
        (("licence", f"free {'x' * (n % 37)} {'y' * (n // 37)}"), n) for n in range(1_100)
    ]
    (scope,) = (s for t in collate(load(files(claims))).topics for s in t)
    assert (scope.verdict, len(scope.positions)) == (Verdict.AGREE, 1)


def test_hundreds_of_names_are_as_many_sides() -> None:
    letters = "abcdefghijklmnopqrstuvw"
    claims: list[tuple[Told, int]] = [
        (("chief", f"{a * 9} {b * 9}"), n % 7) for n, (a, b) in enumerate(combinations(letters, 2))
    ]
    (scope,) = (s for t in collate(load(files(claims))).topics for s in t)
    assert (scope.verdict, len(scope.positions)) == (Verdict.CONTRADICTS, len(claims))
