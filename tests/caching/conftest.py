"""What the tests of the cache share."""

from __future__ import annotations

from pathlib import Path
from time import sleep, time_ns

import pytest

from factcheck.caching import program
from factcheck.caching.places import Looker
from tests.caching.desk import Desk
from tests.corpora import ROOT


@pytest.fixture
def desk(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Desk:
    """A desk in a folder of its own, which is the working directory."""
    (tmp_path / "nothing").mkdir()  # nobody edits it while the tests run
    monkeypatch.setattr(program, "PACKAGE", tmp_path / "nothing")
    root = tmp_path / "desk"
    root.mkdir()
    monkeypatch.chdir(root)
    return Desk(root, capsys, monkeypatch)


@pytest.fixture
def ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes that are started run the code under test, when nobody has edited it just now."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    looker = Looker({}, 0)
    while not all(looker.marks(place).steady(time_ns()) for place in program.own_files()):
        sleep(0.1)
