"""`factcheck gaps`: figures that no claim takes, on an invented article."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpora import run

ARTICLE = """The port in figures

Northwind spent 85 million euros on ferries in 2025, 18 % more than the year before.
On 22 January 2026 its Hull 7B carried 4,200 people. The mayor, 61, was not there.
"""
SOURCE = """source:
  id: post
  outlet: Harbour Post
  title: The port in figures
  published: 2026-01-23
  language: en
  archive: {{file: post.txt}}
{skipped}claims:
  - {{subject: Northwind, attribute: budget, value: 85 million euros, period: 2025,
     quote: 85 million euros on ferries}}
"""


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("claims/sources").mkdir(parents=True)
    Path("texts").mkdir()
    Path("texts/post.txt").write_text(ARTICLE, "utf-8")
    Path("claims/subjects.yaml").write_text("subjects:\n  - {id: northwind, label: Northwind}\n")
    Path("claims/attributes.yaml").write_text(
        "attributes:\n  - {id: budget, label: budget, kind: money, unit: EUR, key: [period]}\n"
    )
    write("")
    return tmp_path


def write(skipped: str) -> None:
    Path("claims/sources/post.yaml").write_text(SOURCE.format(skipped=skipped), "utf-8")


def test_figures_without_a_claim_are_listed_in_their_sentences(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("gaps", "claims", "--archive", "texts") == 0
    first, *gaps = capsys.readouterr().out.splitlines()
    assert first == "post: 1 of 4 figures are in claims, 25 %"
    shown = "\n".join(gaps)
    assert "[18%]" in shown
    assert "[4,200]" in shown or "[4,200 people]" in shown
    assert "[85 million euros]" not in shown
    for no_figure in ("[22", "[2025]", "[7B]"):
        assert no_figure not in shown


def test_a_person_closes_a_gap_with_a_reason(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write("  skipped:\n    - {quote: 'The mayor, 61', reason: an age}\n")
    assert run("gaps", "claims", "--archive", "texts") == 0
    out = capsys.readouterr().out
    assert out.startswith("post: 2 of 4 figures are in claims, 50 %\n")
    assert "[61]" not in out


def test_without_texts_it_says_where_they_are_named(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("gaps", "claims") == 2
    assert "factcheck gaps --archive FOLDER" in capsys.readouterr().err
    assert run("gaps", "claims", "--archive", "texts", "--source", "pots") == 2
    assert "no source 'pots'" in capsys.readouterr().err
