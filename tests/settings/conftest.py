"""A small corpus on disk, as a user has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpora import contradict, found


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """`claims/` in the current folder, in which two sources contradict each other."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    found(tmp_path)
    folder = Path("claims")
    contradict(folder)
    return folder
