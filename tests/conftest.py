"""What every test shares: a quiet environment, golden files, and how much is drawn."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import drawing

HEARD = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "GITHUB_STEP_SUMMARY")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite golden files")
    parser.addoption("--deep", action="store_true", help="draw many cases; see tests/drawing.py")


def pytest_configure(config: pytest.Config) -> None:
    gc.set_threshold(100_000, 20, 20)  # runs make no garbage; factcheck itself has it off
    seed, deep = config.getoption("hypothesis_seed"), config.getoption("deep")
    if deep and seed is None:
        raise pytest.UsageError("--deep needs --hypothesis-seed=N; `make test-deep` draws one")
    drawing.begin(None if seed is None else int(seed), deep)


def pytest_report_header(config: pytest.Config) -> str:
    seed = config.getoption("hypothesis_seed")
    how = " --deep" if config.getoption("deep") else ""
    return f"drawn: pytest{how} --hypothesis-seed={seed}" if seed else "drawn: fixed, and few"


@pytest.fixture(autouse=True)
def quiet_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that the person who runs the tests has set changes what they see."""
    for name in HEARD:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares a text with a file, byte for byte; `pytest --update-golden` rewrites the file."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.read_bytes().decode() == text, f"{path} differs; see pytest --update-golden"

    return compare
