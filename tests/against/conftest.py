"""A real repository with a small corpus in it, untouched by the settings of whoever runs this."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.against.repository import Repository


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """The branch `main` holds two sources that clash on a budget; `change` begins from it."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "gitconfig").write_text(
        "[user]\n  name = A. Berg\n  email = berg@example.org\n[init]\n  defaultBranch = main\n"
        "[protocol \"file\"]\n  allow = always\n[uploadpack]\n  allowFilter = true\n", "utf-8",
    )  # fmt: skip
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    found = Repository(tmp_path / "desk")
    found.begin()
    monkeypatch.chdir(found.root)
    return found
