"""Writing: nothing is lost, nothing is half written, and no link is written through."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli_support import file_writing
from factcheck.cli_support.exits import UsageError
from factcheck.cli_support.file_writing import PendingWrite, save
from tests.commands import writers
from tests.corpora import ROOT, run
from tests.drawing import size

WRITES = frozenset(
    {"write_text", "write_bytes", "mkdir", "makedirs", "unlink", "rmdir", "rmtree", "touch"}
    | {"symlink_to", "hardlink_to", "truncate", "removedirs", "renames", "copyfile", "copytree"}
    | {"mkstemp", "mkdtemp", "chmod", "NamedTemporaryFile", "TemporaryDirectory", "TemporaryFile"}
    | {"sink_parquet", "sink_csv"}
)
"""Calls that change what is on the disk, whatever they are called on."""


OURS = ("file_writing", "")
"""What a call of `replace` is on where it is that of the one module, or of dataclasses."""


def writes(code: str) -> list[str]:
    """The calls in this code that write to the disk, each with its line."""
    return [
        f"{node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Call) and _writes(node)
    ]


def _writes(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    if isinstance(call.func, ast.Name):
        name = call.func.id
    on = ast.unparse(call.func).rpartition(".")[0]
    texts = [arg.value for arg in call.args if isinstance(arg, ast.Constant)]
    texts += [k.value.value for k in call.keywords if isinstance(k.value, ast.Constant)]
    match name:
        case "open":
            modes = [t for t in texts if isinstance(t, str) and re.fullmatch(r"[rwxabt+]{1,4}", t)]
            return any(set(mode) & set("wax+") for mode in modes) or "O_CREAT" in ast.unparse(call)
        case "replace" | "rename":
            return on == "os" or (on not in OURS and len(call.args) == 1 and not call.keywords)
        case "remove" | "link" | "symlink":
            return on == "os"
        case _:
            return name in WRITES


def test_one_module_writes_files() -> None:
    """So that no command forgets the lock, the link, or the other half of a file."""
    found = {
        str(path.relative_to(ROOT)): calls
        for path in (ROOT / "factcheck").rglob("*.py")
        if (calls := writes(path.read_text("utf-8")))
    }
    assert list(found) == ["factcheck/cli_support/file_writing.py"], found


@pytest.mark.parametrize(
    "code",
    [
        "open(p, 'w')",
        "p.open('ab')",
        "open(p, mode='x')",
        "io.open(p, 'r+')",
        "p.write_text(t, 'utf-8')",
        "os.replace(a, b)",
        "a.replace(b)",
        "a.rename(b)",
        "tempfile.NamedTemporaryFile()",
        "shutil.rmtree(p)",
        "frame.sink_parquet(p)",
        "os.open(p, os.O_WRONLY | os.O_CREAT)",
    ],
)
def test_every_way_to_write_is_seen(code: str) -> None:
    assert writes(code)


@pytest.mark.parametrize(
    "code", ["open(p)", "p.open('rb')", "t.replace('a', 'w')", "xs.remove(x)", "replace(c, a=1)"]
)
def test_reading_is_not_taken_for_writing(code: str) -> None:
    assert not writes(code)


@pytest.mark.drawn
def test_processes_that_add_at_once_lose_nothing(corpus: Path) -> None:
    processes, each = size(4, 8), size(20, 200)
    running = [writers.start("add", 1000 * (n + 1), each) for n in range(processes)]
    ended = [one.communicate()[1] for one in running]
    assert not any(one.returncode for one in running), ended
    text = (corpus / "sources/post.yaml").read_text("utf-8")
    added = re.findall(r"value: '?(\d+)'?$", text, re.MULTILINE)
    expected = {1000 * (n + 1) + i for n in range(processes) for i in range(each)}
    assert {int(number) for number in added} == expected
    assert run("check") == 1, "and the file can be read"


def test_two_who_register_one_id_do_not_both_succeed(corpus: Path) -> None:
    command = [sys.executable, "-m", "factcheck", "new", "subject", "--id", "quay", "--label"]
    both = [subprocess.Popen([*command, label], **_quiet()) for label in ("Quay", "Wharf")]  # type: ignore[call-overload]
    assert sorted(one.wait() for one in both) == [0, 2]
    assert (corpus / "subjects.yaml").read_text("utf-8").count("id: quay") == 1


def _quiet() -> dict[str, object]:
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    return {"env": env, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


@pytest.mark.parametrize("what", ["edits", "foundings"])
def test_killed_at_any_step_it_leaves_the_old_or_the_new(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    killed = writers.start(what)
    out, err = killed.communicate(timeout=300)
    assert killed.returncode == 0, err
    assert int(out) > 20, "there were steps to die at"


@pytest.mark.skipif(shutil.which("strace") is None, reason="no tracer is installed")
@pytest.mark.parametrize("call", ["fsync", "rename", "flock"])
def test_killed_by_the_system_at_a_call_it_leaves_the_old_or_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    monkeypatch.chdir(tmp_path)
    desk = Path("desk")
    desk.mkdir()
    for which in range(1, size(2, 4) if call != "flock" else 2):
        for name in ("a.yaml", "b.yaml"):
            (desk / name).write_text(writers.OLD)
        inject = f"inject={call}:signal=KILL:when={which}"
        command = [sys.executable, "-m", "tests.commands.writers", "edit"]
        traced = ["strace", "-qq", "-o", "trace", "-e", inject, *command]
        subprocess.run(traced, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False)
        assert "killed by SIGKILL" in Path("trace").read_text()
        for name in ("a.yaml", "b.yaml"):
            assert (desk / name).read_text() in (writers.OLD, writers.NEW)
        assert not (desk / "c.yaml").exists()


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_full_disk_is_a_sentence_and_changes_nothing(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    before = {p: p.read_bytes() for p in corpus.rglob("*") if p.is_file()}

    def full(*_: object) -> int:
        raise OSError(28, os.strerror(28))

    with monkeypatch.context() as patched:
        patched.setattr(Path if call == "replace" else os, call, full)
        for command in (
            ("new", "subject", "--label", "Quay"),
            ("new", "source", "--outlet", "Molo", "--published", "2026-03-01", "--title", "T"),
            ("baseline", "create"),
        ):
            more = ("--language", "it") if "source" in command else ()
            assert run(*command, *more) == 2, command
            assert "cannot be written: No space left on device." in capsys.readouterr().err
    assert {p: p.read_bytes() for p in corpus.rglob("*") if p.is_file()} == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_a_sentence(corpus: Path) -> None:
    corpus.chmod(0o555)
    assert run("new", "subject", "--label", "Quay") == 2


def test_where_no_folder_can_be_made_a_decision_is_refused_with_a_sentence(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import tempfile

    def refused(*_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "mkdtemp", refused)
    run("check", "-o", "concise")
    id = capsys.readouterr().out.split("[")[1][:12]
    assert run("resolve", id, "--decision", "none-right", "--reason", "r", "--by", "b") == 2
    assert "claims/resolutions cannot be made: Permission denied." in capsys.readouterr().err
    assert not (corpus / "resolutions").exists()


@pytest.mark.parametrize(
    "command",
    [
        ("report", "claims", "-o", "{}"),
        ("check", "-o", "json:{}"),
        ("export", "-o", "{}"),
    ],
)
@pytest.mark.parametrize("leads_to", ["file", "nothing", "device"])
def test_a_link_in_the_repository_is_replaced_by_a_report_and_never_followed(
    corpus: Path, tmp_path: Path, command: tuple[str, ...], leads_to: str
) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    outside.mkdir()
    victim = Path("/dev/null") if leads_to == "device" else outside / "zshrc"
    if leads_to == "file":
        victim.write_text("theirs")
    Path("claims.csv").symlink_to(victim)
    run(*(part.format("claims.csv") for part in command))
    assert not Path("claims.csv").is_symlink()
    assert Path("claims.csv").stat().st_size > 0
    assert [p.read_text() for p in outside.iterdir()] == (["theirs"] if leads_to == "file" else [])


@pytest.mark.parametrize("typed", ["out/claims.csv", "./x/../out/claims.csv", "{}/out/claims.csv"])
def test_a_folder_that_is_a_link_out_of_the_repository_is_refused(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-out"
    outside.mkdir()
    Path("x").mkdir()
    Path("out").symlink_to(outside)
    file = typed.format(tmp_path)
    for command in (("export", "-o", file), ("check", "-o", f"json:{file}")):
        assert run(*command) == 2
        assert "lies behind a link that leaves the working directory" in capsys.readouterr().err
    assert run("rules", "--write", "out/rules") == 2
    assert not list(outside.iterdir())
    assert run("export", "-o", str(outside / "claims.csv")) == 0, "named as such, it is meant"


def test_what_was_changed_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("theirs")
    with pytest.raises(UsageError, match="was changed meanwhile"):
        save(tmp_path, [PendingWrite(file, b"old", "ours")])
    with pytest.raises(UsageError, match="is there already"):
        save(tmp_path, [PendingWrite(file, None, "ours")])
    with pytest.raises(UsageError, match="was changed meanwhile"):
        file_writing.delete(tmp_path, file, b"old")
    assert file.read_text() == "theirs"


def test_a_baseline_that_was_changed_meanwhile_is_not_written_over(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from factcheck import pipeline

    assert run("baseline", "create") == 0
    (corpus / "sources/wire.yaml").unlink()
    look = pipeline.look

    def meanwhile(*given: object) -> object:
        (corpus / "baseline.jsonl").write_text("")
        return look(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "look", meanwhile)
    assert run("baseline", "prune") == 2
    assert "baseline.jsonl was changed meanwhile" in capsys.readouterr().err
    assert (corpus / "baseline.jsonl").read_text() == ""
