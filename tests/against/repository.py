"""A git repository as a desk has it, and factcheck run in it."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.corpora import add, contradict, found, run

DAY = ("--today", "2026-03-04")


def quiet(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let git in tests heed the settings that are written into this folder, and no others."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    (folder / "gitconfig").write_text(
        "[user]\n  name = A. Berg\n  email = berg@example.org\n[init]\n  defaultBranch = main\n"
        '[protocol "file"]\n  allow = always\n[uploadpack]\n  allowFilter = true\n',
        "utf-8",
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(folder / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder))


@dataclass(frozen=True)
class Repository:
    """Its working tree, with the corpus in `claims/`."""

    root: Path

    @property
    def claims(self) -> Path:
        return self.root / "claims"

    def git(self, *arguments: str, at: Path | None = None) -> str:
        """What git says; a failure is one of the test."""
        done = subprocess.run(
            ("git", *arguments), cwd=at or self.root, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def begin(self) -> None:
        self.root.mkdir(parents=True)
        self.git("init", "-q", "-b", "main")
        found(self.root)
        contradict(self.claims)
        self.commit("Begin.")
        self.git("checkout", "-q", "-b", "change")

    def commit(self, message: str = "More.") -> str:
        """Commit all that is there; the id of the commit."""
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)
        return self.git("rev-parse", "HEAD")

    def on_main(self) -> None:
        """Let what was committed on `change` be part of `main`."""
        self.git("branch", "-qf", "main", "HEAD")


def clash(corpus: Path, outlet: str = "Molo", value: str = "3") -> None:
    """Two sources that clash on something new."""
    add(corpus, outlet, f"attribute: staff, value: '{value}'")
    add(corpus, "Faro", "attribute: staff, value: '44'")


def checked(*arguments: str, against: str = "main") -> int:
    """The exit code of a check against a ref."""
    return run("check", "--against", against, *DAY, *arguments)


def stated(capsys: pytest.CaptureFixture[str], *arguments: str, against: str = "main") -> Any:
    """The JSON of a check against a ref."""
    capsys.readouterr()
    checked("-o", "json", *arguments, against=against)
    return json.loads(capsys.readouterr().out)


def states(document: Any) -> dict[str, str]:
    """The state of each finding, by its rule and attribute."""
    return {
        f"{f['rule']} {f['topic']['attribute']}".strip(): f["state"] for f in document["findings"]
    }


def notes(document: Any) -> dict[str, str]:
    """What is announced, by what it is about."""
    return {one["about"]: one["message"] for one in document["announced"]}


def refused(capsys: pytest.CaptureFixture[str], *arguments: str, against: str = "main") -> str:
    """The sentence with which a check ends that cannot compare; its exit code is 2."""
    capsys.readouterr()
    assert checked(*arguments, against=against) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("Error: ")
    assert "Traceback" not in captured.err
    return captured.err.removeprefix("Error: ").strip()
