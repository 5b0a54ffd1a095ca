"""A story for each setting: what a user writes into the file, and what changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.test_exit_codes import DAY, DECIDE, the_id
from tests.corpora import add, contradict, found, run

MISMATCH = 'ignore = ["quantity-mismatch"]'


def put(text: str, file: str = "factcheck.toml") -> None:
    Path(file).write_text(f"{text}\n", "utf-8")


def stated(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


def test_fail_on(corpus: Path) -> None:
    assert run("check") == 1
    put('fail-on = "never"')
    assert run("check") == 0
    assert run("check", "--fail-on", "error") == 1
    put('fail-on = "warning"')
    assert run("check", "--fail-on", "never") == 0


def test_the_project_file_does_as_well(corpus: Path) -> None:
    put('[tool.factcheck]\nfail-on = "never"', "pyproject.toml")
    assert run("check") == 0


def test_stale(corpus: Path) -> None:
    run("baseline", "create")
    add(corpus, "Wire", "attribute: budget, value: 85 million euros, period: 2025")
    assert run("check") == 0
    put('stale = "error"')
    assert run("check") == 4
    assert run("check", "--stale", "warn") == 0


def test_output(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put('output = "json"')
    run("check")
    assert json.loads(stated(capsys))["version"] == 2
    run("check", "-o", "concise")
    assert stated(capsys).startswith("claims/sources/")


def test_claims(tmp_path: Path, corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    contradict(found(tmp_path / "news"))
    add(Path("news/claims"), "Molo", "attribute: staff, value: 12")
    put('claims = "news/claims"')
    run("check", "-o", "json")
    assert json.loads(stated(capsys))["summary"]["claims"] == 3
    run("check", "claims", "-o", "json")
    assert json.loads(stated(capsys))["summary"]["claims"] == 2


def test_settings_of_the_claims_that_settings_name(
    tmp_path: Path, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found(tmp_path / "news")
    put('claims = "news/claims"')
    put("", "news/factcheck.toml")
    assert run("check") == 2
    assert "only one file may have them" in capsys.readouterr().err


def test_claims_in_a_repository_of_their_own(tmp_path: Path, corpus: Path) -> None:
    contradict(found(tmp_path / "news"))
    Path("news/.git").mkdir()
    put('claims = "news/claims"\nfail-on = "never"')
    assert run("check") == 0
    assert run("check", "news/claims") == 1  # these settings lie outside of it


def test_claims_that_are_not_there_and_claims_behind_a_link(
    tmp_path: Path,
    corpus: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put('claims = "news"')
    assert run("check") == 2
    assert "factcheck.toml: claims: there is no folder 'news'" in capsys.readouterr().err
    Path("inner").mkdir()
    Path("inner/link").symlink_to(tmp_path / "claims")
    put('claims = "link"', "inner/factcheck.toml")
    Path("factcheck.toml").unlink()
    monkeypatch.chdir("inner")
    assert run("check") == 2
    assert "a link leads out of the folder of the settings" in capsys.readouterr().err


def test_archive(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(corpus, "Post", 'attribute: budget, value: 85 million euros, period: 2025, quote: "85"')
    file = corpus / "sources" / "post.yaml"
    text = file.read_text("utf-8").replace("language: en", "language: en, archive: {file: p.txt}")
    file.write_text(text, "utf-8")
    Path("kept/texts").mkdir(parents=True)
    Path("kept/texts/p.txt").write_text("Nothing of the kind.", "utf-8")
    run("check", "-o", "concise")
    assert "quote-not-found" not in stated(capsys)
    put('archive = "kept/texts"')
    run("check", "-o", "concise")
    assert "quote-not-found" in stated(capsys)
    Path("empty").mkdir()
    Path("empty/p.txt").write_text("He said 85 of them.", "utf-8")
    run("check", "-o", "concise", "--archive", "empty")
    assert "quote-not-found" not in stated(capsys)


def test_select_and_ignore_are_told(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(MISMATCH)
    assert run("check") == 0
    assert "The settings leave out 1 rule." in stated(capsys)
    put('select = ["quantity-mismatch"]')
    assert run("check") == 1


def test_severity_of_a_verdict_and_of_a_rule(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put('severity.contradicts = "warning"')
    assert run("check", "-o", "concise") == 0
    assert ": warning quantity-mismatch: " in stated(capsys)
    put('severity.contradicts = "note"\n[rules]\nquantity-mismatch.severity = "error"')
    assert run("check", "-o", "concise") == 1
    assert ": error quantity-mismatch: " in stated(capsys)


def test_an_option_of_a_rule(corpus: Path) -> None:
    put('[rules.quantity-mismatch]\nsmallest-gap = "42 %"')
    assert run("check") == 1
    put('[rules.quantity-mismatch]\nsmallest-gap = "43 %"')
    assert run("check") == 0


@pytest.mark.parametrize("table", ["sources.wire", "subjects.northwind"])
def test_a_source_or_subject_is_left_out_and_counted(
    table: str, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(f"[{table}]\n{MISMATCH}")
    assert run("check") == 0
    assert "The settings leave out 1 finding." in stated(capsys)
    put(f'[{table}]\nseverity = "warning"')
    assert run("check", "-o", "concise") == 0
    assert ": warning quantity-mismatch: " in stated(capsys)
    assert run("check", "--fail-on", "warning") == 1


def test_a_source_file_alone_knows_nothing_of_the_other_sources(corpus: Path) -> None:
    put(f"[sources.wire]\n{MISMATCH}")
    assert run("check", "claims/sources/post.yaml") == 0


@pytest.mark.parametrize(
    ("policy", "instead"),
    [
        ("ticket-required = true", ("--ticket", "https://example.org/1")),
        ("longest-days = 30", ("--expires", "2026-04-01")),
        ('never-on = ["quantity-mismatch"]', None),
    ],
)
def test_the_policy_for_decisions(
    policy: str,
    instead: tuple[str, ...] | None,
    corpus: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    id = the_id()
    assert run("resolve", id, *DECIDE, *DAY) == 0
    assert run("check", *DAY) == 0
    put(f"[resolutions]\n{policy}")
    assert run("check", "-o", "concise", *DAY) == 1
    assert "The settings" in (out := stated(capsys)) or "30 days at most" in out
    assert run("resolve", id, "--replace", *DECIDE, *DAY) == 2
    assert "Nothing is written" in capsys.readouterr().err
    if instead is not None:
        assert run("resolve", id, "--replace", *DECIDE, *DAY, *instead) == 0
        assert run("check", *DAY) == 0


def test_a_baseline_keeps_what_the_settings_leave_out(corpus: Path) -> None:
    run("baseline", "create")
    before = (corpus / "baseline.jsonl").read_text("utf-8")
    assert before
    for setting in (MISMATCH, f"[sources.wire]\n{MISMATCH}"):
        put(setting)
        assert run("baseline", "prune") == 0
        assert (corpus / "baseline.jsonl").read_text("utf-8") == before
        assert run("check", "--stale", "error") == 0


def test_report_resolve_and_explain_go_by_them_too(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    id = the_id()
    put(f"[sources.wire]\n{MISMATCH}")
    assert run("report", "-o", "-") == 0
    assert id not in stated(capsys)
    assert run("resolve", "--list") == 0
    assert id not in stated(capsys)
    assert run("resolve", "--list", "claims") == 0
    assert id not in stated(capsys)
    capsys.readouterr()
    assert run("explain", id) == 2
    assert f"The settings leave the finding '{id}' out" in capsys.readouterr().err


def test_programs_go_by_them_too(corpus: Path) -> None:
    import factcheck

    assert len(factcheck.check("claims").findings) == 1
    put(f"[sources.wire]\n{MISMATCH}")
    view = factcheck.check("claims")
    assert (view.findings, view.summary.count("ignored")) == ((), 1)


def test_config(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put('# ours\nstale = "error"\n[rules.syndicated-copy]\nwords = 9')
    assert run("config", "--fail-on", "warning") == 0
    described = {
        line.split()[0]: " ".join(line.split()[1:]) for line in stated(capsys).splitlines()
    }
    assert described["stale"] == '"error" factcheck.toml'
    assert described["fail-on"] == '"warning" command line'
    assert described["rules.syndicated-copy.words"] == "9 factcheck.toml"
    assert described["severity.contradicts"] == '"error" default'
    assert run("config", "-o", "json") == 0
    document = json.loads(stated(capsys))
    assert document["file"] == "factcheck.toml"
    assert {"key": "stale", "value": '"error"', "from": "factcheck.toml"} in document["settings"]


def test_from_a_folder_below_the_repository(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(".git").mkdir()
    Path("docs").mkdir()
    put('fail-on = "never"')
    monkeypatch.chdir("docs")
    assert run("check", "../claims") == 0
    run("config", "../claims")
    assert "../factcheck.toml" in stated(capsys)
