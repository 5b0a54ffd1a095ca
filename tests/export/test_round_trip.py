"""Export and import are each other's inverse: whatever texts claims hold, they come back."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.corpus import read_files
from factcheck.corpus.load import load
from factcheck.corpus.tables.cells import joined, split
from factcheck.model import Claim
from tests.corpora import run
from tests.drawing import examples

FORMATS = ("csv", "tsv", "jsonl", "parquet")
PIECES = (
    *("|", " ", "\\", "'", '"', "=1+1", "-", "@", ",", ";", "#", ": ", "- ", "a", "Ü", "北"),
    *("NA", "n/a", "null", "~", "true", "{", "[", "%", "&", "0x1", "1e5", "20.000", "\u2019"),
)
HOSTILE = st.lists(st.sampled_from(PIECES), min_size=1, max_size=7).map("".join)
TEXTS = HOSTILE.filter(lambda text: text == text.strip() and any(c.isalpha() for c in text))
SEVERAL = st.lists(TEXTS, min_size=1, max_size=3, unique_by=str.casefold)

ATTRIBUTES = """attributes:
  - {id: motto, label: motto, kind: text, key: [conditions]}
  - {id: staff, label: staff, kind: quantity}
"""


@given(st.lists(st.text("|\\ a'", min_size=1), min_size=1))
@examples(300)
def test_texts_that_are_joined_in_a_cell_come_apart_again(texts: list[str]) -> None:
    assert split(joined(texts)) == texts


@pytest.mark.parametrize("cell", ["a | b", "a|b", "a\\b", "C:\\x | D:\\y"])
def test_a_cell_without_protected_strokes_is_as_it_always_was(cell: str) -> None:
    assert split(cell) == cell.split(" | ")
    assert joined(cell.split(" | ")) == cell


def begin(folder: Path, drawn: dict[str, Any]) -> None:
    """A corpus of one source with these texts in it."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "sources").mkdir(parents=True)
    (folder / "subjects.yaml").write_text("subjects: [{id: northwind, label: N}]\n", "utf-8")
    (folder / "attributes.yaml").write_text(ATTRIBUTES, "utf-8")
    head = {"outlet": "Post", "title": drawn["title"], "published": "2026-01-05", "language": "en"}
    if drawn["primary"] is not None:
        head["primary"] = drawn["primary"]
    motto = {"id": "m", "subject": "northwind", "attribute": "motto", "value": drawn["value"]}
    motto |= {"note": drawn["note"], "conditions": drawn["conditions"]}
    motto |= {"attributed_to": drawn["attributed_to"], "ignore": drawn["ignore"]}
    staff = {"id": "s", "subject": "northwind", "attribute": "staff", "value": "20.000"}
    origins = ", ".join(f"{{id: {id}, label: {id}, kind: regulator}}" for id in "xyz")
    (folder / "origins.yaml").write_text(f"origins: [{origins}]\n", "utf-8")
    document = {"source": head, "claims": [motto, staff]}
    (folder / "sources/post.yaml").write_text(json.dumps(document, ensure_ascii=False), "utf-8")


def facts(claim: Claim) -> tuple[object, ...]:
    """All that was drawn of a claim, and the figure as it was typed."""
    source = claim.source
    stated = (claim.text, claim.value, claim.note, claim.conditions, claim.attributed_to)
    return (claim.name, *stated, claim.ignore, source.title, source.primary)


@pytest.mark.parametrize("format", FORMATS)
@given(
    st.fixed_dictionaries(
        {
            "title": TEXTS,
            "value": TEXTS,
            "note": TEXTS,
            "conditions": SEVERAL,
            "attributed_to": st.lists(st.sampled_from(["x", "y", "z"]), unique=True),
            "primary": st.sampled_from([None, True, False]),
            "ignore": st.booleans(),
        }
    )
)
@examples(12)
def test_what_is_exported_and_imported_is_what_it_was(
    format: str, tmp_path_factory: pytest.TempPathFactory, drawn: dict[str, Any]
) -> None:
    place = tmp_path_factory.mktemp("trip")
    begin(place / "claims", drawn)
    before = load(read_files(place / "claims"))
    assert not before.diagnostics
    table = place / "claims" / f"claims.{format}"
    assert run("export", str(place / "claims"), "-o", str(table)) == 0
    assert run("import", str(table), "-o", str(place / "again")) == 0
    for name in ("subjects", "attributes", "origins"):
        shutil.copy(place / f"claims/{name}.yaml", place / f"again/{name}.yaml")
    after = load(read_files(place / "again"))
    assert not after.diagnostics
    assert [facts(c) for c in after.claims] == [facts(c) for c in before.claims]


def test_two_exports_in_parquet_have_one_schema(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A lake of exports is read as one table, whatever was empty in which of them."""
    monkeypatch.chdir(tmp_path)
    bare: dict[str, Any] = {"title": "T", "value": "a", "note": "n", "primary": None}
    bare |= {"ignore": False, "attributed_to": [], "conditions": []}
    begin(Path("one"), bare | {"attributed_to": ["x", "y"], "primary": True, "ignore": True})
    begin(Path("two"), bare)
    for name in ("one", "two"):
        Path(f"out/{name}").mkdir(parents=True)
        outputs = (f"out/{name}/{table}.parquet" for table in ("claims", "positions", "findings"))
        assert run("export", name, *(a for o in outputs for a in ("-o", o))) == 0
    for table in ("claims", "positions", "findings"):
        one, two = (pl.read_parquet_schema(f"out/{n}/{table}.parquet") for n in ("one", "two"))
        assert one == two
    assert len(pl.read_parquet("out/*/claims.parquet")) == 4
