"""A part beside a disputed whole, with a ceiling, or depending on a condition."""

from __future__ import annotations

from itertools import permutations

import pytest

from factcheck.comparing import verdict
from factcheck.comparing.hints import Hints
from tests.scopes.small_corpus import SmallCorpus, compared

PLACES = SmallCorpus(
    "\n  - {id: injured, label: injured, kind: quantity, measure: stock, key: [as_of, place]}",
    "\n  - {id: coast, label: Coast}\n  - {id: haven, label: Haven, part_of: coast}\n",
)
COVERAGES = SmallCorpus("""
  - id: spending
    label: spending
    kind: money
    unit: EUR
    measure: flow
    key: [period, covers]
    coverages:
      - {id: fleet, label: whole fleet, words: {en: [fleet], it: [flotta]}}
      - {id: trams, label: trams, part_of: fleet, words: {en: [trams], it: [tram]}}
""")
HALVES = SmallCorpus(
    "\n  - {id: sold, label: tickets sold, kind: quantity, measure: flow, key: [period]}"
)
DISPUTES = {
    "places": (
        PLACES,
        ("value: '2,410', as_of: 2024-05-03, place: Coast",),
        ("value: '5,120', as_of: 2024-05-03, place: Coast",),
        ("value: '3,300', as_of: 2024-05-03, place: Haven",),
    ),
    "coverages, in two languages": (
        COVERAGES,
        ("value: 41 milioni di euro, period: 2023, covers: flotta, language: it",),
        ("value: 88 million euros, period: 2023, covers: fleet",),
        ("value: 63 milioni di euro, period: 2023, covers: tram, language: it",),
    ),
    "halves of a year": (
        HALVES,
        ("value: '120,400', period: 2023",),
        ("value: '310,000', period: 2023",),
        ("value: '199,800', period: H1 2023",),
    ),
    "times": (
        COVERAGES,
        ("value: 41 million euros, period: 2023, covers: fleet",),
        ("value: 88 million euros, period: 2023, covers: fleet",),
        ("value: 63 million euros, period: H1 2023, covers: fleet",),
    ),
}


@pytest.mark.parametrize("order", list(permutations(range(3))))
@pytest.mark.parametrize("name", DISPUTES)
def test_a_dispute_over_the_whole_excuses_no_part(name: str, order: tuple[int, ...]) -> None:
    corpus, *sources = DISPUTES[name]
    found = compared(corpus, *(sources[n] for n in order))
    assert [f.verdict.value for f in found.findings] == ["impossible", "contradicts"]
    too_small, enough, part = (
        next(c for c in found.claims if c.source.id == f"s{order.index(n)}") for n in range(3)
    )
    assert set(found.findings[0].claims) == {too_small, part}
    assert _verdict(found, too_small, part) == "impossible"
    assert _verdict(found, enough, part) == "consistent"
    (hint,) = (
        str(h)
        for h in Hints(found.claims, found.relations).of(found.findings[1])
        if str(h).startswith("Against")
    )
    assert str(found.findings[1].positions[0].label) in hint
    assert part.source.outlet in hint


def _verdict(found: object, a: object, b: object) -> str:
    stated = verdict(found, a, b).verdict  # type: ignore[arg-type]
    return "" if stated is None else stated.value


def test_of_several_parts_each_is_held_against_each_whole() -> None:
    found = compared(
        PLACES,
        ("value: '2,410', as_of: 2024-05-03, place: Coast",),
        ("value: '5,120', as_of: 2024-05-03, place: Coast",),
        ("value: '3,300', as_of: 2024-05-03, place: Haven",),
        ("value: '6,001', as_of: 2024-05-03, place: Haven",),
        ("value: '1,001', as_of: 2024-05-03, place: Haven",),
    )
    a, b, over_a, over_both, fits = found.claims
    impossible = [(a, over_a), (a, over_both), (b, over_both)]
    for whole in (a, b):
        for part in (over_a, over_both, fits):
            expected = "impossible" if (whole, part) in impossible else "consistent"
            assert _verdict(found, whole, part) == expected


@pytest.mark.parametrize(
    ("corpus", "part", "whole"),
    [
        (COVERAGES, "up to 60 million euros, covers: trams", "50 million euros, covers: fleet"),
        (
            COVERAGES,
            "fino a 60 milioni di euro, covers: tram, language: it",
            "50 million euros, covers: fleet",
        ),
        (
            COVERAGES,
            "less than 60 million euros, covers: trams",
            "up to 50 million euros, covers: fleet",
        ),
        (HALVES, "'up to 7,000', period: H1 2023", "'6,120'"),
    ],
)
def test_a_part_with_a_ceiling_may_exceed_its_whole(
    corpus: SmallCorpus, part: str, whole: str
) -> None:
    part = part if "period" in part else f"{part}, period: 2023"
    for sources in permutations((f"value: {part}", f"value: {whole}, period: 2023")):
        found = compared(corpus, *([one] for one in sources))
        (finding,) = found.findings
        assert finding.verdict.value == "undetermined"
        assert "ceiling" in " ".join(map(str, (finding.todo, *finding.evidence.scope.remarks)))  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("up to 49 million euros", "50 million euros"),
        ("up to 40 million euros", "50 million euros"),
        ("at least 40 million euros", "50 million euros"),
        ("60 million euros", "more than 50 million euros"),
        ("up to 60 million euros", "more than 50 million euros"),
    ],
)
def test_a_bound_that_leaves_room_is_no_finding(part: str, whole: str) -> None:
    found = compared(
        COVERAGES,
        [f"value: {part}, period: 2023, covers: trams"],
        [f"value: {whole}, period: 2023, covers: fleet"],
    )
    assert found.findings == ()


@pytest.mark.parametrize("words", ["if approved", "falls der Rat zustimmt", ""])
def test_what_depends_on_a_condition_is_held_against_a_plan(words: str) -> None:
    condition = f", conditions: {words}" if words else ""
    found = compared(
        COVERAGES,
        [f"value: 60 million euros, period: 2023, covers: trams, status: conditional{condition}"],
        ["value: 40 million euros, period: 2023, covers: fleet, status: planned"],
        ["value: 30 million euros, period: 2023, covers: fleet, status: actual"],
    )
    finding, note = found.findings
    assert (finding.verdict.value, note.verdict.value) == ("impossible", "scope-differs")
    assert len(finding.claims) == 2, "a fact is not held against what may be"
    remarks = " ".join(str(r) for r in finding.evidence.scope.remarks)  # type: ignore[union-attr]
    assert "depends on a condition" in remarks
    assert words in remarks
