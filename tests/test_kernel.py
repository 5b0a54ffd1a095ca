"""The kernel finds what every pair of intervals would show, and no rule finds more than it does."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from decimal import Decimal
from functools import cache
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.generate import corpus as generated
from factcheck.comparing import Compared, collate, steps, with_findings
from factcheck.comparing.hints import Hints
from factcheck.corpus import Files
from factcheck.corpus.load import load
from factcheck.corpus.reading_files import read_files
from factcheck.model import Claim, Interval, Period, Topic, Verdict
from factcheck.rules import every_rule
from factcheck.rules.base import MismatchRule
from factcheck.values.measures.kernel import ALWAYS, IntervalRow, agree, disagreeing, ranked
from factcheck.values.measures.measured import Measured
from tests.corpora import ROOT
from tests.drawing import size

numbers = st.integers(0, 6).map(Decimal)
spans = st.one_of(
    st.just(ALWAYS),
    st.tuples(st.integers(0, 12), st.integers(0, 6)).map(lambda s: (s[0], s[0] + s[1])),
)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(numbers), draw(numbers)))
    if low == high:
        return Interval(low, high)
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


rows = st.lists(st.tuples(st.sampled_from("ab"), spans, intervals()), max_size=9)
Stated = list[tuple[str, tuple[int, int], Interval]]


def by_pairs(stated: Stated) -> set[str]:
    """The groups by the plain definition."""
    return {
        g
        for (g, s, i), (h, t, j) in combinations(stated, 2)
        if g == h and s[0] <= t[1] and t[0] <= s[1] and not i.meets(j)
    }


@given(rows)
def test_the_kernel_finds_what_every_pair_shows(stated: Stated) -> None:
    assert disagreeing(IntervalRow(g, *days, *i.ends) for g, days, i in stated) == by_pairs(stated)


@pytest.mark.parametrize("gap", [0, 1])
@pytest.mark.parametrize("turned", [False, True])
def test_a_cell_holds_through_its_last_day(gap: int, turned: bool) -> None:
    low, high = Interval(Decimal(1), Decimal(2)), Interval(Decimal(3), Decimal(4))
    first, second = (high, low) if turned else (low, high)
    cells = [IntervalRow("a", 1, 5, *first.ends), IntervalRow("a", 5 + gap, 9, *second.ends)]
    assert disagreeing(cells) == (set() if gap else {"a"})


@given(rows)
def test_ranks_of_the_ends_give_the_same(stated: Stated) -> None:
    places = ranked(i.ends for _, _, i in stated)
    found = disagreeing(
        IntervalRow(g, *days, *place) for (g, days, _), place in zip(stated, places, strict=True)
    )
    assert found == by_pairs(stated)


@given(st.lists(intervals(), max_size=6))
def test_all_agree_where_every_pair_meets(found: list[Interval]) -> None:
    assert agree(found) is all(a.meets(b) for a, b in combinations(found, 2))


HALVES = [Decimal(n) / 2 for n in range(-1, 14)]


def numbers_of(interval: Interval) -> set[Decimal]:
    """The whole numbers and halves in it: enough to tell intervals between whole numbers apart."""
    low, high = interval.low, interval.high
    return {
        n
        for n in HALVES
        if low <= n <= high
        and not (n == low and interval.low_open)
        and not (n == high and interval.high_open)
    }


@given(intervals(), intervals())
def test_one_interval_contains_another_where_it_holds_all_its_numbers(
    one: Interval, other: Interval
) -> None:
    assert one.contains(other) is (numbers_of(other) <= numbers_of(one))


@pytest.mark.parametrize(
    ("a", "b", "fit"),
    [
        (Interval(Decimal("0.1"), Decimal("0.1")), Interval(Decimal("0.10"), Decimal("0.1")), True),
        (Interval(Decimal(5), Decimal(5)), Interval(Decimal(5), Decimal("Infinity"), True), True),
        (
            Interval(Decimal("-Infinity"), Decimal(5), True, True),
            Interval(Decimal(5), Decimal("Infinity"), True, True),
            False,
        ),
        (Interval(Decimal(1), Decimal(5), high_open=True), Interval(Decimal(5), Decimal(9)), False),
        (
            Interval(Decimal(10**17), Decimal(10**17)),
            Interval(Decimal(10**17 + 1), Decimal(10**17 + 1)),
            False,
        ),
    ],
    ids=["0.1", "a bound at the number", "two bounds", "open end", "beyond a float"],
)
def test_ends_are_exact(a: Interval, b: Interval, fit: bool) -> None:
    assert agree((a, b)) is agree((b, a)) is fit
    assert bool(disagreeing(IntervalRow("g", *ALWAYS, *i.ends) for i in (a, b))) is not fit


CORPORA = ["claims", "examples/countries", 400, size(1_200, 4_000)]


@cache
def corpus_of(name: str | int) -> Compared:
    files: Files = generated(name) if isinstance(name, int) else read_files(ROOT / name)
    return collate(load(files))


def claims_of(topic: Topic) -> tuple[Claim, ...]:
    return tuple(dict.fromkeys(c for scope in topic.scopes for c in scope.claims))


def in_one_unit(claims: Iterable[Claim]) -> list[Interval] | None:
    """The strict intervals of claims that are all measured in one unit, tolerance left out."""
    values = [c.value for c in claims]
    if not all(isinstance(v, Measured) and v.strict is not None for v in values):
        return None
    units = {v.unit for v in values if isinstance(v, Measured)}
    return None if len(units) > 1 else [v.strict for v in values if v is not None and v.strict]


@pytest.mark.parametrize("name", CORPORA)
def test_a_topic_that_agrees_has_no_mismatch(name: str | int) -> None:
    corpus = corpus_of(name)
    mismatches = [rule for rule in every_rule() if isinstance(rule, MismatchRule)]
    described = {
        (f.anchor[0], f.anchor[1]) for f in with_findings(corpus, mismatches, every_rule()).findings
    }
    known = {(t.subject.id, t.attribute.id): in_one_unit(claims_of(t)) for t in corpus.topics}
    settled = {key for key, spans in known.items() if spans is not None and agree(spans)}
    assert len(settled) > 10
    assert not settled & described


def days(claim: Claim) -> tuple[int, int]:
    """The days of a claim of an attribute whose key is its period: all, where it has none."""
    time: Period | None = claim.period
    if time is None or claim.attribute.key != ("period",) or claim.attribute.drift is not None:
        return ALWAYS
    return time.start.toordinal(), time.end.toordinal()


@pytest.mark.parametrize("name", CORPORA)
def test_topics_that_are_not_flagged_have_at_most_a_note_on_scopes(name: str | int) -> None:
    corpus = corpus_of(name)
    found: set[Hashable] = set()
    for topic in corpus.topics:
        key, claims = (topic.subject.id, topic.attribute.id), claims_of(topic)
        spans = in_one_unit(claims)
        if spans is None:
            found.add(key)
        else:
            stated = zip(claims, spans, strict=True)
            found |= disagreeing(IntervalRow(key, *days(c), *i.ends) for c, i in stated)
    clashing = {
        (t.subject.id, t.attribute.id)
        for t in corpus.topics
        for scope in t
        if scope.verdict
        in (
            Verdict.CONTRADICTS,
            Verdict.SELF_CONTRADICTS,
            Verdict.IMPOSSIBLE,
            Verdict.UNDETERMINED,
            Verdict.SUPERSEDED,
        )
    }
    assert clashing <= found
    assert clashing


DESCRIBED = st.tuples(
    st.sampled_from(["", "about ", "nearly ", "more than ", "at least ", "up to ", "less than "]),
    st.sampled_from(["1,000", "1,040", "12,000", "1.2 thousand", "1,000 to 1,200", "a third"]),
    st.sampled_from(["2025", "H1 2025", "Q1 2025", "2024/2025", "", "about 2025"]),
    st.sampled_from(["", "planned", "denied"]),
)
SMALL = {
    "corpus/subjects.yaml": b"subjects: [{id: tower, label: Tower}]",
    "corpus/attributes.yaml": (
        b"attributes: [{id: visits, label: visits, kind: quantity, measure: flow, key: [period]}]"
    ),
}


def small(stated: list[tuple[str, str, str, str]]) -> Compared:
    """A topic, each claim in a source of its own."""
    texts = dict(SMALL)
    for number, (bound, figure, period, status) in enumerate(stated):
        keys = {"value": f"{bound}{figure}", "period": period, "status": status}
        described = "".join(f", {key}: '{text}'" for key, text in keys.items() if text)
        texts[f"corpus/sources/s{number}.yaml"] = (
            f"source: {{outlet: O{number}, title: T, published: 2026-01-05, language: en}}\n"
            f"claims: [{{subject: Tower, attribute: visits{described}}}]\n"
        ).encode()
    return collate(load(Files(texts)))


@given(st.lists(DESCRIBED, min_size=2, max_size=5))
def test_no_wording_gives_a_mismatch_that_the_kernel_settles(
    stated: list[tuple[str, str, str, str]],
) -> None:
    corpus = small(stated)
    mismatches = [rule for rule in every_rule() if isinstance(rule, MismatchRule)]
    described = bool(with_findings(corpus, mismatches, every_rule()).findings)
    for topic in corpus.topics:
        spans = in_one_unit(claims_of(topic))
        assert not (described and spans is not None and agree(spans))


def all_described(corpus: Compared) -> object:
    """All that a run tells of a corpus, but for the places of claims."""
    compared = with_findings(corpus, every_rule())
    hints = Hints(compared.claims, compared.relations)
    findings = [
        (
            f.rule,
            f.verdict,
            f.anchor,
            str(f.message),
            [str(s) for s in steps(compared, f)],
            [str(h) for h in hints.of(f)],
            [(p.label, [c.name for c in p.claims]) for p in f.positions],
        )
        for f in compared.findings
    ]
    return findings, [(u.claim.name, u.reason, u.lacks) for u in compared.unmatched]


def everywhere(placed: object) -> bool:
    """In place of the kernel: no topic is settled, all of it is looked at."""
    return False


@pytest.mark.parametrize("name", CORPORA)
def test_nothing_is_lost_and_nothing_added_by_asking_the_kernel_first(
    name: str | int, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = all_described(corpus_of(name))
    monkeypatch.setattr("factcheck.comparing.scopes.across._all_agree", everywhere)
    assert all_described(corpus_of.__wrapped__(name)) == first


@given(st.lists(DESCRIBED, min_size=2, max_size=5))
def test_nor_is_it_by_any_wording(stated: list[tuple[str, str, str, str]]) -> None:
    first = all_described(small(stated))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("factcheck.comparing.scopes.across._all_agree", everywhere)
        assert all_described(small(stated)) == first


@pytest.mark.parametrize(("low", "high"), list(product((0, 1), (0, 1))))
def test_rows_may_come_in_any_order_and_twice(low: int, high: int) -> None:
    some = [
        IntervalRow("g", 1, 9, low, 2),
        IntervalRow("g", 3, 4, 0, high),
        IntervalRow("g", 5, 6, 2, 3),
    ]
    assert disagreeing(some) == disagreeing([*some[::-1], *some])


def test_a_group_without_rows_is_none() -> None:
    assert disagreeing(()) == set()
