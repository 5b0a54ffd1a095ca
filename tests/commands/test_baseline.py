"""`factcheck baseline`, as a user types it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.test_exit_codes import agree, decide
from tests.corpora import add, run

FILE = Path("claims/baseline.jsonl")


def test_create_writes_what_is_there_and_never_overwrites(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("baseline", "create") == 0
    assert capsys.readouterr().out == f"{FILE}: 1 finding\n"
    text = FILE.read_text("utf-8")
    assert '"topic": "northwind / budget / 2025"' in text
    assert run("baseline", "create") == 2
    assert "is there already, and is never overwritten" in capsys.readouterr().err
    FILE.write_text("broken\n", "utf-8")
    assert run("baseline", "create") == 2
    assert FILE.read_text("utf-8") == "broken\n"


def test_create_does_not_follow_a_link(corpus: Path) -> None:
    FILE.symlink_to("elsewhere")
    assert run("baseline", "create") == 2
    assert not Path("claims/elsewhere").exists()


@pytest.mark.parametrize("command", ["create", "prune"])
def test_an_incomplete_check_writes_nothing(
    corpus: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run("baseline", "create")
    before = FILE.read_text("utf-8")
    if command == "create":
        FILE.unlink()
    agree(corpus)
    add(corpus, "Molo", "atribute: budget, value: 3 euros")
    assert run("baseline", command) == 3
    assert "Nothing is written: mend these files first." in capsys.readouterr().err
    assert not FILE.exists() if command == "create" else FILE.read_text("utf-8") == before


def test_prune_takes_out_and_never_adds(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("baseline", "create")
    before = FILE.read_text("utf-8")
    add(corpus, "Molo", "attribute: staff, value: '3'")
    add(corpus, "Faro", "attribute: staff, value: '4'")
    capsys.readouterr()
    assert run("baseline", "prune") == 0
    assert capsys.readouterr().out == f"{FILE}: 1 finding, 0 taken out\n"
    assert FILE.read_text("utf-8") == before
    agree(corpus)
    assert run("baseline", "prune") == 0
    assert capsys.readouterr().out == f"{FILE}: 0 findings, 1 taken out\n"
    assert FILE.read_text("utf-8") == ""
    assert run("check") == 1, "what was never in the baseline still fails"


def test_prune_takes_out_what_was_decided(corpus: Path) -> None:
    run("baseline", "create")
    decide()
    assert run("baseline", "prune", "--today", "2026-03-04") == 0
    assert FILE.read_text("utf-8") == ""


def test_without_a_baseline_there_is_nothing_to_prune_or_show(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in ("prune", "show"):
        assert run("baseline", command) == 2
        assert f"There is no {FILE}" in capsys.readouterr().err


def test_show_says_what_is_known(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("baseline", "create")
    capsys.readouterr()
    assert run("baseline", "show") == 0
    stated = capsys.readouterr().out
    assert "quantity-mismatch  northwind / budget / 2025: 150 mn EUR / 85 mn EUR" in stated


def test_show_is_safe_to_look_at(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("baseline", "create")
    text = FILE.read_text("utf-8").replace("85 mn EUR", "\\u001b[2J\\u202e")
    FILE.write_text(text, "utf-8")
    capsys.readouterr()
    assert run("baseline", "show") == 0
    assert "<U+001B>[2J<U+202E>" in capsys.readouterr().out


def test_a_baseline_is_that_of_a_whole_corpus(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("baseline", "create", "claims/sources/post.yaml") == 2
    assert "give its folder" in capsys.readouterr().err
