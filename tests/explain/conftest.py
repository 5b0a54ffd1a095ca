"""The corpus of one test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.explain.world import World


@pytest.fixture
def world(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> World:
    """An empty corpus, in whose folder the program runs."""
    monkeypatch.chdir(tmp_path)
    return World(tmp_path, capsys)
