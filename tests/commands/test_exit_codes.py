"""A test for each row of the table of exit codes, and for what comes first where several apply."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpora import add, contradict, run

DECIDE = ("--decision", "not-comparable", "--reason", "They count different things.", "--by", "A.")
DAY = ("--today", "2026-03-04")


def agree(corpus: Path) -> None:
    for outlet in ("Post", "Wire"):
        add(corpus, outlet, "attribute: budget, value: 85 million euros, period: 2025")


def decide(*more: str) -> None:
    assert run("resolve", the_id(), *DECIDE, *DAY, *more) == 0


def the_id() -> str:
    from factcheck.pipeline import run as report

    (finding,) = report(Path("claims")).summary.findings
    return finding.id


def break_a_file(corpus: Path) -> None:
    add(corpus, "Molo", "atribute: budget, value: 3 euros")


def break_the_baseline(corpus: Path) -> None:
    (corpus / "baseline.jsonl").write_text("{\n", "utf-8")


def crash(monkeypatch: pytest.MonkeyPatch) -> None:
    from factcheck.rules.base import MismatchRule

    def fail(*_: object) -> None:
        raise ZeroDivisionError("seeded")

    monkeypatch.setattr(MismatchRule, "_finding", fail)


def test_0_nothing_failing(corpus: Path) -> None:
    agree(corpus)
    assert run("check") == 0


def test_0_what_is_known_or_decided(corpus: Path) -> None:
    run("baseline", "create")
    assert run("check") == 0
    (corpus / "baseline.jsonl").unlink()
    decide()
    assert run("check", *DAY) == 0


def test_1_something_new(corpus: Path) -> None:
    assert run("check") == 1


def test_1_something_changed(corpus: Path) -> None:
    run("baseline", "create")
    add(corpus, "Wire", "attribute: budget, value: 160 million euros, period: 2025")
    assert run("check") == 1


def test_1_something_reopened(corpus: Path) -> None:
    decide("--expires", "2026-03-31")
    assert run("check", "--today", "2026-03-31") == 0
    assert run("check", "--today", "2026-04-01") == 1


def test_2_wrong_usage(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--stale", "perhaps") == 2
    assert run("check", "nowhere") == 2
    assert run("check", "--today", "soon") == 2
    capsys.readouterr()
    break_the_baseline(corpus)
    assert run("check") == 2
    err = capsys.readouterr().err
    assert "claims/baseline.jsonl:1:1: this is not a finding" in err
    assert "hint: correct the line, or delete the file" in err


def test_3_a_faulty_claim_or_decision(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    break_a_file(corpus)
    assert run("check", "--fail-on", "never") == 3
    (corpus / "sources" / "molo.yaml").unlink()
    decide()
    file = corpus / "resolutions" / f"{the_id()}.yaml"
    file.write_text(file.read_text("utf-8").replace("not-comparable", "not-comparible"), "utf-8")
    capsys.readouterr()
    assert run("check", "-o", "text", *DAY) == 3
    out = capsys.readouterr().out
    assert "did you mean 'not-comparable'?" in out
    assert "error: quantity-mismatch" in out, "it fails open: the finding comes back"


def test_3_a_decision_from_the_future(corpus: Path) -> None:
    decide()
    assert run("check", "--today", "2026-03-03") == 3


def test_4_only_stale_records(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("baseline", "create")
    agree(corpus)
    capsys.readouterr()
    assert run("check", "--stale", "error", "-o", "text") == 4
    assert "stale: claims/baseline.jsonl:1:1:" in capsys.readouterr().out
    assert run("check", "-o", "text") == 0
    assert "stale: claims/baseline.jsonl:1:1:" in capsys.readouterr().out
    assert run("check", "--stale", "ignore", "-o", "text") == 0
    assert "stale" not in capsys.readouterr().out


def test_5_nothing_to_check(corpus: Path) -> None:
    for file in (corpus / "sources").iterdir():
        file.unlink()
    assert run("check") == 5


def test_70_a_fault_of_ours(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    crash(monkeypatch)
    assert run("check") == 70


def test_of_several_the_gravest(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("baseline", "create")
    agree(corpus)
    add(corpus, "Molo", "attribute: staff, value: '3'")
    add(corpus, "Faro", "attribute: staff, value: '4'")
    assert run("check", "--stale", "error") == 1, "1 before 4"
    for file in (corpus / "sources").iterdir():
        file.unlink()
    assert run("check", "--stale", "error") == 5, "5 before 4"
    break_a_file(corpus)
    assert run("check") == 3, "3 before 5"
    contradict(corpus)
    assert run("check") == 3, "3 before 1"
    break_the_baseline(corpus)
    assert run("check") == 2, "2 before 3"
    (corpus / "baseline.jsonl").unlink()
    crash(monkeypatch)
    assert run("check") == 70, "70 before 3"
