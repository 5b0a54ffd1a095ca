"""What a source loses on the way: a bound that it states once holds for the figure it repeats."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.scopes.small_corpus import SmallCorpus, compared

LENGTHS = SmallCorpus("\n  - {id: length, label: length, kind: quantity, unit: m}")
SUMS = SmallCorpus("\n  - {id: cost, label: cost, kind: money, unit: EUR}")


@pytest.mark.parametrize(
    ("corpus", "full", "bare", "other"),
    [
        (LENGTHS, "about 30 m", "30 m", "32 m"),
        (LENGTHS, "over 500 m", "500 m", "520 m"),
        (LENGTHS, "circa 30 m, language: it", "30 m, language: it", "28 m"),
        (SUMS, "up to 9 million euros", "9 million euros", "7 million euros"),
        (SUMS, "oltre 9 milioni di euro, language: it", "9 million euros", "12 million euros"),
    ],
)
def test_a_figure_without_its_bound_is_not_exact(
    corpus: SmallCorpus, full: str, bare: str, other: str
) -> None:
    for order in permutations((full, bare)):
        found = compared(corpus, [f"value: {value}" for value in order], [f"value: {other}"])
        assert [(f.rule, f.verdict.value) for f in found.findings] == [
            ("dropped-qualifier", "scope-differs")
        ]
    alone = compared(corpus, [f"value: {bare}"], [f"value: {other}"])
    assert [f.verdict.value for f in alone.findings] == ["contradicts"]


def test_the_bound_of_one_source_is_none_of_another() -> None:
    found = compared(LENGTHS, ["value: about 30 m"], ["value: 30 m"], ["value: 32 m"])
    assert "contradicts" in [f.verdict.value for f in found.findings]


def test_what_lies_beyond_the_bound_contradicts() -> None:
    found = compared(LENGTHS, ["value: about 30 m", "value: 30 m"], ["value: 90 m"])
    assert "contradicts" in [f.verdict.value for f in found.findings]
