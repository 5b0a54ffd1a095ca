"""Subjects of one name, and subjects that are taken for each other: "which one?"."""

from __future__ import annotations

import pytest

from factcheck.model import Verdict
from tests.scopes.small_corpus import SmallCorpus, findings

BORN = "\n  - {id: born, label: born, kind: date}\n"
STAFF = "\n  - {id: staff, label: staff, kind: quantity, unit: person}\n"
GENRE = """
  - id: genre
    label: genre
    kind: choice
    choices:
      - {id: jazz, label: jazz, excludes: [rock]}
      - {id: rock, label: rock}
"""
TWO = """
  - {id: ada-1, label: "Ada Marsh, painter", aliases: [Ada Marsh], names: {it: Ada Marsh}}
  - {id: ada-2, label: "Ada Marsh, rower", aliases: [Ada Marsh]}
"""
SAME_LABEL = """
  - {id: ada-1, label: Ada Marsh}
  - {id: ada-2, label: Ada Marsh}
"""
ALIKE = """
  - {id: ada-1, label: Ada Marsh, confusable_with: [{subject: ada-2, reason: two people}]}
  - {id: ada-2, label: Ada Marshe}
"""
ALIKE_FROM_THE_OTHER = """
  - {id: ada-1, label: Ada Marsh}
  - {id: ada-2, label: Ada Marshe, confusable_with: [{subject: ada-1, reason: two people}]}
"""
WORLDS = (TWO, SAME_LABEL, ALIKE, ALIKE_FROM_THE_OTHER)
CLASHING = (
    (BORN, "value: '1941'", "value: '1956'"),
    (STAFF, "value: '412'", "value: '96'"),
    (GENRE, "value: jazz", "value: rock"),
)


@pytest.mark.parametrize("subjects", WORLDS)
@pytest.mark.parametrize(("attribute", "one", "other"), CLASHING)
@pytest.mark.parametrize("language", ["en", "it"])
def test_a_bare_name_is_asked_about(
    subjects: str, attribute: str, one: str, other: str, language: str
) -> None:
    who = f"subject: Ada Marsh, language: {language}"
    for stated in ([one, other], [other, one]):
        sources = [[f"{who}, {value}"] for value in stated]
        (found,) = findings(SmallCorpus(attribute, subjects), *sources)
        assert found.verdict is Verdict.UNDETERMINED
        assert str(found.todo) == (
            "Which one is meant? Write ada-1 or ada-2 as the subject of s0/c0, s1/c0."
        )


@pytest.mark.parametrize("subjects", WORLDS)
@pytest.mark.parametrize(("attribute", "one", "other"), CLASHING)
def test_whoever_writes_the_id_has_chosen(
    subjects: str, attribute: str, one: str, other: str
) -> None:
    world = SmallCorpus(attribute, subjects)
    disjoint = findings(world, [f"subject: ada-1, {one}"], [f"subject: ada-2, {other}"])
    assert disjoint == []
    (planted,) = findings(world, [f"subject: ada-1, {one}"], [f"subject: ada-1, {other}"])
    assert planted.verdict is Verdict.CONTRADICTS


@pytest.mark.parametrize("subjects", WORLDS)
def test_what_leaves_it_open_hides_no_contradiction_of_those_who_do_not(subjects: str) -> None:
    found = findings(
        SmallCorpus(BORN, subjects),
        ["subject: ada-1, value: '1941'"],
        ["subject: ada-1, value: '1949'"],
        ["subject: Ada Marsh, value: '1956'"],
    )
    assert [f.verdict for f in found] == [Verdict.CONTRADICTS, Verdict.UNDETERMINED]
    assert {c.subject_text for c in found[0].claims} == {"ada-1"}


@pytest.mark.parametrize("subjects", WORLDS)
def test_what_fits_is_no_finding(subjects: str) -> None:
    stated = (["subject: Ada Marsh, value: '1941'"], ["subject: ada-1, value: May 1941"])
    assert findings(SmallCorpus(BORN, subjects), *stated) == []


def test_one_name_in_one_source_is_asked_about_too() -> None:
    (found,) = findings(
        SmallCorpus(BORN, TWO), [f"subject: Ada Marsh, value: '{y}'" for y in (1941, 1956)]
    )
    assert found.verdict is Verdict.UNDETERMINED


PRIZE = "\n  - {id: prize, label: prize winner, kind: name}\n"


@pytest.mark.parametrize("subjects", [TWO, SAME_LABEL])
def test_as_a_value_a_name_of_two_is_neither(subjects: str) -> None:
    world = SmallCorpus(PRIZE, subjects)
    bare, named = "value: Ada Marsh", "value: ada-2"
    (open_,) = findings(world, [bare], [named])
    assert open_.verdict is Verdict.UNDETERMINED
    assert findings(world, [bare], [bare]) == []
    (clash,) = findings(world, ["value: ada-1"], [named])
    assert clash.verdict is Verdict.CONTRADICTS
    (other,) = findings(world, [bare], ["value: Ivo Stern"])
    assert other.verdict is Verdict.CONTRADICTS


@pytest.mark.parametrize("subjects", [ALIKE, ALIKE_FROM_THE_OTHER])
def test_as_a_value_a_look_alike_is_confused(subjects: str) -> None:
    (found,) = findings(SmallCorpus(PRIZE, subjects), ["value: Ada Marsh"], ["value: Ada Marshe"])
    assert found.verdict is Verdict.CONFUSED


def test_a_place_of_two_names_is_neither_place() -> None:
    lands = """
  - {id: vale-1, label: Vale, part_of: north}
  - {id: vale-2, label: Vale}
  - {id: north, label: North}
"""
    rain = "\n  - {id: rain, label: rain, kind: quantity, unit: mm, measure: flow, key: [place]}\n"
    stated = (["value: '90 mm', place: Vale"], ["value: '40 mm', place: North"])
    assert [f.verdict for f in findings(SmallCorpus(rain, lands), *stated)] == [
        Verdict.SCOPE_DIFFERS
    ]
