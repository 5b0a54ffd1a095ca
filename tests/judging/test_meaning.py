"""Digests in records: what lets a decision lapse, what it survives, and what the reader is told."""

from __future__ import annotations

import json
from typing import Any

import pytest

from factcheck.corpus import Files
from factcheck.judging.recording import claims_of_record, known_value
from factcheck.model import KnownValue, State
from tests.judging.world import VOCABULARY, baseline_of, claim, decided, files, judged, only, source

WORLD_COVERAGES = VOCABULARY["claims/attributes.yaml"] + (
    "  - {id: ships, label: ships, kind: quantity, coverages: [{id: hired, label: hired},\n"
    "     {id: own, label: our own, words: {en: [its ships]}}]}\n"
)
ORIGINS = (
    "origins: [{id: port, label: Port, kind: regulator}, {id: shop, label: Shop, kind: company}]\n"
)
STATED = {
    "status": "actual",
    "conditions": ["if calm"],
    "covers": "its ships",
    "excludes": "rafts",
    "attributed_to": ["port"],
}


def world(**keys: Any) -> dict[str, object]:
    """Two claims that clash; the keys are those of one of them, None: left out."""
    stated = {key: value for key, value in ({**STATED, **keys}).items() if value is not None}
    given = stated.pop("value", "900")
    head = stated.pop("head", {})
    return {
        "post": source("Post", claim("ships", "500", "a")),
        "wire": source("Wire", claim("ships", given, "b", **stated), **head),
    }


def state(recorded: str, /, **keys: Any) -> tuple[State, str]:
    """What becomes of the finding under this record when the claim says this."""
    return now(recorded, world(**keys))


def now(recorded: str, sources: dict[str, object]) -> tuple[State, str]:
    record: Any = {"baseline": recorded}
    if recorded.startswith("finding:"):
        record = {"resolutions": {"x": recorded}}
    found = only(judged(built(sources, **record)))
    return found.state, str(found.why or "")


def built(sources: dict[str, object], **record: Any) -> Files:
    given = files(sources, **record)
    texts = {
        **given.texts,
        "claims/attributes.yaml": WORLD_COVERAGES.encode(),
        "claims/origins.yaml": ORIGINS.encode(),
    }
    return Files(texts, given.diagnostics, given.partial, given.baseline)


def decision() -> str:
    return decided(only(judged(built(world()))))


def line() -> str:
    from factcheck.judging.baseline import to_keep, write_lines

    return write_lines(to_keep(judged(built(world()))))


RECORDS = [(decision, State.RESOLVED, State.REOPENED), (line, State.KNOWN, State.CHANGED)]


@pytest.mark.parametrize(("record", "holds", "_"), RECORDS)
@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"quote": "900 ships"},
        {"note": "looked at"},
        {"locator": "page 9"},
        {"head": {"title": "Another title", "url": "https://example.org/x"}},
        {"value": "0900.0"},
        {"covers": "Its  ships"},
        {"covers": {"text": "the company's", "coverage": "own"}},
        {"covers": "own"},
        {"excludes": "Rafts"},
        {"conditions": "If calm"},
        {"attributed_to": ["Port"]},
        {"language": "en-GB"},
        {"place": "the sea"},  # outside the key: it says nothing of the side that was judged
    ],
)
def test_what_a_record_survives(record: Any, holds: State, _: State, keys: Any) -> None:
    assert state(record(), **keys) == (holds, "")


