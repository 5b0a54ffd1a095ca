"""Where reports go: standard output with or without colours, and files, whole or not at all."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.formats import text
from tests.corpora import add, contradict, found, run


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus with one contradiction in the current folder."""
    monkeypatch.chdir(tmp_path)
    folder = found(tmp_path)
    contradict(folder)
    return folder


def names() -> list[str]:
    return sorted(path.name for path in Path().iterdir())


def test_a_pipe_gets_a_line_for_each_finding_with_both_places(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(corpus, "Molo", "atribute: budget, value: 3 euros")
    run("check")
    missing, diagnostic, finding, answer = capsys.readouterr().out.splitlines()
    assert missing.startswith("claims/sources/molo.yaml:3:5: error: a claim needs 'attribute'")
    assert diagnostic == (
        "claims/sources/molo.yaml:3:26: error: unknown key 'atribute' in a claim "
        "(hint: did you mean 'attribute'?)"
    )
    assert finding == (
        "claims/sources/post.yaml:3:52: error quantity-mismatch: Sources disagree on budget of "
        "Northwind (2025): 85 mn EUR / 150 mn EUR. Against claims/sources/wire.yaml:3:52. "
        f"[{finding[-13:-1]}]"
    )
    assert answer.startswith("1 contradiction is open. 2 claims from 3 sources")


def test_a_terminal_gets_frames(corpus: Path) -> None:
    ours, theirs = pty.openpty()
    environment = {k: v for k, v in os.environ.items() if k != "NO_COLOR"} | {"TERM": "xterm"}
    check = [sys.executable, "-m", "factcheck", "check"]
    root = Path(__file__).parents[1]
    done = subprocess.run(
        check, stdout=theirs, env=environment | {"PYTHONPATH": str(root)}, timeout=60
    )
    os.close(theirs)
    stated = os.read(ours, 99999).decode()
    os.close(ours)
    assert done.returncode == 1
    assert "^^^^^^^^" in stated
    assert "\x1b[31m" in stated


def test_a_pipe_is_written_to_and_not_replaced(corpus: Path) -> None:
    os.mkfifo("pipe")
    reader = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    run("check", "-o", "text:pipe")
    assert Path("pipe").is_fifo()
    assert b"quantity-mismatch" in os.read(reader, 9999)
    os.close(reader)


def test_several_outputs_of_one_run_say_the_same(corpus: Path) -> None:
    run("check", "-o", "json:a.json", "-o", "text:a.txt", "-o", "concise:-", "-o", "html:a.html")
    id = json.loads(Path("a.json").read_text("utf-8"))["findings"][0]["id"]
    assert id in Path("a.txt").read_text("utf-8")
    assert id in Path("a.html").read_text("utf-8")


def test_files_have_no_colours_unless_they_are_asked_for(corpus: Path) -> None:
    run("check", "-o", "text:plain.txt")
    assert "\x1b" not in Path("plain.txt").read_text("utf-8")
    run("check", "-o", "text:plain.txt", "--color", "always")
    assert "\x1b[31m" in Path("plain.txt").read_text("utf-8")


def test_two_formats_do_not_share_a_place(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "-o", "text", "-o", "json") == 2
    assert "Two formats go to standard output" in capsys.readouterr().err
    assert run("check", "-o", "html:a", "-o", "json:a") == 2
    assert "Two formats go to a:" in capsys.readouterr().err

    assert run("check", "-o", "html:a", "-o", "json:./b/../a") == 2
    Path("link").symlink_to("a")
    assert run("check", "-o", "html:a", "-o", "json:link") == 2
    assert run("check", "-o", "text:-", "-o", "json") == 2
    assert names() == ["claims", "link"]


def test_nothing_is_left_after_a_failure(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a.json").write_text("old", "utf-8")
    assert run("check", "-o", "json:a.json", "-o", "text:no/such/folder.txt") == 2
    assert "no/such/folder.txt cannot be written: No such file" in capsys.readouterr().err
    Path("pages").mkdir()
    assert run("check", "-o", "json:a.json", "-o", "text:pages") == 2
    assert "pages cannot be written: it is a folder." in capsys.readouterr().err

    def full(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert run("check", "-o", "json:a.json") == 2
    assert "a.json cannot be written: No space left on device." in capsys.readouterr().err
    assert Path("a.json").read_text("utf-8") == "old"
    assert names() == ["a.json", "claims", "pages"]


def test_a_file_that_is_replaced_stays_as_private_as_it_was(corpus: Path) -> None:
    Path("a.json").touch(mode=0o600)
    run("check", "-o", "json:a.json", "-o", "text:new.txt")
    assert Path("a.json").stat().st_mode & 0o777 == 0o600
    mask = os.umask(0)
    os.umask(mask)
    assert Path("new.txt").stat().st_mode & 0o777 == 0o666 & ~mask


def test_a_crash_of_a_format_leaves_nothing(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(_: object) -> str:
        raise ZeroDivisionError("seeded")

    monkeypatch.setattr(text, "render", crash)
    assert run("check", "-o", "json:a.json", "-o", "text:a.txt") == 70
    assert names() == ["claims"]


@pytest.mark.parametrize(
    "file",
    [
        "claims/sources/post.yaml",
        "claims/sources/new.yaml",
        "claims/../claims/subjects.yaml",
        "claims/baseline.jsonl",
        "link.json",
        "kept/post.txt",
    ],
)
def test_what_is_checked_is_never_written_over(
    corpus: Path, capsys: pytest.CaptureFixture[str], file: str
) -> None:
    Path("kept").mkdir()
    Path("link.json").symlink_to("claims/sources/wire.yaml")
    before = {p: p.read_bytes() for p in corpus.rglob("*.yaml")}
    for command in (("check", "-o", f"json:{file}"), ("report", "-o", file)):
        assert run(*command, "--archive", "kept") == 2
        assert f"{file} belongs to what is checked" in capsys.readouterr().err
    assert {p: p.read_bytes() for p in corpus.rglob("*.yaml")} == before


def test_beside_the_claims_a_report_may_stand(corpus: Path) -> None:
    assert run("report", "-o", "claims/report.html") == 0


@pytest.mark.parametrize("typed", ["claims", "./claims", "{}/claims", "../{name}/claims"])
def test_paths_are_those_of_the_working_directory(
    corpus: Path, capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    here = Path.cwd()
    run("check", typed.format(here, name=here.name), "-o", "json")
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert {c["path"] for p in finding["positions"] for c in p["claims"]} == {
        "claims/sources/post.yaml",
        "claims/sources/wire.yaml",
    }


def test_a_link_to_a_corpus_keeps_the_name_that_was_typed(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus.rename("kept")
    corpus.symlink_to("kept")
    run("check", "claims")
    assert capsys.readouterr().out.startswith("claims/sources/post.yaml:3:")


@pytest.mark.parametrize("output", ["text", "concise"])
@pytest.mark.parametrize(
    ("environment", "colored"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, False),
    ],
)
def test_colors(
    corpus: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    colored: bool,
    output: str,
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    run("check", "-o", output)
    assert ("\x1b[" in capsys.readouterr().out) is colored
    run("check", "--color", "always")
    assert "\x1b[" in capsys.readouterr().out
    run("check", "--color", "never")
    assert "\x1b[" not in capsys.readouterr().out


def test_the_summary_of_a_ci_run_is_appended(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("summary.md").write_text("before\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    assert run("check", "-o", "concise") == 1
    assert Path("summary.md").read_text("utf-8") == "before\n", "nobody asked for GitHub's format"
    assert run("check", "-o", "github") == 1
    stated = Path("summary.md").read_text("utf-8")
    assert stated.startswith("before\n### factcheck: 1 contradiction is open.\n")
    assert "“<b>85 million euros</b>”" in stated
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "no/such/file")
    capsys.readouterr()
    assert run("check", "-o", "github") == 1, "the gate does not depend on its summary"
    described = capsys.readouterr()
    assert "The summary is missing: no/such/file cannot be written" in described.err
    assert described.out.startswith("::error file=claims/sources/post.yaml,line=3,")
