"""Defaults of a file are facts of each of its claims, and their faults are told once."""

from __future__ import annotations

import pytest

from factcheck.corpus import Files, load
from factcheck.model import Claim, Loaded

REGISTRIES = {
    "subjects.yaml": "subjects: [{id: harbour, label: Harbour}]\n",
    "attributes.yaml": """\
attributes:
  - {id: ships, label: ships, kind: quantity, key: [period], coverages: [{id: own, label: own}]}
  - {id: staff, label: staff, kind: quantity}
""",
    "origins.yaml": "origins: [{id: office, label: Port Office, kind: regulator}]\n",
}
HEAD = "source: {outlet: Quay Wire, title: T, published: 2026-01-05, language: en}\n"


def loaded(defaults: str, *claims: str) -> Loaded:
    """A corpus of one source; each claim is the inside of a YAML mapping on its line."""
    lines = "".join(f"  - {{subject: Harbour, {claim}}}\n" for claim in claims)
    text = f"{HEAD}{defaults}claims:\n{lines}"
    files = {**REGISTRIES, "sources/wire.yaml": text}
    return load(Files({path: text.encode() for path, text in files.items()}))


def claims(defaults: str, *entries: str) -> tuple[Claim, ...]:
    found = loaded(defaults, *entries)
    assert found.diagnostics == ()
    return tuple(sorted(found.claims, key=lambda claim: claim.location.line))


def test_a_claim_has_what_its_file_gives_and_it_does_not_say() -> None:
    defaults = """claim_defaults:
  period: H1 2025
  as_of: 2025-06-30
  relative_to: 2025-07-01
  place: the old port
  covers: {text: its own, coverage: own}
  excludes: barges
  basis: gross
  status: estimate
  conditions: [if it thaws]
  attributed_to: [Port Office]
  locator: page 3
  language: it
"""
    [bare] = claims(defaults, "attribute: ships, value: 12")
    assert (bare.period_text, str(bare.as_of), str(bare.relative_to)) == (
        "H1 2025",
        str(bare.as_of),
        str(bare.relative_to),
    )
    assert bare.as_of is not None
    assert str(bare.as_of.start) == "2025-06-30"
    assert (bare.place, bare.covers, bare.coverage) == ("the old port", "its own", "own")
    assert (bare.excludes, bare.basis, bare.status) == ("barges", "gross", "estimate")
    assert (bare.conditions, bare.attributed_to) == (("if it thaws",), ("office",))
    assert (bare.locator, bare.language) == ("page 3", "it")
    assert bare.at("place").line == 6, "where the default stands"


def test_its_own_value_replaces_a_default_and_null_states_none() -> None:
    defaults = "claim_defaults: {period: 2025, status: planned, attributed_to: [office]}\n"
    own, none, empty = claims(
        defaults,
        "attribute: ships, value: 12, period: 2024, status: actual, attributed_to: []",
        "attribute: ships, value: 13, period: null, status: ~",
        "attribute: ships, value: 14, attributed_to: ",
    )
    assert (own.period_text, own.status, own.attributed_to) == ("2024", "actual", ())
    assert (none.period, none.status, none.attributed_to) == (None, None, ("office",))
    assert (empty.period_text, empty.attributed_to) == ("2025", ())


def test_a_default_is_part_of_the_name_that_a_claim_is_given() -> None:
    written = claims("", "attribute: ships, value: 12, period: 2025, status: planned")
    given = claims(
        "claim_defaults: {period: 2025, status: planned}\n", "attribute: ships, value: 12"
    )
    assert [c.id for c in written] == [c.id for c in given]
    assert claims("", "attribute: ships, value: 12")[0].id != given[0].id


TWO = ("id: a, attribute: ships, value: 12", "id: b, attribute: staff, value: 13, period: 2025")


@pytest.mark.parametrize(
    ("defaults", "place", "message", "left"),
    [
        ("{period: one day}", (2, 26), "'period': ", ["b"]),
        ("{status: planed}", (2, 26), "'status' cannot be 'planed'", []),
        ("{attributed_to: [offce]}", (2, 34), "unknown origin 'offce'", ["a", "b"]),
        ("{perod: 2025}", (2, 18), "unknown key 'perod' in claim_defaults", []),
        ("{value: 12}", (2, 18), "unknown key 'value' in claim_defaults", []),
        ("2025", (2, 17), "claim_defaults takes keys with values, not '2025'", []),
        ("{covers: {text: x, coverage: onw}}", (2, 46), "the attribute 'ships' has no", []),
    ],
)
def test_a_fault_is_told_once_in_its_place(
    defaults: str, place: tuple[int, int], message: str, left: list[str]
) -> None:
    found = loaded(f"claim_defaults: {defaults}\n", *TWO, TWO[0].replace("id: a", "id: c"))
    [diagnostic] = found.diagnostics
    assert (diagnostic.location.line, diagnostic.location.column) == place
    assert diagnostic.message.startswith(message)
    assert [c.id for c in found.claims if c.id != "c"] == left


def test_a_claim_that_says_otherwise_is_not_lost_with_a_faulty_default() -> None:
    found = loaded(
        "claim_defaults: {status: planed, period: 2024}\n",
        "id: a, attribute: ships, value: 12, status: actual",
    )
    assert len(found.diagnostics) == 1
    assert [(c.status, c.period_text) for c in found.claims] == [("actual", "2024")]


@pytest.mark.parametrize("defaults", ["claim_defaults:\n", "claim_defaults: {}\n"])
def test_nothing_may_be_given(defaults: str) -> None:
    assert len(claims(defaults, TWO[0])) == 1
