"""JSON: of its published schema, and every text exactly as it was."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import pytest

from tests.formats.findings import FINDINGS
from tests.formats.rewriting import views_of
from tests.formats.test_formats import HOSTILE
from tests.formats.views import render

SCHEMA = json.loads(files("factcheck.formats").joinpath("schemas/check.json").read_text("utf-8"))


@pytest.mark.parametrize("text", ["plain", *HOSTILE.values()])
def test_it_is_of_the_schema_and_a_program_gets_each_text_as_it_was(text: str) -> None:
    document = json.loads(render("json", views_of(text)))
    jsonschema.Draft202012Validator(SCHEMA).validate(document)
    finding = document["findings"][0]
    claims = [claim for position in finding["positions"] for claim in position["claims"]]
    assert {finding["message"], *(c["text"] for c in claims), *(c["path"] for c in claims)} == {
        text
    }


def test_no_text_ends_a_script_that_the_document_stands_in() -> None:
    document = render("json", views_of(HOSTILE["end of a script"]))
    assert "</" not in document
    assert "<!--" not in document


def test_the_view_by_hand_says_the_same_in_the_document() -> None:
    document = json.loads(render("json"))
    assert [f["id"] for f in document["findings"]] == [f.id for f in FINDINGS]
    assert [f["fails"] for f in document["findings"]] == [f.fails for f in FINDINGS]
    (diagnostic,) = document["diagnostics"]
    assert (diagnostic["path"], diagnostic["line"], diagnostic["column"]) == (
        "claims/sources/faro-2026.yaml",
        12,
        5,
    )
