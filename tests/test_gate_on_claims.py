"""The shipped corpus passes its own gate, and one claim that contradicts it does not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.corpora import run

CLAIMS = Path(__file__).parents[1] / "claims"

CONTRADICTING = """\
source:
  outlet: Harbour Post
  title: Another figure
  published: 2026-02-01
  language: en
claims:
  - subject: ByteDance
    attribute: ai-spending
    value: RMB 61 billion
    period: 2025
"""


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(CLAIMS, tmp_path / "claims")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "claims"


def test_the_shipped_claims_pass(corpus: Path) -> None:
    assert run("check", "claims") == 0


def test_every_record_is_of_use(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "claims", "--stale=error") == 0
    listed = [line for line in capsys.readouterr().out.splitlines() if ": error " in line]
    assert listed == [], "a contradiction that nobody has kept as known, nor decided"


def test_a_claim_that_contradicts_fails_and_names_both_sides(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "sources" / "harbour-post.yaml").write_text(CONTRADICTING, encoding="utf-8")
    assert run("check", "claims") == 1
    stated = capsys.readouterr().out.splitlines()
    (line,) = [x for x in stated if "AI spending of ByteDance (2025)" in x]
    assert line.startswith("claims/sources/harbour-post.yaml:9:12: error ")
    assert "claims/sources/cryptopolitan-2025-12.yaml" in line
