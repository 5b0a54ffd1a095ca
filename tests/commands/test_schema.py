"""`factcheck schema`: what editors and programs check documents by."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.corpora import run


def test_each_schema_is_printed_and_check_is_the_usual_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("schema", "subjects") == 0
    assert json.loads(capsys.readouterr().out)["title"] == "factcheck: subjects"
    assert run("schema") == 0
    usual = capsys.readouterr().out
    assert run("schema", "check") == 0
    assert capsys.readouterr().out == usual
    assert "findings" in json.loads(usual)["properties"]
    assert run("schema", "subject") == 2


def test_all_of_them_are_written_beside_the_claims(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / ".schemas").mkdir()
    (corpus / ".schemas/claims.json").write_text("of an old version", "utf-8")
    assert run("schema", "--write", "claims/.schemas") == 0
    assert capsys.readouterr().out == "claims/.schemas\n"
    names = sorted(path.name for path in (corpus / ".schemas").iterdir())
    formats = ("attributes", "claims", "origins", "relations", "resolutions", "subjects")
    assert names == [f"{name}.json" for name in formats]
    run("schema", "claims")
    assert (corpus / ".schemas/claims.json").read_text("utf-8") == capsys.readouterr().out
    assert run("check", "claims") == 1, "the folder is no part of the corpus"


def test_a_folder_that_cannot_be_made_is_wrong_usage(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("schema", "--write", "claims/subjects.yaml/x") == 2
    assert "claims/subjects.yaml/x cannot be made" in capsys.readouterr().err
