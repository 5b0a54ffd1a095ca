"""Keys that are read, held to their form and kept: each arrives where later stages look for it."""

from __future__ import annotations

import pytest

from factcheck.corpus import Files, load
from factcheck.model import Choice, Draft, Loaded, Quote, Skipped

FILES = {
    "subjects.yaml": """\
subjects:
  - {id: tug, label: Tug, fiscal_year_starts: 04-01, fiscal_year_named_by: start}
""",
    "attributes.yaml": """\
attributes:
  - id: trips
    label: trips
    kind: quantity
    measure: cumulative
    counts: {en: [trips, tours], it: [viaggi]}
    outlets_know: true
    inherit: {attribute: owner}
    coverages: [{id: night, label: by night, words: {it: [di notte]}}]
    conditions:
      - {id: calm, label: in calm sea, words: {en: [if calm]}, excludes: [storm]}
      - {id: storm, label: in a storm, refines: [any]}
      - {id: any, label: in any sea}
  - {id: owner, label: owner, kind: name}
""",
    "origins.yaml": """\
origins:
  - {id: port, label: Port, kind: regulator, subject: tug, grade: B}
  - {id: master, label: Master, kind: person, speaks_for: [port]}
""",
    "sources/wire.yaml": """\
source:
  outlet: Quay Wire
  title: T
  published: 2026-01-05
  language: it
  genre: data set
  primary: true
  fiscal_year_named_by: end
  curated_by: [curation-1, curation-2]
  settled_by: third-reading
  text_sha256: TEXT
  skipped:
    - {quote: nine tugs, prefix: with, reason: of another port}
claims:
  - id: kept
    subject: Tug
    attribute: trips
    value: 40
    excludes: Di notte
    conditions: [if calm, with a pilot]
    fiscal_year_named_by: start
  - {id: one, subject: Tug, attribute: trips, value: 41, conditions: if calm, excludes: snow}
  - {id: bare, subject: Tug, attribute: trips, value: 42, draft: true}
  - id: guess
    subject: Tug
    attribute: trips
    value: 43
    draft: {subject: [Tug], attribute: [trips, owner]}
  - {id: done, subject: Tug, attribute: trips, value: 44, draft: false}
""".replace("TEXT", "0" * 64),
}


def loaded(**others: str) -> Loaded:
    texts = FILES | {f"{name}.yaml": text for name, text in others.items()}
    return load(Files({path: text.encode() for path, text in texts.items()}))


def test_every_key_arrives() -> None:
    found = loaded()
    assert found.diagnostics == ()
    trips = found.vocabulary.attributes["trips"]
    assert (trips.measure, trips.outlets_know, trips.inherits) == ("cumulative", True, "owner")
    assert trips.counts == (("en", ("trips", "tours")), ("it", ("viaggi",)))
    assert trips.conditions[0] == Choice(
        "calm", "in calm sea", (("en", ("if calm",)),), excludes=("storm",)
    )
    assert found.vocabulary.subjects["tug"].fiscal_year_named_by == "start"
    origins = found.vocabulary.origins
    assert (origins["port"].subject, origins["port"].grade) == ("tug", "B")
    assert origins["master"].speaks_for == ("port",)


def test_every_key_of_a_header_arrives() -> None:
    [source] = loaded().sources
    assert (source.genre, source.primary, source.fiscal_year_named_by) == ("data-set", True, "end")
    assert (source.curated_by, source.settled_by) == (
        ("curation-1", "curation-2"),
        ("third-reading",),
    )
    assert source.text_sha256 == "0" * 64
    assert source.skipped == (Skipped(Quote("nine tugs", "with"), "of another port"),)


def test_every_key_of_a_claim_arrives() -> None:
    done, kept, one = loaded().claims
    assert (kept.excludes, kept.excluded) == ("Di notte", "night")
    assert (kept.conditions, kept.fiscal_year_named_by) == (("if calm", "with a pilot"), "start")
    assert (one.excludes, one.excluded, one.conditions) == ("snow", None, ("if calm",))
    assert (done.id, done.draft) == ("done", None)


def test_drafts_are_kept_apart() -> None:
    bare, guess = loaded().drafts
    assert (bare.id, bare.draft) == ("bare", Draft())
    assert (guess.id, guess.draft) == ("guess", Draft(("Tug",), ("trips", "owner")))


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("draft: {subject: [Tgu]}", "unknown subject 'Tgu'"),
        ("draft: maybe", "'draft' takes true or false"),
        ("draft: {topic: [x]}", "unknown key 'topic' in 'draft'"),
        ("draft: true, value: soon", "the value cannot be read as quantity"),
        ("fiscal_year_named_by: middle", "'fiscal_year_named_by' cannot be 'middle'"),
        ("excludes: {text: x, coverage: nihgt}", "the attribute 'trips' has no coverage 'nihgt'"),
        ("conditions: {a: b}", "'conditions' takes a text or a list of texts"),
    ],
)
def test_a_fault_is_told(key: str, message: str) -> None:
    value = "" if "value" in key else "value: 40, "
    head = FILES["sources/wire.yaml"].partition("claims:")[0]
    entry = f"{head}claims: [{{subject: Tug, attribute: trips, {value}{key}}}]\n"
    texts = FILES | {"sources/wire.yaml": entry}
    [diagnostic] = load(Files({path: text.encode() for path, text in texts.items()})).diagnostics
    assert diagnostic.message.startswith(message), diagnostic.message


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("attributes", "counts: {", "kind_: {", "unknown key 'kind_'"),
        ("attributes", "kind: quantity\n", "kind: name\n", "'counts' means nothing"),
        ("attributes", "id: storm", "id: calm", "two conditions of 'trips' have the id 'calm'"),
        ("origins", "grade: B", "grade: G", "'grade' cannot be 'G'"),
        ("origins", "speaks_for: [port]", "speaks_for: [master]", "a circle: 'master' speaks for"),
    ],
)
def test_a_fault_of_a_registry_is_told(name: str, old: str, new: str, message: str) -> None:
    found = loaded(**{name: FILES[f"{name}.yaml"].replace(old, new)}).diagnostics
    assert any(diagnostic.message.startswith(message) for diagnostic in found), found


SERIES = """\
source: {outlet: Quay Wire, title: T, published: 2026-01-05, language: en}
claims:
"""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("as_of: 2025-01-01", "as_of: 2025-01-02"),
        ("covers: tugs", "covers: boats"),
        ("excludes: tugs", "excludes: boats"),
        ("conditions: if calm", "conditions: in ice"),
        ("attributed_to: [port]", "attributed_to: [master]"),
        ("place: the port", "place: the sea"),
        ("status: planned", "status: projected"),
    ],
)
def test_every_qualifier_tells_claims_without_ids_apart(one: str, other: str) -> None:
    entries = [
        f"  - {{subject: Tug, attribute: trips, value: 40, {key}}}\n" for key in (one, other)
    ]
    alone = loaded(**{"sources/wire": SERIES + entries[0]}).claims
    both = loaded(**{"sources/wire": SERIES + "".join(entries)})
    assert both.diagnostics == ()
    assert len({claim.id for claim in both.claims}) == 2
    assert len(alone) == 1
    twice = loaded(**{"sources/wire": SERIES + entries[0] + entries[0]})
    assert [f.message for f in twice.diagnostics] == [
        "this claim says the same as the one in line 3"
    ]
