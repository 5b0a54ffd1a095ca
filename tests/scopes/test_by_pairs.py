"""Values without a place on a line: what is told of them is held against the plain definition.

By that every two of them are compared, every clash is put down, and sides are searched for among
all values at once.
"""

from __future__ import annotations

import json
from itertools import combinations, islice
from unittest.mock import patch

from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.comparing import collate
from factcheck.comparing.scopes import positions
from factcheck.comparing.scopes.scope_steps import MOST_SHOWN, steps_of
from factcheck.comparing.scopes.sweep import CompatibleSet, Swept, cliques
from factcheck.corpus import Files
from factcheck.corpus.load import load
from factcheck.model import COMPATIBLE, Scope, Stated, Verdict
from factcheck.values import kind_for
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
NAMES = (
    "Anna Berg",
    "Anna Breg",
    "A. Berg",
    "Berg",
    "Anna Berger",
    "Ana Berg",
    "Mario Rossi",
    "Maria Rossi",
    "Rossi",
    "Northwind",
    "Nordwind",
    "Lantern",
    "Ada Lind",
    "Lind Ada",
    "Ida Lund",
    "Tower",
    "ada lind",
)
CHOICES = ("open", "free", "a free one", "MIT", "the MIT one", "shut", "closed", "odd")

names = st.sampled_from(NAMES)
lists = st.lists(names, min_size=1, max_size=3, unique=True)
described = st.one_of(
    st.tuples(st.just("chief"), names),
    st.tuples(st.sampled_from(("partners", "owners")), lists),
    st.tuples(st.just("licence"), st.sampled_from(CHOICES)),
)
Described = tuple[str, str | list[str]]  # attribute, value


def files(claims: list[tuple[Described, int]]) -> Files:
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
        st.lists(st.tuples(described, st.integers(0, 5)), min_size=1, max_size=12),
        st.lists(st.tuples(st.tuples(st.just("chief"), names), st.integers(0, 2)), min_size=8),
        st.lists(st.tuples(st.tuples(st.just("partners"), lists), st.integers(0, 2)), min_size=8),
    )
)
def test_nothing_is_told_otherwise(claims: list[tuple[Described, int]]) -> None:
    loaded = load(files(claims))
    found = collate(loaded)
    with patch.object(positions, "_by_pairs", by_definition):
        plainly = collate(loaded)
    assert [s for t in found.topics for s in t] == [s for t in plainly.topics for s in t]
    assert found.unmatched == plainly.unmatched
    for topic in found.topics:
        kind = kind_for(topic.attribute)
        for scope in topic.scopes:
            if len(scope.positions) > 1:
                described = list(dict.fromkeys(map(str, steps_of(scope, topic.attribute))))
                assert described == [
                    *steps_by_definition(scope, kind),
                    *map(str, scope.remarks),
                ]


def by_definition(stated: list[Stated], kind: Kind) -> tuple[Swept, Verdict]:
    every = list(combinations(range(len(stated)), 2))
    verdicts = {(i, j): kind.compare(stated[i].value, stated[j].value).verdict for i, j in every}
    clashes = {pair: v for pair, v in verdicts.items() if v not in COMPATIBLE}
    found = positions_by_definition(stated, [pair for pair in every if pair not in clashes])
    if not clashes:
        return found, positions._agreement(stated, kind)
    verdict = positions._most_severe(clashes.values(), Verdict.UNDETERMINED)
    sources = {c.source for pair in clashes for n in pair for c in stated[n].claims}
    own = verdict is Verdict.CONTRADICTS and len(sources) == 1
    return found, Verdict.SELF_CONTRADICTS if own else verdict


def steps_by_definition(scope: Scope, kind: Kind) -> list[str]:
    """The steps of the pairs that clash, then the outlets that give both of such a pair."""
    places = scope.places()
    standing = [frozenset(places[one.claims[0]]) for one in scope.stated]
    pairs = [
        (scope.stated[i], scope.stated[j])
        for i, j in combinations(range(len(scope.stated)), 2)
        if standing[i].isdisjoint(standing[j])
    ]
    compared = [kind.compare(a.value, b.value) for a, b in pairs[:MOST_SHOWN]]

    def show(one: Stated) -> str:
        return str(kind.show(positions.written(one)))

    both = (
        f"{outlet} itself gives both {show(a)} and {show(b)}."
        for a, b in pairs
        for outlet in sorted(
            {c.source.outlet for c in a.claims} & {c.source.outlet for c in b.claims}
        )
    )
    of_one = (
        [] if scope.alone is Verdict.SELF_CONTRADICTS else islice(dict.fromkeys(both), MOST_SHOWN)
    )
    return [*dict.fromkeys(str(s) for c in compared for s in c.steps), *of_one]


def positions_by_definition(stated: list[Stated], pairs: list[tuple[int, int]]) -> Swept:
    found = cliques(len(stated), pairs)
    places = [
        (frozenset(n for n, c in enumerate(found) if i in c), h) for i, h in enumerate(stated)
    ]
    return Swept(
        tuple(
            CompatibleSet(tuple(h for p, h in places if p == {n}), stated[c[0]], stated[c[0]])
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
    claims: list[tuple[Described, int]] = [
        (("licence", f"free {'x' * (n % 37)} {'y' * (n // 37)}"), n) for n in range(1_100)
    ]
    (scope,) = (s for t in collate(load(files(claims))).topics for s in t)
    assert (scope.verdict, len(scope.positions)) == (Verdict.AGREE, 1)


def test_hundreds_of_names_are_as_many_sides() -> None:
    letters = "abcdefghijklmnopqrstuvw"
    claims: list[tuple[Described, int]] = [
        (("chief", f"{a * 9} {b * 9}"), n % 7) for n, (a, b) in enumerate(combinations(letters, 2))
    ]
    (scope,) = (s for t in collate(load(files(claims))).topics for s in t)
    assert (scope.verdict, len(scope.positions)) == (Verdict.CONTRADICTS, len(claims))
