"""Every key that names something: nothing unknown, not itself, not in a circle, and no crash."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from factcheck.corpus import Files
from factcheck.corpus.load import load
from factcheck.corpus.registries.references import REFERENCES, Reference
from factcheck.corpus.yaml.forms import (
    AttributeForm,
    ChoiceForm,
    ConditionForm,
    ConfusableForm,
    CoverageForm,
    Form,
    InheritForm,
    OriginForm,
    RelationForm,
    SourceForm,
    SubjectForm,
)
from factcheck.model import Loaded
from tests.corpora import run

# Keys that are written freely, or of which the form itself lists what they can be.
NAME_NOTHING = {
    "id",
    "label",
    "labels",
    "note",
    "reason",
    "kind",
    "aliases",
    "names",
    "misspellings",
    "country",
    "fiscal_year_starts",
    "unit",
    "measure",
    "many",
    "closed",
    "key",
    "tolerance",
    "drift",
    "words",
    "rank",
    "outlet",  # the name of a paper, which need not be among the sources
    "holds",
    "title",
    "published",
    "language",
    "url",
    "archived_url",
    "updated",
    "retracted",
    "genre",
    "archive",
    "ours",
    "primary",
    "text_sha256",
    "skipped",
    "fiscal_year_named_by",
    "counts",
    "outlets_know",
    "grade",
    "curated_by",
    "settled_by",  # who curated: names that no registry holds
}
BY_ANY_SPELLING = {"cites"}  # checked with the claims, where labels do as well as ids
HOLDERS = {
    "confusable_with",
    "choices",
    "coverages",
    "conditions",
    "inherit",
}  # entries of their own
INNER: dict[type[Form], tuple[type[Form], str]] = {
    ConfusableForm: (SubjectForm, "confusable_with"),
    ChoiceForm: (AttributeForm, "choices"),
    CoverageForm: (AttributeForm, "coverages"),
    ConditionForm: (AttributeForm, "conditions"),
    InheritForm: (AttributeForm, "inherit"),
}
LISTS = ("excludes", "refines", "subjects", "speaks_for")
OUTER = (SubjectForm, AttributeForm, OriginForm, RelationForm, SourceForm)


@pytest.mark.parametrize("form", [*OUTER, *INNER])
def test_every_key_is_in_the_table_or_names_nothing(form: type[Form]) -> None:
    outer, prefix = INNER.get(form, (form, ""))
    listed = {r.path[-1] for r in REFERENCES if r.form is outer and prefix in ("", r.path[0])}
    unclear = set(form.model_fields) - listed - NAME_NOTHING - BY_ANY_SPELLING - HOLDERS
    assert not unclear, "a key that names something needs its line in REFERENCES"


def world(reference: Reference, text: str, back: str = "") -> dict[str, Any]:
    """A corpus in which the entry `harbour` names `text` under the key, and `lantern` `back`."""
    files: dict[str, Any] = {
        "subjects": [{"id": "pier", "label": "Pier"}],
        "attributes": [{"id": "length", "label": "length", "kind": "quantity"}],
        "origins": [],
        "relations": [],
    }
    holder, listed = reference.path[0], reference.path[-1] in LISTS
    given, given_back = ([text], [back]) if listed else (text, back)
    entries: list[dict[str, Any]] = [
        {"id": "harbour", "label": "Harbour Works", reference.path[-1]: given},
        {"id": "lantern", "label": "Lantern Works", reference.path[-1]: given_back},
        {"id": "mole", "label": "Mole Works"},
    ]
    if not back:
        del entries[1][reference.path[-1]]
    match reference.form.__name__:
        case "SubjectForm":
            files["subjects"] += _confusable(entries, text) if listed_in(reference) else entries
        case "AttributeForm":
            files["attributes"] += _attributes(reference, entries)
        case "OriginForm":
            files["origins"] += [{**entry, "kind": "outlet"} for entry in entries]
        case "RelationForm":
            _relate(files, holder, text)
        case "SourceForm":
            files["replaces"] = {"harbour": text, "lantern": back}
        case other:
            pytest.fail(f"say here what an entry with this reference looks like: {other}")
    return files


def listed_in(reference: Reference) -> bool:
    """Whether the key stands in entries of an entry."""
    return len(reference.path) > 1


def _confusable(entries: list[dict[str, Any]], text: str) -> list[dict[str, Any]]:
    del entries[0]["subject"]
    given = [{"subject": text, "reason": "another thing"}]
    return [{**entries[0], "confusable_with": given}, *entries[1:]]


def _attributes(reference: Reference, entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    holder = reference.path[0]
    if holder == "inherit":
        return [_inheriting(entry) for entry in entries]
    if listed_in(reference):
        kind = "choice" if holder == "choices" else "quantity"
        return [{"id": "made", "label": "made", "kind": kind, holder: entries}]
    choices = [{"id": "first", "label": "first", "rank": "1"}]
    more = {"kind": "choice", "choices": choices} if holder == "ranks" else {"kind": "quantity"}
    return [{**entry, **more} for entry in entries]


def _inheriting(entry: dict[str, Any]) -> dict[str, Any]:
    named = {"inherit": {"attribute": entry["attribute"]}} if "attribute" in entry else {}
    return {"id": entry["id"], "label": entry["label"], "kind": "quantity", **named}


def _relate(files: dict[str, Any], holder: str, text: str) -> None:
    figure = {"kind": "quantity", "label": "A figure"}
    files["attributes"] += [{"id": id, **figure} for id in ("harbour", "lantern")]
    files["subjects"].append({"id": "quay", "label": "Quay"})
    terms = {"value": text if holder == "terms" else "harbour", "limit": "lantern"}
    relation: dict[str, Any] = {"id": "fits", "kind": "at-most", "terms": terms}
    if holder == "subjects":
        relation["subjects"] = [text]
    files["relations"].append(relation)


def as_files(files: dict[str, Any]) -> dict[str, bytes]:
    """The corpus as files, as JSON, which is YAML too; one source speaks of all there is."""
    replaces = files.pop("replaces", {})
    claims = [
        {"subject": subject["id"], "attribute": attribute["id"], "value": value}
        for subject in files["subjects"]
        for attribute in files["attributes"]
        if attribute["kind"] == "quantity"
        for value in ("1,207",)
    ]
    texts = {f"{name}.yaml": {name: listed} for name, listed in files.items()}
    for id in ("harbour", "lantern", "mole"):
        header = {"id": id, "outlet": f"The {id}", "title": "T", "published": "2026-01-05"}
        header |= {"language": "en"} | ({"replaces": replaces[id]} if replaces.get(id) else {})
        texts[f"sources/{id}.yaml"] = {"source": header, "claims": claims}
    return {path: json.dumps(data, indent=1).encode() for path, data in texts.items()}


def loaded(reference: Reference, text: str, back: str = "") -> Loaded:
    return load(Files(as_files(world(reference, text, back))))


def cases(references: Iterable[Reference]) -> list[Any]:
    return [pytest.param(r, id=f"{r.form.__name__} {' '.join(r.path)}") for r in references]


ALL = cases(REFERENCES)


def right(reference: Reference) -> str:
    """What the reference may name in its world."""
    if reference.form is RelationForm:
        return "pier" if reference.names == "subject" else "quay/harbour"
    if reference.form is OriginForm and reference.names == "subject":
        return "pier"
    return "lantern"


@pytest.mark.parametrize("reference", ALL)
def test_what_is_there_may_be_named(reference: Reference) -> None:
    assert loaded(reference, right(reference)).diagnostics == ()


@pytest.mark.parametrize("reference", ALL)
def test_an_unknown_name_is_a_fault_with_a_suggestion(reference: Reference) -> None:
    name = right(reference)
    typo = name[:-2] + name[-1] + name[-2]
    (diagnostic,) = loaded(reference, typo).diagnostics
    assert diagnostic.message.startswith("unknown ") or " has no " in diagnostic.message
    assert typo.split("/")[-1] in diagnostic.message
    assert f"did you mean '{name.split('/')[-1]}'?" in diagnostic.hint
    text = as_files(world(reference, typo))[diagnostic.location.path].decode()
    line = text.split("\n")[diagnostic.location.line - 1]
    assert line[diagnostic.location.column - 1 :].startswith(f'"{typo}"')


@pytest.mark.parametrize("reference", cases(r for r in REFERENCES if r.cycle))
@pytest.mark.parametrize("back", ["", "harbour"])
def test_a_circle_is_a_fault(reference: Reference, back: str) -> None:
    (diagnostic,) = loaded(reference, "lantern" if back else "harbour", back).diagnostics
    verb = reference.cycle
    chain = f"'lantern', which {verb} 'harbour'" if back else "'harbour'"
    assert diagnostic.message == f"a circle: 'harbour' {verb} {chain}"


@pytest.mark.parametrize("reference", cases(r for r in REFERENCES if r.itself))
def test_an_entry_that_must_not_name_itself(reference: Reference) -> None:
    (diagnostic,) = loaded(reference, "harbour").diagnostics
    assert reference.itself is not None
    assert (diagnostic.message, diagnostic.hint) == (
        reference.itself[0].format(id="harbour"),
        reference.itself[1],
    )


@pytest.mark.parametrize("names", [("quay-typo",), ("lantern", "harbour"), ("harbour",)])
@pytest.mark.parametrize("reference", ALL)
def test_no_faulty_reference_crashes_what_comes_after(
    reference: Reference, names: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for path, content in as_files(world(reference, *names)).items():
        (Path("claims") / path).parent.mkdir(parents=True, exist_ok=True)
        (Path("claims") / path).write_bytes(content)
    faulty = load(Files(as_files(world(reference, *names)))).diagnostics != ()
    assert run("check") == (3 if faulty else 0)
    assert run("report", "-o", "report.html") in (0, 3)
    assert run("relations", "--suggest") in (0, 3)


def test_the_sound_references_beside_a_faulty_one_hold() -> None:
    reference = next(r for r in REFERENCES if r.path == ("choices", "excludes"))
    files = world(reference, "lantern")
    files["attributes"][1]["choices"][0]["excludes"] = ["latern", "lantern", "harbour", "mole"]
    found = load(Files(as_files(files)))
    assert [d.message for d in found.diagnostics] == [
        "'made' has no choice 'latern'",
        "the choice 'harbour' excludes itself",
    ]
    (choice, *_) = found.vocabulary.attributes["made"].choices
    assert choice.excludes == ("lantern", "mole")


def test_of_two_circles_both_are_broken_where_they_share_an_entry() -> None:
    reference = next(r for r in REFERENCES if r.path == ("coverages", "part_of"))
    files = world(reference, "lantern", "harbour")
    coverages = files["attributes"][1]["coverages"]
    coverages[0]["part_of"] = ["lantern", "mole"]
    coverages[2]["part_of"] = ["harbour", "lantern"]
    found = load(Files(as_files(files)))
    wholes = {c.id: c.part_of for c in found.vocabulary.attributes["made"].coverages}
    assert len(found.diagnostics) > 1
    reached: set[str] = set()
    waiting = ["harbour"]
    while waiting:
        waiting += wholes[waiting.pop()]
        assert len(waiting) < 10, "a circle is left"
    assert reached == set()
