"""What a claim leaves out of its key: undetermined where it matters, never asked for in vain."""

from __future__ import annotations

import pytest

from factcheck.model import Verdict
from tests.scopes.small_corpus import SmallCorpus, findings

LANDS = """
  - {id: norland, label: Norland}
  - {id: sund, label: Sund, part_of: norland}
  - {id: ostland, label: Ostland}
"""
RULED = """
  - id: rule
    label: rule
    kind: choice
    key: [place]
    choices:
      - {id: banned, label: banned, words: {it: [vietato]}, excludes: [allowed]}
      - {id: allowed, label: allowed, words: {it: [permesso]}}
"""
PEOPLE = """
  - id: people
    label: people
    kind: quantity
    unit: person
    measure: stock
    drift: 2 %
    key: [as_of, covers]
    coverages:
      - {id: core, label: core town, words: {it: [nucleo urbano]}, part_of: county}
      - {id: county, label: county}
"""


class TestChoices:
    @pytest.mark.parametrize("swapped", [False, True])
    @pytest.mark.parametrize(
        ("one", "other", "verdict", "asked"),
        [
            ("value: banned", "value: allowed, place: Sund", Verdict.UNDETERMINED, "Add place"),
            (
                "value: banned, place: Norland",
                "value: permesso, language: it, place: Sund",
                Verdict.UNDETERMINED,
                "Ask whether",
            ),
            (
                "value: banned, place: Ostland",
                "value: allowed, place: Sund",
                Verdict.SCOPE_DIFFERS,
                "Nothing to decide",
            ),
        ],
    )
    def test_a_place_that_is_missing_or_lies_within(
        self, one: str, other: str, verdict: Verdict, asked: str, swapped: bool
    ) -> None:
        stated = ([one], [other])
        (found,) = findings(SmallCorpus(RULED, LANDS), *(reversed(stated) if swapped else stated))
        assert found.verdict is verdict
        assert str(found.todo).startswith(asked)

    def test_what_agrees_within_is_no_finding(self) -> None:
        stated = (["value: banned, place: Norland"], ["value: banned, place: Sund"])
        assert findings(SmallCorpus(RULED, LANDS), *stated) == []

    def test_a_rank_in_a_town_is_none_in_its_country(self) -> None:
        ranks = """
  - id: rule
    label: rule
    kind: choice
    key: [place]
    choices:
      - {id: first, label: first, rank: 1, excludes: [second]}
      - {id: second, label: second, rank: 2}
"""
        stated = (["value: second, place: Norland"], ["value: first, place: Sund"])
        found = findings(SmallCorpus(ranks, LANDS), *stated)
        assert [f.verdict for f in found] == [Verdict.SCOPE_DIFFERS]


class TestCoverages:
    @pytest.mark.parametrize("day", ["2023-12-31", "2024-03-31", "2023-06-30"])
    @pytest.mark.parametrize("value", ["more than 18 million", "19.204.118"])
    def test_a_missing_coverage_near_in_time_decides_nothing(self, day: str, value: str) -> None:
        language = "it" if "." in value else "en"
        (found,) = findings(
            SmallCorpus(PEOPLE),
            ["value: '15,655,924', as_of: 2023-12-31, covers: county"],
            [f"value: '{value}', language: {language}, as_of: {day}"],
        )
        assert found.verdict is Verdict.UNDETERMINED
        assert str(found.todo) == "Add covers to s1/c0 to decide."

    def test_what_may_have_drifted_to_it_is_no_finding(self) -> None:
        stated = (
            ["value: '15,655,924', as_of: 2023-12-31, covers: county"],
            ["value: '15,760,310', as_of: 2024-05-31"],
        )
        assert findings(SmallCorpus(PEOPLE), *stated) == []

    @pytest.mark.parametrize("covers", ["", ", covers: the islands beside"])
    def test_nobody_is_asked_for_coverages_of_another_subject(self, covers: str) -> None:
        stated = (
            ["value: '15,655,924', as_of: 2023-12-31, covers: county"],
            [f"subject: Other, value: '40,108', as_of: 2023-12-31{covers}"],
            ["subject: Other, value: '61,340', as_of: 2023-12-31"],
        )
        (found,) = findings(SmallCorpus(PEOPLE), *stated)
        assert found.verdict is (Verdict.UNDETERMINED if covers else Verdict.CONTRADICTS)


