"""Totals that only grow: what falls is found, what grows is none, whoever prints it and how."""

from __future__ import annotations

from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparing import verdict
from factcheck.model import COMPATIBLE, Verdict
from tests.drawing import examples
from tests.scopes.small_corpus import SmallCorpus, compared, findings

TOLL = "\n  - {id: toll, label: toll, kind: quantity, unit: person, measure: cumulative}\n"
DAMAGE = "\n  - {id: damage, label: damage, kind: money, unit: EUR, measure: cumulative}\n"


def days(*numbers: int) -> tuple[str, ...]:
    return tuple(f"2023-02-{number:02}" for number in numbers)


def verdicts(corpus: SmallCorpus, *sources: list[str]) -> list[tuple[str, Verdict]]:
    return [(f.rule, f.verdict) for f in findings(corpus, *sources)]


FALLS = ("falling-total", Verdict.UNDETERMINED)
STALE = ("falling-total", Verdict.SUPERSEDED)
ITSELF = ("falling-total", Verdict.SELF_CONTRADICTS)


@pytest.mark.parametrize(
    ("attribute", "more", "less"),
    [
        (TOLL, "'41,732'", "'39,000'"),
        (TOLL, "'41.732', language: it", "'39,106'"),
        (TOLL, "plus de 41 000, language: fr", "fewer than 40 thousand"),
        (DAMAGE, "34 billion euros", "€28.5bn"),
        (DAMAGE, "34 miliardi di euro, language: it", "'28,5 Milliarden Euro', language: de"),
    ],
)
def test_a_total_that_falls(attribute: str, more: str, less: str) -> None:
    first, second = [f"value: {more}"], [f"value: {less}"]
    assert verdicts(SmallCorpus(attribute, days=days(17, 18)), first, second) == [FALLS]
    assert verdicts(SmallCorpus(attribute, days=days(18, 17)), second, first) == [FALLS]
    assert verdicts(SmallCorpus(attribute, days=days(18, 17)), first, second) == []
    dated = [f"{first[0]}, as_of: 2023-02-17", f"{second[0]}, as_of: 2023-02-18"]
    assert verdicts(SmallCorpus(attribute), dated) == [ITSELF]
    assert verdicts(SmallCorpus(attribute), dated[::-1]) == [ITSELF]


@pytest.mark.parametrize(
    "later", ["41,800", "more than 40,000", "about 42,000", "at least 35,000", "41,732"]
)
def test_what_need_not_fall_is_no_finding(later: str) -> None:
    corpus = SmallCorpus(TOLL, days=days(17, 18))
    assert verdicts(corpus, ["value: '41,732'"], [f"value: '{later}'"]) == []


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_an_old_total_that_is_printed_again_is_a_stale_copy(order: tuple[int, ...]) -> None:
    sources = [["value: '39,106'"], ["value: '41,732'"], ["value: '39,106'"], ["value: '43,556'"]]
    dates = days(15, 17, 18, 20)
    corpus = SmallCorpus(TOLL, days=tuple(dates[n] for n in order))
    (found,) = findings(corpus, *(sources[n] for n in order))
    assert (found.rule, found.verdict) == STALE
    assert [c.source.published.start.day for p in found.positions for c in p.claims] == [17, 18]


def test_a_bound_is_no_figure_to_copy() -> None:
    corpus = SmallCorpus(TOLL, days=days(15, 17, 18))
    found = verdicts(corpus, ["value: over 30 thousand"], ["value: '41,732'"], ["value: '39,106'"])
    assert found == [FALLS]


def test_an_older_day_that_is_printed_late_is_a_stale_copy_unless_the_source_goes_on() -> None:
    corpus = SmallCorpus(TOLL, days=days(17, 18))
    known, old = ["value: '41,732'"], ["value: '39,106', as_of: 2023-02-15"]
    assert verdicts(corpus, known, old) == [STALE]
    assert verdicts(corpus, known, [*old, "value: '43,556', as_of: 2023-02-18"]) == []


def test_on_one_day_totals_clash_as_ever() -> None:
    corpus = SmallCorpus(TOLL, days=days(17, 17))
    found = verdicts(corpus, ["value: '41,732'"], ["value: '40,106'"])
    assert found == [("quantity-mismatch", Verdict.CONTRADICTS)]


def test_what_is_counted_apart_falls_apart() -> None:
    by_place = TOLL.replace("cumulative", "cumulative, key: [place]")
    corpus = SmallCorpus(by_place, days=days(17, 18))
    assert verdicts(corpus, ["value: '412', place: Nord"], ["value: '96', place: Sud"])[1:] == []
    assert FALLS in verdicts(corpus, ["value: '412', place: Nord"], ["value: '96', place: nord"])


totals = st.tuples(st.integers(1, 9), st.sampled_from(("95", "101", "over 101", "118", "123")))


@given(st.lists(totals, min_size=2, max_size=7))
@examples(150)
def test_pairs_say_what_the_findings_say(stated: list[tuple[int, str]]) -> None:
    corpus = SmallCorpus(TOLL, days=days(*(day for day, _ in stated)))
    known = compared(corpus, *([f"value: '{value}'"] for _, value in stated))
    falling = [f for f in known.findings if f.rule == "falling-total"]
    for a, b in combinations(known.claims, 2):
        found = verdict(known, a, b).verdict
        first, second = sorted((a, b), key=lambda c: c.source.published)
        if first.source.published == second.source.published:
            continue
        together = [f for f in falling if {a, b} <= set(f.claims)]
        assert found in {*COMPATIBLE, *(f.verdict for f in together)}
    lowest = {c for f in falling for p in f.positions[1:] for c in p.claims}
    for claim in known.claims:
        before = [c for c in known.claims if c.source.published < claim.source.published]
        falls = any(_is_less(claim.text, other.text) for other in before)
        assert (claim in lowest) == falls


def _is_less(one: str, other: str) -> bool:
    return (
        not one.startswith("over")
        and int(one) < int(other.removeprefix("over "))
        and (not other.startswith("over") or int(one) <= 101)
    )
