"""What a value counts and leaves out by its own words, beside what its attribute and claim say."""

from __future__ import annotations

import pytest

from factcheck.comparing import Compared, collate
from factcheck.corpus import Files, load
from factcheck.model.claim import Loaded
from factcheck.values.measures.listed_nouns import different_nouns

REGISTRIES = {
    "subjects.yaml": "subjects: [{id: ferry, label: Ferry}]\n",
    "attributes.yaml": """\
attributes:
  - id: passengers
    label: passengers
    kind: quantity
    counts: {en: [passenger, daily rider], it: [passeggeri]}
  - id: members
    label: members
    kind: quantity
    unit: user
    counts: {en: [monthly active users]}
  - {id: moorings, label: moorings, kind: quantity}
  - id: sales
    label: sales
    kind: money
    coverages: [{id: tax, label: taxes, words: {en: [duties]}}]
""",
}


def loaded(*claims: str) -> Loaded:
    files = dict(REGISTRIES)
    for number, claim in enumerate(claims):
        head = f"{{outlet: Outlet {number}, title: T, published: 2026-01-05, language: en}}"
        text = f"source: {head}\nclaims: [{{id: c, subject: Ferry, {claim}}}]"
        files[f"sources/s{number}.yaml"] = text
    return load(Files({path: text.encode() for path, text in files.items()}))


def compared(*claims: str) -> Compared:
    found = loaded(*claims)
    assert found.diagnostics == ()
    return collate(found)


def notes(attribute: str, *values: str) -> str:
    """The notes of all values, once they are brought together."""
    found = compared(*(f"attribute: {attribute}, value: {value}" for value in values))
    (topic,) = found.topics
    steps = [str(n) for scope in topic.scopes for v in scope.stated for n in v.value.notes]
    return " | ".join(steps)


@pytest.mark.parametrize(
    ("attribute", "values"),
    [
        ("passengers", ("400 passengers", "400 daily riders")),
        ("passengers", ("400 passengers", "400")),
        ("members", ("3m monthly active users", "3m users")),
    ],
)
def test_a_noun_that_the_attribute_counts_is_silent(
    attribute: str, values: tuple[str, ...]
) -> None:
    assert "not listed" not in notes(attribute, *values)


@pytest.mark.parametrize(
    ("attribute", "values", "noun"),
    [
        ("passengers", ("400 passengers", "400 lorries"), "lorries"),
        ("members", ("3m daily active users", "3m users"), "daily"),
    ],
)
def test_a_noun_that_the_attribute_does_not_count_is_shown(
    attribute: str, values: tuple[str, ...], noun: str
) -> None:
    assert f'"{noun}" is not listed as what the attribute counts' in notes(attribute, *values)


def test_a_noun_lowers_no_contradiction() -> None:
    found = compared(
        "attribute: passengers, value: 400 lorries", "attribute: passengers, value: 900 passengers"
    )
    assert [str(scope.verdict) for topic in found.topics for scope in topic.scopes] == [
        "contradicts"
    ]


@pytest.mark.parametrize(
    "beside",
    [
        "",
        ", excludes: the crew",
        ", covers: the whole fleet",
        ", excludes: tax",  # another coverage, and no word of the source
    ],
)
def test_an_exclusion_in_the_value_must_stand_in_the_claim(beside: str) -> None:
    found = loaded(f'attribute: sales, value: "$5m excluding freight"{beside}')
    (diagnostic,) = found.diagnostics
    assert "leaves out 'freight'" in diagnostic.message
    assert "excludes: freight" in diagnostic.hint
    assert not found.claims


@pytest.mark.parametrize(
    ("value", "beside"),
    [
        ("$5m excluding freight", "excludes: freight"),
        ("$5m excluding the freight", "excludes: freight"),
        ("$5m excluding freight", "covers: sales without freight"),
        ("$5m excluding duties", "excludes: tax"),
        ("$5m", "excludes: freight"),
    ],
)
def test_an_exclusion_that_the_claim_states_is_read(value: str, beside: str) -> None:
    found = loaded(f'attribute: sales, value: "{value}", {beside}')
    assert found.diagnostics == ()
    assert len(found.claims) == 1


@pytest.mark.parametrize(
    ("attribute", "values", "nouns"),
    [
        ("passengers", ("400 passengers", "400 lorries"), {"lorries"}),
        ("passengers", ("400 daily riders", "400 passengers"), set()),
        ("moorings", ("12 berths", "12 buoys"), {"berths", "buoys"}),
        ("moorings", ("12 berths", "12 berths"), set()),
        ("moorings", ("12", "12 buoys"), set()),
    ],
)
def test_nouns_that_may_differ_are_named(
    attribute: str, values: tuple[str, ...], nouns: set[str]
) -> None:
    found = loaded(*(f"attribute: {attribute}, value: {value}" for value in values))
    assert found.diagnostics == ()
    given = [(claim.value, claim.language) for claim in found.claims]
    assert different_nouns(given, found.claims[0].attribute) == nouns