HEIGHT = "\n  - {id: height, label: height, kind: quantity, unit: m, measure: stock}\n"


class TestDaysOfAStock:
    @pytest.mark.parametrize("key", ["as_of", "period"])
    def test_stated_days_part_a_stock_without_a_key(self, key: str) -> None:
        stated = (
            [f"value: '3,118.42 m', {key}: 2019-09"],
            [f"value: '3,115.07 m', {key}: 2022-09"],
        )
        found = findings(SmallCorpus(HEIGHT), *stated)
        assert [f.verdict for f in found] == [Verdict.SCOPE_DIFFERS]

    def test_of_one_day_they_clash(self) -> None:
        stated = (["value: '3,118.42 m', as_of: 2019"], ["value: '3,115.07 m', as_of: 2019"])
        found = findings(SmallCorpus(HEIGHT), *stated)
        assert [f.verdict for f in found] == [Verdict.CONTRADICTS]

    def test_a_day_that_one_source_states_parts_nothing(self) -> None:
        stated = (["value: '3,118.42 m', as_of: 2019"], ["value: '3,115.07 m'"])
        found = findings(SmallCorpus(HEIGHT), *stated)
        assert [f.verdict for f in found] == [Verdict.CONTRADICTS]

    def test_what_states_no_day_beside_two_that_do_fits_one_or_is_asked(self) -> None:
        dated = (["value: '3,118.42 m', as_of: 2019"], ["value: '3,115.07 m', as_of: 2022"])
        fits = findings(SmallCorpus(HEIGHT), *dated, ["value: '3,115.07 m'"])
        asks = findings(SmallCorpus(HEIGHT), *dated, ["value: '3,140.2 m'"])
        assert [f.verdict for f in fits] == [Verdict.SCOPE_DIFFERS]
        assert sorted(f.verdict for f in asks) == [Verdict.SCOPE_DIFFERS, Verdict.UNDETERMINED]


class TestTheLastWrittenDigit:
    @pytest.mark.parametrize(
        ("one", "other", "verdict"),
        [
            ("5.3", "5.4", Verdict.UNDETERMINED),
            ("2.08 million", "2.09 mn", Verdict.UNDETERMINED),
            ("41 %", "42 %", Verdict.UNDETERMINED),
            ("5.3", "5.5", Verdict.CONTRADICTS),
            ("2,081", "2,082", Verdict.CONTRADICTS),
            ("3 million", "4 million", Verdict.CONTRADICTS),
            ("150 million", "160 million", Verdict.CONTRADICTS),
            ("nearly 40,000", "over 40,000", Verdict.CONTRADICTS),
        ],
    )
    def test_figures_that_touch_at_it_are_undetermined(
        self, one: str, other: str, verdict: Verdict
    ) -> None:
        figure = "\n  - {id: figure, label: figure, kind: quantity}\n"
        stated = ([f"value: '{one}'"], [f"value: '{other}'"])
        for order in (stated, stated[::-1]):
            (found,) = findings(SmallCorpus(figure), *order)
            assert found.verdict is verdict

    @pytest.mark.parametrize("other", ["91.3 % (CI 89.0–93.2)", "(89.0-93.2) 91.3 %", "93 ± 2 %"])
    def test_stated_intervals_of_confidence_are_the_reach(self, other: str) -> None:
        share = "\n  - {id: share, label: share, kind: quantity, unit: '%'}\n"
        stated = (["value: '95 % (90.3–97.6)'"], [f"value: '{other}'"])
        assert findings(SmallCorpus(share), *stated) == []
