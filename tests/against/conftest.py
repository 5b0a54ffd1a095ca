"""A real repository with a small corpus in it, untouched by the settings of whoever runs this."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.against.repository import Repository, quiet_git


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """The branch `main` holds two sources that clash on a budget; `change` begins from it."""
    quiet_git(tmp_path, monkeypatch)
    found = Repository(tmp_path / "desk")
    found.begin()
    monkeypatch.chdir(found.root)
    return found