@pytest.mark.parametrize(("record", "_", "lapsed"), RECORDS)
@pytest.mark.parametrize(
    ("keys", "why"),
    [
        ({"status": "estimate"}, "wire/b changed its status from actual to estimate."),
        ({"status": None}, "wire/b changed its status from actual to not stated."),
        ({"covers": "hired"}, "wire/b changed its coverage from own to hired."),
        ({"covers": "hulls"}, "wire/b changed its coverage from own to hulls."),
        ({"covers": None}, "wire/b changed its coverage from own to not stated."),
        ({"conditions": None}, "wire/b means something else than it did beside its value: "),
        (
            {"conditions": ["if calm", "by day"]},
            "wire/b changed its conditions from if calm to by day, if calm.",
        ),
        ({"excludes": None}, "wire/b means something else than it did beside its value: "),
        ({"attributed_to": ["port", "shop"]}, "wire/b changed its credit from port to port, shop."),
        ({"attributed_to": ["shop"]}, "wire/b means something else than it did"),
        ({"status": "estimate", "covers": None}, "wire/b means something else than it did"),
        (
            {"read_as": {"value": "900", "reason": "so"}},
            "wire/b changed its reading from not stated to 900.",
        ),
        ({"value": "901"}, "wire/b now says 901; it said 900."),
        ({"value": "about 900"}, "wire/b now says about 900; it said 900."),
    ],
)
def test_what_lets_a_record_lapse(
    record: Any, _: State, lapsed: State, keys: Any, why: str
) -> None:
    found, stated = state(record(), **keys)
    assert (found, stated.startswith(why)) == (lapsed, True), stated


def test_a_record_without_digests_holds_by_value() -> None:
    """As those that earlier versions wrote."""
    old = json.loads(line())
    for position in old["positions"]:
        position["claims"] = list(position["claims"])
    assert state(json.dumps(old), status="estimate", attributed_to=None)[0] is State.KNOWN
    assert state(json.dumps(old), value="901")[0] is State.CHANGED


def test_the_same_currency_is_not_another_one() -> None:
    two = {
        "post": source("Post", claim("budget", "85 million euros", "a")),
        "wire": source("Wire", claim("budget", "150 million euros", "b")),
    }
    kept = baseline_of(two)
    two["wire"] = source("Wire", claim("budget", "150 million dollars", "b"))
    assert only(judged(files(two, baseline=kept))).state is State.CHANGED


def test_defaults_of_a_file_are_folded_in() -> None:
    kept = line()
    sources: Any = world(status=None, attributed_to=None)
    sources["wire"]["claim_defaults"] = {"status": "actual", "attributed_to": ["Port"]}
    assert now(kept, sources) == (State.KNOWN, "")


def test_what_is_decided_of_a_name_does_not_hang_on_values() -> None:
    """A spelling was judged; what the claims that bear it say else is no part of that."""
    known = VOCABULARY["claims/subjects.yaml"].replace(
        "label: Northwind}", "label: Northwind, misspellings: [Nortwind]}"
    )

    def of(status: str) -> Files:
        entry = {"subject": "Nortwind", "attribute": "staff", "value": "5", "status": status}
        head = {"outlet": "Post", "title": "T", "published": "2026-01-05", "language": "en"}
        given = files({"post": {"source": head, "claims": [{**entry, "id": "a"}]}})
        return Files({**given.texts, "claims/subjects.yaml": known.encode()})

    from factcheck.judging.baseline import to_keep, write_lines

    first = judged(of("actual"))
    written = write_lines(to_keep(first))
    assert '"claims": ["post/a"]' in written
    given = of("estimate")
    again = Files(given.texts, baseline=("claims/baseline.jsonl", written.encode()))
    assert only(judged(again)).state is State.KNOWN


@pytest.mark.parametrize(
    "known",
    [
        KnownValue("1", ("a/b",)),
        KnownValue("1", ("a/b", "a/c"), (("a/b", "0" * 12), ("a/c", "f" * 12))),
    ],
)
def test_a_position_is_read_as_it_was_written(known: KnownValue) -> None:
    assert known_value("1", claims_of_record(known)) == known


@pytest.mark.parametrize(
    "claims",
    [[], {}, "a/b", [1], {"a/b": "0"}, {"a/b": 0}, {"a/b": "G" * 12}, None, {"a/b": "0" * 13}],
)
def test_claims_of_another_shape_are_none(claims: object) -> None:
    assert known_value("1", claims) is None


def test_null_is_no_digest() -> None:
    found = known_value("1", {"a/b": None, "a/c": "0" * 12})
    assert found == KnownValue("1", ("a/b", "a/c"), (("a/c", "0" * 12),))
    assert claims_of_record(found) == ["a/b", "a/c"]
