"""What every test shares: a quiet environment, a repository, golden files, how much is drawn."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import drawing
from tests.against.repository import Repository, quiet

HEARD = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "GITHUB_STEP_SUMMARY")

MARK_OF_FIXTURE = {"browser": "browser", "quiet_git": "git"}
"""The mark that a test bears because it uses a fixture; `make test-quick` leaves these out."""

MARK_OF_FOLDER = {"engines": "engines"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite golden files")
    parser.addoption("--deep", action="store_true", help="draw many cases; see tests/drawing.py")


def pytest_configure(config: pytest.Config) -> None:
    gc.set_threshold(100_000, 20, 20)  # runs make no garbage; factcheck itself has it off
    seed, deep = config.getoption("hypothesis_seed"), config.getoption("deep")
    if deep and seed is None:
        raise pytest.UsageError("--deep needs --hypothesis-seed=N; `make test-deep` draws one")
    drawing.begin(None if seed is None else int(seed), deep)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks each test by what it uses, so that nobody has to remember to."""
    for item in items:
        for fixture in MARK_OF_FIXTURE.keys() & getattr(item, "fixturenames", ()):
            item.add_marker(MARK_OF_FIXTURE[fixture])
        if item.path.parent.name in MARK_OF_FOLDER:
            item.add_marker(MARK_OF_FOLDER[item.path.parent.name])


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
def quiet_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git heeds the settings that stand beside what the test makes, and no others."""
    quiet(tmp_path, monkeypatch)


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A repository in its first state, made once; each test gets a copy of its own."""
    folder = tmp_path_factory.mktemp("begun")
    with pytest.MonkeyPatch.context() as monkeypatch:
        quiet(folder, monkeypatch)
        repository = Repository(folder / "desk")
        repository.begin()
    return repository


@pytest.fixture
def repository(
    begun: Repository, quiet_git: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Repository:
    """The branch `main` holds two sources that clash on a budget; `change` begins from it."""
    root = shutil.copytree(begun.root, tmp_path / "desk")
    monkeypatch.chdir(root)
    return Repository(root)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares a text with a file, byte for byte; `pytest --update-golden` rewrites the file."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.read_bytes().decode() == text, f"{path} differs; see pytest --update-golden"

    return compare
