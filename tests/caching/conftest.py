"""What the tests of the cache share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.caching.desk import Desk


@pytest.fixture
def desk(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Desk:
    """A desk in a folder of its own, which is the working directory."""
    root = tmp_path / "desk"
    root.mkdir()
    monkeypatch.chdir(root)
    return Desk(root, capsys, monkeypatch)
